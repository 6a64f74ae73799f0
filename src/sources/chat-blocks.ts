/** Text in which a line of time and sender stands above each message. */
import { BatchBuilder, type Fate } from './batches.ts';
import type { Batch, EvidenceFile } from './contract.ts';
import { Row, type RowTable } from './row.ts';
import { ROWS_PER_STRETCH, type TableRow } from './rows.ts';
import { fateOfRow } from './table-rows.ts';
import { lineBlocks } from './text.ts';

export type BlockField = 'time' | 'sender' | 'text';

const TIME = String.raw`\d{4}[-/]\d{1,2}[-/]\d{1,2} \d{1,2}:\d{2}(?::\d{2})?`;
const TIME_FIRST = new RegExp(`^(${TIME})(?: (.{0,100}))?$`);
const NAME_FIRST = new RegExp(`^(\\S.{0,99}) (${TIME})$`);

/** A message longer than this is cut: nothing that is looked for stands so far in. */
const TEXT_LENGTH_MAX = 1 << 16;

export function isBlockHead(line: string): boolean {
	return headOf(line) !== undefined;
}

function headOf(line: string): { readonly time: string; readonly sender: string } | undefined {
	if (line.length > 140) return undefined;
	const bare = line.trim();
	const first = TIME_FIRST.exec(bare);
	if (first) return { time: first[1] ?? '', sender: nameOf(first[2] ?? '') };
	const last = NAME_FIRST.exec(bare);
	return last ? { time: last[2] ?? '', sender: nameOf(last[1] ?? '') } : undefined;
}

/** WeFlow puts the name into single quotes. */
function nameOf(text: string): string {
	return text.trim().replace(/^'(.*)'$/, '$1');
}

interface Block {
	readonly row: number;
	readonly time: string;
	readonly sender: string;
	lines: string[];
	length: number;
	fault?: 'encoding' | 'truncated';
}

/** Messages as rows, numbered by the line of their time. Lines above the first message are rejects. */
export async function* chatBlocks(file: EvidenceFile, judge: (row: Row<BlockField>) => Fate): AsyncIterable<Batch> {
	const builder = new BatchBuilder();
	const table = tableOf(file);
	let block: Block | undefined;
	let waiting = 0;
	for await (const { firstRow, lines, faults, open } of lineBlocks(file)) {
		for (const [i, line] of lines.entries()) {
			const fault = faults.get(i);
			const head = fault ? undefined : headOf(line);
			if (head) {
				if (block) settle(builder, table, block, judge);
				block = { row: firstRow + i, ...head, lines: [], length: 0 };
				waiting += 1;
			} else if (block) extend(block, line, fault);
			else {
				builder.row({ row: firstRow + i, cells: [], raw: line }, aboveAll(line, fault));
				waiting += 1;
			}
			// Every message ends with an empty line: one that the file ends within was cut off.
			if (block && open && i === lines.length - 1 && line !== '') block.fault ??= 'truncated';
			if (waiting < ROWS_PER_STRETCH) continue;
			waiting = 0;
			yield builder.take();
		}
	}
	if (block) settle(builder, table, block, judge);
	yield builder.take();
}

function tableOf(file: EvidenceFile): RowTable<BlockField> {
	return { file, sheet: '', names: ['time', 'sender', 'text'], columns: { time: [0], sender: [1], text: [2] } };
}

function aboveAll(line: string, fault: 'encoding' | 'truncated' | undefined): Fate {
	// The format has no preamble: what stands there is a message whose time cannot be read.
	return !fault && line.trim() === '' ? { skip: 'blank' } : { reject: fault ?? 'columns', column: '', value: '' };
}

function extend(block: Block, line: string, fault: 'encoding' | 'truncated' | undefined): void {
	if (fault) block.fault ??= fault;
	if (block.length > TEXT_LENGTH_MAX) return;
	block.length += line.length + 1;
	block.lines.push(line);
}

function settle(
	builder: BatchBuilder,
	table: RowTable<BlockField>,
	block: Block,
	judge: (row: Row<BlockField>) => Fate,
) {
	const { row, time, sender, lines, fault } = block;
	const text = lines.join('\n').trim();
	const message: TableRow = { row, cells: [time, sender, text], raw: `${time} ${sender}\n${text}` };
	const fate = fault ? ({ reject: fault, column: '', value: '' } as const) : fateOfRow(new Row(table, message), judge);
	builder.row(message, fate);
}
