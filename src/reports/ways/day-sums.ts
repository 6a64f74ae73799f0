import { formatDay } from '../../ledger/time.ts';
import type { PackageInput } from '../package/part.ts';

/** What is added up by day: pay by its parts, what came in, what the work cost, leads by who counted them. */
export type Measure =
	| 'inflow'
	| 'wages'
	| 'commissions'
	| 'bonuses'
	| 'rounding'
	| 'consistent'
	| 'operating'
	| 'reported'
	| 'joined'
	| 'paid'
	/** Coins that came from overseas. */
	| `coins ${string}`;

/** Sums of one measure: fen, smallest units or people. */
export interface DaySums {
	readonly byDay: ReadonlyMap<string, bigint>;
	readonly sum: bigint;
	/** Transfers, or days of a person. */
	readonly count: number;
}

type Growing = { byDay: Map<string, bigint>; sum: bigint; count: number };

const FIGURES: ReadonlyMap<string, Measure> = new Map(
	(['wages', 'commissions', 'bonuses', 'rounding', 'consistent'] as const).map((name) => [name, name]),
);

/** Adds up by day what the timeline draws. Yuan by the figures of the findings, so that the sums are theirs. */
export function daySums(
	input: Pick<PackageInput, 'findings' | 'rows' | 'figureTransfers' | 'leadDays' | 'terms'>,
): ReadonlyMap<Measure, DaySums> {
	const sums = new Map<Measure, Growing>();
	const add = (measure: Measure, day: string, amount: bigint) => {
		const sum = sums.get(measure) ?? { byDay: new Map(), sum: 0n, count: 0 };
		sums.set(measure, sum);
		sum.byDay.set(day, (sum.byDay.get(day) ?? 0n) + amount);
		sum.sum += amount;
		sum.count += 1;
	};
	const entries = entriesOf(input);
	const seeds = new Set(input.terms.seeds.map(([transfer]) => transfer));
	for (const { id, instant, asset, amount } of input.rows) {
		const own = entries.get(id) ?? [];
		const arrived = asset !== 'CNY' && seeds.has(id);
		if (own.length === 0 && !arrived) continue;
		const day = formatDay(instant, input.findings.case.offsetMinutes);
		for (const entry of own) add(entry.measure, day, entry.amount);
		if (arrived) add(`coins ${asset}`, day, amount);
	}
	for (const row of input.leadDays) {
		const told = [row.reportedByCaller, row.reportedByOther, row.reportedUnsaid].filter((count) => count !== undefined);
		// Several tellings of one day are not added: the highest, as everywhere.
		if (told.length > 0) add('reported', row.day, BigInt(Math.max(...told)));
		if (row.joined !== undefined) add('joined', row.day, BigInt(row.joined));
		if (row.paid > 0) add('paid', row.day, BigInt(row.paid));
	}
	return sums;
}

function entriesOf({ figureTransfers }: Pick<PackageInput, 'figureTransfers'>) {
	const entries = new Map<string, { readonly measure: Measure; readonly amount: bigint }[]>();
	for (const { figure, transfer, amount, sign } of figureTransfers) {
		const measure = measureOf(figure);
		if (measure === undefined) continue;
		const list = entries.get(transfer) ?? [];
		entries.set(transfer, list);
		list.push({ measure, amount: BigInt(sign) * amount });
	}
	return entries;
}

function measureOf(figure: string): Measure | undefined {
	if (figure === 'case/inflow') return 'inflow';
	if (figure === 'case/operating') return 'operating';
	const slash = figure.lastIndexOf('/');
	return figure.startsWith('case/') ? undefined : FIGURES.get(figure.slice(slash + 1));
}
