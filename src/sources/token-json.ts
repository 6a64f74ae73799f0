/** Answers of chain interfaces saved as JSON: each object of their lists is a row, numbered from 1 in the file's order. */
import { isLosslessNumber, parse } from 'lossless-json';
import { type Evidence, type RecordId, recordId } from '../ledger/evidence.ts';
import { BatchBuilder, type Fate } from './batches.ts';
import { cleanCell } from './cells.ts';
import type { Batch, EvidenceFile, RejectReason, Sample } from './contract.ts';
import { RowFault } from './row-fault.ts';
import { runsNewestFirst } from './row-order.ts';
import { ROWS_PER_STRETCH } from './rows.ts';
import { type JsonSpan, jsonSpans } from './token-json-spans.ts';
import { wholeText } from './whole-text.ts';

/** The text is held as a whole; a page of an interface has some hundred KB. */
const JSON_BYTES_MAX = 64 * 2 ** 20;
/** A row of several transfers is kept verbatim with each of them: a longer one would multiply. */
const ROW_LENGTH_MAX = 1 << 18;
/** Of a stretch that is no row so much is kept verbatim beside its place. */
const RAW_MAX = 1 << 16;
/** Rows whose times show which way the file runs. */
const DIRECTION_ROWS = 200;

/** Where a row stands. */
export interface JsonPlace {
	/** Place among the rows read together, from 0, oldest first. */
	readonly sequence: number;
	evidence(part: number): Evidence;
}

/** What a source says of the rows of one interface. */
export interface JsonReader {
	/** @throws RowFault naming the member that cannot be read */
	fate(row: JsonRow): Fate;
	/** Milliseconds since 1970 as the row prints them, NaN where it has none. */
	instant(row: JsonRow): number;
}

/** One object of a list. Its members are read by path, `token_info.address`; numbers keep the digits they are written with. */
export class JsonRow {
	readonly raw: string;
	readonly #place: JsonPlace;
	readonly #value: unknown;

	/** @param value what `lossless-json` makes of `raw` */
	constructor(place: JsonPlace, raw: string, value: unknown) {
		this.raw = raw;
		this.#place = place;
		this.#value = value;
	}

	/** Place among the rows read together, from 0, oldest first. */
	get sequence(): number {
		return this.#place.sequence;
	}

	/** The first of the paths that is a text, a number or a truth value and not empty; else ''. */
	text(...paths: readonly string[]): string {
		for (const path of paths) {
			const text = textOf(memberOf(this.#value, path));
			if (text !== '') return text;
		}
		return '';
	}

	/** The same. @throws RowFault `missing` */
	needed(...paths: readonly string[]): string {
		const text = this.text(...paths);
		if (text === '') throw new RowFault(paths[0] ?? '', '', 'missing');
		return text;
	}

	/** What to throw because of the member that `text` of the same paths gives. */
	fault(paths: readonly string[], reason: RejectReason): RowFault {
		const named = paths.find((path) => this.text(path) !== '') ?? paths[0] ?? '';
		return new RowFault(named, this.text(named), reason);
	}

	/** The elements of a list within the row, each read like a row of its own; undefined where there is no such list. */
	list(path: string): readonly JsonRow[] | undefined {
		const list = memberOf(this.#value, path);
		if (!Array.isArray(list)) return undefined;
		return list.map((value) => new JsonRow(this.#place, this.raw, value));
	}

	/** The members of an object within the row, by name; undefined where there is no such object. */
	entries(path: string): readonly (readonly [string, string])[] | undefined {
		const value = memberOf(this.#value, path);
		if (typeof value !== 'object' || value === null || Array.isArray(value) || isLosslessNumber(value))
			return undefined;
		return Object.entries(value).map(([name, member]) => [name, textOf(member)]);
	}

	evidence(part = 0): Evidence {
		return this.#place.evidence(part);
	}

	recordId(part = 0): RecordId {
		return recordId(this.evidence(part));
	}
}

/** The keys in the first part of a JSON text; undefined where the file is none. */
export function jsonKeys({ form, text }: Sample): ReadonlySet<string> | undefined {
	if (form !== 'text' || !/^\s*[[{]/.test(text)) return undefined;
	return new Set(Array.from(text.matchAll(/"(\w{1,40})"\s{0,9}:/g), (match) => match[1] as string));
}

/**
 * The fates of the rows: what the reader says of each, or a reject. What is no JSON is a reject up to where reading can
 * go on.
 *
 * @throws Problem `evidence.too-large`
 */
export async function* readJsonRows(file: EvidenceFile, reader: JsonReader): AsyncIterable<Batch> {
	const text = await wholeText(file, JSON_BYTES_MAX);
	const count = countOf(jsonSpans(text));
	const newestFirst = runsNewestFirst(instantsIn(file, text, reader));
	const builder = new BatchBuilder();
	let index = 0;
	// Found once more, not kept: a text of brackets alone has tens of millions.
	for (const span of jsonSpans(text)) {
		const raw = text.slice(span.start, Math.min(span.end, span.start + RAW_MAX));
		const place = placeIn(file, index + 1, newestFirst ? count - 1 - index : index);
		index += 1;
		builder.row({ row: index, cells: [], raw }, fateOf(place, text, span, reader));
		if (index % ROWS_PER_STRETCH === 0) yield builder.take();
	}
	yield builder.take();
}

/** @param number of the row, from 1 */
function placeIn(file: EvidenceFile, number: number, sequence: number): JsonPlace {
	return { sequence, evidence: (part) => ({ kind: 'file', file: file.hash, sheet: '', row: number, part }) };
}

function countOf(spans: Iterable<JsonSpan>): number {
	let count = 0;
	for (const _ of spans) count += 1;
	return count;
}

/** Times of the first rows, as far as they can be read: which way the file runs. */
function instantsIn(file: EvidenceFile, text: string, reader: JsonReader): (number | undefined)[] {
	const instants: (number | undefined)[] = [];
	for (const span of jsonSpans(text)) {
		const row = rowIn(placeIn(file, instants.length + 1, 0), text, span);
		const instant = row instanceof JsonRow ? reader.instant(row) : Number.NaN;
		instants.push(Number.isNaN(instant) ? undefined : instant);
		if (instants.length === DIRECTION_ROWS) break;
	}
	return instants;
}

function fateOf(place: JsonPlace, text: string, span: JsonSpan, reader: JsonReader): Fate {
	const row = rowIn(place, text, span);
	if (!(row instanceof JsonRow)) return { reject: row, column: '', value: '' };
	try {
		return reader.fate(row);
	} catch (error) {
		if (!(error instanceof RowFault)) throw error;
		return { reject: error.reason, column: error.column, value: error.value };
	}
}

function rowIn(place: JsonPlace, text: string, { start, end, fault }: JsonSpan): JsonRow | RejectReason {
	if (fault) return fault;
	if (end - start > ROW_LENGTH_MAX) return 'value';
	const raw = text.slice(start, end);
	if (raw.includes('\ufffd')) return 'encoding';
	try {
		return new JsonRow(place, raw, parse(raw));
	} catch {
		// A key that stands twice, brackets that do not match, nesting without end: whatever it is, it is no row.
		return 'value';
	}
}

function memberOf(value: unknown, path: string): unknown {
	let member = value;
	for (const key of path.split('.')) {
		// Its own members only: a key may be called `__proto__` or `constructor`.
		if (typeof member !== 'object' || member === null || !Object.hasOwn(member, key)) return undefined;
		member = (member as Record<string, unknown>)[key];
	}
	return member;
}

function textOf(value: unknown): string {
	if (typeof value === 'string') return cleanCell(value);
	if (isLosslessNumber(value)) return value.value;
	return typeof value === 'boolean' ? String(value) : '';
}
