import { type TodoFamily, todo } from './item.ts';

/**
 * Transactions in which assets changed hands and nothing says whose swap it was: label the pool as a service, or the wallet
 * as its holder's. At stake: not known, for what an unknown token is worth nothing here says.
 */
export const unclearSwaps: TodoFamily = ({ derived }) =>
	derived.swaps.unclear.map(({ transaction, accounts }) =>
		todo('unclear-swap', transaction, 0n, { accounts: accounts.join(', ') }),
	);
