import { REVIEW_HEADS, type ReviewField } from './review-sheet.ts';
import { columnLetters } from './row.ts';
import { type CellLook, type WrittenCell, type WrittenSheet, writeXlsx } from './xlsx-write.ts';

/** A row of the review sheet: its texts, the choices that its cell 决定 offers, and whether it asks whose an account is. */
interface Row {
	readonly cells: Readonly<Record<ReviewField, string>>;
	readonly choices: readonly string[];
	readonly asksPerson: boolean;
}

/** A line of the request list (待调取清单), its cells by the heads of `ReviewTexts.requestHeads`. */
export type RequestCells = readonly string[];

/** What the workbook says in the language of the case. */
export interface ReviewTexts {
	readonly language: 'zh' | 'en';
	readonly sheets: {
		readonly todo: string;
		readonly requests: string;
		readonly choices: string;
		readonly notes: string;
	};
	readonly requestHeads: readonly string[];
	readonly notes: readonly string[];
}

const FIELDS = Object.keys(REVIEW_HEADS) as ReviewField[];

const WIDTHS: Readonly<Record<ReviewField, number>> = {
	number: 6,
	id: 20,
	kind: 13,
	what: 48,
	stake: 15,
	coins: 16,
	subject: 30,
	evidence: 56,
	possible: 34,
	decision: 22,
	person: 14,
	why: 34,
	by: 12,
	on: 13,
	review: 12,
	print: 15,
};

/** The review workbook: points to decide, what to ask for, and how to fill it in. Same bytes for the same list. */
export function writeReviewSheet(
	rows: readonly Row[],
	requests: readonly RequestCells[],
	texts: ReviewTexts,
): Uint8Array {
	const { language, sheets, requestHeads, notes } = texts;
	const sets = choiceSets(rows);
	const decision = columnLetters(FIELDS.indexOf('decision'));
	const head = (text: string): WrittenCell => ({ look: 'head', value: text });
	const todo: WrittenSheet = {
		name: sheets.todo,
		headed: true,
		widths: FIELDS.map((field) => WIDTHS[field]),
		rows: [FIELDS.map((field) => head(REVIEW_HEADS[field][language === 'zh' ? 0 : 1])), ...rows.map(cellsOf)],
		choices: [...sets.values()].map(({ row, choices, cells }) => ({
			range: `'${sheets.choices}'!$A$${row}:$${columnLetters(choices.length - 1)}$${row}`,
			cells: cells.map((index) => `${decision}${index + 2}`),
		})),
	};
	const asked: WrittenSheet = {
		name: sheets.requests,
		headed: true,
		widths: requestHeads.map((_, index) => REQUEST_WIDTHS[index] ?? 16),
		rows: [requestHeads.map(head), ...requests.map((cells) => cells.map(textCell))],
	};
	const explained: WrittenSheet = {
		name: sheets.notes,
		headed: false,
		widths: [110],
		rows: notes.map((note) => [textCell(note)]),
	};
	const offered: WrittenSheet = {
		name: sheets.choices,
		headed: false,
		hidden: true,
		widths: [24],
		rows: [...sets.values()].map(({ choices }) => choices.map(textCell)),
	};
	return writeXlsx([todo, asked, explained, ...(sets.size > 0 ? [offered] : [])]);
}

const REQUEST_WIDTHS = [6, 16, 16, 30, 14, 13, 13, 24, 16, 44, 20];

const LOOKS: Readonly<Partial<Record<ReviewField, CellLook>>> = {
	stake: 'amount',
	decision: 'fill',
	why: 'fill',
	by: 'fill',
	on: 'day',
	review: 'fill',
};

function cellsOf({ cells, choices, asksPerson }: Row): WrittenCell[] {
	return FIELDS.map((field) => {
		const look = field === 'person' ? (asksPerson ? 'fill' : 'text') : (LOOKS[field] ?? 'text');
		const asks = look !== 'fill' && look !== 'day' ? look : choices.length > 0 ? look : 'text';
		return { look: asks, value: cells[field] };
	});
}

function textCell(value: string): WrittenCell {
	return { look: 'text', value };
}

/** Each list of choices once, with its row on the sheet of choices and the rows that offer it. */
function choiceSets(rows: readonly Row[]) {
	const sets = new Map<string, { row: number; choices: readonly string[]; cells: number[] }>();
	rows.forEach(({ choices }, index) => {
		if (choices.length === 0) return;
		const key = choices.join('\n');
		const set = sets.get(key) ?? { row: sets.size + 1, choices, cells: [] };
		set.cells.push(index);
		sets.set(key, set);
	});
	return sets;
}
