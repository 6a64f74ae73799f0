import { grouped } from '../ledger/grouped.ts';
import type { CoinLeg, PartyLink, YuanLeg } from './types.ts';

/** Yuan legs of one party in order of time, and why they may stand for the pool's coins where the party is another. */
export interface YuanPool {
	readonly legs: readonly YuanLeg[];
	readonly instants: Float64Array;
	readonly link?: PartyLink['why'];
}

/** Coins that one party sold (bought), and the yuan that may stand for them. */
interface Pool {
	/** In order of time. */
	readonly coins: readonly CoinLeg[];
	readonly yuan: readonly YuanPool[];
}

/** Legs of one party and side together. Legs without an amount are none. */
export function poolsOf(coins: readonly CoinLeg[], yuan: readonly YuanLeg[]): Pool[] {
	const byParty = grouped(coins.filter((c) => c.quantity > 0n && c.own !== true).sort(inTime), keyOf);
	const sorted = yuan.filter((y) => y.fen > 0n).sort(inTime);
	const own = grouped(sorted, keyOf);
	const linked = linkedPools(sorted);
	return [...byParty].map(([key, legs]) => ({
		coins: legs,
		yuan: [...(own.has(key) ? [poolOf(own.get(key) as YuanLeg[])] : []), ...(linked.get(key) ?? [])],
	}));
}

/** By the party whose coins they may stand for: a pool for each party that the yuan came to, and each reason. */
function linkedPools(yuan: readonly YuanLeg[]): Map<string, YuanPool[]> {
	const pools = new Map<string, Map<string, { legs: YuanLeg[]; why: PartyLink['why'] }>>();
	for (const leg of yuan) {
		for (const { party, why } of leg.linked ?? []) {
			const key = `${leg.side}|${party}`;
			const byPayee = pools.get(key) ?? new Map<string, { legs: YuanLeg[]; why: PartyLink['why'] }>();
			pools.set(key, byPayee);
			const pool = byPayee.get(`${leg.party}|${why}`) ?? { legs: [], why };
			pool.legs.push(leg);
			byPayee.set(`${leg.party}|${why}`, pool);
		}
	}
	return new Map([...pools].map(([key, all]) => [key, [...all.values()].map(({ legs, why }) => poolOf(legs, why))]));
}

function poolOf(legs: readonly YuanLeg[], link?: PartyLink['why']): YuanPool {
	return { legs, instants: Float64Array.from(legs, (leg) => leg.instant), ...(link === undefined ? {} : { link }) };
}

export function keyOf({ side, party }: CoinLeg | YuanLeg): string {
	return `${side}|${party}`;
}

export function inTime(a: CoinLeg | YuanLeg, b: CoinLeg | YuanLeg): number {
	return a.instant - b.instant || (a.transfer < b.transfer ? -1 : 1);
}
