import { buildGraph, type Graph, graphBytes } from '../../src/tracing/graph.ts';
import { findPaths } from '../../src/tracing/paths.ts';
import { reach } from '../../src/tracing/reach.ts';
import { settle } from '../../src/tracing/settle.ts';
import type { Policy, TraceTerms } from '../../src/tracing/types.ts';
import { once, sideBySide } from './measure.ts';
import type { BenchRow } from './row.ts';
import { ACCOUNTS, TRANSFERS, tracingWorld } from './tracing-world.ts';

const RUNS = 30;
/** Haircut divides with BigInt and takes a second. */
const RUNS_SLOW = 5;
const BYTES_MAX = 120;

/**
 * Tracing of a million transfers between 200,000 accounts. Everything is timed as a caller meets it: a settlement with
 * its terms resolved, its shares recorded and its conservation checked.
 */
export async function tracingBench(): Promise<BenchRow[]> {
	const world = tracingWorld(false);
	const sorted = once(() => world.flows.sort((a, b) => a.instant - b.instant));
	const built = once(() => buildGraph(sorted.result));
	const graph = built.result;
	world.flows.length = 0;
	const { terms } = world;
	const question = {
		from: { transfers: [...terms.seeds.keys()] },
		services: terms.services,
		conversions: terms.conversions,
		limits: {},
	};
	const reached = reach(graph, question).hops.reduce((count, hops) => count + Math.sign(hops), 0);
	if (reached < TRANSFERS / 2) throw new Error(`the seeds reach only ${reached} transfers`);
	const path = { ...question, to: { accounts: [rareAccount(graph)] }, paths: 10 };

	const five = () => scanFive(graph);
	const three = () => scanThree(graph);
	const settled = (policy: Policy, runs: number) =>
		compared(`${policy}, beside a scan of src, dst, time, both limbs`, runs, () => settle(graph, terms, policy), five);
	return [
		row('sort flows by instant', sorted.ms),
		row('build graph', built.ms),
		settled('fifo', RUNS),
		settled('lifo', RUNS),
		settled('haircut', RUNS_SLOW),
		settled('poison', RUNS),
		compared('reach from 100 transfers, beside a scan of src, dst, time', RUNS, () => reach(graph, question), three),
		compared('paths from 100 transfers to one account, beside the same', RUNS, () => findPaths(graph, path), three),
		memory('columns, lots and shares of fifo', graph, terms),
		...flooded(),
	];
}

/** The hard case: three origins mixed through most transfers, tens of thousands of lots in the busiest accounts. */
function flooded(): BenchRow[] {
	const { flows, terms } = tracingWorld(true);
	const graph = buildGraph(flows.sort((a, b) => a.instant - b.instant));
	flows.length = 0;
	const carrying = new Set<string>();
	for (const { id } of settle(graph, terms, 'fifo').shares()) carrying.add(id);
	if (carrying.size < TRANSFERS / 2) throw new Error(`seeded value is in only ${carrying.size} transfers`);
	carrying.clear();
	const name = 'fifo with seeded value in most transfers';
	return [
		compared(
			`${name}, beside the scan of five`,
			RUNS,
			() => settle(graph, terms, 'fifo'),
			() => scanFive(graph),
		),
		memory(`columns, lots and shares of ${name}`, graph, terms),
	];
}

function compared(name: string, runs: number, work: () => unknown, yardstick: () => unknown): BenchRow {
	const { value, against } = sideBySide(runs, work, yardstick);
	return row(name, value, against);
}

function row(name: string, value: number, against: number | null = null): BenchRow {
	return {
		name: `tracing, ${name}`,
		size: TRANSFERS,
		value,
		unit: 'ms',
		against,
		ratio: against === null ? null : value / against,
	};
}

/** Beside the most it may be. */
function memory(name: string, graph: Graph, terms: TraceTerms): BenchRow {
	const bytes = graphBytes(graph) + settle(graph, terms, 'fifo').bytes;
	return { ...row(name, bytes / graph.size, BYTES_MAX), unit: 'bytes/transfer' };
}

/** An account far down the ranks that receives something late. */
function rareAccount(graph: Graph): string {
	let last = 0;
	for (let i = 0; i < graph.size; i++) if ((graph.dst[i] as number) > ACCOUNTS / 4) last = i;
	return graph.accounts[graph.dst[last] as number] as string;
}

function scanThree({ src, dst, time }: Graph): number {
	let accounts = 0;
	let instants = 0;
	for (let i = 0; i < src.length; i++) {
		accounts = (accounts + (src[i] as number) + (dst[i] as number)) | 0;
		instants += time[i] as number;
	}
	return accounts + instants;
}

function scanFive({ src, dst, time, high, low }: Graph): number {
	let accounts = 0;
	let rest = 0;
	for (let i = 0; i < src.length; i++) {
		accounts = (accounts + (src[i] as number) + (dst[i] as number)) | 0;
		rest += (time[i] as number) + (high[i] as number) + (low[i] as number);
	}
	return accounts + rest;
}
