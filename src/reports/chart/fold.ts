import { grouped } from '../../ledger/grouped.ts';
import { weakest } from '../../ledger/transfer.ts';
import { add, type ChartGraph, type ChartLink, type ChartNode, COST, type Decimals, type Sum, size } from './graph.ts';

/**
 * At most `limit` boxes for each parent and role (`parent`), or for each level and role (`level`, for chains without
 * people): where there are more, the `limit - 1` largest stay and the rest become one box.
 */
export interface FoldPlan {
	readonly by: 'parent' | 'level';
	readonly limit: number;
	/**
	 * Of boxes that pay nobody further on: as the others (absent), one box for each payer and role, or one for each payer
	 * with the whole team in it.
	 */
	readonly teams?: 'by-role' | 'whole';
	/** Crowded levels are set in one line a box and one line a link; `short`: without days and means. */
	readonly dense?: 'full' | 'short';
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
	const payers = payersOf(graph, byId);
	for (const level of [...new Set(graph.nodes.map((node) => node.level))].sort((a, b) => a - b)) {
		const families = grouped(
			graph.nodes.filter((each) => each.level === level),
			(node) => {
				const parent = plan.by === 'level' ? '' : (box.get(parents.get(node.id) ?? '') ?? '');
				return level === plan.lastLevel ? `${level}` : familyKey(node, parent, plan, payers);
			},
		);
		for (const [key, family] of families) {
			const { kept, rest } = split(family, limitOf(family[0] as ChartNode, plan, payers), weights);
			nodes.push(...kept);
			if (rest.length === 0) continue;
			const node = folded(`fold|${key}`, rest, kept.length === 0 && level !== plan.lastLevel);
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

/** Who is folded with whom. Whole teams keep people apart from accounts and services. */
function familyKey(node: ChartNode, parent: string, { teams }: FoldPlan, payers: ReadonlySet<string>): string {
	if (teams !== undefined && node.kind === COST) return `${node.level}|${COST}`;
	const leaf = teams === 'whole' && node.kind === 'person' && !payers.has(node.id);
	return leaf
		? `${node.level}|team|${parent}`
		: `${node.level}|${node.kind}|${node.role}|${parent}|${leafMark(node, teams, payers)}`;
}

function limitOf(node: ChartNode, plan: FoldPlan, payers: ReadonlySet<string>): number {
	const whole = plan.teams !== undefined && (node.kind === COST || !payers.has(node.id));
	return node.level === plan.lastLevel || whole ? 1 : plan.limit;
}

/** With teams folded, payers of a role are a family of their own. */
function leafMark(node: ChartNode, teams: FoldPlan['teams'], payers: ReadonlySet<string>): string {
	return teams === 'by-role' && !payers.has(node.id) ? 'leaf' : '';
}

/** Nodes that pay somebody of a higher level. */
function payersOf(graph: ChartGraph, byId: ReadonlyMap<string, ChartNode>): ReadonlySet<string> {
	const onward = graph.links.filter(({ from, to }) => (byId.get(from)?.level ?? 0) < (byId.get(to)?.level ?? 0));
	// Who pays running costs only is no head of a team.
	return new Set(onward.filter(({ to }) => byId.get(to)?.kind !== COST).map(({ from }) => from));
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

function folded(id: string, rest: readonly ChartNode[], all: boolean): ChartNode {
	const { kind, role, level } = rest[0] as ChartNode;
	const alike = rest.every((node) => node.kind === kind && node.role === role);
	const members = rest.reduce((sum, node) => sum + node.members, 0);
	const oneKind = rest.every((node) => node.kind === kind);
	const look = alike ? { kind, role } : { kind: oneKind && all ? kind : 'other', role: '' };
	const crew = all && oneKind && kind === 'person' ? { crew: crewOf(rest) } : {};
	const gaps = [...new Set(rest.flatMap((node) => node.gaps))].sort();
	return { id, label: '', note: '', ...look, level, members, folded: true, gaps, ...crew };
}

function crewOf(people: readonly ChartNode[]): NonNullable<ChartNode['crew']> {
	const counts = new Map<string, number>();
	for (const { role, members } of people) counts.set(role, (counts.get(role) ?? 0) + members);
	return [...counts].map(([role, members]) => ({ role, members }));
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
		kinds: [...new Set([...a.kinds, ...b.kinds])],
		traced: a.traced + b.traced,
		...(a.yuan === undefined || b.yuan === undefined ? {} : { yuan: a.yuan + b.yuan }),
		numbers: [...a.numbers, ...b.numbers],
	};
}
