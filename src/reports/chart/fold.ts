import { weakest } from '../../ledger/transfer.ts';
import { add, type ChartGraph, type ChartLink, type ChartNode, type Decimals, type Sum, size } from './graph.ts';

/**
 * At most `limit` boxes for each parent and role (`parent`), or for each level and role (`level`, for chains without
 * people): where there are more, the `limit - 1` largest stay and the rest become one box.
 */
export interface FoldPlan {
	readonly by: 'parent' | 'level';
	readonly limit: number;
	/** Nodes of this and higher levels stand in one box: hops for which a sheet has no room. */
	readonly lastLevel?: number;
	/** Lines drawn to one level at most; undefined: all. */
	readonly linksPerLevel?: number;
}

/** What folding did. Nothing is dropped: every hidden amount stands in a line to a folded box, or in `inner`. */
export interface Folded {
	readonly graph: ChartGraph;
	readonly boxes: number;
	readonly hiddenNodes: number;
	readonly hiddenMembers: number;
	/** Links between two nodes that are now in the same box: not drawn. */
	readonly inner: { readonly links: number; readonly sums: readonly Sum[] };
}

/**
 * Folds small nodes. Size is what arrived at a node (what it sent, where nothing arrives); for chains, the traced part
 * of it. Levels are folded from the left, so that the children of folded people are folded as one family.
 */
export function fold(full: ChartGraph, plan: FoldPlan, decimals: Decimals): Folded {
	const graph = withinLevels(full, plan.lastLevel ?? Number.POSITIVE_INFINITY);
	const box = new Map(graph.nodes.map((node) => [node.id, node.id]));
	const weights = weightsOf(graph, plan, decimals);
	const byId = new Map(graph.nodes.map((node) => [node.id, node]));
	const parents = parentsOf(graph, byId, decimals);
	const nodes: ChartNode[] = [];
	const made: { readonly node: ChartNode; readonly hidden: number }[] = [];
	for (const level of [...new Set(graph.nodes.map((node) => node.level))].sort((a, b) => a - b)) {
		const families = new Map<string, ChartNode[]>();
		for (const node of graph.nodes.filter((each) => each.level === level)) {
			const parent = plan.by === 'level' ? '' : (box.get(parents.get(node.id) ?? '') ?? '');
			const key = level === plan.lastLevel ? `${level}` : `${level}|${node.kind}|${node.role}|${parent}`;
			families.set(key, [...(families.get(key) ?? []), node]);
		}
		for (const [key, family] of families) {
			const { kept, rest } = split(family, level === plan.lastLevel ? 1 : plan.limit, weights);
			nodes.push(...kept);
			if (rest.length === 0) continue;
			const node = folded(`fold|${key}`, rest);
			for (const each of rest) box.set(each.id, node.id);
			nodes.push(node);
			made.push({ node, hidden: rest.length });
		}
	}
	const { links, inner } = mergeLinks(graph.links, box);
	return {
		graph: { nodes, links },
		boxes: made.length,
		hiddenNodes: made.reduce((sum, each) => sum + each.hidden, 0),
		hiddenMembers: made.reduce((sum, each) => sum + each.node.members, 0),
		inner,
	};
}

function withinLevels(graph: ChartGraph, last: number): ChartGraph {
	return { ...graph, nodes: graph.nodes.map((node) => ({ ...node, level: Math.min(node.level, last) })) };
}

function split(family: readonly ChartNode[], limit: number, weights: ReadonlyMap<string, bigint>) {
	if (family.length <= limit) return { kept: family, rest: [] };
	const weight = (node: ChartNode) => weights.get(node.id) ?? 0n;
	const order = [...family].sort((a, b) =>
		weight(a) === weight(b) ? (a.id < b.id ? -1 : 1) : weight(a) > weight(b) ? -1 : 1,
	);
	const largest = new Set(order.slice(0, limit - 1));
	return { kept: family.filter((node) => largest.has(node)), rest: family.filter((node) => !largest.has(node)) };
}

function folded(id: string, rest: readonly ChartNode[]): ChartNode {
	const { kind, role, level } = rest[0] as ChartNode;
	const alike = rest.every((node) => node.kind === kind && node.role === role);
	const members = rest.reduce((sum, node) => sum + node.members, 0);
	const look = alike ? { kind, role } : { kind: 'other', role: '' };
	const gaps = [...new Set(rest.flatMap((node) => node.gaps))].sort();
	return { id, label: '', note: '', ...look, level, members, folded: true, gaps };
}

/** Of each node, the payer of its largest link from a lower level. */
function parentsOf(graph: ChartGraph, byId: ReadonlyMap<string, ChartNode>, decimals: Decimals) {
	const best = new Map<string, { from: string; weight: bigint }>();
	for (const link of graph.links) {
		if ((byId.get(link.from)?.level ?? 0) >= (byId.get(link.to)?.level ?? 0)) continue;
		const weight = size(link.amount, link.asset, decimals);
		const before = best.get(link.to);
		if (before === undefined || weight > before.weight) best.set(link.to, { from: link.from, weight });
	}
	return new Map([...best].map(([id, { from }]) => [id, from]));
}

function weightsOf(graph: ChartGraph, plan: FoldPlan, decimals: Decimals): ReadonlyMap<string, bigint> {
	const arrived = new Map<string, bigint>();
	const sent = new Map<string, bigint>();
	const raise = (map: Map<string, bigint>, id: string, by: bigint) => map.set(id, (map.get(id) ?? 0n) + by);
	for (const link of graph.links) {
		const weight = size(plan.by === 'level' ? link.traced : link.amount, link.asset, decimals);
		raise(arrived, link.to, weight);
		raise(sent, link.from, weight);
	}
	return new Map(graph.nodes.map(({ id }) => [id, arrived.get(id) ?? sent.get(id) ?? 0n]));
}

/** Links between the same boxes become one, as long as asset, status and being a cash-out agree. */
function mergeLinks(links: readonly ChartLink[], box: ReadonlyMap<string, string>) {
	const merged = new Map<string, ChartLink>();
	const innerSums: Sum[] = [];
	let innerLinks = 0;
	for (const link of links) {
		const from = box.get(link.from) as string;
		const to = box.get(link.to) as string;
		if (from === to) {
			innerLinks += 1;
			add(innerSums, { asset: link.asset, amount: link.amount, count: link.count });
			continue;
		}
		const key = [from, to, link.asset, link.status, link.yuan === undefined].join('\n');
		const before = merged.get(key);
		merged.set(key, before === undefined ? { ...link, from, to } : together(before, link));
	}
	return { links: [...merged.values()], inner: { links: innerLinks, sums: innerSums } };
}

function together(a: ChartLink, b: ChartLink): ChartLink {
	const { rate: _ofOneLinkOnly, ...rest } = a;
	return {
		...rest,
		amount: a.amount + b.amount,
		count: a.count + b.count,
		first: Math.min(a.first, b.first),
		last: Math.max(a.last, b.last),
		grade: weakest([a.grade, b.grade]),
		media: [...new Set([...a.media, ...b.media])],
		traced: a.traced + b.traced,
		...(a.yuan === undefined || b.yuan === undefined ? {} : { yuan: a.yuan + b.yuan }),
		numbers: [...a.numbers, ...b.numbers],
	};
}
