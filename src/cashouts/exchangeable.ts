import { grouped } from '../ledger/grouped.ts';
import { connected } from './connected.ts';

/** A coin leg and a yuan leg that fit each other; what they are worth tells which ones could be swapped. */
export interface Fitting {
	readonly coin: string;
	readonly yuan: string;
	readonly quantity: bigint;
	readonly fen: bigint;
}

const LARGEST = 6;

/**
 * Sets of as many coins as yuan that fit one another and nothing else, and of which nothing tells which came of which:
 * either every pair fits, and the coins are of one amount or the yuan are; or all of both are of one amount.
 *
 * @param fitting pairs of single legs, in a stable order
 * @returns rows: coins, columns: yuan; undefined where the two do not fit
 */
export function exchangeable<P extends Fitting>(fitting: readonly P[]): (P | undefined)[][][] {
	const found: (P | undefined)[][][] = [];
	for (const group of connected(fitting, ({ coin, yuan }) => [`c ${coin}`, `y ${yuan}`])) {
		const coins = [...new Set(group.map((pair) => pair.coin))].sort();
		const yuan = [...new Set(group.map((pair) => pair.yuan))].sort();
		if (coins.length < 2 || coins.length !== yuan.length || coins.length > LARGEST) continue;
		const kinds = [new Set(group.map((pair) => pair.quantity)).size, new Set(group.map((pair) => pair.fen)).size];
		const complete = group.length === coins.length * yuan.length;
		if (complete ? !kinds.includes(1) : kinds[0] !== 1 || kinds[1] !== 1) continue;
		const at = new Map(group.map((pair) => [`${pair.coin} ${pair.yuan}`, pair]));
		found.push(coins.map((coin) => yuan.map((leg) => at.get(`${coin} ${leg}`))));
	}
	return found;
}

/**
 * Pairs that say the same when they are swapped: the coins of both are of one amount, and so are the yuan. All four that
 * can be made of such two are among them.
 */
export function swaps<P extends Fitting>(all: readonly P[], likely: readonly P[]): P[] {
	const at = new Map(all.map((pair) => [`${pair.coin} ${pair.yuan}`, pair]));
	const alike = grouped(likely, ({ quantity, fen }) => `${quantity} ${fen}`);
	const found = new Set<P>();
	for (const pairs of alike.values()) {
		for (const [i, a] of pairs.entries()) {
			for (const b of pairs.slice(i + 1)) {
				const crossed = [at.get(`${a.coin} ${b.yuan}`), at.get(`${b.coin} ${a.yuan}`)];
				if (a.coin === b.coin || a.yuan === b.yuan || crossed.includes(undefined)) continue;
				for (const pair of [a, b, ...crossed]) if (pair) found.add(pair);
			}
		}
	}
	return [...found];
}
