/** What Binance calls the operations of its statement. */

/** `within`: between wallets of one account. `unknown`: nothing says with whom, as in a sale between persons (P2P). */
export type StatementKind = 'deposit' | 'withdrawal' | 'trade' | 'fee' | 'within' | 'unknown';

const KINDS: readonly (readonly [StatementKind, RegExp])[] = [
	['deposit', /^(?:crypto |fiat )?deposit$/],
	['withdrawal', /^(?:crypto |fiat )?withdraw(?:al)?$/],
	['fee', /^(?:transaction )?fee$|^(?:funding|trading) fee$/],
	// `Transfer Between Spot Account and UM Futures Account`, `Main and Funding Account Transfer`: one row a wallet.
	['within', /^transfer between .*(?:account|wallet)|^main and funding account transfer$|^internal transfer$/],
	[
		'trade',
		/^(?:buy|sell|transaction (?:buy|spend|sold|revenue|related)|binance convert|convert|large otc trading|small assets exchange bnb)$/,
	],
];

/** By the word alone, whatever its case. */
export function statementKind(operation: string): StatementKind {
	const word = operation.toLowerCase().replaceAll(/\s+/g, ' ').trim();
	return KINDS.find(([, pattern]) => pattern.test(word))?.[0] ?? 'unknown';
}
