import type { Explanation } from './explanations.ts';
import { firstFrom } from './subsets.ts';

/** How far back and ahead certain matches speak for the rate of a day. */
const REACH_MS = 3 * 86_400_000;
const FADE_MS = 1.5 * 86_400_000;
/** So likely a match must be to speak for others, and so many there must be to make a band. */
const CERTAIN = 0.9;
const ENOUGH = 5;
/** Rates of whoever took the coins speak as loudly as so many of others: each has a margin of their own. */
const SAME = 4;

/** Rates of the case's own likely matches, by side and asset. */
export interface RateHistory {
	/** Of the explanation's rate, for one unit of its logarithm: even over the band where nothing else is known. */
	density(one: Explanation): number;
	/** Yuan a coin of at least five certain matches within three days, with some room; legs of its own are not asked. */
	bandAt(one: Explanation): { min: number; max: number; matches: number } | undefined;
}

interface Known {
	readonly index: number;
	readonly one: Explanation;
	readonly instant: number;
	readonly rate: number;
	readonly weight: number;
}

export function rateHistory(all: readonly Explanation[], likelihoods: Float64Array): RateHistory {
	const known = new Map<string, Known[]>();
	for (const [index, one] of all.entries()) {
		const weight = likelihoods[index] as number;
		if (weight < 0.5 || one.fen < one.bounds.floor) continue;
		const list = known.get(keyOf(one)) ?? [];
		list.push({ index, one, instant: instantOf(one), rate: logRate(one), weight });
		known.set(keyOf(one), list);
	}
	for (const list of known.values()) list.sort((a, b) => a.instant - b.instant || a.index - b.index);
	const instants = new Map([...known].map(([key, list]) => [key, list.map(({ instant }) => instant)]));
	const around = (one: Explanation): Known[] => {
		const key = keyOf(one);
		const list = known.get(key) ?? [];
		const instant = instantOf(one);
		const from = firstFrom(instants.get(key) ?? [], instant - REACH_MS);
		const near: Known[] = [];
		for (let i = from; i < list.length && (list[i] as Known).instant <= instant + REACH_MS; i++) {
			if (!shares((list[i] as Known).one, one)) near.push(list[i] as Known);
		}
		return near;
	};
	return {
		density(one) {
			const width = Math.max(Math.log(Number(one.bounds.high) / Number(one.bounds.floor)), 2 / Number(one.bounds.high));
			const spread = Math.max(width / 12, 0.0004);
			const [at, rate] = [instantOf(one), logRate(one)];
			let [sum, mass] = [2 / width, 2];
			for (const { instant, rate: other, weight, one: counterparty } of around(one)) {
				const near = weight * Math.exp(-Math.abs(at - instant) / FADE_MS);
				const w = counterparty.coins[0]?.other === one.coins[0]?.other ? SAME * near : near;
				const off = (rate - other) / spread;
				sum += (w * Math.exp(-0.5 * off * off)) / (spread * 2.5066282746310002);
				mass += w;
			}
			return sum / mass;
		},
		bandAt(one) {
			const near = around(one).filter(({ weight }) => weight >= CERTAIN);
			if (near.length < ENOUGH) return undefined;
			const rates = near.map(({ rate }) => rate);
			const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
			const spread = Math.sqrt(rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / (rates.length - 1));
			const room = Math.max(3 * spread, 0.001);
			return { min: Math.exp(mean - room), max: Math.exp(mean + room), matches: near.length };
		},
	};
}

/** Logarithm of yuan a coin. */
function logRate({ fen, quantity, coins }: Explanation): number {
	return Math.log(Number(fen) / 100) - Math.log(Number(quantity)) + (coins[0]?.decimals as number) * Math.LN10;
}

function instantOf({ coins, yuan }: Explanation): number {
	return Math.min(coins[0]?.instant as number, yuan[0]?.instant as number);
}

function keyOf({ side, coins }: Explanation): string {
	return `${side}|${coins[0]?.asset}`;
}

function shares(a: Explanation, b: Explanation): boolean {
	return (
		a.coins.some((leg) => b.coins.some((other) => other.transfer === leg.transfer)) ||
		a.yuan.some((leg) => b.yuan.some((other) => other.transfer === leg.transfer))
	);
}
