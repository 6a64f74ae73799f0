/** Messages of a JSON file of any size, one after the other: only the one at hand is held. */
import { BatchBuilder, type Fate } from './batches.ts';
import { type JsonItem, JsonItems } from './chat-json-items.ts';
import type { Batch, EvidenceFile } from './contract.ts';
import { Row, type RowTable } from './row.ts';
import { ROWS_PER_STRETCH } from './rows.ts';
import { fateOfRow } from './table-rows.ts';
import { lineBlocks, shapeOf } from './text.ts';

/** Messages may be long ones, each kept verbatim: a stretch of so many characters is enough. */
const STRETCH_LENGTH_MAX = 1 << 23;

/** Field -> where it stands in a message: `sender.uin`. */
type JsonFields<F extends string> = Readonly<Record<F, string>>;

/** Which parts of a document are messages, and which objects beside them are needed. */
export interface JsonShape<F extends string> {
	/** Keys of lists of messages; '' for a document that is such a list. */
	readonly lists: readonly string[];
	/** Keys of single objects that stand beside the lists. */
	readonly objects: readonly string[];
	readonly fields: JsonFields<F>;
}

/** Streams the messages through `judge`, numbered from 1; an object beside the lists goes to `beside`, and is no row. */
export async function* jsonMessages<F extends string>(
	file: EvidenceFile,
	shape: JsonShape<F>,
	judge: (row: Row<F>) => Fate,
	beside: (key: string, value: unknown) => void = () => undefined,
): AsyncIterable<Batch> {
	const builder = new BatchBuilder();
	const table = tableOf(file, shape);
	let number = 0;
	let waiting = 0;
	let length = 0;
	for await (const item of itemsOf(file, shape)) {
		if (item.list === undefined) {
			beside(item.key, parsed(item.text));
			continue;
		}
		number += 1;
		waiting += 1;
		length += item.text.length;
		builder.row({ row: number, cells: [], raw: item.text }, fateOf(table, item, number, judge));
		if (waiting < ROWS_PER_STRETCH && length < STRETCH_LENGTH_MAX) continue;
		waiting = 0;
		length = 0;
		yield builder.take();
	}
	yield builder.take();
}

/** The same of a file with one message a line (JSONL), numbered by line. */
export async function* jsonLines<F extends string>(
	file: EvidenceFile,
	shape: JsonShape<F>,
	judge: (row: Row<F>) => Fate,
): AsyncIterable<Batch> {
	const builder = new BatchBuilder();
	const table = tableOf(file, shape);
	for await (const { firstRow, lines, faults } of lineBlocks(file)) {
		for (const [i, text] of lines.entries()) {
			const row = firstRow + i;
			const fault = faults.get(i);
			const item: JsonItem = { key: '', list: '', text, ...(fault ? { fault } : {}) };
			const fate: Fate = text.trim() === '' ? { skip: 'blank' } : fateOf(table, item, row, judge);
			builder.row({ row, cells: [], raw: text }, fate);
		}
		yield builder.take();
	}
}

/** Where the fields stand in the rows made of messages. */
function tableOf<F extends string>(file: EvidenceFile, { fields }: JsonShape<F>): RowTable<F> {
	// No prototype, as everywhere where fields are keys.
	const columns: Partial<Record<F, readonly number[]>> = Object.create(null);
	for (const [column, field] of (Object.keys(fields) as F[]).entries()) columns[field] = [column];
	return { file, sheet: '', names: Object.values<string>(fields), columns };
}

function fateOf<F extends string>(
	table: RowTable<F>,
	item: JsonItem,
	number: number,
	judge: (row: Row<F>) => Fate,
): Fate {
	if (item.fault) return { reject: item.fault, column: '', value: '' };
	const value = parsed(item.text);
	if (value === null || typeof value !== 'object') return { reject: 'value', column: '', value: '' };
	const cells = table.names.map((path) => textAt(value, path));
	return fateOfRow(new Row(table, { row: number, cells, raw: item.text }), judge);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The text at a path, '' where there is none. */
export function textAt(value: unknown, path: string): string {
	let at: unknown = value;
	for (const key of path.split('.')) {
		if (at === null || typeof at !== 'object' || !Object.hasOwn(at, key)) return '';
		at = (at as Readonly<Record<string, unknown>>)[key];
	}
	return typeof at === 'string' ? at.trim() : typeof at === 'number' || typeof at === 'boolean' ? String(at) : '';
}

async function* itemsOf(file: EvidenceFile, shape: JsonShape<string>): AsyncIterable<JsonItem> {
	const { encoding, mark } = await shapeOf(file);
	// Not strict: damage shows as U+FFFD, and costs the message in which it stands.
	const decoder = new TextDecoder(encoding, { ignoreBOM: mark === 0 });
	const items = new JsonItems(shape.lists, shape.objects);
	for await (const chunk of file.bytes()) yield* items.push(decoder.decode(chunk, { stream: true }));
	yield* items.push(decoder.decode());
	yield* items.end();
}
