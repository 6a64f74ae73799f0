import { readAmount } from './amount.ts';
import { amountAt, type Graph, positionOf } from './graph.ts';
import { LotQueues } from './lot-queues.ts';
import { Marks } from './marks.ts';
import { Mixtures } from './mixtures.ts';
import { Passage } from './passage.ts';
import { type Plan, plan } from './plan.ts';
import { ShareTable } from './share-table.ts';
import { settleAll } from './stops.ts';
import { conservation, Sums, Tally } from './tally.ts';
import {
	type ConservationRow,
	type ConvertedShare,
	type HeldShare,
	type Policy,
	ROUND_ORIGIN,
	type TraceTerms,
	type TransferShare,
	UNKNOWN_ORIGIN,
} from './types.ts';

/** Every transfer of a graph settled under one policy. */
export interface Settlement {
	readonly policy: Policy;
	/** In order of ids, `?unknown` and `?opening` among them. */
	readonly origins: readonly string[];
	/** Empty under poison, which divides nothing. Already checked. */
	readonly conservation: readonly ConservationRow[];
	/** Empty under poison. */
	readonly converted: readonly ConvertedShare[];
	/** Conversions of which what arrives is itself a seed: it stays a seed, and what was given ends where it was sent. */
	readonly unmade: readonly string[];
	/** Bytes of lots and shares. */
	readonly bytes: number;
	/** Shares of all transfers in the graph's order, by origin; of `?unknown` and `?round` only where `unknown` is set (never under poison). */
	shares(unknown?: boolean): Iterable<TransferShare>;
	/** Shares of one transfer. */
	sharesOf(transfer: string, unknown?: boolean): TransferShare[];
	/** The same by the transfer's position in the graph, those two left out: without the search for it. */
	sharesAt(position: number): TransferShare[];
	/** What accounts hold at the end, by origin. */
	held(): Iterable<HeldShare>;
}

/**
 * Settles every transfer under a policy and checks conservation to the last unit.
 *
 * @throws Error where value is not conserved, or terms name a transfer that is not in the graph: bugs
 */
export function settle(graph: Graph, terms: TraceTerms, policy: Policy): Settlement {
	const resolved = plan(graph, terms);
	return policy === 'poison' ? settleMarks(graph, resolved) : settleLots(graph, resolved, policy);
}

function settleLots(graph: Graph, resolved: Plan, policy: 'fifo' | 'lifo' | 'haircut'): Settlement {
	const { origins, unmade } = resolved;
	const table = new ShareTable(graph.size);
	const tally = new Tally(graph.assets.length, origins.length);
	const passage = new Passage(graph, resolved, table, tally);
	const bank = policy === 'haircut' ? new Mixtures(graph, passage) : new LotQueues(graph, passage, policy === 'lifo');
	const converted = settleAll(graph, resolved, bank, table, tally);
	const held = new Sums(graph.assets.length, origins.length);
	bank.sumInto(held);
	return {
		policy,
		origins,
		unmade,
		converted,
		conservation: conservation(graph, origins, tally, held),
		bytes: bank.bytes + table.bytes,
		*shares(unknown = false) {
			for (let i = 0; i < graph.size; i++) yield* sharesAt(graph, table, resolved, i, unknown);
		},
		sharesOf: (transfer, unknown = false) => sharesAt(graph, table, resolved, positionOf(graph, transfer), unknown),
		sharesAt: shareReader(graph, table, resolved),
		*held() {
			for (let holding = 0; holding < graph.holdings.count; holding++) {
				const sums = new Map<number, bigint>();
				for (const { origin, amount } of bank.content(holding)) sums.set(origin, (sums.get(origin) ?? 0n) + amount);
				yield* heldAt(graph, origins, holding, sums);
			}
		},
	};
}

function settleMarks(graph: Graph, resolved: Plan): Settlement {
	const { origins, unmade } = resolved;
	const marks = new Marks(graph, resolved).settle();
	const sharesAt = (i: number): TransferShare[] => {
		const amount = amountAt(graph, i);
		const carried = marks.sets.of(marks.carried[i] as number);
		return carried.map((origin) => ({ id: graph.ids[i] as string, origin: origins[origin] as string, amount }));
	};
	return {
		policy: 'poison',
		origins,
		unmade,
		converted: [],
		conservation: [],
		bytes: marks.bytes,
		*shares() {
			for (let i = 0; i < graph.size; i++) yield* sharesAt(i);
		},
		sharesOf: (transfer) => sharesAt(positionOf(graph, transfer)),
		sharesAt,
		*held() {
			for (let holding = 0; holding < graph.holdings.count; holding++) {
				const balance = marks.balance(holding);
				if (balance === 0n) continue;
				const carried = marks.sets.of(marks.marked[holding] as number);
				yield* heldAt(graph, origins, holding, new Map(carried.map((origin) => [origin, balance])));
			}
		},
	};
}

/** By itself, so that whoever keeps it does not keep the lots. */
function shareReader(graph: Graph, table: ShareTable, resolved: Plan): Settlement['sharesAt'] {
	return (position) => sharesAt(graph, table, resolved, position, false);
}

function sharesAt(
	graph: Graph,
	table: ShareTable,
	{ origins, nets }: Pick<Plan, 'origins' | 'nets'>,
	i: number,
	unknown: boolean,
): TransferShare[] {
	const id = graph.ids[i] as string;
	const shares: TransferShare[] = [];
	let rest = amountAt(graph, i);
	const entry = table.entry[i] as number;
	if (entry < 0) return [{ id, origin: origins[-entry - 1] as string, amount: rest }];
	for (let row = entry - 1; row >= 0 && row < table.count && table.transfer[row] === i; row++) {
		const amount = readAmount(table.amounts, 2 * row);
		shares.push({ id, origin: origins[table.origin[row] as number] as string, amount });
		rest -= amount;
	}
	const round = nets.size === 0 ? 0n : roundAt(graph, nets, i);
	if (unknown && rest > round) shares.push({ id, origin: UNKNOWN_ORIGIN, amount: rest - round });
	if (unknown && round > 0n) shares.push({ id, origin: ROUND_ORIGIN, amount: round });
	return shares.sort((a, b) => (a.origin < b.origin ? -1 : 1));
}

function roundAt(graph: Graph, nets: ReadonlyMap<number, bigint>, i: number): bigint {
	const net = nets.get(i);
	return net === undefined ? 0n : amountAt(graph, i) - net;
}

function* heldAt(
	graph: Graph,
	origins: readonly string[],
	holding: number,
	sums: ReadonlyMap<number, bigint>,
): Iterable<HeldShare> {
	const account = graph.accounts[graph.holdings.account[holding] as number] as string;
	const asset = graph.assets[graph.holdings.asset[holding] as number] as string;
	for (const [origin, amount] of [...sums].sort(([a], [b]) => a - b)) {
		yield { account, asset, origin: origins[origin] as string, amount };
	}
}
