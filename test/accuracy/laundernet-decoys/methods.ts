import { buildGraph, flags, type Graph } from '../../../src/tracing/graph.ts';
import { reach } from '../../../src/tracing/reach.ts';
import { settle } from '../../../src/tracing/settle.ts';
import { POLICIES, type Policy } from '../../../src/tracing/types.ts';
import { UNREACHED } from '../../../src/tracing/way.ts';
import { tracedOf } from '../laundernet/traced.ts';
import type { Mixed } from './mix.ts';
import { pushRank } from './push-rank.ts';

/** What one method answers to "where did it go". */
export interface Answer {
	readonly method: string;
	/** Accounts it returns, the most suspect first; equals by id. The sources, which were given, stand in front. */
	readonly accounts: readonly string[];
	/** Flow -> what of it is traced, cents. Empty for what ranks accounts only. */
	readonly traced: ReadonlyMap<string, bigint>;
}

/** Every method on the same input. */
export function answersOf(mixed: Mixed): Answer[] {
	const graph = buildGraph(mixed.flows);
	const amounts = new Map(mixed.flows.map(({ id, amount }) => [id, amount]));
	const whole = (positions: readonly number[]) =>
		new Map(positions.map((k) => [graph.ids[k] as string, amounts.get(graph.ids[k] as string) as bigint]));
	const all = [...graph.ids.keys()];
	const timely = reach(graph, {
		from: { accounts: [...mixed.sources].filter((account) => graph.accounts.includes(account)) },
		services: new Set(),
		conversions: [],
		limits: {},
	});
	const walked = walk(graph, mixed.sources);
	const nearest = (hops: ArrayLike<number>) =>
		ranked(graph, mixed.sources, (k) => ((hops[k] as number) === UNREACHED ? 0 : 1 / (1 + (hops[k] as number))));
	const ranks = pushRank(graph, mixed.sources);
	return [
		{
			method: 'reach, nearest first',
			accounts: nearest(timely.accounts),
			traced: whole(all.filter((k) => timely.hops[k] !== 0)),
		},
		{
			method: 'BFS without time, nearest first',
			accounts: nearest(walked),
			traced: whole(all.filter((k) => walked[graph.src[k] as number] !== UNREACHED)),
		},
		...POLICIES.map((policy) => settled(mixed, graph, policy)),
		{ method: 'push-rank', accounts: ranked(graph, mixed.sources, (k) => ranks[k] as number), traced: new Map() },
	];
}

/** Under a policy, by the traced value that arrived at an account: each arrival counts, of a transfer its traced part. */
function settled(mixed: Mixed, graph: Graph, policy: Policy): Answer {
	const seeds = new Map<string, string>();
	for (const { id, from, to } of mixed.flows)
		if (mixed.sources.has(from) && !mixed.sources.has(to)) seeds.set(id, from);
	const settlement = settle(graph, { seeds, services: new Set(), conversions: [], openings: new Map() }, policy);
	const traced = tracedOf(settlement);
	const arrived = new Map<string, bigint>();
	for (const { id, to } of mixed.flows) {
		const part = traced.get(id);
		if (part !== undefined) arrived.set(to, (arrived.get(to) ?? 0n) + part);
	}
	const value = (k: number) => Number(arrived.get(graph.accounts[k] as string) ?? 0n);
	return { method: policy, accounts: ranked(graph, mixed.sources, value), traced };
}

/** Hops from the sources along flows whatever their time. */
function walk(graph: Graph, sources: ReadonlySet<string>): Uint16Array {
	const next: Set<number>[] = graph.accounts.map(() => new Set());
	for (const [position, payer] of graph.src.entries()) next[payer]?.add(graph.dst[position] as number);
	const starts = flags(graph, sources);
	const hops = new Uint16Array(graph.accounts.length).map((_, k) => (starts[k] === 1 ? 0 : UNREACHED));
	const queue = [...graph.accounts.keys()].filter((k) => starts[k] === 1);
	for (const account of queue)
		for (const payee of next[account] ?? []) {
			if (hops[payee] !== UNREACHED) continue;
			hops[payee] = (hops[account] as number) + 1;
			queue.push(payee);
		}
	return hops;
}

function ranked(graph: Graph, sources: ReadonlySet<string>, score: (account: number) => number): string[] {
	const given = graph.accounts.filter((account) => sources.has(account));
	const others = graph.accounts.flatMap((account, k) => {
		const value = sources.has(account) ? 0 : score(k);
		return value > 0 ? [{ account, value }] : [];
	});
	others.sort((a, b) => b.value - a.value || (a.account < b.account ? -1 : 1));
	return [...given.sort(), ...others.map(({ account }) => account)];
}
