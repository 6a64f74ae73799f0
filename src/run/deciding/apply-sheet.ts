import type { Todo } from '../../findings/todo/item.ts';
import { readAdoption } from '../../ledger/adoption.ts';
import type { Decision } from '../../ledger/decision.ts';
import { type Facts, Problem } from '../../ledger/problem.ts';
import { readTime } from '../../sources/cells.ts';
import type { FilledRow, ReviewField, ReviewSheet } from '../../sources/review-sheet.ts';
import type { CaseView } from '../questions/case-view.ts';
import { type ChosenWord, chosenIn } from './choice-words.ts';
import { decisionOn, type NewDecision } from './decide.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { DecisionRequest } from './request.ts';

/** A cell of the sheet that cannot stand: what is wrong is a code with its facts. */
export interface SheetFault {
	/** `待办!J7`. */
	readonly cell: string;
	readonly row: number;
	/** The column's field. */
	readonly column: ReviewField;
	readonly value: string;
	readonly code: string;
	readonly facts: Facts;
}

export interface SheetReading {
	/** Lines to append, in the order of the sheet; none where there is a fault. */
	readonly decisions: readonly NewDecision[];
	/** Rows that say what decisions.csv says already. */
	readonly already: number;
	readonly empty: number;
	readonly faults: readonly SheetFault[];
}

/** What the command line gives for cells that are empty. */
export interface SheetDefaults {
	readonly by: string;
	readonly why: string;
	readonly review: string;
	/** When the sheet is read: the time of rows without a day. */
	readonly at: string;
}

/**
 * Judges a filled-in review sheet as a whole against the last run: every fault is found, and one is enough for nothing to be
 * recorded. A row that was recorded before counts as such, so that a sheet may be applied again.
 */
export async function applySheet(
	view: CaseView,
	sheet: ReviewSheet,
	decisions: readonly Decision[],
	defaults: SheetDefaults,
): Promise<SheetReading> {
	const points = new Map(view.findings.todo.map((point) => [point.id, point]));
	const taken = new Map<string, string>();
	const made: NewDecision[] = [];
	const faults: SheetFault[] = [];
	let already = 0;
	for (const row of sheet.filled) {
		try {
			const filled = filledIn(row, view, defaults);
			const said = JSON.stringify([filled.chosen, filled.person]);
			const before = taken.get(filled.id);
			taken.set(filled.id, said);
			if (before !== undefined && before !== said) throw new Fault('decision', 'review.twice', { id: filled.id });
			if (before !== undefined || decisions.some((line) => says(line, filled, row))) already += 1;
			else made.push(await decided(view, points, filled, row, decisions));
		} catch (cause) {
			if (!(cause instanceof Fault)) throw cause;
			const { field, code, facts } = cause;
			faults.push({ cell: row.cell(field), row: row.row, column: field, value: row.text(field), code, facts });
		}
	}
	return { decisions: faults.length > 0 ? [] : made, already, empty: sheet.empty, faults };
}

/** Thrown within one row. */
class Fault extends Error {
	readonly field: ReviewField;
	readonly code: string;
	readonly facts: Facts;

	constructor(field: ReviewField, code: string, facts: Facts = {}) {
		super(code);
		this.field = field;
		this.code = code;
		this.facts = facts;
	}
}

interface Filled extends Pick<DecisionRequest, 'person' | 'by' | 'why' | 'at' | 'review'> {
	readonly id: string;
	readonly chosen: ChosenWord;
	/** The day as the sheet gives it; '' where it gives none. */
	readonly on: string;
}

function filledIn(row: FilledRow, view: CaseView, defaults: SheetDefaults): Filled {
	const id = row.text('id').normalize('NFKC').trim().toLowerCase();
	if (!/^q[0-9a-f]{16}$/.test(id)) throw new Fault('id', 'review.id');
	const cell = row.text('decision');
	if (cell === '') throw new Fault('decision', 'review.no-decision');
	const chosen = chosenIn(cell);
	if (!chosen) throw new Fault('decision', 'review.word', { possible: row.text('possible').replaceAll('\n', '、') });
	const text = (field: 'why' | 'by' | 'review', usual: string) => oneLine(row.text(field)) || usual;
	const [why, by] = [text('why', defaults.why), text('by', defaults.by)];
	if (why === '') throw new Fault('why', 'review.needed');
	if (by === '') throw new Fault('by', 'review.needed');
	const on = dayIn(row.text('on'), view.findings.case.offsetMinutes);
	const review = text('review', defaults.review);
	return { id, chosen, person: oneLine(row.text('person')), by, why, review, on, at: on === '' ? defaults.at : on };
}

/** As decisions.csv keeps it. */
function oneLine(text: string): string {
	return text.replaceAll(/[\r\n\t]+/g, ' ').trim();
}

/** A day however a spreadsheet keeps it: as a date, as text in full width, as the number of a day. */
function dayIn(cell: string, offsetMinutes: number): string {
	if (cell === '') return '';
	const text = cell.normalize('NFKC').trim();
	const serial = /^(\d{5})(?:\.\d+)?$/.exec(text);
	if (serial) return new Date(DAY_ZERO + Number(serial[1]) * DAY_MS).toISOString().slice(0, 10);
	const moment = readTime(text, offsetMinutes);
	if (!moment) throw new Fault('on', 'review.day');
	return new Date(moment.instant + offsetMinutes * 60_000).toISOString().slice(0, 10);
}

const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** Whether a line of decisions.csv records just this row. */
function says(line: Decision, { id, chosen, person, by, why, review, on }: Filled, row: FilledRow): boolean {
	const { act, option, kind } = chosen;
	if (line.act !== act || line.by !== by || line.why !== why || line.review !== review) return false;
	if (on !== '' && line.at !== on) return false;
	if (![id, option, row.text('subject')].includes(line.subject)) return false;
	if (act === 'kind') return line.value === kind;
	return person === '' || readAdoption(line.value)?.name === person || readAdoption(line.value)?.party === person;
}

async function decided(
	view: CaseView,
	points: ReadonlyMap<string, Todo>,
	filled: Filled,
	row: FilledRow,
	decisions: readonly Decision[],
): Promise<NewDecision> {
	const { id, chosen, on: _on, ...said } = filled;
	const point = points.get(id);
	if (!point) throw new Fault('id', 'review.gone');
	if (row.text('print').normalize('NFKC').trim() !== fingerprintOf(point)) throw new Fault('print', 'review.changed');
	const { act, option, kind } = chosen;
	if (option !== '' && !point.options?.some(({ subject }) => subject === option))
		throw new Fault('decision', 'review.option', { option });
	try {
		return await decisionOn(view, { ...said, act, kind, what: option === '' ? id : option }, decisions);
	} catch (cause) {
		if (!(cause instanceof Problem)) throw cause;
		const field = cause.code === 'decide.needs-person' || cause.code.startsWith('account.') ? 'person' : 'decision';
		throw new Fault(cause.code === 'decide.no-person' ? 'person' : field, cause.code, cause.facts);
	}
}
