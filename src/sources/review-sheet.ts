/** The review sheet: points of the to-do list in a workbook, which a person fills in and `decide --from` reads back. */
import { Problem } from '../ledger/problem.ts';
import type { Fate } from './batches.ts';
import type { EvidenceFile } from './contract.ts';
import { columnLetters, type Row } from './row.ts';
import { sampleOf } from './sample.ts';
import { findTables, readRows, type TableLayout } from './table-rows.ts';

export type ReviewField =
	| 'number'
	| 'kind'
	| 'what'
	| 'stake'
	| 'coins'
	| 'subject'
	| 'evidence'
	| 'possible'
	| 'decision'
	| 'person'
	| 'why'
	| 'by'
	| 'on'
	| 'review'
	| 'id'
	| 'print';

/** Heads in Chinese and in English. */
export const REVIEW_HEADS: Readonly<Record<ReviewField, readonly [zh: string, en: string]>> = {
	number: ['序号', 'No.'],
	kind: ['类别', 'Kind'],
	what: ['事项', 'What to do'],
	stake: ['涉及金额(元)', 'Yuan at stake'],
	coins: ['涉及数量', 'Coins at stake'],
	subject: ['对象', 'Subject'],
	evidence: ['依据', 'Evidence'],
	possible: ['可作决定', 'Possible'],
	decision: ['决定', 'Decision'],
	person: ['归属人', 'Person'],
	why: ['理由', 'Reason'],
	by: ['决定人', 'Decided by'],
	on: ['决定日期', 'Decided on'],
	review: ['复核人', 'Reviewed by'],
	id: ['编号', 'Id'],
	print: ['校验', 'Check'],
};

const layout: TableLayout<ReviewField> = {
	columns: Object.fromEntries(Object.entries(REVIEW_HEADS)) as Record<ReviewField, [string, string]>,
	required: ['id', 'subject', 'decision', 'why', 'by', 'print'],
};

/** What a person fills in; the rest is ours. */
const FILLED = ['decision', 'person', 'why', 'by', 'on', 'review'] as const satisfies readonly ReviewField[];

/** A row in which a person filled something in: its cells as they stand, without blanks around them. */
export interface FilledRow {
	readonly row: number;
	text(field: ReviewField): string;
	/** Where the field's cell is: `待办!J7`. */
	cell(field: ReviewField): string;
}

export interface ReviewSheet {
	readonly filled: readonly FilledRow[];
	/** Rows with a point that nobody filled in. */
	readonly empty: number;
}

/**
 * Reads a sheet back, as Excel or WPS saved it: rows may have been sorted, hidden or taken out, columns moved or added.
 *
 * @throws Problem `review.no-sheet` where no sheet has its columns, `review.row` where a row cannot be read at all
 */
export async function readReviewSheet(file: EvidenceFile): Promise<ReviewSheet> {
	const sample = await sampleOf(file);
	const [found] = sample.form === 'workbook' ? findTables(sample, layout) : [];
	if (!found) {
		const columns = layout.required.map((field) => REVIEW_HEADS[field][0]).join('、');
		throw new Problem('usage', 'review.no-sheet', { file: file.path, columns });
	}
	const { sheet, header } = found;
	const filled: FilledRow[] = [];
	let empty = 0;
	const take = (row: Row<ReviewField>): Fate => {
		const text = (field: ReviewField) => row.text(field).trim();
		if (FILLED.every((field) => text(field) === '')) {
			if (text('id') !== '') empty += 1;
		} else {
			const cell = (field: ReviewField) => `${sheet}!${columnLetters(header.columns[field] ?? 0)}${row.number}`;
			filled.push({ row: row.number, text, cell });
		}
		return {};
	};
	for await (const { rejected } of readRows(file, { sheet }, layout, take)) {
		const [first] = rejected;
		if (first)
			throw new Problem('usage', 'review.row', { file: file.path, sheet, row: first.row, reason: first.reason });
	}
	return { filled, empty };
}
