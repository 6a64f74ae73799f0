import type { Flow } from './types.ts';

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

interface Holding {
	readonly ins: Flow[];
	readonly outs: Flow[];
	readonly first: Flow;
}

interface Pass {
	readonly entry: Flow;
	readonly passed: Flow;
	readonly peels: readonly Flow[];
}

/**
 * An account is a link where it got one transfer of the asset and no other, paid at least two after it, the largest of
 * them (the first of equals) at least `passedPercent` of what it got, and that one was the first of the asset that its
 * payee saw. A service is no link.
 *
 * @param flows in total order
 */
export function findPeelChains(flows: Iterable<Flow>, services: ReadonlySet<string>): PeelChain[] {
	const holdings = holdingsOf(flows);
	const byEntry = new Map<string, Pass>();
	for (const [key, holding] of holdings) {
		const pass = services.has(accountOf(key)) ? undefined : passOf(holding, holdings, services);
		if (pass) byEntry.set(pass.entry.id, pass);
	}
	const passed = new Set([...byEntry.values()].map((pass) => pass.passed.id));
	const starts = [...byEntry.values()].filter(({ entry }) => !passed.has(entry.id));
	return starts.map((start) => walk(start, byEntry)).filter(({ passes }) => passes.length >= PEEL_CHAIN.passes);
}

function holdingsOf(flows: Iterable<Flow>): Map<string, Holding> {
	const holdings = new Map<string, Holding>();
	const holding = (account: string, flow: Flow): Holding => {
		const key = keyOf(account, flow.asset);
		const known = holdings.get(key) ?? { ins: [], outs: [], first: flow };
		holdings.set(key, known);
		return known;
	};
	for (const flow of flows) {
		holding(flow.from, flow).outs.push(flow);
		holding(flow.to, flow).ins.push(flow);
	}
	return holdings;
}

function passOf(
	{ ins, outs, first }: Holding,
	holdings: ReadonlyMap<string, Holding>,
	services: ReadonlySet<string>,
): Pass | undefined {
	const [entry] = ins;
	if (entry === undefined || ins.length !== 1 || first !== entry || outs.length < 2) return undefined;
	const passed = outs.reduce((most, flow) => (flow.amount > most.amount ? flow : most));
	if (passed.amount * 100n < entry.amount * PEEL_CHAIN.passedPercent || services.has(passed.to)) return undefined;
	if (holdings.get(keyOf(passed.to, passed.asset))?.first !== passed) return undefined;
	return { entry, passed, peels: outs.filter((flow) => flow !== passed) };
}

function walk(start: Pass, byEntry: ReadonlyMap<string, Pass>): PeelChain {
	const links: Pass[] = [];
	for (let pass: Pass | undefined = start; pass; pass = byEntry.get(pass.passed.id)) links.push(pass);
	const peels = links.flatMap((link) => link.peels);
	return {
		asset: start.entry.asset,
		start: start.entry.id,
		passes: links.map(({ passed }) => passed.id),
		peels: peels.map(({ id }) => id),
		entered: start.entry.amount,
		peeled: peels.reduce((sum, { amount }) => sum + amount, 0n),
		left: links.at(-1)?.passed.amount ?? 0n,
	};
}

function keyOf(account: string, asset: string): string {
	return `${account}|${asset}`;
}

function accountOf(key: string): string {
	return key.slice(0, key.indexOf('|'));
}
