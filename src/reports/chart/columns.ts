import { type ChartGraph, COST } from './graph.ts';

/** The level from which on people stand who only work: inspectors, technicians, callers. */
const WORKERS = 5;

/**
 * Levels of people who work side by side become one column, as long as none of them pays another: a leader's lines to
 * inspectors and to callers then end in the same place instead of running past one another.
 */
export function joinedLevels({ nodes, links }: ChartGraph): ChartGraph {
	const levels = new Map(nodes.map(({ id, level }) => [id, level]));
	const worker = (id: string) => (levels.get(id) ?? 0) >= WORKERS;
	const between = links.some(({ from, to }) => worker(from) && worker(to) && levels.get(from) !== levels.get(to));
	if (between || nodes.every(({ kind }) => kind !== 'person' && kind !== COST)) return { nodes, links };
	return { nodes: nodes.map((node) => (node.level > WORKERS ? { ...node, level: WORKERS } : node)), links };
}

/** Running costs stand in the column after their payer's, beside those whom the payer pays for work. */
export function costsBesidePayees({ nodes, links }: ChartGraph): ChartGraph {
	const levels = new Map(nodes.map(({ id, level }) => [id, level]));
	const payer = new Map<string, number>();
	for (const { from, to } of links) payer.set(to, Math.max(payer.get(to) ?? 0, levels.get(from) ?? 0));
	return {
		nodes: nodes.map((node) => (node.kind === COST ? { ...node, level: (payer.get(node.id) ?? 0) + 1 } : node)),
		links,
	};
}
