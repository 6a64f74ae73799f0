import type { Conversion, Flow, TraceTerms } from '../../src/tracing/types.ts';

/**
 * Flows from lines such as `t1 A>B 100`, `t2 A>B 100 USDT`, `t3 A>B 5 CNY @7`, `t4 B>C 5 CNY @7~` (`~`: tied). The asset
 * is CNY and the instants count up from 1 where they are not given.
 */
export function draw(...lines: readonly string[]): Flow[] {
	return lines.map((line, index) => {
		const [id = '', way = '', amount = '', ...rest] = line.trim().split(/\s+/);
		const [from = '', to = ''] = way.split('>');
		const at = rest.find((word) => word.startsWith('@')) ?? `@${index + 1}`;
		const asset = rest.find((word) => !word.startsWith('@')) ?? 'CNY';
		const instant = Number(at.slice(1).replace('~', ''));
		return { id, from, to, asset, amount: BigInt(amount.replaceAll('_', '')), instant, tied: at.endsWith('~') };
	});
}

/** Terms from what a test cares about. */
export function terms(
	given: {
		readonly seeds?: Readonly<Record<string, string>>;
		readonly services?: readonly string[];
		readonly conversions?: readonly Conversion[];
		readonly openings?: Readonly<Record<string, bigint>>;
	} = {},
): TraceTerms {
	return {
		seeds: new Map(Object.entries(given.seeds ?? {})),
		services: new Set(given.services ?? []),
		conversions: given.conversions ?? [],
		openings: new Map(Object.entries(given.openings ?? {})),
	};
}

/** Shares as one line each, `transfer origin amount`, for comparison by eye. */
export function lines(
	shares: Iterable<{ readonly id: string; readonly origin: string; readonly amount: bigint }>,
): string[] {
	return [...shares].map(({ id, origin, amount }) => `${id} ${origin} ${amount}`);
}
