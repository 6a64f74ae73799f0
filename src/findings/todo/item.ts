import { type Adoption, pointId } from '../../ledger/adoption.ts';
import type { Decision } from '../../ledger/decision.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import type { Derived } from '../input.ts';
import type { Findings } from '../schema.ts';
import type { Valuation } from './valuation.ts';

export type Todo = Findings['todo'][number];

/** What the families of items look at. */
export interface TodoContext {
	readonly derived: Derived;
	/** Whether an amount alone fits the pay rules. */
	readonly fitsPay: (transfer: Transfer) => boolean;
	/** Yuan that passed through each account, in fen. */
	readonly volume: ReadonlyMap<string, bigint>;
	/** Decisions that stand on what a payment was for, and on whether something holds: by subject. */
	readonly kinds: ReadonlyMap<string, readonly Decision[]>;
	readonly holds: ReadonlyMap<string, readonly Decision[]>;
	/** Yuan for coins, by what matched cash-outs gave. */
	readonly valued: Valuation;
}

/** Items of one kind, in any order. */
export type TodoFamily = (context: TodoContext) => Todo[];

/** What an item may have beside its code, subject, stake and facts. */
interface More {
	/**
	 * What it asks, where the subject alone does not say so: a change of it makes another question, which a rejection of
	 * the former does not answer.
	 */
	readonly about?: string;
	readonly quantity?: Todo['quantity'];
	/** Ids of the transfers behind it; the three largest are kept. */
	readonly behind?: readonly Transfer[];
	readonly request?: Todo['request'];
	/** What the case gains where a person confirms it (`decide <id> --confirm`). */
	readonly adopt?: Adoption;
	readonly options?: Todo['options'];
}

/**
 * Makes an item.
 *
 * @param stake yuan that a decision on it would move, in fen; 0 where that cannot be said
 */
export function todo(code: string, subject: string, stake: bigint, facts: Todo['facts'] = {}, more: More = {}): Todo {
	const { about = subject, behind, quantity, request, adopt, options } = more;
	return {
		id: pointId(code, about),
		code,
		subject,
		facts,
		stake: stake.toString(),
		...(quantity ? { quantity } : {}),
		...(behind && behind.length > 0 ? { transfers: largest(behind) } : {}),
		...(request ? { request } : {}),
		...(adopt ? { adopt: { ...adopt } } : {}),
		...(options ? { options } : {}),
	};
}

const BEHIND_MAX = 3;

function largest(transfers: readonly Transfer[]): string[] {
	return [...transfers]
		.sort(byAmount)
		.slice(0, BEHIND_MAX)
		.map(({ id }) => id);
}

/** The largest first, equal ones by id. */
export function byAmount(a: Transfer, b: Transfer): number {
	return a.amount === b.amount ? (a.id < b.id ? -1 : 1) : a.amount > b.amount ? -1 : 1;
}

/** Transfers of yuan that are counted. */
export function yuanTransfers(derived: Derived): Transfer[] {
	return derived.merged.transfers.filter((t) => !t.exclusion && t.asset === 'CNY');
}

/** Whoever held the account last, or ''. */
export function nameOf(derived: Derived, account: string): string {
	return derived.parties.holder(account, Number.POSITIVE_INFINITY)?.party.name ?? '';
}

export function sumOf(transfers: readonly Transfer[]): bigint {
	return transfers.reduce((sum, t) => sum + t.amount, 0n);
}

/** First and last instant. */
export function spanOf(transfers: readonly Transfer[]): { from: number; until: number } {
	let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const { instant } of transfers) {
		from = Math.min(from, instant);
		until = Math.max(until, instant);
	}
	return { from, until };
}
