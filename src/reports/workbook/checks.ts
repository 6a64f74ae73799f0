import type { Findings } from '../../findings/schema.ts';
import { formatAmount } from '../../ledger/money.ts';
import { type Laid, rangesOf, totalsSheet } from './layout.ts';
import { columnName, quotedSheet } from './place.ts';
import type { WorkbookWords } from './words.ts';

/** Two sums that must agree, the right one taken from the sheets. */
export interface Check {
	readonly what: string;
	readonly left: bigint;
	readonly right: bigint;
	/** Of the right side. */
	readonly formula: string;
	readonly decimals: number;
}

/** A summand: how a cell reckons it, and what it comes to. */
interface Part {
	readonly formula: string;
	readonly amount: bigint;
}

/** What the sheets say against what the findings say; true of a whole case, not of a part of it. */
export function checksOf(
	{ reconciliation, merging, evidence }: Findings,
	laid: readonly Laid[],
	{ checks }: WorkbookWords,
): Check[] {
	const byId = new Map(laid.map((each) => [each.id, each]));
	const total = (id: string, key: string) => totalOf(byId.get(id), key);
	const amount = BigInt(reconciliation.unresolved);
	const unresolved = { formula: formatAmount(amount, 2), amount };
	return [
		check(checks.inflow, reconciliation.inflow, [total('each-person', 'kept'), unresolved], 2),
		check(
			checks.transfers,
			merging.transfers,
			['transfers', 'excluded-transfers'].map((id) => rowsOf(byId.get(id))),
			0,
		),
		check(
			checks.evidence,
			evidence.rows.total,
			['rowsRead', 'rowsSkipped', 'rowsRejected'].map((key) => total('evidence-list', key)),
			0,
		),
	];
}

function check(what: string, left: string | number, parts: readonly Part[], decimals: number): Check {
	const right = parts.reduce((sum, { amount }) => sum + amount, 0n);
	return { what, left: BigInt(left), right, formula: parts.map(({ formula }) => formula).join('+'), decimals };
}

const NONE: Part = { formula: '0', amount: 0n };

function totalOf(laid: Laid | undefined, key: string): Part {
	const column = laid?.table.columns.findIndex((each) => each.key === key) ?? -1;
	const sum = laid?.measured.totals[0]?.sums.get(column);
	if (!laid || !sum) return NONE;
	const cell = `${columnName(column)}${laid.totalsRow}`;
	return { formula: `${quotedSheet(totalsSheet(laid).name)}!${cell}`, amount: sum.amount };
}

/** Every row has a number. */
function rowsOf(laid: Laid | undefined): Part {
	const column = laid?.table.columns.findIndex(({ key }) => key === 'number') ?? -1;
	if (!laid || column === -1 || laid.measured.rows === 0) return NONE;
	const { rows } = laid.measured;
	return { formula: `COUNT(${rangesOf(laid, column, 0, rows - 1).join(',')})`, amount: BigInt(rows) };
}
