import { exchangeable, swaps } from './exchangeable.ts';
import { cashOutId, type Explanation } from './explanations.ts';
import type { Inference } from './infer.ts';
import { inTime } from './pools.ts';
import type { CoinLeg, YuanLeg } from './types.ts';

/** Legs of one party that could be exchanged for one another: matched as a whole, the pairing left open. */
export interface OpenGroup {
	readonly one: Explanation;
	readonly pairs: readonly Explanation[];
	readonly score: number;
}

export interface OpenGroups {
	readonly groups: readonly OpenGroup[];
	/** Pairs that say the same when swapped with another one: by themselves, none of them is what happened. */
	readonly swappable: ReadonlySet<Explanation>;
}

/** A pair less likely than this is no reason to keep a group apart. */
const PLAUSIBLE = 0.01;

/** Legs that could be exchanged for one another, so that swapping them changes no total. */
export function openGroups(
	all: readonly Explanation[],
	active: readonly number[],
	{ likelihoods, grouped }: Inference,
): OpenGroups {
	const single = active.flatMap((place) => {
		const { coins, yuan, quantity, fen, link } = all[place] as Explanation;
		if (coins.length + yuan.length > 2 || link !== undefined) return [];
		const coin = (coins[0] as CoinLeg).transfer;
		return [{ coin, yuan: (yuan[0] as YuanLeg).transfer, quantity, fen, place }];
	});
	const likely = single.filter(({ place }) => (likelihoods[place] as number) >= PLAUSIBLE);
	const swapped = swaps(single, likely);
	const groups = exchangeable([...new Set([...likely, ...swapped])]).flatMap((rows): OpenGroup[] => {
		const pairs = rows.flat().flatMap((pair) => (pair ? [all[pair.place] as Explanation] : []));
		const coins = [...new Map(pairs.map((one) => [one.coins[0]?.transfer, one.coins[0] as CoinLeg])).values()];
		const yuan = [...new Map(pairs.map((one) => [one.yuan[0]?.transfer, one.yuan[0] as YuanLeg])).values()];
		if (new Set(coins.map((leg) => leg.asset)).size > 1) return [];
		const legs = new Set([...coins, ...yuan].map((leg) => leg.transfer));
		const score = grouped(
			rows.map((row) => row.map((pair) => pair?.place)),
			legs,
		);
		return [{ one: together(coins.sort(inTime), yuan.sort(inTime), pairs[0] as Explanation), pairs, score }];
	});
	return { groups, swappable: new Set(swapped.map(({ place }) => all[place] as Explanation)) };
}

function together(coins: readonly CoinLeg[], yuan: readonly YuanLeg[], like: Explanation): Explanation {
	return {
		...like,
		id: cashOutId(
			coins.map((leg) => leg.transfer),
			yuan.map((leg) => leg.transfer),
		),
		coins,
		yuan,
		quantity: coins.reduce((sum, leg) => sum + leg.quantity, 0n),
		fen: yuan.reduce((sum, leg) => sum + leg.fen, 0n),
	};
}
