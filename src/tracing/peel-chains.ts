import { amountAt, flags, type Graph } from './graph.ts';

/**
 * What counts as a peel chain: at least so many passes one after another, each of at least so much of what the account
 * got. Parameters of this program, taken from no standard: they name a pattern and move no figure.
 */
const PEEL_CHAIN = { passes: 3, passedPercent: 50n } as const;

/** Coins handed from account to fresh account, with smaller parts peeled off on the way. */
export interface PeelChain {
	readonly asset: string;
	/** The transfer into the first account. */
	readonly start: string;
	/** From account to account, in order. */
	readonly passes: readonly string[];
	/** What the accounts on the way paid to others, in order. */
	readonly peels: readonly string[];
	/** What came with the start, what was peeled off, what the last pass carried. Smallest units. */
	readonly entered: bigint;
	readonly peeled: bigint;
	readonly left: bigint;
}

/** An account of the chain by positions: what came, what was passed on, what was peeled off. */
interface Pass {
	readonly entry: number;
	readonly passed: number;
	readonly peels: readonly number[];
}

/**
 * An account is a link where it got one transfer of the asset and no other, paid at least two after it, the largest of
 * them (the first of equals) at least `passedPercent` of what it got, and that one was the first of the asset that its
 * payee saw. A service is no link.
 *
 * @returns by their starts, in the graph's order
 */
export function findPeelChains(graph: Graph, services: ReadonlySet<string>): PeelChain[] {
	const byEntry = passesOf(graph, services);
	const passed = new Set([...byEntry.values()].map((pass) => pass.passed));
	const starts = [...byEntry.values()].filter(({ entry }) => !passed.has(entry));
	return starts.map((start) => walk(graph, start, byEntry)).filter(({ passes }) => passes.length >= PEEL_CHAIN.passes);
}

function passesOf(graph: Graph, services: ReadonlySet<string>): Map<number, Pass> {
	const { payer, payee } = graph.holdings;
	const first = firstSeen(graph);
	const service = flags(graph, services);
	const outs = new Map(freshHoldings(graph, first, service).map((holding): [number, number[]] => [holding, []]));
	for (let i = 0; i < graph.size; i++) outs.get(payer[i] as number)?.push(i);
	const byEntry = new Map<number, Pass>();
	for (const [holding, paid] of outs) {
		const entry = first[holding] as number;
		const [some, ...others] = paid;
		if (some === undefined || others.length === 0) continue;
		const passed = others.reduce((most, i) => (amountAt(graph, i) > amountAt(graph, most) ? i : most), some);
		if (amountAt(graph, passed) * 100n < amountAt(graph, entry) * PEEL_CHAIN.passedPercent) continue;
		if (service[graph.dst[passed] as number] === 1 || first[payee[passed] as number] !== passed) continue;
		byEntry.set(entry, { entry, passed, peels: paid.filter((i) => i !== passed) });
	}
	return byEntry;
}

/** By holding: the first transfer into or out of it. */
function firstSeen({ size, holdings: { count, payer, payee } }: Graph): Int32Array {
	const first = new Int32Array(count);
	for (let i = size - 1; i >= 0; i--) {
		first[payer[i] as number] = i;
		first[payee[i] as number] = i;
	}
	return first;
}

/** Holdings of no service that got one transfer, before anything else, in the order of these. */
function freshHoldings({ size, dst, holdings }: Graph, first: Int32Array, service: Uint8Array): number[] {
	const came = new Int32Array(holdings.count);
	for (const holding of holdings.payee) came[holding] = (came[holding] as number) + 1;
	const fresh: number[] = [];
	for (let i = 0; i < size; i++) {
		const holding = holdings.payee[i] as number;
		if (first[holding] === i && came[holding] === 1 && service[dst[i] as number] === 0) fresh.push(holding);
	}
	return fresh;
}

function walk(graph: Graph, start: Pass, byEntry: ReadonlyMap<number, Pass>): PeelChain {
	const links: Pass[] = [];
	for (let pass: Pass | undefined = start; pass; pass = byEntry.get(pass.passed)) links.push(pass);
	const named = (position: number): string => graph.ids[position] as string;
	const peels = links.flatMap((link) => link.peels);
	return {
		asset: graph.assets[graph.asset[start.entry] as number] as string,
		start: named(start.entry),
		passes: links.map(({ passed }) => named(passed)),
		peels: peels.map(named),
		entered: amountAt(graph, start.entry),
		peeled: peels.reduce((sum, i) => sum + amountAt(graph, i), 0n),
		left: amountAt(graph, links.at(-1)?.passed ?? start.passed),
	};
}
