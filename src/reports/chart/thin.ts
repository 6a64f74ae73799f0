import type { FoldPlan } from './fold.ts';
import { add, type ChartGraph, type ChartLink, COST, type Decimals, type Sum, size } from './graph.ts';

/** Lines that are drawn, and those too many for the sheet: their sums still count in the boxes. */
export interface Thinned {
	readonly drawn: readonly ChartLink[];
	readonly left: Undrawn;
	/** Of running costs, where too many payers share one box. */
	readonly costs: Undrawn;
	/** Of teams: with others than who pays them most, and back up, where they are many. */
	readonly across: Undrawn;
}

interface Undrawn {
	readonly links: number;
	readonly sums: readonly Sum[];
}

/** More lines than this into one box of running costs say nothing to the eye. */
const COST_LINES_MAX = 6;
/** More lines than this between teams and the heads of others, or back up, make a tangle of the chart. */
const ACROSS_MAX = 8;
const ACROSS_MAX_DENSE = 3;

/**
 * Keeps, of the links that end in one level, the `linksPerLevel` largest by traced value, and the largest of every node
 * besides, so that no box stands alone. Where teams are folded, running costs that many pay are not drawn line by line.
 */
export function thin(graph: ChartGraph, { linksPerLevel, teams, dense }: FoldPlan, decimals: Decimals): Thinned {
	const crowded = teams === undefined ? new Set<string>() : crowdedCosts(graph);
	const tangled =
		teams === undefined
			? new Set<ChartLink>()
			: tangledLinks(graph, dense === undefined ? ACROSS_MAX : ACROSS_MAX_DENSE, decimals);
	const links = graph.links.filter((link) => !crowded.has(link.to) && !tangled.has(link));
	const costs = undrawn(graph.links.filter(({ to }) => crowded.has(to)));
	const across = undrawn([...tangled]);
	if (linksPerLevel === undefined) return { drawn: links, left: undrawn([]), costs, across };
	const level = new Map(graph.nodes.map((node) => [node.id, node.level]));
	const order = links
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
		if (kept.has(link) || used >= linksPerLevel) continue;
		kept.add(link);
		count.set(column(link), used + 1);
	}
	return {
		drawn: links.filter((link) => kept.has(link)),
		left: undrawn(links.filter((link) => !kept.has(link))),
		costs,
		across,
	};
}

/** What joins a team with others than its main payer (people change groups), and what it sends back, unless it is little. */
function tangledLinks({ nodes, links }: ChartGraph, max: number, decimals: Decimals): Set<ChartLink> {
	const teams = new Set(nodes.filter(({ crew }) => crew !== undefined).map(({ id }) => id));
	const main = new Map<string, { from: string; weight: bigint }>();
	for (const { from, to, amount, asset } of links) {
		const weight = size(amount, asset, decimals);
		if (teams.has(to) && weight > (main.get(to)?.weight ?? -1n)) main.set(to, { from, weight });
	}
	const across = links.filter(({ from, to }) => (teams.has(to) ? main.get(to)?.from !== from : teams.has(from)));
	return new Set(across.length > max ? across : []);
}

function crowdedCosts({ nodes, links }: ChartGraph): Set<string> {
	const lines = new Map<string, number>();
	for (const { to } of links) lines.set(to, (lines.get(to) ?? 0) + 1);
	const costs = nodes.filter(({ kind }) => kind === COST).map(({ id }) => id);
	return new Set(costs.filter((id) => (lines.get(id) ?? 0) > COST_LINES_MAX));
}

function undrawn(links: readonly ChartLink[]): Undrawn {
	const sums: Sum[] = [];
	for (const { asset, amount, count } of links) add(sums, { asset, amount, count });
	return { links: links.length, sums };
}
