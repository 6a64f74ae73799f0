import { hash } from 'node:crypto';
import { grouped } from '../ledger/grouped.ts';
import { type Bounds, bandAt, boundsOf, type ExactBand } from './band.ts';
import { inTime, poolsOf, type YuanPool } from './pools.ts';
import { firstFrom, subsets } from './subsets.ts';
import type { CashOutRules, CoinLeg, Note, PartyLink, Side, YuanLeg } from './types.ts';

/** Coins and yuan that fit in party, time and rate: one way to explain its legs. */
export interface Explanation {
	readonly id: string;
	readonly side: Side;
	/** In order of time. */
	readonly coins: readonly CoinLeg[];
	readonly yuan: readonly YuanLeg[];
	readonly quantity: bigint;
	readonly fen: bigint;
	readonly band: ExactBand;
	readonly bounds: Bounds;
	/** Present where the yuan are another party's, linked to the one whose coins they are. */
	readonly link?: PartyLink['why'];
}

export interface Explanations {
	readonly found: readonly Explanation[];
	/** Coin transfer -> how many further explanations of it were left out, because there are too many. */
	readonly leftOut: ReadonlyMap<string, number>;
	readonly limits: readonly Note[];
}

/** A leg of less than a hundredth of its side is no part of a group: almost anything could be added to what fits. */
const LEAST_PART = 100n;
/** Of so many yuan legs within the time of a group, the nearest to its first, sums of two, three, and of more are looked for. */
const CROWD = [0, 0, 300, 100, 40] as const;
/** So many explanations of one set of coins and one number of yuan legs are kept: the nearest in time. */
const KEPT = 120;
/** So many sets of several coin legs of one party are looked at. */
const COIN_SETS = 20_000;
/** Legs on one side of a group that has one counterparty on either side. */
const ONE_COUNTERPARTY = 4;

/** Stable for good: it depends on the transfers alone, whatever their order. */
export function cashOutId(coins: readonly string[], yuan: readonly string[]): string {
	const [left, right] = [coins, yuan].map((ids) => [...ids].sort().join('+'));
	return `c${hash('sha256', `${left}|${right}`).slice(0, 16)}`;
}

/** Whose yuan came for coins that went to somebody, as far as the case shows. */
export type Kin = (coinsTo: string) => ReadonlySet<string>;

/**
 * Everything that fits, up to the declared limits, in order of id. The rate is the one in force at the earliest of its
 * instants. A group that falls into two matches is none. Groups that have one counterparty on either side may be larger,
 * and have small parts.
 *
 * @param decided ids that a person decided: they are kept whatever the limits
 * @param kin who pays for whom; where it is given, only groups of one counterparty are looked for
 */
export function explanations(
	coins: readonly CoinLeg[],
	yuan: readonly YuanLeg[],
	bands: readonly ExactBand[],
	rules: CashOutRules,
	decided: ReadonlySet<string>,
	kin?: Kin,
): Explanations {
	const search = new Search(bands, rules, decided);
	for (const pool of poolsOf(coins, yuan)) {
		for (const set of coinSets(pool.coins, rules, search)) {
			for (const list of pool.yuan) search.explain(set, list, kin);
		}
	}
	return search.result();
}

/** Sets of coin legs that one payment could stand for: each alone, and several that left within the time of a group. */
function* coinSets(coins: readonly CoinLeg[], rules: CashOutRules, search: Search): Generator<readonly CoinLeg[]> {
	let count = 0;
	const grow = function* (set: readonly CoinLeg[], from: number): Generator<readonly CoinLeg[]> {
		for (let i = from; i < coins.length; i++) {
			const next = coins[i] as CoinLeg;
			if (next.instant - (set[0] as CoinLeg).instant > rules.groupMs) return;
			if (next.asset !== set[0]?.asset) continue;
			const grown = [...set, next];
			const one = hasOneCounterparty(grown);
			if (grown.length > (one ? ONE_COUNTERPARTY : rules.partsMax)) continue;
			if (++count > COIN_SETS) return;
			if (one || !hasSmallPart(grown)) yield grown;
			yield* grow(grown, i + 1);
		}
	};
	for (const [i, coin] of coins.entries()) {
		yield [coin];
		if (rules.partsMax > 1) yield* grow([coin], i + 1);
	}
	if (count > COIN_SETS) search.meet('coins', COIN_SETS);
}

function hasOneCounterparty(legs: readonly CoinLeg[]): boolean {
	return legs.every((leg) => leg.other === legs[0]?.other);
}

function hasSmallPart(legs: readonly CoinLeg[]): boolean {
	const sum = legs.reduce((all, leg) => all + leg.quantity, 0n);
	return legs.some((leg) => leg.quantity * LEAST_PART < sum);
}

class Search {
	private readonly found = new Map<string, Explanation>();
	private readonly leftOut = new Map<string, number>();
	private readonly met = new Map<string, { limit: number; count: number }>();
	private readonly bands: readonly ExactBand[];
	private readonly rules: CashOutRules;
	private readonly decided: ReadonlySet<string>;

	constructor(bands: readonly ExactBand[], rules: CashOutRules, decided: ReadonlySet<string>) {
		this.bands = bands;
		this.rules = rules;
		this.decided = decided;
	}

	meet(code: string, limit: number): void {
		this.met.set(code, { limit, count: (this.met.get(code)?.count ?? 0) + 1 });
	}

	result(): Explanations {
		const limits = [...this.met].sort(([a], [b]) => (a < b ? -1 : 1));
		return {
			found: [...this.found.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
			leftOut: this.leftOut,
			limits: limits.map(([code, { limit, count }]) => ({ code: `cash-outs-${code}`, facts: { limit, count } })),
		};
	}

	/** Sums of the pool's yuan that fit the coins. */
	explain(coins: readonly CoinLeg[], pool: YuanPool, kin: Kin | undefined): void {
		const [first, last] = [coins[0] as CoinLeg, coins.at(-1) as CoinLeg];
		const { side, asset, decimals } = first;
		// Sold: yuan come after the coins, or shortly before. Bought: coins come after the yuan.
		const [before, after] =
			side === 'sold' ? [this.rules.beforeMs, this.rules.afterMs] : [this.rules.afterMs, this.rules.beforeMs];
		const from = firstFrom(pool.instants, last.instant - before);
		const until = firstFrom(pool.instants, first.instant + after + 1);
		if (from >= until) return;
		const quantity = coins.reduce((sum, coin) => sum + coin.quantity, 0n);
		const reach = this.reach({ quantity, decimals }, asset, last.instant - before, first.instant);
		if (!reach) return;
		const window = pool.legs.slice(from, until).filter((leg) => leg.fen <= reach.high);
		const one = hasOneCounterparty(coins);
		const [low, high] = [Number(reach.low), Number(reach.high)];
		if (one && this.rules.partsMax > 1) {
			for (const legs of this.ofOneCounterparty(window, kin?.(first.other))) {
				for (let parts = 2; parts <= ONE_COUNTERPARTY; parts++)
					this.keep(this.sums(coins, legs, parts, low, high, pool.link), coins);
			}
		}
		if (kin || coins.length > this.rules.partsMax) return;
		const large = window.filter((leg) => leg.fen * LEAST_PART >= reach.low);
		const partsMost = Math.max(1, this.rules.partsMax + 1 - coins.length);
		for (let parts = 1; parts <= partsMost; parts++)
			this.keep(this.sums(coins, parts === 1 ? window : large, parts, low, high, pool.link), coins);
	}

	/** Yuan legs of one payer, or of those who pay for whoever took the coins. */
	private ofOneCounterparty(window: readonly YuanLeg[], kin: ReadonlySet<string> | undefined): YuanLeg[][] {
		if (kin) return kin.size < 2 ? [] : [window.filter((leg) => kin.has(leg.other))];
		return [...grouped(window, (leg) => leg.other).values()].filter((legs) => legs.length > 1);
	}

	/** Sets of so many of the legs, in order of time, that came within the time of a group and sum to between the bounds. */
	private *sums(
		coins: readonly CoinLeg[],
		legs: readonly YuanLeg[],
		parts: number,
		low: number,
		high: number,
		link: PartyLink['why'] | undefined,
	): Generator<Explanation> {
		for (const [i, leg] of legs.entries()) {
			const fen = Number(leg.fen);
			if (parts === 1) {
				const found = low <= fen && fen <= high && this.fit(coins, [leg], link);
				if (found) yield found;
				continue;
			}
			const crowd = this.crowd(legs, i, parts);
			const values = crowd.map((other) => Number(other.fen));
			for (const set of subsets(values, parts - 1, Math.max(1, low - fen), high - fen)) {
				const yuan = [leg, ...set.map((k) => crowd[k] as YuanLeg).sort(inTime)];
				const found = !this.falls(coins, yuan) && this.fit(coins, yuan, link);
				if (found) yield found;
			}
		}
	}

	/** The legs after one of them within the time of a group, by amount. */
	private crowd(legs: readonly YuanLeg[], index: number, parts: number): YuanLeg[] {
		const until = (legs[index] as YuanLeg).instant + this.rules.groupMs;
		const limit = CROWD[Math.min(parts, CROWD.length - 1)] as number;
		let end = index + 1;
		while (end < legs.length && (legs[end] as YuanLeg).instant <= until) end++;
		if (end - index - 1 > limit) this.meet('crowd', limit);
		return legs
			.slice(index + 1, Math.min(end, index + 1 + limit))
			.sort((a, b) => Number(a.fen - b.fen) || inTime(a, b));
	}

	/** The lowest and the highest that any band in force in the time allows. */
	private reach(
		sum: Pick<CoinLeg, 'quantity' | 'decimals'>,
		asset: string,
		from: number,
		until: number,
	): { low: bigint; high: bigint } | undefined {
		const bands = this.bands.filter(
			(b) => b.from <= until && from <= b.until && (b.asset === undefined || b.asset === asset),
		);
		const bounds = bands.map((band) => boundsOf(sum, band, this.rules.fee));
		if (bounds.length === 0) return undefined;
		return bounds.reduce((all, one) => ({
			low: least(one.low, all.low),
			floor: 0n,
			high: one.high + all.high - least(one.high, all.high),
		}));
	}

	private fitting(coins: readonly CoinLeg[], yuan: readonly YuanLeg[]) {
		const { asset, decimals } = coins[0] as CoinLeg;
		const instant = Math.min((coins[0] as CoinLeg).instant, (yuan[0] as YuanLeg).instant);
		const band = bandAt(this.bands, asset, instant);
		if (!band) return undefined;
		const quantity = coins.reduce((sum, coin) => sum + coin.quantity, 0n);
		const fen = yuan.reduce((sum, leg) => sum + leg.fen, 0n);
		const bounds = boundsOf({ quantity, decimals }, band, this.rules.fee);
		return bounds.low <= fen && fen <= bounds.high ? { band, bounds, quantity, fen } : undefined;
	}

	private fits(coins: readonly CoinLeg[], yuan: readonly YuanLeg[]): boolean {
		return this.fitting(coins, yuan) !== undefined;
	}

	/** Whether a group is two matches: a part of its coins fits a part of its yuan, and what is left fits as well. */
	private falls(coins: readonly CoinLeg[], yuan: readonly YuanLeg[]): boolean {
		if (coins.length < 2 || yuan.length < 2) return false;
		return parts(coins).some(([someCoins, otherCoins]) =>
			parts(yuan).some(([someYuan, otherYuan]) => this.fits(someCoins, someYuan) && this.fits(otherCoins, otherYuan)),
		);
	}

	private fit(
		coins: readonly CoinLeg[],
		yuan: readonly YuanLeg[],
		link: PartyLink['why'] | undefined,
	): Explanation | undefined {
		const fitting = this.fitting(coins, yuan);
		if (!fitting) return undefined;
		const id = cashOutId(
			coins.map((leg) => leg.transfer),
			yuan.map((leg) => leg.transfer),
		);
		const { side } = coins[0] as CoinLeg;
		return { id, side, coins, yuan, ...fitting, ...(link === undefined ? {} : { link }) };
	}

	private keep(fits: Iterable<Explanation>, coins: readonly CoinLeg[]): void {
		const nearest = [...fits].sort((a, b) => spread(a) - spread(b) || (a.id < b.id ? -1 : 1));
		const kept = nearest.filter((one, i) => i < KEPT || this.decided.has(one.id));
		for (const one of kept) this.found.set(one.id, one);
		const left = nearest.length - kept.length;
		if (left === 0) return;
		this.meet('many', KEPT);
		for (const { transfer } of coins) this.leftOut.set(transfer, (this.leftOut.get(transfer) ?? 0) + left);
	}
}

/** Every way to cut a list in two, neither of them empty. Lists are short. */
function parts<T>(list: readonly T[]): [T[], T[]][] {
	const all: [T[], T[]][] = [];
	for (let mask = 1; mask < (1 << list.length) - 1; mask++)
		all.push([list.filter((_, i) => (mask >> i) & 1), list.filter((_, i) => !((mask >> i) & 1))]);
	return all;
}

function least(a: bigint, b: bigint): bigint {
	return a < b ? a : b;
}

function spread({ coins, yuan }: Explanation): number {
	const instants = [...coins, ...yuan].map((leg) => leg.instant);
	return Math.max(...instants) - Math.min(...instants);
}
