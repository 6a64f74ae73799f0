import type { Findings } from '../../findings/schema.ts';
import { grouped } from '../../ledger/grouped.ts';
import type { FigureTransfer } from '../../reports/package/part.ts';
import type { CaseView } from '../questions/case-view.ts';

/** Figures whose transfers came to the person for the work, the surest first. */
const RECEIVED = ['received', 'consistent', 'open-in'] as const;

/** Person id -> transfers, best first. */
export type Payments = ReadonlyMap<string, readonly string[]>;

interface Candidate {
	readonly person: string;
	readonly transfer: string;
	/** 0 is best. */
	readonly rank: number;
}

/**
 * The payments to each person, those first that are looked at first: documented pay, then whatever else was received, then
 * what only may be pay; of these yuan before coins, the largest first.
 */
export function paymentsOf(view: Pick<CaseView, 'findings' | 'transfer'>, figures: Iterable<FigureTransfer>): Payments {
	const candidates = [...documentedPay(view.findings), ...receivedBy(view.findings, figures)];
	const best = new Map<string, Candidate>();
	for (const candidate of candidates) {
		const key = `${candidate.person} ${candidate.transfer}`;
		const known = best.get(key);
		if (known === undefined || candidate.rank < known.rank) best.set(key, candidate);
	}
	const payments = new Map<string, readonly string[]>();
	for (const [person, list] of grouped(best.values(), (each) => each.person)) {
		const sorted = list
			.map(({ transfer, rank }) => ({ rank, told: view.transfer(transfer) }))
			.flatMap(({ rank, told }) =>
				told === undefined ? [] : [{ rank: 2 * rank + Number(told.asset !== 'CNY'), told }],
			)
			.sort((a, b) => a.rank - b.rank || largerFirst(a.told, b.told));
		payments.set(
			person,
			sorted.map(({ told }) => told.id),
		);
	}
	return payments;
}

function* documentedPay({ payouts }: Findings): Generator<Candidate> {
	for (const { id, payee, certainty, wage, commission, bonus } of payouts) {
		if (certainty !== 'documented' || BigInt(wage) + BigInt(commission) + BigInt(bonus) === 0n) continue;
		yield { person: payee, transfer: id, rank: 0 };
	}
}

function* receivedBy({ people }: Findings, figures: Iterable<FigureTransfer>): Generator<Candidate> {
	const meant = new Map<string, { readonly person: string; readonly rank: number }>();
	for (const { id: person, figures: own } of people) {
		for (const [index, name] of RECEIVED.entries()) {
			const figure = own[name];
			if (figure !== undefined && figure.count > 0) meant.set(figure.id, { person, rank: index + 1 });
		}
	}
	for (const { figure, transfer } of figures) {
		const found = meant.get(figure);
		if (found !== undefined) yield { ...found, transfer };
	}
}

interface Sized {
	readonly amount: bigint;
	readonly instant: number;
	readonly id: string;
}

function largerFirst(a: Sized, b: Sized): number {
	if (a.amount !== b.amount) return a.amount > b.amount ? -1 : 1;
	return a.instant - b.instant || (a.id < b.id ? -1 : 1);
}
