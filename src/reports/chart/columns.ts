import { type ChartGraph, type ChartNode, COST, type Decimals, size } from './graph.ts';

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

const ORDER = ['leader', 'inspector', 'technician', 'caller'];

/** People of one role together, the largest first: where lines do not ask for another order, they stand like this. */
export function inOrder({ nodes, links }: ChartGraph, decimals: Decimals): ChartGraph {
	const arrived = new Map<string, bigint>();
	for (const { to, amount, asset } of links) arrived.set(to, (arrived.get(to) ?? 0n) + size(amount, asset, decimals));
	const rank = ({ kind, role }: ChartNode) => (kind === COST ? ORDER.length + 1 : ORDER.indexOf(role) + 1);
	const weight = ({ id }: ChartNode) => arrived.get(id) ?? 0n;
	const sorted = [...nodes].sort(
		(a, b) => rank(a) - rank(b) || (weight(a) > weight(b) ? -1 : weight(a) < weight(b) ? 1 : a.id < b.id ? -1 : 1),
	);
	const place = new Map(sorted.map(({ id }, index) => [id, index]));
	const at = (id: string) => place.get(id) ?? 0;
	return { nodes: sorted, links: [...links].sort((a, b) => at(a.to) - at(b.to) || at(a.from) - at(b.from)) };
}
