import { handleOf } from '../../../ledger/account.ts';
import { blockPlace } from '../../../ledger/block-place.ts';
import type { ReaderSetup } from '../contract.ts';
import { ChainTrouble } from '../transport/contract.ts';
import { accountAt, type Decoded, type Draft } from './draft.ts';
import type { Frame } from './frame.ts';
import { type CoinCall, coinCalls, tracedIn } from './frames.ts';
import { headerCall, headerCheck, headersIn, type RawHeader } from './headers.ts';
import { quantity, smallNumber } from './hex.ts';
import { type Answers, Contradiction, type EvmHistory } from './history.ts';
import type { KeptBlocks } from './kept-blocks.ts';
import type { Nodes } from './nodes.ts';
import type { Call, Check, Told } from './rpc.ts';
import { SCANNED } from './scan.ts';
import { Spans } from './spans.ts';

/** The header with hashes of transactions, against which traces are counted. */
interface HeaderWithHashes extends RawHeader {
	readonly transactions: readonly string[];
}

/** Ways to ask for the traces of a block, the cheaper first. */
const WAYS: readonly ((block: number) => Call)[] = [
	(block) => ({ method: 'trace_block', params: [quantity(block)] }),
	(block) => ({ method: 'debug_traceBlockByNumber', params: [quantity(block), { tracer: 'callTracer' }] }),
];
const TRACING: ReadonlySet<string> = new Set(['trace_block', 'debug_traceBlockByNumber']);

/** Coins that contracts sent, from traces of each block of a declared range, where the node offers them. */
export class TracedCalls implements EvmHistory {
	readonly tokens = [];
	readonly query = 'trace_block or debug_traceBlockByNumber (callTracer), each block';
	readonly spans: Spans = new Spans(SCANNED, SCANNED);
	readonly decode = decodeCalls;
	readonly range: NonNullable<ReaderSetup['scan']>;
	hidden: string;
	readonly #nodes: Nodes;
	readonly #kept: KeptBlocks;
	#way: ((block: number) => Call) | undefined;

	constructor(scan: ReaderSetup['scan'], nodes: Nodes, kept: KeptBlocks) {
		this.range = scan ?? { from: 0, until: 0 };
		this.hidden = scan === undefined ? 'internal transfers not visible: no traces are asked for' : '';
		this.#nodes = nodes;
		this.#kept = kept;
	}

	/** The way in which the node offers traces: found out once. @throws ChainTrouble `unable` where it offers none */
	async #wayOf(final: number, signal: AbortSignal): Promise<(block: number) => Call> {
		if (this.#way) return this.#way;
		let reason = '';
		for (const way of WAYS) {
			try {
				await this.#nodes.ask(way(final), isList, final, signal);
				this.#way = way;
				return way;
			} catch (error) {
				if (!(error instanceof ChainTrouble) || !OFFERED_NOT.has(error.kind)) throw error;
				reason = `internal transfers not visible: the node offers no traces (${error.detail})`;
			}
		}
		this.hidden = reason;
		throw new ChainTrouble('unable', reason);
	}

	async ask(frame: Frame, final: number, answers: Answers, signal: AbortSignal) {
		const way = await this.#wayOf(final, signal);
		for (let block = frame.from; block <= frame.until; block++) {
			const call = headerCall(quantity(block));
			const header = await this.#kept.ask<HeaderWithHashes>(call, headerCheck(block), block, final, signal);
			const traces = await this.#kept.ask(way(block), tracesCheck(header.value), block, final, signal);
			answers.take(header);
			answers.take(traces);
		}
		return { decimals: {} };
	}
}

const OFFERED_NOT: ReadonlySet<ChainTrouble['kind']> = new Set(['unable', 'refused', 'denied']);
const isList: Check = (result) => (Array.isArray(result) ? undefined : 'no list of traces');

/** A node that has thrown traces away may answer with none: each transaction of the block must have one. */
function tracesCheck({ transactions }: HeaderWithHashes): Check {
	return (result) => {
		const traced = tracedIn(result);
		if (traced === undefined) return 'no list of traces';
		const told = [...traced].sort().join();
		const there = transactions.map((hash) => hash.toLowerCase()).sort();
		return told === there.join() ? undefined : `traces of ${traced.length} transactions, the block has ${there.length}`;
	};
}

/** @throws Contradiction */
function decodeCalls(frame: Frame, told: readonly Told[]): Decoded {
	const headers = headersIn(told);
	const hashes = new Map(told.flatMap(({ value }) => numbered(value)));
	const own = handleOf(frame.account).toLowerCase();
	const drafts: Draft[] = [];
	for (const { call, value } of told) {
		if (!TRACING.has(call.method)) continue;
		const block = smallNumber(call.params[0]);
		const header = headers.get(block);
		if (header === undefined) throw new Contradiction(`no header of block ${block}`);
		const calls = coinCalls(value);
		for (const [order, each] of calls.entries()) {
			const { from, to, transaction } = each;
			if (to === undefined || (from.toLowerCase() !== own && to.toLowerCase() !== own)) continue;
			const index = hashes.get(transaction) ?? 0;
			const place = blockPlace(index, 2 + order);
			drafts.push(callDraft(frame, { ...each, to }, block, header.instant / 1000, place));
		}
	}
	return { drafts, notes: {} };
}

/** Places of transactions in their block, by hash. */
function numbered(value: unknown): [string, number][] {
	const hashes = (value as Partial<HeaderWithHashes> | null)?.transactions;
	if (!Array.isArray(hashes)) return [];
	return hashes.flatMap((hash: unknown, index) => (typeof hash === 'string' ? [[hash.toLowerCase(), index]] : []));
}

function callDraft(
	{ network, provisional }: Frame,
	call: CoinCall & { readonly to: string },
	block: number,
	seconds: number,
	place: number,
): Draft {
	const { transaction, path, from, to, amount, kind, failed } = call;
	return {
		transaction,
		position: `call ${path}`,
		from: accountAt(network, from),
		to: accountAt(network, to),
		asset: `${network}:coin`,
		amount,
		seconds,
		block,
		place,
		medium: 'coin',
		state: failed ? 'failed' : provisional ? 'open' : 'done',
		type: kind,
		raw: JSON.stringify({ transaction, path, kind, from, to, amount: String(amount) }),
	};
}
