import { add, type ChartGraph, type ChartLink, type Decimals, type Sum, size } from './graph.ts';

/** Lines that are drawn, and those too many for the sheet: their sums still count in the boxes. */
export interface Thinned {
	readonly drawn: readonly ChartLink[];
	readonly left: { readonly links: number; readonly sums: readonly Sum[] };
}

/**
 * Keeps, of the links that end in one level, the `perLevel` largest by traced value, and the largest of every node
 * besides, so that no box stands alone.
 */
export function thin(graph: ChartGraph, perLevel: number, decimals: Decimals): Thinned {
	const level = new Map(graph.nodes.map((node) => [node.id, node.level]));
	const order = graph.links
		.map((link, index) => ({ link, index, weight: size(link.traced, link.asset, decimals) }))
		.sort((a, b) => (a.weight === b.weight ? a.index - b.index : a.weight > b.weight ? -1 : 1));
	const kept = new Set<ChartLink>();
	const reached = new Set<string>();
	for (const { link } of order) {
		if (reached.has(link.to)) continue;
		reached.add(link.to);
		kept.add(link);
	}
	const count = new Map<number, number>();
	const column = (link: ChartLink) => Math.max(level.get(link.from) ?? 0, level.get(link.to) ?? 0);
	for (const link of kept) count.set(column(link), (count.get(column(link)) ?? 0) + 1);
	for (const { link } of order) {
		const used = count.get(column(link)) ?? 0;
		if (kept.has(link) || used >= perLevel) continue;
		kept.add(link);
		count.set(column(link), used + 1);
	}
	const left = graph.links.filter((link) => !kept.has(link));
	const sums: Sum[] = [];
	for (const { asset, amount, count: times } of left) add(sums, { asset, amount, count: times });
	return { drawn: graph.links.filter((link) => kept.has(link)), left: { links: left.length, sums } };
}
