import { z } from 'zod';
import { isSettled } from '../cashouts/types.ts';
import type { Findings } from '../findings/schema.ts';
import { parseTime } from '../ledger/time.ts';
import { type HierarchyScore, scoreHierarchy } from './compare-hierarchy.ts';

/** What `truth.json` of an invented case must hold for a comparison; it may hold more. */
const truthSchema = z.object({
	people: z.array(
		z.object({
			name: z.string(),
			identity: z.string(),
			receivedFen: z.string(),
			passedOnFen: z.string(),
			keptFen: z.string(),
			exact: z.boolean(),
			missing: z.string(),
		}),
	),
	commissions: z.array(
		z.object({
			payerIdentity: z.string(),
			payeeIdentity: z.string(),
			at: z.string(),
			fen: z.string(),
			transferFen: z.string(),
			leads: z.number(),
			rateFen: z.string(),
			provable: z.boolean(),
			missing: z.string(),
		}),
	),
	cashOuts: z.array(
		z.object({
			quantity: z.string(),
			yuanFen: z.string(),
			coinAt: z.string(),
			yuanAt: z.string(),
			matchable: z.boolean(),
		}),
	),
});

type Truth = z.infer<typeof truthSchema>;

/** Findings beside the known truth of an invented case. */
export interface Comparison {
	readonly commissions: {
		readonly paid: number;
		readonly provable: number;
		readonly found: number;
		readonly false: number;
	};
	readonly people: { readonly total: number; readonly provable: number; readonly exact: number };
	readonly cashOuts: {
		readonly made: number;
		readonly matchable: number;
		readonly matched: number;
		readonly false: number;
	};
	/** Superiors and roles that payments alone propose, beside the true ones. Proposals prove nothing: their differences stand here. */
	readonly hierarchy: HierarchyScore;
	readonly missing: readonly { readonly what: string; readonly commissions: number }[];
	/** Each difference in words a developer can follow; empty where all that is provable was found and nothing false. */
	readonly differences: readonly string[];
}

/** Two books of one payment may print times up to this far apart. */
const SLACK_MS = 15 * 60_000;

/**
 * Compares findings with the truth. A commission is found where payer, payee, whole amount and commission agree to the
 * fen, and the leads where the findings name them. A documented commission that nobody paid, or not in that amount, is
 * false.
 */
export function compareTruth(findings: Findings, truth: unknown): Comparison {
	const known = truthSchema.parse(truth);
	const differences: string[] = [];
	const commissions = compareCommissions(findings, known, differences);
	const people = comparePeople(findings, known, differences);
	const cashOuts = compareCashOuts(findings, known, differences);
	const hierarchy = scoreHierarchy(findings, truth);
	return { commissions, people, cashOuts, hierarchy, missing: missingOf(known), differences };
}

function compareCommissions(findings: Findings, truth: Truth, differences: string[]): Comparison['commissions'] {
	const identity = new Map(findings.people.map((p) => [p.id, p.identity]));
	const claimed = findings.payouts.filter((p) => p.certainty === 'documented' && p.commission !== '0');
	const open = new Map<string, Findings['payouts']>();
	for (const payout of claimed) {
		const key = `${identity.get(payout.payer)}|${identity.get(payout.payee)}|${payout.amount}`;
		open.set(key, [...(open.get(key) ?? []), payout]);
	}
	let found = 0;
	for (const paid of truth.commissions) {
		const at = instantOf(paid.at);
		const list = open.get(`${paid.payerIdentity}|${paid.payeeIdentity}|${paid.transferFen}`) ?? [];
		const index = list.findIndex(
			(p) =>
				Math.abs(p.instant - at) <= SLACK_MS &&
				p.commission === paid.fen &&
				(p.leads === undefined || p.leads === paid.leads),
		);
		if (index >= 0) {
			list.splice(index, 1);
			found += paid.provable ? 1 : 0;
		} else if (paid.provable) differences.push(`commission not found: ${JSON.stringify(paid)}`);
	}
	const invented = [...open.values()].flat();
	for (const payout of invented)
		differences.push(
			`commission never paid: ${payout.id} ${payout.amount} ${payout.commission} ${JSON.stringify(payout.reason)}`,
		);
	return {
		paid: truth.commissions.length,
		provable: truth.commissions.filter((c) => c.provable).length,
		found,
		false: invented.length,
	};
}

function comparePeople(findings: Findings, truth: Truth, differences: string[]): Comparison['people'] {
	const byIdentity = new Map(findings.people.map((p) => [`${p.name}|${p.identity}`, p]));
	let exact = 0;
	const provable = truth.people.filter((p) => p.exact);
	for (const person of provable) {
		const figures = byIdentity.get(`${person.name}|${person.identity}`)?.figures;
		const told = ['received', 'passed-on', 'kept'].map((name) => figures?.[name]?.value ?? '0');
		const right = [person.receivedFen, person.passedOnFen, person.keptFen];
		if (told.every((value, i) => value === right[i])) exact++;
		else
			differences.push(
				`figures of ${person.name}: received, passed on, kept ${told.join(' ')} instead of ${right.join(' ')}`,
			);
	}
	return { total: truth.people.length, provable: provable.length, exact };
}

function compareCashOuts(findings: Findings, truth: Truth, differences: string[]): Comparison['cashOuts'] {
	const open = new Set(truth.cashOuts);
	let [matched, invented] = [0, 0];
	for (const cashOut of findings.cashOuts.filter(isSettled)) {
		const sales = salesUnder(cashOut, [...open]);
		for (const sale of sales) {
			open.delete(sale);
			matched += sale.matchable ? 1 : 0;
		}
		if (sales.length > 0) continue;
		invented++;
		differences.push(`cash-out that never was: ${cashOut.id}`);
	}
	for (const sale of open) if (sale.matchable) differences.push(`cash-out not matched: ${JSON.stringify(sale)}`);
	return {
		made: truth.cashOuts.length,
		matchable: truth.cashOuts.filter((c) => c.matchable).length,
		matched,
		false: invented,
	};
}

type Sale = Truth['cashOuts'][number];

/** The fewest true sales within the times of a match that sum to its coins and its yuan; none where no such sales were. */
function salesUnder(cashOut: Findings['cashOuts'][number], sales: readonly Sale[]): readonly Sale[] {
	const within = sales.filter(
		(sale) =>
			sale.yuanAt !== '' &&
			isBetween(instantOf(sale.coinAt), cashOut.coinInstant, cashOut.coinLast) &&
			isBetween(instantOf(sale.yuanAt), cashOut.yuanInstant, cashOut.yuanLast),
	);
	let sets: { sales: readonly Sale[]; quantity: bigint; fen: bigint; next: number }[] = [
		{ sales: [], quantity: 0n, fen: 0n, next: 0 },
	];
	while (sets.length > 0) {
		sets = sets.flatMap((set) =>
			within.slice(set.next).map((sale, i) => ({
				sales: [...set.sales, sale],
				quantity: set.quantity + BigInt(sale.quantity),
				fen: set.fen + BigInt(sale.yuanFen),
				next: set.next + i + 1,
			})),
		);
		const found = sets.find((s) => s.quantity === BigInt(cashOut.quantity) && s.fen === BigInt(cashOut.fen));
		if (found) return found.sales;
	}
	return [];
}

function isBetween(instant: number, first: number, last: number): boolean {
	return first - SLACK_MS <= instant && instant <= last + SLACK_MS;
}

function missingOf(truth: Truth): Comparison['missing'] {
	const counts = new Map<string, number>();
	for (const { provable, missing } of truth.commissions)
		if (!provable) counts.set(missing, (counts.get(missing) ?? 0) + 1);
	return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, commissions]) => ({ what, commissions }));
}

function instantOf(text: string): number {
	const moment = parseTime(text, 0);
	if (!moment) throw new RangeError(`truth names no time: "${text}"`);
	return moment.instant;
}
