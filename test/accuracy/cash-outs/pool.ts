/**
 * The words of an invented cash-out pool. It is written from how people sell coins, not from how they are matched:
 * nothing in here but the adapter (`explain.ts`) knows the program.
 */

/** `sold`: coins out, yuan in. `bought`: yuan out, coins in. */
export type Side = 'sold' | 'bought';

interface Leg {
	readonly id: string;
	readonly side: Side;
	readonly party: string;
	/** As the evidence tells it: a file whose clock was read in the wrong zone is 8 hours off. */
	readonly instant: number;
	/** The party's own wallet or account: that whose file the leg stands in. */
	readonly account: string;
	/** The wallet or payer at the other end. */
	readonly other: string;
}

export interface PoolCoin extends Leg {
	/** Millionths of a coin. */
	readonly units: bigint;
}

export interface PoolYuan extends Leg {
	readonly fen: bigint;
}

/** How the legs of a deal came to be as many as they are. */
export type Shape = 'one to one' | 'one to many' | 'many to one' | 'many to many';

/** One deal as it happened. */
export interface Deal {
	readonly side: Side;
	readonly shape: Shape;
	readonly coins: readonly string[];
	/** Empty: paid in cash, or into an account of which there is no evidence. */
	readonly yuan: readonly string[];
}

/** Yuan a coin between two instants, as an investigator would write them into the case. */
export interface Band {
	readonly from: number;
	readonly until: number;
	readonly min: string;
	readonly max: string;
}

export interface Pool {
	readonly seed: number;
	/** In order of time. */
	readonly coins: readonly PoolCoin[];
	readonly yuan: readonly PoolYuan[];
	readonly deals: readonly Deal[];
	readonly bands: readonly Band[];
	/** Helpers whose accounts took money for a seller, and that seller: the evidence knows whose helpers they are. */
	readonly helpers: ReadonlyMap<string, string>;
}
