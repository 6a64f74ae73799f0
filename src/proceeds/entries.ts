import type { ActedTransfer, Judged, Kind } from '../payroll/types.ts';
import { PAY_KINDS } from '../payroll/types.ts';
import type { FigureName } from './types.ts';

/** What one transfer adds to one figure of one person. */
export interface Entry {
	readonly party: string;
	readonly name: FigureName;
	/** Fen, > 0. */
	readonly amount: bigint;
	readonly sign: 1 | -1;
}

const IN: Readonly<Partial<Record<Kind, FigureName>>> = {
	'return-by-payee': 'returned-to',
	refund: 'private-in',
	loan: 'loans-in',
	repayment: 'loans-in',
	'between-peers': 'peers-in',
	family: 'private-in',
	private: 'private-in',
	disputed: 'disputed',
};

const OUT: Readonly<Partial<Record<Kind, FigureName>>> = {
	'return-by-payee': 'returned',
	refund: 'private-out',
	loan: 'loans-out',
	repayment: 'loans-out',
	'between-peers': 'peers-out',
	family: 'private-out',
	private: 'private-out',
	disputed: 'disputed',
	'operating-cost': 'operating',
};

/**
 * What a judged transfer adds to the figures of both sides. Own moves add nothing. Every other transfer stands in
 * exactly one of a side's columns: received (with its parts), passed on, or the column of its kind; so that no column
 * needs another to be understood.
 *
 * @param people parties that have figures: everybody who was a member at any time
 */
export function entriesOf(judged: Judged, acted: ActedTransfer, people: ReadonlySet<string>): Entry[] {
	if (isOwnMove(judged)) return [];
	const payer = memberOf(people, judged.payer);
	const payee = memberOf(people, judged.payee);
	return [
		...(payee === undefined ? [] : incoming(payee, judged, acted, payer !== undefined)),
		...(payer === undefined ? [] : outgoing(payer, judged, acted.transfer.amount, payee !== undefined)),
	].filter((entry) => entry.amount !== 0n);
}

/** Nothing was paid: not even a decision or dispute makes a payment of a move within one party. */
export function isOwnMove({ kind, payer, payee }: Pick<Judged, 'kind' | 'payer' | 'payee'>): boolean {
	return kind === 'own-move' || (payer !== undefined && payer === payee);
}

/** Whether the transfer counts as received by its payee. Cash-outs are inferred for good, and yet what the yuan is. */
export function isReceived({ kind, certainty }: Pick<Judged, 'kind' | 'certainty'>): boolean {
	return kind === 'seed' || kind === 'cash-out' || isPay({ kind, certainty });
}

function isPay({ kind, certainty }: Pick<Judged, 'kind' | 'certainty'>): boolean {
	return PAY_KINDS.has(kind) && certainty === 'documented';
}

function incoming(party: string, judged: Judged, { transfer }: ActedTransfer, fromMember: boolean): Entry[] {
	const amount = transfer.amount;
	const entry = (name: FigureName, value: bigint): Entry =>
		value < 0n ? { party, name, amount: -value, sign: -1 } : { party, name, amount: value, sign: 1 };
	if (!isReceived(judged)) {
		// A payout given back in full leaves no amount: what was refunded is all there is to show.
		const whole = judged.kind === 'refund' && amount === 0n && fromMember;
		return [entry(columnIn(judged), amount), entry('refunded', whole ? transfer.refunded : 0n)];
	}
	return [
		entry('received', amount),
		entry('kept', amount),
		entry('wages', judged.wage),
		entry('commissions', judged.commission),
		entry('bonuses', judged.bonus),
		entry('rounding', judged.rounding),
		entry('funding', judged.kind === 'funding' ? amount : 0n),
		entry('cash-outs', judged.kind === 'cash-out' ? amount : 0n),
		entry('seeds', judged.kind === 'seed' ? amount : 0n),
		entry('refunded', isPay(judged) ? transfer.refunded : 0n),
	];
}

function outgoing(party: string, judged: Judged, amount: bigint, toMember: boolean): Entry[] {
	if (isPay(judged) && toMember) {
		return [
			{ party, name: 'passed-on', amount, sign: 1 },
			{ party, name: 'kept', amount, sign: -1 },
		];
	}
	return [{ party, name: OUT[judged.kind] ?? 'open-out', amount, sign: 1 }];
}

function memberOf(people: ReadonlySet<string>, party: string | undefined): string | undefined {
	return party !== undefined && people.has(party) ? party : undefined;
}

function columnIn({ kind, certainty }: Judged): FigureName {
	return IN[kind] ?? (certainty === 'consistent' ? 'consistent' : 'open-in');
}
