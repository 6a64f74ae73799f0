import type { LeadDayRow } from '../../findings/lead-pay.ts';
import type { FindingsPerson } from '../../findings/schema.ts';
import { day, text, whole, yuan } from '../cell.ts';
import type { PackageInput } from '../package/part.ts';
import { word } from '../words.ts';
import { datedFigures } from './dated-figures.ts';
import { type Column, type Ledger, ledgerReport } from './ledger.ts';

/** One person on one day. */
interface Row {
	readonly person: FindingsPerson;
	readonly day: string;
	/** Hours and leads of the day; absent where nothing tells of them. */
	worked?: LeadDayRow;
	/** Figure -> fen paid on that day. */
	readonly paid: Map<string, bigint>;
	readonly payers: Set<string>;
	readonly transfers: Set<string>;
}

const PAY = ['wages', 'commissions', 'bonuses', 'rounding'] as const;

/**
 * 附表22: a line for each person and day: hours and leads of that day, and what was paid to them on that day, with the
 * transfers. Pay is dated by its transfer, so that a column adds up to the figure of 附表4.
 */
const ledger: Ledger<Row, PackageInput> = {
	id: 'pay-days',
	file: 'payDays',
	rows: payDays,
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['name', ({ person }) => text(person.name)],
		['role', ({ person }, { words }) => text(person.role === '' ? '' : word(words.roles, person.role))],
		['group', ({ person }) => text(person.group)],
		['date', (row) => day(row.day)],
		['minutesWorked', ({ worked }) => whole(worked?.minutes)],
		['callsAttempted', ({ worked }) => whole(worked?.attempted)],
		['leadsReported', ({ worked }) => whole(reported(worked))],
		['leadsJoined', ({ worked }) => whole(worked?.joined)],
		['leadsPaid', ({ worked }) => whole(worked?.paid)],
		...PAY.map((figure): Column<Row> => [figure, ({ paid }) => yuan(paid.get(figure))]),
		['paidThatDay', ({ paid }) => yuan(paid.size === 0 ? undefined : [...paid.values()].reduce((a, b) => a + b, 0n))],
		['payouts', ({ transfers }) => whole(transfers.size === 0 ? undefined : transfers.size)],
		['payer', ({ payers }, { words }) => text([...payers].sort().join(words.separator))],
		['transfer', ({ transfers }) => text([...transfers].sort().join(' '))],
		['partyId', ({ person }) => text(person.id)],
	],
	totals: { columns: ['paidThatDay', ...PAY] },
};

function reported(worked: LeadDayRow | undefined): number | undefined {
	const told = [worked?.reportedByCaller, worked?.reportedByOther, worked?.reportedUnsaid];
	const known = told.filter((count) => count !== undefined);
	return known.length === 0 ? undefined : Math.max(...known);
}

function payDays(input: PackageInput): Row[] {
	const people = new Map(input.findings.people.map((person, index) => [person.id, { person, index }]));
	const days = new Map<string, Row>();
	const rowOf = (id: string, date: string): Row | undefined => {
		const known = people.get(id);
		if (!known) return undefined;
		const key = `${String(known.index).padStart(7, '0')} ${date}`;
		const row = days.get(key) ?? {
			...{ person: known.person, day: date },
			...{ paid: new Map<string, bigint>(), payers: new Set<string>(), transfers: new Set<string>() },
		};
		days.set(key, row);
		return row;
	};
	for (const worked of input.leadDays) {
		const row = rowOf(worked.party, worked.day);
		if (row) row.worked = worked;
	}
	for (const { person, figure, transfer, amount } of datedFigures(input)) {
		if (!PAY.some((pay) => pay === figure)) continue;
		const row = rowOf(person.id, transfer.day);
		if (!row) continue;
		row.paid.set(figure, (row.paid.get(figure) ?? 0n) + amount);
		row.payers.add(transfer.payer);
		row.transfers.add(transfer.id);
	}
	return [...days.keys()].sort().map((key) => days.get(key) as Row);
}

export const payDayLedger = ledgerReport(ledger);
