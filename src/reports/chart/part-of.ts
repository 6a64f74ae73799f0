import type { Findings } from '../../findings/schema.ts';
import { inOrder } from './columns.ts';
import type { ChartGraph, ChartLink, Decimals } from './graph.ts';

/** A person whose dealings a chart of their own shows, and the nodes that stand for them. */
export interface Head {
	/** Person id; the node's own id where nobody stands behind it. */
	readonly id: string;
	readonly name: string;
	readonly group: string;
	readonly nodes: ReadonlySet<string>;
}

/** All that a head pays or is paid. */
export function touching(graph: ChartGraph, { nodes }: Head): ChartGraph {
	return withLinks(
		graph,
		graph.links.filter(({ from, to }) => nodes.has(from) || nodes.has(to)),
	);
}

/** All that a head pays or is paid, and what the people of the group pay one another. */
export function groupOf(graph: ChartGraph, head: Head, group: ReadonlySet<string>): ChartGraph {
	const paid = graph.links.filter(({ from }) => head.nodes.has(from)).map(({ to }) => to);
	const levels = new Map(graph.nodes.map(({ id, level }) => [id, level]));
	const own = Math.min(...[...head.nodes].map((id) => levels.get(id) ?? 0));
	const members = new Set([...paid, ...group].filter((id) => (levels.get(id) ?? 0) > own));
	const inside = ({ from, to }: ChartLink) => members.has(from) && members.has(to);
	return withLinks(
		graph,
		graph.links.filter((link) => head.nodes.has(link.from) || head.nodes.has(link.to) || inside(link)),
	);
}

/** More people than this below a head go on several sheets: nobody is folded for want of room. */
const PER_SHEET = 44;

/**
 * The sheets of a group, people in the order of `inOrder`; what the head receives stands on each of them. Every line of
 * the group is on one sheet at least.
 */
export function sheetsOf(part: ChartGraph, head: Head, decimals: Decimals): ChartGraph[] {
	const levels = new Map(part.nodes.map(({ id, level }) => [id, level]));
	const own = Math.max(...[...head.nodes].map((id) => levels.get(id) ?? 0));
	const below = inOrder(part, decimals)
		.nodes.map(({ id }) => id)
		.filter((id) => (levels.get(id) ?? 0) > own);
	if (below.length <= PER_SHEET) return [part];
	const sheets = Math.ceil(below.length / PER_SHEET);
	const each = Math.ceil(below.length / sheets);
	return Array.from({ length: sheets }, (_, sheet) => {
		const here = new Set(below.slice(sheet * each, (sheet + 1) * each));
		const member = ({ from, to }: ChartLink) => [to, from].find((id) => (levels.get(id) ?? 0) > own);
		return withLinks(
			part,
			part.links.filter((link) => {
				const id = member(link);
				return id === undefined || here.has(id);
			}),
		);
	});
}

/** Running costs, coins for which no yuan came, and money that went back up. */
export function costsOf(graph: ChartGraph): ChartGraph {
	const kinds = new Set(['operating-cost', 'coins-out', 'return-by-payee']);
	const toMember = new Set(
		graph.nodes.filter(({ kind, role }) => kind === 'wallet' && role !== '').map(({ id }) => id),
	);
	return withLinks(
		graph,
		graph.links.filter((link) => link.kinds.some((kind) => kinds.has(kind)) && !toMember.has(link.to)),
	);
}

/** The nodes of each person in the flow. */
export function nodesByPerson({ nodes }: Findings['flow']): ReadonlyMap<string, ReadonlySet<string>> {
	const byPerson = new Map<string, Set<string>>();
	for (const { id, party } of nodes) {
		if (party !== '') byPerson.set(party, (byPerson.get(party) ?? new Set()).add(id));
	}
	return byPerson;
}

export function withLinks(graph: ChartGraph, links: readonly ChartLink[]): ChartGraph {
	const ends = new Set(links.flatMap(({ from, to }) => [from, to]));
	return { nodes: graph.nodes.filter(({ id }) => ends.has(id)), links };
}
