import type { Chances } from './chances.ts';
import type { Band } from './pool.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** 2023-03-01 00:00 in China. */
export const START = Date.UTC(2023, 1, 28, 16);
export const DAYS = 120;

/** Who takes coins for yuan. */
export interface Buyer {
	/** An over-the-counter desk, the seller's own deposit address at an exchange (and there some stranger), or a stranger met in a chat. */
	readonly kind: 'desk' | 'exchange' | 'stranger';
	readonly name: string;
	/** What it pays below the day's middle price, as a share: its margin. */
	readonly margin: number;
	/** Accounts from which it pays. */
	readonly payers: readonly string[];
}

export interface Market {
	/** The middle price of each day, yuan a coin. */
	readonly prices: readonly number[];
	readonly desks: readonly Buyer[];
	/** What the case says: by half months, from screenshots of offers, so that it is wider than any one day. */
	readonly bands: readonly Band[];
}

const HALF_MONTH = 15;

export function makeMarket(chances: Chances): Market {
	const prices: number[] = [];
	let price = chances.between(6.75, 7.15);
	for (let day = 0; day < DAYS; day++) {
		prices.push(price);
		price = Math.min(7.35, Math.max(6.6, price * (1 + 0.0018 * chances.normal())));
	}
	const desks = Array.from({ length: 6 }, (_, k): Buyer => {
		const payers = Array.from({ length: chances.whole(2, 6) }, (_, j) => `desk${k}-card${j}`);
		return { kind: 'desk', name: `desk${k}`, margin: chances.between(0.001, 0.008), payers };
	});
	const bands: Band[] = [];
	for (let day = 0; day < DAYS; day += HALF_MONTH) {
		const seen = prices.slice(day, day + HALF_MONTH);
		bands.push({
			from: START + day * DAY,
			until: START + (day + HALF_MONTH) * DAY - 1,
			min: (Math.min(...seen) * 0.988).toFixed(4),
			max: (Math.max(...seen) * 1.004).toFixed(4),
		});
	}
	return { prices, desks, bands };
}

/** An instant of a day at an hour when people do business. */
export function businessTime(chances: Chances, day: number): number {
	const hour = Math.min(23.9, Math.max(7, 15.5 + 3.8 * chances.normal()));
	return START + day * DAY + Math.floor(hour * HOUR);
}

export function dayOf(instant: number): number {
	return Math.min(DAYS - 1, Math.max(0, Math.floor((instant - START) / DAY)));
}
