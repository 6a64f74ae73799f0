import type { AccountId } from '../../ledger/account.ts';
import type { AssetId } from '../../ledger/asset.ts';

/** What a row says of a movement whose place in its transaction the interface does not print. */
export interface Unplaced {
	readonly transaction: string;
	readonly asset: AssetId;
	readonly from: AccountId;
	readonly to: AccountId;
	/** As the chain states it, smallest units. */
	readonly amount: bigint;
}

/**
 * Positions (`ChainEvidence.position`) for movements that have no printed place: what the row says, and its number among
 * equal rows of the transaction. Equal rows touch the same two accounts, so that payer's and payee's history number
 * them alike, whatever else either of them shows. A counter must see a transaction as a whole.
 */
export class UnplacedPositions {
	readonly #what: 'transfer' | 'call';
	readonly #seen = new Map<string, number>();

	/** @param what of coins that a contract sent, `call`: they are not the value of the transaction */
	constructor(what: 'transfer' | 'call' = 'transfer') {
		this.#what = what;
	}

	/** Position of the next such row, `transfer <asset> <from> <to> <amount> #1`. */
	next({ transaction, asset, from, to, amount }: Unplaced): string {
		const what = `${this.#what} ${asset} ${from} ${to} ${amount}`;
		const key = `${transaction} ${what}`;
		const number = (this.#seen.get(key) ?? 0) + 1;
		this.#seen.set(key, number);
		return `${what} #${number}`;
	}
}
