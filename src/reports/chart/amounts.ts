import { BigNumber } from 'bignumber.js';
import type { Findings } from '../../findings/schema.ts';
import type { Words } from '../words.ts';
import type { Sum } from './graph.ts';

/** How a chart prints money and counts. Yuan are exact; coins are rounded for the eye and exact in the schedules. */
export interface Amounts {
	/** Symbol of the one asset of the chart, which then stands in the header only; undefined where there are several. */
	readonly only: string | undefined;
	amount(amount: bigint, asset: string): string;
	/** Amount and count: `12,345.00元/45笔`. */
	sum(sum: Sum): string;
}

export function amountsOf(findings: Findings, words: Words): Amounts {
	const assets = new Map(findings.assets.map((asset) => [asset.id, asset]));
	const used = new Set(
		findings.flow.links.flatMap((link) => (link.yuan === undefined ? [link.asset] : [link.asset, 'CNY'])),
	);
	const [first = 'CNY'] = used;
	const only = used.size === 1 && first !== 'CNY' ? (assets.get(first)?.symbol ?? first) : undefined;
	const amount = (value: bigint, id: string): string => {
		const asset = assets.get(id);
		if (id === 'CNY') return `${grouped(value, 2, 2)}${words.yuan}`;
		const digits = rounded(value, asset?.decimals ?? 0);
		return only === undefined ? `${digits} ${asset?.symbol ?? id}` : digits;
	};
	return {
		only,
		amount,
		sum: (sum) => `${amount(sum.amount, sum.asset)}/${words.times(thousands(sum.count))}`,
	};
}

/** `12,345`. */
export function thousands(value: number): string {
	return new BigNumber(value).toFormat(0);
}

/** Yuan a coin from sums over several cash-outs, four decimals, half up. */
export function averageRate(fen: bigint, quantity: bigint, decimals: number): string {
	const coins = new BigNumber(quantity.toString()).shiftedBy(-decimals);
	return new BigNumber(fen.toString()).shiftedBy(-2).div(coins).toFixed(4, BigNumber.ROUND_HALF_UP);
}

function rounded(value: bigint, decimals: number): string {
	const below = new BigNumber(value.toString()).shiftedBy(-decimals).abs().lt(1);
	return grouped(value, decimals, below && value !== 0n ? Math.min(6, Math.max(2, decimals)) : 2);
}

function grouped(value: bigint, decimals: number, places: number): string {
	return new BigNumber(value.toString()).shiftedBy(-decimals).toFormat(places, BigNumber.ROUND_HALF_UP);
}
