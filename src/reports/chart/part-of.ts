import type { Findings } from '../../findings/schema.ts';
import type { ChartGraph, ChartLink } from './graph.ts';

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
