import type { BenchRow } from '../bench/row.ts';

/** A count beside the most it could be. */
export interface Share {
	readonly found: number;
	readonly of: number;
}

/** An amount beside the most it could be, in cents. */
export interface Sum {
	readonly found: bigint;
	readonly of: bigint;
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const lines = [head, head.map(() => '---'), ...rows];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function row(name: string, size: number, unit: string, value: number, against: number | null): BenchRow {
	return { name, size, value, unit, against, ratio: against === null || against === 0 ? null : value / against };
}

export function count({ found, of }: Share): string {
	return `${grouped(found)} / ${grouped(of)}`;
}

/** Whole dollars, rounded down, and the share in tenths of a percent. */
export function dollars({ found, of }: Sum): string {
	const mill = of === 0n ? 0n : (found * 1000n) / of;
	return `${grouped(found / 100n)} / ${grouped(of / 100n)} (${mill / 10n}.${mill % 10n} %)`;
}

export function grouped(value: bigint | number): string {
	return value.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Mean over the seeds and the worst of them; over a seed in which there was nothing to judge, nothing is said. */
export function meanAndWorst(list: readonly Share[]): string {
	const ratios = list.filter(({ of }) => of > 0).map(ratio);
	if (ratios.length === 0) return '-';
	const { found, of } = sum(list);
	return `${percent(average(ratios), 1)} %, worst ${percent(Math.min(...ratios), 1)} % (${grouped(found)} / ${grouped(of)})`;
}

export function sum(list: readonly Share[]): Share {
	return list.reduce((a, b) => ({ found: a.found + b.found, of: a.of + b.of }), { found: 0, of: 0 });
}

/** 0 where there are none. */
export function average(values: readonly number[]): number {
	return values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
}

export function ratio({ found, of }: Share): number {
	return of === 0 ? 0 : found / of;
}

export function percent(share: number, digits: number): string {
	return (100 * share).toFixed(digits);
}
