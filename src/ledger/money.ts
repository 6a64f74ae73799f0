import { BigNumber } from 'bignumber.js';
import type { Asset } from './asset.ts';

/** Why a text is not an amount. */
export type AmountFault = 'empty' | 'not-a-number' | 'too-precise' | 'negative' | 'damaged';

export type AmountReading =
	| { readonly ok: true; readonly amount: bigint }
	| { readonly ok: false; readonly fault: AmountFault };

/** A token of 36 decimals has no more, and what follows takes time to the square of the length. */
const LENGTH_MAX = 100;
const CURRENCY_SIGNS = /^[¥￥]\s*/;
const PLAIN = /^[+-]?\d+(?:\.\d*)?$|^[+-]?\.\d+$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const SCIENTIFIC = /^[+-]?\d+(?:\.\d+)?[eE][+-]?\d+$/;

/**
 * Reads a decimal amount as people and exports write it, into smallest units. Exact: never through a float.
 *
 * Accepts a leading `¥` or `￥`, thousands commas in groups of three, and zeros beyond the asset's decimals. Refuses
 * more decimals than the asset has, and scientific notation ("6.22E+18" is a number a spreadsheet damaged).
 *
 * @param text as printed, already trimmed
 * @param decimals of the asset: 2 for yuan, 0 where the column is in fen
 */
export function parseAmount(text: string, decimals: number): AmountReading {
	const bare = text.replace(CURRENCY_SIGNS, '');
	if (bare === '') return { ok: false, fault: 'empty' };
	if (bare.length > LENGTH_MAX) return { ok: false, fault: 'not-a-number' };
	if (SCIENTIFIC.test(bare)) return { ok: false, fault: 'damaged' };
	const plain = GROUPED.test(bare) ? bare.replaceAll(',', '') : bare;
	if (!PLAIN.test(plain)) return { ok: false, fault: 'not-a-number' };
	const negative = plain.startsWith('-');
	const unsigned = plain.replace(/^[+-]/, '');
	const dot = unsigned.indexOf('.');
	const whole = dot < 0 ? unsigned : unsigned.slice(0, dot);
	const fraction = (dot < 0 ? '' : unsigned.slice(dot + 1)).replace(/0+$/, '');
	if (fraction.length > decimals) return { ok: false, fault: 'too-precise' };
	const amount = BigInt(`${whole === '' ? '0' : whole}${fraction.padEnd(decimals, '0')}`);
	return { ok: true, amount: negative ? -amount : amount };
}

/** Smallest units as a plain decimal with all the asset's decimals: `24500n` fen -> `245.00`. For files and machines. */
export function formatAmount(amount: bigint, decimals: number): string {
	const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0');
	const sign = amount < 0n ? '-' : '';
	return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The same with thousands commas and, for tokens, without trailing zeros beyond two decimals. For people. */
export function displayAmount(amount: bigint, asset: Asset): string {
	const value = new BigNumber(amount.toString()).shiftedBy(-asset.decimals);
	return value.toFormat(Math.max(2, value.decimalPlaces() ?? 0));
}

/** A count for people: `12,345`. */
export function thousands(count: number): string {
	return new BigNumber(count).toFormat(0);
}

/** `1,234.50 USDT`; an asset nobody knows the decimals of is shown in its smallest units, and says so. */
export function withUnit(amount: bigint, asset: string, assets: ReadonlyMap<string, Asset>): string {
	const known = assets.get(asset);
	return known ? `${displayAmount(amount, known)} ${known.symbol}` : `${amount} × ${asset}`;
}

/** A share `part/whole` in percent, rounded half up to one decimal, as text. `whole` 0 gives `0.0`. */
export function percent(part: bigint, whole: bigint): string {
	if (whole === 0n) return '0.0';
	return new BigNumber(part.toString()).times(100).div(whole.toString()).toFixed(1, BigNumber.ROUND_HALF_UP);
}

/**
 * Divides `total` in proportion to `weights` by the largest remainder, ties to the lower index, so that the parts sum
 * to the total to the last unit (Hamilton's method).
 *
 * @throws RangeError where all weights are 0 and the total is not
 */
export function divideByLargestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
	const sum = weights.reduce((a, b) => a + b, 0n);
	if (sum === 0n) {
		if (total !== 0n) throw new RangeError('no weight to divide by');
		return weights.map(() => 0n);
	}
	const parts = weights.map((w) => (total * w) / sum);
	const remainders = weights.map((w, index) => ({ index, rest: (total * w) % sum }));
	remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
	let left = total - parts.reduce((a, b) => a + b, 0n);
	for (const { index } of remainders) {
		if (left === 0n) break;
		parts[index] = (parts[index] ?? 0n) + 1n;
		left -= 1n;
	}
	return parts;
}
