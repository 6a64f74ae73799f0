import type { Transfer } from '../../ledger/transfer.ts';
import type { Derived } from '../input.ts';
import type { Findings } from '../schema.ts';

export type Todo = Findings['todo'][number];

/** What the families of items look at. */
export interface TodoContext {
	readonly derived: Derived;
	/** Whether an amount alone fits the pay rules. */
	readonly fitsPay: (transfer: Transfer) => boolean;
	/** Yuan that passed through each account, in fen. */
	readonly volume: ReadonlyMap<string, bigint>;
}

/** Items of one kind, in any order. */
export type TodoFamily = (context: TodoContext) => Todo[];

export function todo(code: string, subject: string, stake: bigint, facts: Todo['facts'] = {}): Todo {
	return { code, subject, facts, stake: stake.toString() };
}

/** Transfers of yuan that are counted. */
export function yuanTransfers(derived: Derived): Transfer[] {
	return derived.merged.transfers.filter((t) => !t.exclusion && t.asset === 'CNY');
}

/** Whoever held the account last, or ''. */
export function nameOf(derived: Derived, account: string): string {
	return derived.parties.holder(account, Number.POSITIVE_INFINITY)?.party.name ?? '';
}
