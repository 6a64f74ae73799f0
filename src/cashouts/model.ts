import { grouped } from '../ledger/grouped.ts';
import { Background } from './background.ts';
import { chanceOf } from './chance.ts';
import { Counterparties } from './counterparties.ts';
import type { Explanation, Kin } from './explanations.ts';
import { Lags, Shares } from './histogram.ts';
import { inTime, keyOf } from './pools.ts';
import { type RateHistory, rateHistory } from './rates.ts';
import type { CashOutRules, CoinLeg, YuanLeg } from './types.ts';

const HOUR = 3_600_000;
/** Of coins that left, so many are taken to have been sold for yuan in the evidence, before any case is seen. */
const MATCHED = { share: 0.75, cases: 8 };
/** Coins to yuan, and how many of twenty matches are so before any is seen; all other shapes together as the last. */
const SHAPES: readonly (readonly [shape: string, cases: number])[] = [
	['1:1', 15],
	['1:2', 1.5],
	['1:3', 0.8],
	['2:1', 1.2],
	['3:1', 0.5],
	['2:2', 0.4],
	['2:3', 0.3],
	['', 0.3],
];
/** Yuan of a linked party, and yuan less a fee: seldom, before any case is seen. */
const SELDOM = [1, 19];
/** How far an amount is rounded: to whole thousands, hundreds, tens of yuan, yuan, or not. */
const ROUND = [100_000, 10_000, 1_000, 100] as const;
const ROUND_PRIOR = [2, 3, 2, 4, 4];
const LAGS = [-24, -8, -2, -0.5, 0, 0.25, 1, 3, 8, 24, 72].map((hours) => hours * HOUR);
const GAPS = [0, 0.25, 1, 3, 8, 24].map((hours) => hours * HOUR);

/** How likely each explanation was at the last look, by its place in the list. */
export type Likelihoods = Float64Array;

/**
 * What a true match looks like, and what the payments beside look like: shapes, delays, rates, fees, round amounts and
 * counterparties. All is learned from the case itself, each match counted by how likely it is, with a few cases of
 * general experience beforehand.
 *
 * The weight of an explanation is how much more often it comes about as a match than its legs come about by themselves.
 */
export class Model {
	private readonly all: readonly Explanation[];
	private readonly rules: CashOutRules;
	private readonly windowMs: number;
	private readonly legs: ReadonlyMap<string, readonly YuanLeg[]>;
	private readonly coinCount: number;
	private readonly nearby: ReadonlyMap<string, number>;
	private readonly lags: Lags;
	private readonly gaps: Lags;
	private readonly shapes = new Shares(SHAPES.map(([, cases]) => cases));
	private readonly links = new Shares(SELDOM);
	private readonly fees = new Shares(SELDOM);
	private readonly roundMatched = new Shares(ROUND_PRIOR);
	private readonly roundOther = new Shares(ROUND_PRIOR);
	private readonly counterparties: Counterparties;
	private backgrounds = new Map<string, Background>();
	private used = new Map<string, number>();
	private matched = MATCHED.share;
	/** How many times as many unrelated payments fit as amounts and times alone would let expect. */
	private crowding = 1;
	private rates: RateHistory;
	private likelihoods: Likelihoods;

	constructor(all: readonly Explanation[], coins: readonly CoinLeg[], yuan: readonly YuanLeg[], rules: CashOutRules) {
		this.all = all;
		this.rules = rules;
		this.windowMs = Math.max(1, rules.beforeMs + rules.afterMs);
		const parties = new Set(all.flatMap((one) => one.yuan.map(keyOf)));
		const sorted = yuan.filter((leg) => leg.fen > 0n && parties.has(keyOf(leg))).sort(inTime);
		this.legs = grouped(sorted, keyOf);
		this.coinCount = coins.length;
		this.counterparties = new Counterparties(coins, sorted);
		this.nearby = neighbours(coins, this.windowMs);
		const [first, last] = [-rules.beforeMs, rules.afterMs];
		this.lags = new Lags([first, ...LAGS.filter((edge) => first < edge && edge < last), last + 1], 10);
		this.gaps = new Lags([...GAPS.filter((edge) => edge < this.windowMs), this.windowMs + 1], 6);
		this.likelihoods = new Float64Array(all.length);
		this.rates = rateHistory(all, this.likelihoods);
		this.learn(this.likelihoods);
	}

	/** Takes the likelihoods of the last look as what happened. */
	learn(likelihoods: Likelihoods): void {
		this.likelihoods = likelihoods;
		for (const part of [this.lags, this.gaps, this.shapes, this.links, this.fees, this.roundMatched, this.roundOther])
			part.begin();
		this.used = new Map();
		let coins = 0;
		for (const [i, one] of this.all.entries()) {
			const p = likelihoods[i] as number;
			if (p === 0) continue;
			coins += p * one.coins.length;
			for (const { transfer } of one.yuan) this.used.set(transfer, (this.used.get(transfer) ?? 0) + p);
			this.shapes.add(shapeOf(one), p);
			this.lags.add(lagOf(one), p);
			for (const gap of gapsOf(one)) this.gaps.add(gap, p);
			this.links.add(one.link === undefined ? 1 : 0, p);
			if (one.bounds.low < one.bounds.floor) this.fees.add(isShort(one) ? 0 : 1, p);
			if (one.yuan.length === 1) this.roundMatched.add(roundOf(one.yuan[0] as YuanLeg), p);
		}
		this.matched = (coins + MATCHED.share * MATCHED.cases) / (this.coinCount + MATCHED.cases);
		this.learnBackground();
		this.counterparties.learn(this.all, likelihoods, [...this.legs.values()].flat(), this.used);
		this.rates = rateHistory(this.all, likelihoods);
		this.learnCrowding();
	}

	/** Weights by place in the list. */
	weights(): Float64Array {
		return Float64Array.from(this.all, (one, i) => Math.exp(this.logWeight(one, i)));
	}

	/** Matches that chance alone would give of as many yuan legs at most, in the explanation's own window. */
	chance(one: Explanation, low: number, high: number): number {
		const background = this.backgrounds.get(keyOf(one.yuan[0] as YuanLeg)) as Background;
		const instant = (one.coins[0] as CoinLeg).instant + (this.rules.afterMs - this.rules.beforeMs) / 2;
		const n = background.expected(instant, one.yuan);
		const width = Math.log((high + 1) / low);
		const single = background.density((low + high) / 2, one.yuan) * width * this.crowding;
		const sets = chanceOf(n, one.yuan.length, (parts) =>
			parts === 1 ? Math.min(1, single) : background.shareOfSums(parts, low, high),
		);
		const coins = this.nearby.get((one.coins[0] as CoinLeg).transfer) ?? 1;
		return sets * choose(Math.max(coins, one.coins.length), one.coins.length);
	}

	/** Who pays for whom, in the likely matches. */
	kin(): Kin {
		return this.counterparties.kin();
	}

	/** The rates of certain matches around the instant, where there are enough. */
	ownBand(one: Explanation): { min: number; max: number; matches: number } | undefined {
		return this.rates.bandAt(one);
	}

	private learnBackground(): void {
		const open = new Map<string, number>();
		for (const leg of [...this.legs.values()].flat()) {
			const matched = Math.min(1, this.used.get(leg.transfer) ?? 0);
			open.set(leg.transfer, 1 - matched);
			this.roundOther.add(roundOf(leg), 1 - matched);
		}
		this.backgrounds = new Map(
			[...this.legs].map(([key, legs]) => [key, new Background(legs, open, this.windowMs)] as const),
		);
	}

	/** Compares the unrelated single payments that fit with those that amounts and times let expect. */
	private learnCrowding(): void {
		this.crowding = 1;
		let [seen, expected] = [5, 5];
		const counted = new Set<string>();
		for (const one of this.all) {
			if (one.coins.length + one.yuan.length > 2 || one.link !== undefined) continue;
			const leg = one.yuan[0] as YuanLeg;
			seen += 1 - Math.min(1, this.used.get(leg.transfer) ?? 0);
			const coin = one.coins[0]?.transfer as string;
			if (counted.has(coin)) continue;
			counted.add(coin);
			expected += this.chance(one, Number(one.bounds.low), Number(one.bounds.high));
		}
		this.crowding = Math.min(100, Math.max(1, seen / expected));
	}

	private logWeight(one: Explanation, index: number): number {
		const n = one.coins.length;
		const m = one.yuan.length;
		const free = 1 - this.matched;
		const p = this.likelihoods[index] as number;
		let log = Math.log(this.matched / free) + Math.log(this.shapes.share(shapeOf(one), p));
		log += Math.log(this.links.share(one.link === undefined ? 1 : 0, p));
		const gaps = gapsOf(one);
		for (const gap of gaps) log += Math.log(this.gaps.density(gap, p));
		// A further coin leg would else be one of those that nobody sold nearby.
		const near = this.nearby.get((one.coins[0] as CoinLeg).transfer) ?? 1;
		log -= (n - 1) * Math.log((free * near) / this.windowMs);
		log += Math.log(this.lags.density(lagOf(one), p));
		log += Math.log(this.rateDensity(one));
		// The total falls into m parts anyhow; the parts come in any order of time.
		log += 2 * logFactorial(m - 1) - m * Math.log(Number(one.fen));
		for (const leg of one.yuan) log += this.logAgainst(leg, one);
		log += this.counterparties.logRatio(one, p, this.used);
		if (m === 1) log += this.logRound(one.yuan[0] as YuanLeg, p);
		return Math.min(log, 300);
	}

	/** The leg as a payment for other reasons: how seldom one of its amount comes at its time. */
	private logAgainst(leg: YuanLeg, one: Explanation): number {
		const background = this.backgrounds.get(keyOf(leg)) as Background;
		const rate = (background.expected(leg.instant, one.yuan) + 0.3) / this.windowMs;
		const density = background.density(Number(leg.fen), one.yuan) * this.crowding;
		return Math.log(Number(leg.fen)) - Math.log(rate * density);
	}

	private logRound(leg: YuanLeg, p: number): number {
		const kind = roundOf(leg);
		return Math.log(this.roundMatched.share(kind, p) / this.roundOther.share(kind));
	}

	/** For one unit of the logarithm of the yuan. */
	private rateDensity(one: Explanation): number {
		const { low, floor } = one.bounds;
		const fee = low < floor ? this.fees.share(0) : 0;
		if (isShort(one)) return fee / Math.log(Number(floor) / Number(low));
		return (1 - fee) * this.rates.density(one);
	}
}

/** Coins against yuan: positive where what was paid for came later. */
function lagOf({ side, coins, yuan }: Explanation): number {
	const lag = (yuan[0] as YuanLeg).instant - (coins[0] as CoinLeg).instant;
	return side === 'sold' ? lag : -lag;
}

export function isShort({ fen, bounds }: Explanation): boolean {
	return fen < bounds.floor;
}

function gapsOf({ coins, yuan }: Explanation): number[] {
	return [coins, yuan].flatMap((legs) => legs.slice(1).map((leg) => leg.instant - (legs[0]?.instant as number)));
}

function shapeOf({ coins, yuan }: Explanation): number {
	const at = SHAPES.findIndex(([shape]) => shape === `${coins.length}:${yuan.length}`);
	return at < 0 ? SHAPES.length - 1 : at;
}

function roundOf({ fen }: YuanLeg): number {
	const at = ROUND.findIndex((unit) => fen % BigInt(unit) === 0n);
	return at < 0 ? ROUND.length : at;
}

/** Coin legs of the same party and side within half a window, the leg itself among them. */
function neighbours(coins: readonly CoinLeg[], windowMs: number): Map<string, number> {
	const near = new Map<string, number>();
	for (const legs of grouped([...coins].sort(inTime), keyOf).values()) {
		let [from, until] = [0, 0];
		for (const leg of legs) {
			while ((legs[from]?.instant as number) < leg.instant - windowMs / 2) from++;
			while (until < legs.length && (legs[until]?.instant as number) <= leg.instant + windowMs / 2) until++;
			near.set(leg.transfer, until - from);
		}
	}
	return near;
}

function logFactorial(n: number): number {
	let log = 0;
	for (let k = 2; k <= n; k++) log += Math.log(k);
	return log;
}

function choose(n: number, k: number): number {
	let ways = 1;
	for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
	return ways;
}
