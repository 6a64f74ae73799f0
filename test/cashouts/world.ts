import type { CashOutRules, CoinLeg, PartyOrder, YuanLeg } from '../../src/cashouts/types.ts';

export const HOUR = 3_600_000;
export const START = Date.UTC(2023, 2, 10);

export const RULES: CashOutRules = {
	rates: [{ min: '7.10', max: '7.15', source: '报价单' }],
	beforeMs: 24 * HOUR,
	afterMs: 72 * HOUR,
	chanceMax: 0.05,
	fee: { basisPoints: 0n, fen: 0n },
	partsMax: 3,
	groupMs: 24 * HOUR,
	confidenceMin: 0.2,
};

/** Coins of six decimals that left `hours` after the start. */
export function coin(transfer: string, coins: number, hours: number, party = '甲'): CoinLeg {
	const quantity = BigInt(Math.round(coins * 1_000_000));
	const instant = START + hours * HOUR;
	return { transfer, side: 'sold', party, asset: 'tron:usdt', quantity, decimals: 6, instant, other: '柜台' };
}

export function yuan(transfer: string, fen: bigint, hours: number, party = '甲'): YuanLeg {
	return { transfer, side: 'sold', party, fen, instant: START + hours * HOUR, other: '卡商' };
}

/** Incoming payments of other purposes over a year, so that chance has something to go by. */
export function life(party = '甲'): YuanLeg[] {
	return [1_000n, 50_000_000n].map((fen, i) => yuan(`life-${party}-${i}`, fen, 500 + i * 8_000, party));
}

/** A completed order of the party's exchange account. */
export function order(number: string, coins: number, fen: bigint, hours: number): PartyOrder {
	return {
		order: number,
		side: 'sold',
		party: '甲',
		account: 'okx:1',
		asset: 'tron:usdt',
		quantity: BigInt(coins) * 1_000_000n,
		fee: 0n,
		fen,
		instant: START + hours * HOUR,
		state: 'done',
	};
}
