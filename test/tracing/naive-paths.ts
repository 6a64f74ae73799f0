import type { Conversion, Ends, Flow } from '../../src/tracing/types.ts';

export interface NaiveQuestion {
	readonly from: Ends;
	readonly to: Ends;
	readonly services: ReadonlySet<string>;
	readonly conversions: readonly Conversion[];
	readonly depth: number;
}

/**
 * Every time-respecting path that reaches no account twice, by trying all of them. `flows` stand in the order of the graph.
 * Shares no code with src/tracing.
 */
export function naivePaths(flows: readonly Flow[], question: NaiveQuestion): string[][] {
	const place = new Map(flows.map((flow, k) => [flow.id, k]));
	const at = (id: string): Flow => flows[place.get(id) as number] as Flow;
	const starts = new Set(question.from.accounts);
	/** Every leg given with every leg that came for it. */
	const crossings = question.conversions.flatMap(({ gives, gets }) => {
		const first = Math.min(...gets.map((get) => place.get(get) as number));
		return gives.flatMap((give) => gets.map((get) => ({ give, get, first })));
	});
	const found: string[][] = [];
	/** Whether something at position `later` may follow the transfer `before`. */
	const mayFollow = (before: Flow, later: number): boolean => {
		const next = flows[later] as Flow;
		return later > (place.get(before.id) as number) || inOneGroup(flows, before, next);
	};
	const extend = (path: readonly string[], last: Flow, visited: ReadonlySet<string>): void => {
		if (path.length > question.depth) return;
		if (question.to.accounts?.includes(last.to) || question.to.transfers?.includes(last.id)) {
			found.push([...path]);
			return;
		}
		if (visited.has(last.to) || (question.services.has(last.to) && !starts.has(last.to))) return;
		move(path, last.to, last, new Set([...visited, last.to]));
	};
	const move = (
		path: readonly string[],
		account: string,
		last: Flow | undefined,
		visited: ReadonlySet<string>,
	): void => {
		for (const [k, flow] of flows.entries()) {
			if (flow.from !== account || path.includes(flow.id)) continue;
			if (last === undefined || mayFollow(last, k)) extend([...path, flow.id], flow, visited);
		}
		for (const { give, get, first } of crossings) {
			if (at(give).from !== account || path.includes(give) || path.includes(get)) continue;
			const departs = Math.min(place.get(give) as number, first);
			if (last === undefined || mayFollow(last, departs)) extend([...path, give, get], at(get), visited);
		}
	};
	for (const id of question.from.transfers ?? []) {
		if (starts.has(at(id).from)) continue;
		extend([id], at(id), starts);
		for (const { give, get } of crossings) if (give === id) extend([give, get], at(get), starts);
	}
	for (const account of starts) move([], account, undefined, starts);
	return found;
}

/** Fewest hops to every transfer. */
export function naiveReach(flows: readonly Flow[], question: Omit<NaiveQuestion, 'to'>): Map<string, number> {
	const hops = new Map<string, number>();
	for (const flow of flows) {
		const paths = naivePaths(flows, { ...question, to: { transfers: [flow.id] } });
		const lengths = paths.map((path) => path.length);
		if (lengths.length > 0) hops.set(flow.id, Math.min(...lengths));
	}
	return hops;
}

function inOneGroup(flows: readonly Flow[], a: Flow, b: Flow): boolean {
	const [first, last] = [flows.indexOf(a), flows.indexOf(b)].sort((x, y) => x - y) as [number, number];
	const between = flows.slice(first, last + 1);
	if (a.transaction !== undefined && between.every((flow) => flow.transaction === a.transaction)) return true;
	return between.every((flow) => flow.tied && flow.instant === a.instant);
}
