import type { Explanation, Kin } from './explanations.ts';
import { Shares } from './histogram.ts';
import type { CoinLeg, YuanLeg } from './types.ts';

/** So many matches of one who took coins are worth as much as what holds for all. */
const GENERAL = 3;
/** Who paid so many matches of one who took coins, in expectation, pays for them. */
const KIN = 1.5;

/**
 * Who pays for coins, and who pays for other reasons: how often each payer stands in likely matches, how often beside
 * them, and who took the coins that each paid for. A payer whom nobody has seen before is as likely as such payers are.
 */
export class Counterparties {
	private readonly seen = new Map<string, number>();
	private readonly coinsTo = new Map<string, number>();
	private readonly coinCount: number;
	private readonly sameYuan = new Shares([2, 2]);
	private readonly sameCoins = new Shares([4, 2]);
	private matched = new Map<string, number>();
	private open = new Map<string, number>();
	private pairs = new Map<string, { total: number; readonly by: Map<string, number> }>();
	private readonly total = { matched: 0, open: 0, newMatched: 1, newOpen: 1 };

	constructor(coins: readonly CoinLeg[], yuan: readonly YuanLeg[]) {
		for (const { other } of yuan) this.seen.set(other, (this.seen.get(other) ?? 0) + 1);
		for (const { other } of coins) this.coinsTo.set(other, (this.coinsTo.get(other) ?? 0) + 1);
		this.coinCount = coins.length;
	}

	/** @param used transfer -> likelihood that it is part of a match */
	learn(
		all: readonly Explanation[],
		likelihoods: Float64Array,
		yuan: readonly YuanLeg[],
		used: ReadonlyMap<string, number>,
	) {
		[this.matched, this.open, this.pairs] = [new Map(), new Map(), new Map()];
		this.sameYuan.begin();
		this.sameCoins.begin();
		const { total } = this;
		[total.matched, total.open, total.newMatched, total.newOpen] = [0, 0, 1, 1];
		for (const { transfer, other } of yuan) {
			const p = Math.min(1, used.get(transfer) ?? 0);
			add(this.matched, other, p);
			add(this.open, other, 1 - p);
			total.matched += p;
			total.open += 1 - p;
			if (this.seen.get(other) !== 1) continue;
			total.newMatched += p;
			total.newOpen += 1 - p;
		}
		for (const [i, one] of all.entries())
			if ((likelihoods[i] as number) >= 1e-6) this.note(one, likelihoods[i] as number);
	}

	private note(one: Explanation, p: number): void {
		const desk = (one.coins[0] as CoinLeg).other;
		const pair = this.pairs.get(desk) ?? { total: 0, by: new Map<string, number>() };
		this.pairs.set(desk, pair);
		for (const [k, { other }] of one.yuan.entries()) {
			pair.total += p;
			add(pair.by, other, p);
			if (k > 0) this.sameYuan.add(isRepeated(one.yuan, k) ? 0 : 1, p);
		}
		for (let k = 1; k < one.coins.length; k++) this.sameCoins.add(isRepeated(one.coins, k) ? 0 : 1, p);
	}

	/** Logarithm of how much likelier the counterparties are in a match than by themselves; the explanation's own part left out. */
	logRatio(one: Explanation, p: number, used: ReadonlyMap<string, number>): number {
		let log = 0;
		const pair = this.pairs.get((one.coins[0] as CoinLeg).other);
		for (const [k, leg] of one.yuan.entries()) {
			const own = p * one.yuan.filter(({ other }) => other === leg.other).length;
			const open = 1 - Math.min(1, used.get(leg.transfer) ?? 0);
			const beside = share(this.open, leg.other, open, this.total.open, this.total.newOpen, this.seen.size);
			const general = share(this.matched, leg.other, own, this.total.matched, this.total.newMatched, this.seen.size);
			const of = Math.max(0, (pair?.total ?? 0) - p * one.yuan.length);
			const by = Math.max(0, (pair?.by.get(leg.other) ?? 0) - own);
			const fitting = (by + GENERAL * general) / (of + GENERAL);
			const repeated = k > 0 && isRepeated(one.yuan, k);
			log += Math.log(k === 0 ? fitting : repeated ? this.sameYuan.share(0, p) : this.sameYuan.share(1, p) * fitting);
			log -= Math.log(beside);
		}
		for (const [k, { other }] of one.coins.entries()) {
			if (k === 0) continue;
			if (!isRepeated(one.coins, k)) log += Math.log(this.sameCoins.share(1, p));
			else log += Math.log((this.sameCoins.share(0, p) * this.coinCount) / (this.coinsTo.get(other) ?? 1));
		}
		return log;
	}

	/** Who, in likely matches, paid for coins that went to somebody. */
	kin(): Kin {
		const kin = new Map(
			[...this.pairs].map(([desk, { by }]) => [
				desk,
				new Set([...by].filter(([, count]) => count >= KIN).map(([other]) => other)),
			]),
		);
		return (desk) => kin.get(desk) ?? new Set();
	}
}

function share(
	counts: ReadonlyMap<string, number>,
	other: string,
	own: number,
	total: number,
	unseen: number,
	kinds: number,
): number {
	const count = Math.max(0, (counts.get(other) ?? 0) - own);
	return (count + unseen / (2 * kinds)) / (Math.max(0, total - own) + unseen);
}

function isRepeated(legs: readonly { readonly other: string }[], k: number): boolean {
	return legs.slice(0, k).some(({ other }) => other === legs[k]?.other);
}

function add(map: Map<string, number>, key: string, value: number): void {
	map.set(key, (map.get(key) ?? 0) + value);
}
