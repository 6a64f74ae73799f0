import { rateOf } from './band.ts';
import type { Explanation } from './explanations.ts';
import { legKeys, rivalsIn } from './legs.ts';
import { isShort } from './model.ts';
import type { CashOut, CashOutRules, CashOutWhy, CoinLeg, Note, Rival, UsedBand, YuanLeg } from './types.ts';

/** An explanation with what was made of it. */
export interface Judged {
	readonly one: Explanation;
	readonly pairing: CashOut['pairing'];
	readonly status: CashOut['status'];
	readonly why: CashOutWhy;
	readonly score: number;
	readonly chance: number;
	readonly band: UsedBand;
}

/** So many rivals are named. */
const RIVALS = 5;

/** Statistics are rounded, so that bytes are the same on every machine. */
export function rounded(value: number): number {
	return Number(value.toPrecision(6));
}

/** What a match says of its legs, whatever it rests on. */
export function legsPart(coins: readonly CoinLeg[], yuan: readonly YuanLeg[]) {
	const [firstCoin, firstYuan] = [coins[0] as CoinLeg, yuan[0] as YuanLeg];
	const quantity = coins.reduce((sum, leg) => sum + leg.quantity, 0n);
	const fen = yuan.reduce((sum, leg) => sum + leg.fen, 0n);
	return {
		side: firstCoin.side,
		party: firstCoin.party,
		...(firstYuan.party === firstCoin.party ? {} : { payee: firstYuan.party }),
		coins: coins.map((leg) => leg.transfer),
		yuan: yuan.map((leg) => leg.transfer),
		asset: firstCoin.asset,
		quantity,
		fen,
		rate: rateOf({ quantity, decimals: firstCoin.decimals }, fen),
		lagMs: firstCoin.instant - firstYuan.instant,
	};
}

/** Rows of judged explanations, each with its rivals and with what would overturn it. */
export function rowsOf(judged: readonly Judged[], rules: CashOutRules): CashOut[] {
	const besides = rivalsIn(judged, (row) => legKeys(row.one));
	return judged.map((row) => {
		const { one, pairing, status, why, score, chance, band } = row;
		const rivals = [...besides(row)]
			.filter((other) => other.status !== 'rejected')
			.sort((a, b) => b.score - a.score || (a.one.id < b.one.id ? -1 : 1))
			.slice(0, RIVALS)
			.map((other): Rival => ({ id: other.one.id, score: other.score }));
		return {
			id: one.id,
			pairing,
			...legsPart(one.coins, one.yuan),
			grade: 'inferred',
			status,
			score,
			rivals,
			chance,
			why,
			overturned: overturned(one, band, rivals, rules),
			band,
			...(isShort(one) ? { short: one.bounds.floor - one.fen } : {}),
		};
	});
}

/** What evidence would overturn an inferred match. Instants and fen as they are. */
function overturned(
	{ side, coins, yuan, bounds }: Explanation,
	band: UsedBand,
	rivals: readonly Rival[],
	{ beforeMs, afterMs }: CashOutRules,
): Note[] {
	const instant = (coins[0] as CoinLeg).instant;
	const [before, after] = side === 'sold' ? [beforeMs, afterMs] : [afterMs, beforeMs];
	const notes: Note[] = [
		{
			code: 'overturn-payment',
			facts: {
				low: bounds.low.toString(),
				high: bounds.high.toString(),
				from: instant - before,
				until: instant + after,
			},
		},
		{ code: 'overturn-rate', facts: { min: band.min, max: band.max } },
		{ code: 'overturn-purpose', facts: { payments: yuan.length, payer: (yuan[0] as YuanLeg).other } },
		{ code: 'overturn-order', facts: {} },
	];
	const [rival] = rivals;
	return rival ? [{ code: 'overturn-rival', facts: { id: rival.id } }, ...notes] : notes;
}
