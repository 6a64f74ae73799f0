import { hash } from 'node:crypto';
import { type ExactBand, exactBand, withinBand } from './band.ts';
import { chanceModel } from './chance.ts';
import type { CashOutRules, CoinLeg, YuanLeg } from './types.ts';

/** Coins and yuan of one party that fit in time and rate. */
export interface Candidate {
	readonly id: string;
	readonly coin: CoinLeg;
	readonly yuan: YuanLeg;
	readonly chance: number;
}

/** Stable for good: it depends on the transfers alone, whatever their order. */
export function cashOutId(coins: readonly string[], yuan: readonly string[]): string {
	const [left, right] = [coins, yuan].map((ids) => [...ids].sort().join('+'));
	return `c${hash('sha256', `${left}|${right}`).slice(0, 16)}`;
}

/** Every pair of legs that fits, in order of id. The rate is the one in force at the earlier of the two instants. */
export function candidates(coins: readonly CoinLeg[], yuan: readonly YuanLeg[], rules: CashOutRules): Candidate[] {
	const bands = rules.rates.map(exactBand);
	const byParty = legsByParty(yuan);
	const models = new Map([...byParty].map(([party, legs]) => [party, chanceModel(legs, rules)]));
	const found: Candidate[] = [];
	for (const coin of coins) {
		const legs = byParty.get(coin.party);
		const model = models.get(coin.party);
		if (!legs || !model || coin.quantity <= 0n) continue;
		const until = coin.instant + rules.afterMs;
		for (let i = firstFrom(legs, coin.instant - rules.beforeMs); i < legs.length; i++) {
			const leg = legs[i];
			if (!leg || leg.instant > until) break;
			const band = fittingBand(coin, leg, bands);
			if (band) found.push({ id: cashOutId([coin.transfer], [leg.transfer]), coin, yuan: leg, chance: model(band) });
		}
	}
	return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function fittingBand(coin: CoinLeg, yuan: YuanLeg, bands: readonly ExactBand[]): ExactBand | undefined {
	const instant = Math.min(coin.instant, yuan.instant);
	return bands.find((band) => band.from <= instant && instant <= band.until && withinBand(coin, yuan.fen, band));
}

/** Each party's legs in time order. */
function legsByParty(yuan: readonly YuanLeg[]): Map<string, YuanLeg[]> {
	const byParty = new Map<string, YuanLeg[]>();
	for (const leg of yuan.filter((y) => y.fen > 0n).sort(inTime)) {
		const legs = byParty.get(leg.party);
		if (legs) legs.push(leg);
		else byParty.set(leg.party, [leg]);
	}
	return byParty;
}

/** Index of the first leg not before the instant. */
function firstFrom(legs: readonly YuanLeg[], instant: number): number {
	let [low, high] = [0, legs.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((legs[middle]?.instant ?? 0) < instant) low = middle + 1;
		else high = middle;
	}
	return low;
}

function inTime(a: YuanLeg, b: YuanLeg): number {
	return a.instant - b.instant || (a.transfer < b.transfer ? -1 : 1);
}
