import { Problem } from '../ledger/problem.ts';
import { AMOUNT_END, addTo, highLimb, joinLimbs, lowLimb, readAmount, TOTAL_END } from './amount.ts';
import { type Holdings, numberHoldings } from './holdings.ts';
import { IdIndex } from './id-index.ts';
import { gathered, Instants } from './instants.ts';
import { outermost } from './stretches.ts';
import { dependencyOrder } from './ties.ts';
import type { Flow } from './types.ts';

/** A case's transfers as columns, one position a transfer, in the order in which lots run through them. */
export interface Graph {
	readonly size: number;
	/** Transfer ids by position. */
	readonly ids: readonly string[];
	readonly accounts: readonly string[];
	readonly assets: readonly string[];
	/** Account numbers. */
	readonly src: Int32Array;
	readonly dst: Int32Array;
	/** Asset numbers. */
	readonly asset: Int32Array;
	/** Instants, ms. */
	readonly time: Float64Array;
	/** Amounts in two limbs (amount.ts). */
	readonly high: Float64Array;
	readonly low: Float64Array;
	/** Tie groups of two or more transfers: first position, end (exclusive), first position, ... */
	readonly ties: Int32Array;
	/** Transfers of one transaction, two or more: first position, end (exclusive), first position, ... */
	readonly transactions: Int32Array;
	/** Tie groups and transactions: stretches inside which a place says nothing of before and after. */
	readonly groups: Int32Array;
	/** All that moved, per asset. */
	readonly totals: readonly bigint[];
	readonly holdings: Holdings;
	readonly index: IdIndex;
}

/** Takes flows one by one, so that a store can be read as a stream. */
export interface GraphBuilder {
	add(flow: Flow): void;
	finish(): Graph;
}

/**
 * Builds the graph of flows that come in total order. Tie groups (neighbours flagged `tied` at one instant) are put in
 * dependency order, whatever order they came in.
 *
 * @throws Problem `trace.amount-too-large`, `trace.total-too-large`
 * @throws Error where a transfer moves nothing or comes twice: mistakes of the caller
 */
export function buildGraph(flows: Iterable<Flow>): Graph {
	const builder = graphBuilder();
	for (const flow of flows) builder.add(flow);
	return builder.finish();
}

function graphBuilder(): GraphBuilder {
	const accounts = numbering();
	const assets = numbering();
	const columns = new Columns();
	const ids: string[] = [];
	const ties: number[] = [];
	const transactions: (string | undefined)[] = [];
	let tieStart = -1;
	const closeTie = (end: number): void => {
		if (tieStart >= 0 && end - tieStart > 1) ties.push(tieStart, end);
		tieStart = -1;
	};
	const instants = new Instants((flow) => {
		const at = ids.length;
		if (flow.amount <= 0n) throw new Error(`transfer ${flow.id} moves ${flow.amount}: nothing to trace`);
		if (flow.amount >= AMOUNT_END) {
			const facts = { transfer: flow.id, asset: flow.asset, amount: flow.amount.toString() };
			throw new Problem('evidence', 'trace.amount-too-large', facts);
		}
		columns.append(at, accounts.number(flow.from), accounts.number(flow.to), assets.number(flow.asset), flow);
		ids.push(flow.id);
		if (flow.transaction !== undefined) transactions[at] = flow.transaction;
		if (!flow.tied || tieStart < 0 || columns.time[tieStart] !== flow.instant) {
			closeTie(at);
			if (flow.tied) tieStart = at;
		}
	});
	return {
		add: (flow) => instants.add(flow),
		finish() {
			instants.flush();
			const size = ids.length;
			closeTie(size);
			const graph = { size, ids, accounts: accounts.names, assets: assets.names, ...columns.cut(size) };
			for (let k = 0; k < ties.length; k += 2) untangle(graph, ids, transactions, ties[k] ?? 0, ties[k + 1] ?? 0);
			const holdings = numberHoldings(graph, accounts.names.length, assets.names.length);
			const bundles = stretches(transactions);
			return {
				...graph,
				ties: Int32Array.from(ties),
				transactions: Int32Array.from(bundles),
				groups: Int32Array.from(merged(ties, bundles)),
				totals: sumByAsset(graph),
				holdings,
				index: new IdIndex(ids),
			};
		},
	};
}

/**
 * Where transfers stand in the graph.
 *
 * @throws Error where an id is not in the graph
 */
export function positionsOf(graph: Graph, wanted: Iterable<string>): Map<string, number> {
	const found = new Map<string, number>();
	for (const id of wanted) found.set(id, positionOf(graph, id));
	return found;
}

/** @throws Error where the id is not in the graph */
export function positionOf(graph: Graph, id: string): number {
	const position = graph.index.find(id);
	if (position < 0) throw new Error(`transfer ${id} is not among the flows`);
	return position;
}

/** Smallest units, of the transfer at a position. */
export function amountAt(graph: Graph, position: number): bigint {
	return joinLimbs(graph.high[position] as number, graph.low[position] as number);
}

/** By account: 1 where it is one of those named. */
export function flags(graph: Graph, named: Iterable<string>): Uint8Array {
	const wanted = new Set(named);
	const found = new Uint8Array(graph.accounts.length);
	if (wanted.size === 0) return found;
	for (const [k, account] of graph.accounts.entries()) if (wanted.has(account)) found[k] = 1;
	return found;
}

/** Bytes of the columns; the id strings are not counted. */
export function graphBytes(graph: Graph): number {
	const { payer, payee, account, asset } = graph.holdings;
	const columns = [graph.src, graph.dst, graph.asset, graph.time, graph.high, graph.low];
	const stretches = [graph.ties, graph.transactions, graph.groups];
	return [...new Set([...columns, ...stretches, payer, payee, account, asset])].reduce(
		(sum, column) => sum + column.byteLength,
		graph.index.bytes,
	);
}

type Cells = Pick<Graph, 'src' | 'dst' | 'asset' | 'time' | 'high' | 'low'>;

class Columns {
	src = new Int32Array(1024);
	dst = new Int32Array(1024);
	asset = new Int32Array(1024);
	time = new Float64Array(1024);
	high = new Float64Array(1024);
	low = new Float64Array(1024);

	append(at: number, src: number, dst: number, asset: number, flow: Flow): void {
		if (at === this.src.length) this.resize(at * 2, at);
		this.src[at] = src;
		this.dst[at] = dst;
		this.asset[at] = asset;
		this.time[at] = flow.instant;
		this.high[at] = highLimb(flow.amount);
		this.low[at] = lowLimb(flow.amount);
	}

	cut(size: number): Cells {
		this.resize(size, size);
		return { src: this.src, dst: this.dst, asset: this.asset, time: this.time, high: this.high, low: this.low };
	}

	private resize(length: number, used: number): void {
		const moved = <T extends Int32Array | Float64Array>(from: T, to: T): T => {
			to.set(from.subarray(0, used));
			return to;
		};
		this.src = moved(this.src, new Int32Array(length));
		this.dst = moved(this.dst, new Int32Array(length));
		this.asset = moved(this.asset, new Int32Array(length));
		this.time = moved(this.time, new Float64Array(length));
		this.high = moved(this.high, new Float64Array(length));
		this.low = moved(this.low, new Float64Array(length));
	}
}

function numbering(): { names: string[]; number(name: string): number } {
	const names: string[] = [];
	const numbers = new Map<string, number>();
	return {
		names,
		number(name) {
			let number = numbers.get(name);
			if (number === undefined) {
				number = names.push(name) - 1;
				numbers.set(name, number);
			}
			return number;
		},
	};
}

function untangle(graph: Cells, ids: string[], transactions: (string | undefined)[], start: number, end: number): void {
	const byDependency = dependencyOrder(
		ids.slice(start, end),
		graph.src.subarray(start, end),
		graph.dst.subarray(start, end),
		graph.asset.subarray(start, end),
	);
	const order = gathered(byDependency.map((k) => transactions[start + k])).map((k) => byDependency[k] as number);
	const moved = order.map((from) => transactions[start + from]);
	for (const [k, transaction] of moved.entries()) transactions[start + k] = transaction;
	for (const column of [graph.src, graph.dst, graph.asset, graph.high, graph.low]) {
		const before = column.slice(start, end);
		for (const [k, from] of order.entries()) column[start + k] = before[from] as number;
	}
	const before = ids.slice(start, end);
	for (const [k, from] of order.entries()) ids[start + k] = before[from] as string;
}

/** First position and end of every transaction of two or more transfers. A sparse list: most transfers have none. */
function stretches(transactions: readonly (string | undefined)[]): number[] {
	const found: number[] = [];
	for (let from = 0; from < transactions.length; ) {
		const transaction = transactions[from];
		let end = from + 1;
		while (transaction !== undefined && transactions[end] === transaction) end += 1;
		if (end - from > 1) found.push(from, end);
		from = end;
	}
	return found;
}

/** A transaction lies inside a tie group or apart from all. */
function merged(ties: readonly number[], transactions: readonly number[]): number[] {
	const all: [number, number][] = [];
	for (const list of [ties, transactions])
		for (let k = 0; k < list.length; k += 2) all.push([list[k] as number, list[k + 1] as number]);
	return outermost(all);
}

/** Sums in limbs: an inexact sum could only arise far beyond the end that is refused here. */
function sumByAsset(graph: Cells & Pick<Graph, 'size' | 'assets'>): bigint[] {
	const sums = new Float64Array(2 * graph.assets.length);
	const amount = new Float64Array(2);
	for (let i = 0; i < graph.size; i++) {
		amount[0] = graph.high[i] as number;
		amount[1] = graph.low[i] as number;
		addTo(sums, 2 * (graph.asset[i] as number), amount, 0);
	}
	return graph.assets.map((asset, k) => checkedTotal(asset, readAmount(sums, 2 * k)));
}

/** @throws Problem `trace.total-too-large` */
export function checkedTotal(asset: string, total: bigint): bigint {
	if (total >= TOTAL_END) throw new Problem('evidence', 'trace.total-too-large', { asset, total: total.toString() });
	return total;
}
