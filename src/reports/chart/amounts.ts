import { BigNumber } from 'bignumber.js';
import type { Findings } from '../../findings/schema.ts';
import { thousands } from '../../ledger/money.ts';
import { assetNames } from '../asset-names.ts';
import { type Words, word } from '../words.ts';
import type { Sum } from './graph.ts';

/** How a chart prints money and counts. Yuan are exact; coins are rounded for the eye and exact in the schedules. */
export interface Amounts {
	/** Symbol of the one asset of the chart, which then stands in the header only; undefined where there are several. */
	readonly only: string | undefined;
	/** Names that carry the mark of a network (`USDT-T`), and the network: the notes explain them. */
	readonly marked: ReadonlyMap<string, string>;
	amount(amount: bigint, asset: string): string;
	/** Amount and count: `12,345.00元/45笔`. */
	sum(sum: Sum): string;
}

export function amountsOf(findings: Findings, words: Words): Amounts {
	const used = new Set(
		findings.flow.links.flatMap((link) => (link.yuan === undefined ? [link.asset] : [link.asset, 'CNY'])),
	);
	const assets = findings.assets.filter((asset) => used.has(asset.id));
	const marked = new Map<string, string>();
	const symbols = assetNames(assets, (symbol, network) => {
		const name = `${symbol}-${network.charAt(0).toUpperCase()}`;
		marked.set(name, word(words.networks, network));
		return name;
	});
	const decimals = new Map(assets.map((asset) => [asset.id, asset.decimals]));
	const [first = 'CNY'] = used;
	const only = used.size === 1 && first !== 'CNY' ? (symbols.get(first) ?? first) : undefined;
	const amount = (value: bigint, id: string): string => {
		if (id === 'CNY') return `${grouped(value, 2, 2)}${words.yuan}`;
		const digits = rounded(value, decimals.get(id) ?? 0);
		return only === undefined ? `${digits} ${symbols.get(id) ?? id}` : digits;
	};
	return {
		only,
		marked,
		amount,
		sum: (sum) => `${amount(sum.amount, sum.asset)}/${words.times(thousands(sum.count))}`,
	};
}

/** A rate as the findings print it, without zeros at its end. */
export function plainRate(rate: string): string {
	return new BigNumber(rate).toFixed();
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
