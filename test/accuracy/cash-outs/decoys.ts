import type { Chances } from './chances.ts';
import type { DealDraft, Draft } from './draft.ts';
import { businessTime, DAY, DAYS, type Market } from './market.ts';
import type { Side } from './pool.ts';
import type { Seller } from './trade.ts';

const ROUND_SUMS = [1000, 2000, 3000, 5000, 8000, 10_000, 20_000, 30_000, 50_000, 100_000];
const PACKETS = [8.88, 66, 66.66, 88, 88.88, 100, 168, 188, 200, 520];

/**
 * Yuan that came to (or left) the same accounts for other reasons, `times` as many as in true deals: life, business,
 * loans, and one in twenty-five close to a true amount near its day. A few come from the very people who also buy coins.
 */
export function yuanDecoys(
	chances: Chances,
	market: Market,
	sellers: readonly Seller[],
	deals: readonly DealDraft[],
	times: number,
): Draft[] {
	const legs = deals.flatMap((deal) => deal.legs.filter(({ kind }) => kind === 'yuan'));
	const owners = new Map(sellers.map((seller) => [seller.party, seller]));
	const decoys: Draft[] = [];
	for (const real of legs) {
		const { party, side } = real;
		for (let k = 0; k < times; k++) {
			const account = chances.pick(owners.get(party)?.accounts ?? [real.account]);
			const like = { kind: 'yuan', side, party, account } as const;
			const other = chances.happens(0.02)
				? chances.pick(chances.pick(market.desks).payers)
				: `payer-${party}-${chances.whole(0, 400)}`;
			if (chances.happens(0.04)) {
				const grain = chances.pick([100, 1000, 10_000, 100_000]);
				const amount = Math.max(grain, Math.round((real.amount * chances.between(0.985, 1.015)) / grain) * grain);
				decoys.push({ ...like, other, at: real.at + Math.floor(chances.between(-3, 3) * DAY), amount });
			} else {
				const at = businessTime(chances, chances.whole(0, DAYS - 1));
				decoys.push({ ...like, other, at, amount: Math.max(1, ordinaryFen(chances)) });
			}
		}
	}
	return decoys;
}

function ordinaryFen(chances: Chances): number {
	const kind = chances.weighted([
		[52, 'life'],
		[5, 'packet'],
		[26, 'business'],
		[12, 'round'],
		[5, 'large'],
	] as const);
	if (kind === 'packet') return Math.round(chances.pick(PACKETS) * 100);
	if (kind === 'round') return chances.pick(ROUND_SUMS) * 100;
	if (kind === 'large') return Math.round(chances.lognormal(30_000, 0.8) * 100);
	const yuan = kind === 'life' ? chances.lognormal(120, 1.3) : chances.lognormal(3000, 1.2);
	const grain = chances.weighted([
		[35, 1],
		[35, 100],
		[15, 1000],
		[15, 10_000],
	] as const);
	return Math.max(grain, Math.round((yuan * 100) / grain) * grain);
}

/** Coins that left (or came) for no yuan: stakes, phone lists paid in coins, gifts, wallets of one's own not yet known. */
export function coinDecoys(chances: Chances, sellers: readonly Seller[], deals: readonly DealDraft[]): Draft[] {
	const decoys: Draft[] = [];
	for (const { wallets, party } of sellers) {
		const real = deals.flatMap(({ legs }) => legs.filter((leg) => leg.kind === 'coin' && leg.party === party));
		for (let k = 0; k < real.length / 4; k++) {
			const amount = chances.happens(0.15)
				? Math.round(chances.pick(real).amount * chances.between(0.99, 1.01))
				: Math.round(chances.lognormal(700, 1.2) / 10) * 1000;
			const side: Side = chances.happens(0.15) ? 'bought' : 'sold';
			const at = businessTime(chances, chances.whole(0, DAYS - 1));
			const other = `wallet-${party}-${chances.whole(0, 30)}`;
			const leg = { kind: 'coin', side, party, account: chances.pick(wallets), other, at } as const;
			decoys.push({ ...leg, amount: Math.max(100, amount) });
		}
	}
	return decoys;
}
