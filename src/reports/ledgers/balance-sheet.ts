import { spellAt } from '../../ledger/parties.ts';
import { text, yuan } from '../cell.ts';
import type { PackageInput } from '../package/part.ts';
import { type DatedFigure, datedFigures } from './dated-figures.ts';
import { type Column, type Desk, type Ledger, ledgerReport } from './ledger.ts';

/** Of whom a line tells: the case, or all people of a part of it; one core member, one group without core members, those of no group. */
type Scope = 'case' | 'part' | 'core' | 'group' | 'no-group';

interface Row {
	readonly scope: Scope;
	readonly name: string;
	/** `2023-03`, '' over all. */
	readonly month: string;
	readonly sums: Sums;
}

/** What came, what was paid, what is open. */
const SUMS = [
	'inflow',
	'funded',
	'paidWages',
	'paidCommissions',
	'paidBonuses',
	'funding',
	'paidOther',
	'operating',
	'ownPay',
	'consistent',
	'openIn',
	'openOut',
	'disputed',
] as const;

type Sums = Record<(typeof SUMS)[number], bigint>;

/**
 * 附表21: money in and out of the whole case, of each core member and of each group, over all and month by month. Each
 * person belongs to one line at a time, so that the lines add up to the case. What remains is what is left in the hands
 * of those people: in + funding got + pay got - paid - operating costs. What is open stands beside it, in no sum.
 */
const ledger: Ledger<Row, PackageInput> = {
	id: 'balance-sheet',
	file: 'balanceSheet',
	rows: balanceRows,
	columns: [
		['scope', ({ scope }, { words }) => text(words.balanceScopes[scope])],
		['party', ({ name }) => text(name)],
		['month', ({ month }, { words }) => text(month === '' ? words.allMonths : month)],
		sum('inflow'),
		sum('funded'),
		sum('ownPay'),
		sum('paidWages'),
		sum('paidCommissions'),
		sum('paidBonuses'),
		['paidFunding', ({ sums }) => yuan(sums.funding)],
		sum('paidOther'),
		sum('operating'),
		['remains', ({ sums }) => yuan(remains(sums))],
		sum('consistent'),
		sum('openIn'),
		sum('openOut'),
		sum('disputed'),
	],
};

function sum(key: Exclude<keyof Sums, 'funding'>): Column<Row> {
	return [key, ({ sums }) => yuan(sums[key])];
}

function remains({ inflow, funded, ownPay, funding, operating, ...paid }: Sums): bigint {
	const out = paid.paidWages + paid.paidCommissions + paid.paidBonuses + paid.paidOther + funding + operating;
	return inflow + funded + ownPay - out;
}

function balanceRows(input: PackageInput, desk: Desk): Row[] {
	const lines = new Map<string, { scope: Scope; name: string; months: Map<string, Sums> }>();
	const line = (scope: Scope, id: string, name: string) => {
		const key = `${ORDER.indexOf(scope)} ${id}`;
		const known = lines.get(key) ?? { scope, name, months: new Map<string, Sums>() };
		lines.set(key, known);
		return known;
	};
	const { part } = input.cover;
	const all = () => (part === undefined ? line('case', '', input.findings.case.name) : line('part', '', part.title));
	all();
	const split = splitOf(input);
	for (const dated of datedFigures(input)) {
		const counted = [...countsOf(dated, split)];
		if (counted.length === 0) continue;
		const { scope, id, name } = scopeOf(dated, desk);
		for (const { months } of [all(), line(scope, id, name)]) {
			for (const month of ['', dated.transfer.day.slice(0, 7)]) {
				const sums = months.get(month) ?? nothing();
				months.set(month, sums);
				for (const [key, amount] of counted) sums[key] += amount;
			}
		}
	}
	return [...lines.keys()].sort().flatMap((key) => {
		const { months, ...of } = lines.get(key) as { scope: Scope; name: string; months: Map<string, Sums> };
		if (months.size === 0) months.set('', nothing());
		return [...months.keys()].sort().map((month) => ({ ...of, month, sums: months.get(month) as Sums }));
	});
}

const ORDER: readonly Scope[] = ['case', 'part', 'core', 'group', 'no-group'];

function nothing(): Sums {
	return Object.fromEntries(SUMS.map((key) => [key, 0n])) as Sums;
}

/** Core members by themselves; the others in the group that they were in that day. */
function scopeOf({ person, transfer: { instant } }: DatedFigure, { words }: Desk) {
	if (person.role === 'core' || person.role === 'organiser')
		return { scope: 'core' as const, id: person.id, name: person.name };
	const { group } = spellAt(person, instant) ?? person;
	return group === ''
		? { scope: 'no-group' as const, id: '', name: words.noGroup }
		: { scope: 'group' as const, id: group, name: group };
}

/** Figures that stand as they are. */
const PLAIN: Readonly<Record<string, keyof Sums>> = {
	'cash-outs': 'inflow',
	seeds: 'inflow',
	funding: 'funded',
	wages: 'ownPay',
	commissions: 'ownPay',
	bonuses: 'ownPay',
	rounding: 'ownPay',
	operating: 'operating',
	consistent: 'consistent',
	'open-in': 'openIn',
	'open-out': 'openOut',
	disputed: 'disputed',
};

/** What was paid out, by what the payee got it for. */
const PAID: Readonly<Record<string, keyof Sums>> = {
	wages: 'paidWages',
	commissions: 'paidCommissions',
	bonuses: 'paidBonuses',
	rounding: 'paidBonuses',
	funding: 'funding',
};

type Split = ReadonlyMap<string, ReadonlyMap<keyof Sums, bigint>>;

/** Transfer -> what its payee got it for. */
function splitOf({ figureTransfers }: PackageInput): Split {
	const split = new Map<string, Map<keyof Sums, bigint>>();
	for (const { figure, transfer, amount, sign } of figureTransfers) {
		const paid = PAID[figure.slice(figure.lastIndexOf('/') + 1)];
		if (paid === undefined) continue;
		const parts = split.get(transfer) ?? new Map<keyof Sums, bigint>();
		split.set(transfer, parts);
		parts.set(paid, (parts.get(paid) ?? 0n) + (sign === -1 ? -amount : amount));
	}
	return split;
}

function* countsOf({ figure, transfer, amount }: DatedFigure, split: Split): Generator<[keyof Sums, bigint]> {
	const plain = PLAIN[figure];
	if (plain !== undefined) yield [plain, amount];
	if (figure !== 'passed-on') return;
	let rest = amount;
	for (const [key, part] of split.get(transfer.id) ?? []) {
		yield [key, part];
		rest -= part;
	}
	if (rest !== 0n) yield ['paidOther', rest];
}

export const balanceSheet = ledgerReport(ledger);
