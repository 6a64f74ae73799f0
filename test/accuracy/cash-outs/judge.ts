import type { Share } from '../tables.ts';
import type { Explanation } from './explain.ts';
import type { Deal, Pool } from './pool.ts';

/** A stated confidence, and whether what it was stated of is true. */
export interface Stated {
	readonly score: number;
	readonly right: boolean;
}

export interface Judged {
	/** Coin legs of deals whose yuan are in the pool: the true deal is their best explanation, or among the best five. */
	readonly top1: Share;
	readonly top5: Share;
	/** Of the matches accepted without a person, those that are true. */
	readonly precision: Share;
	/** Of the deals whose yuan are in the pool, those that a right match accepts. */
	readonly recall: Share;
	/** The best explanation of each coin leg, once each. */
	readonly best: readonly Stated[];
	/** Every explanation kept. */
	readonly all: readonly Stated[];
}

/**
 * Lays explanations beside the truth. Right is only what names exactly the legs of one deal; or, where the pairing is
 * left open, exactly those of several. A deal found in part, or with a leg too many, is wrong.
 */
export function judge(pool: Pool, explanations: readonly Explanation[]): Judged {
	const paid = pool.deals.filter(({ yuan }) => yuan.length > 0);
	const dealOf = new Map(paid.flatMap((deal) => [...deal.coins, ...deal.yuan].map((leg) => [leg, deal] as const)));
	const right = new Map(explanations.map((e) => [e, dealsOf(e, dealOf)]));
	const isRight = (e: Explanation) => right.get(e) !== undefined;
	const byCoin = new Map<string, Explanation[]>();
	for (const e of explanations) for (const coin of e.coins) byCoin.set(coin, [...(byCoin.get(coin) ?? []), e]);
	for (const list of byCoin.values()) list.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
	const legs = paid.flatMap(({ coins }) => coins);
	const within = (most: number) => legs.filter((leg) => (byCoin.get(leg) ?? []).slice(0, most).some(isRight)).length;
	const accepted = explanations.filter((e) => e.accepted);
	const found = new Set(accepted.flatMap((e) => right.get(e) ?? []));
	const stated = (e: Explanation): Stated => ({ score: e.score, right: isRight(e) });
	return {
		top1: { found: within(1), of: legs.length },
		top5: { found: within(5), of: legs.length },
		precision: { found: accepted.filter(isRight).length, of: accepted.length },
		recall: { found: found.size, of: paid.length },
		best: [...new Set([...byCoin.values()].flatMap((list) => list.slice(0, 1)))].map(stated),
		all: explanations.map(stated),
	};
}

/** The deals that an explanation names, leg for leg; undefined where it is wrong. */
function dealsOf(e: Explanation, dealOf: ReadonlyMap<string, Deal>): Deal[] | undefined {
	const named = [...e.coins, ...e.yuan];
	const deals = new Set(named.map((leg) => dealOf.get(leg)));
	if (deals.has(undefined) || (!e.open && deals.size > 1)) return undefined;
	const list = [...deals] as Deal[];
	const legs = list.reduce((sum, { coins, yuan }) => sum + coins.length + yuan.length, 0);
	return legs === named.length ? list : undefined;
}
