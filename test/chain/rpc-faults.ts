import { rewritten } from './faults.ts';
import { type Asked, answer, type Fault, type RpcCall } from './faulty-proxy.ts';

/** Faults of JSON-RPC. */

function hex(number: number): string {
	return `0x${number.toString(16)}`;
}

interface RpcAnswer {
	readonly id?: unknown;
	readonly result?: unknown;
}

/** Makes something else of the results of a method, also within a batch. */
function ofResults(name: string, method: string, change: (result: unknown, call: RpcCall) => unknown): Fault {
	return ofAnswers(name, method, (rpc, call) => ({ ...rpc, result: change(rpc.result, call) }));
}

function ofAnswers(name: string, method: string, change: (rpc: RpcAnswer, call: RpcCall) => unknown): Fault {
	return rewritten(name, asks(method), (parsed, { calls }) => {
		const each = (rpc: RpcAnswer): unknown => {
			const call = calls.find(({ id }) => id === rpc.id);
			return call === undefined || (method !== '' && call.method !== method) ? rpc : change(rpc, call);
		};
		return Array.isArray(parsed) ? parsed.map(each) : each(parsed as RpcAnswer);
	});
}

function asks(method: string): (asked: Asked) => boolean {
	return ({ calls }) => calls.some((call) => method === '' || call.method === method);
}

/** An error object for each call of a method. */
export function rpcError(
	name: string,
	code: number,
	message: string,
	more: { status?: number; method?: string } = {},
): Fault {
	return {
		name,
		befalls: asks(more.method ?? ''),
		async apply({ calls, body }, _, response) {
			const errors = calls.map(({ id }) => ({ jsonrpc: '2.0', id, error: { code, message } }));
			const text = JSON.stringify(body.trimStart().startsWith('[') ? errors : errors[0]);
			answer(response, { status: more.status ?? 200, type: 'application/json', text });
		},
	};
}

/** The answer to another question. */
export const wrongId: Fault = ofAnswers('wrong id', '', (rpc) => ({ ...rpc, id: Number(rpc.id) + 1_000_000 }));

/** A node that lies some blocks behind and does not say so: what came later is not there. */
export function staleHead(behind: number): Fault {
	return {
		name: 'stale head',
		befalls: asks(''),
		async apply(asked, pass, response) {
			const asksHead = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_blockNumber', params: [] });
			const head = Math.max(0, Number(JSON.parse((await pass(asksHead)).text).result) - behind);
			const body = asked.body.replaceAll('"latest"', `"${hex(head)}"`);
			const stale = ofAnswers(this.name, '', (rpc, call) => asOf(head, rpc, call));
			await stale.apply(asked, () => pass(body), response);
		},
	};
}

/** What a node would answer whose newest block is `head`. */
function asOf(head: number, rpc: RpcAnswer, { method, params }: RpcCall): unknown {
	const later = (block: unknown) => typeof block === 'string' && block.startsWith('0x') && Number(block) > head;
	const { result } = rpc;
	if (method === 'eth_blockNumber') return { ...rpc, result: hex(head) };
	if (method === 'eth_getLogs') {
		return { ...rpc, result: (result as { blockNumber: string }[]).filter((log) => !later(log.blockNumber)) };
	}
	if (method === 'eth_getBlockByNumber')
		return later((result as { number: string } | null)?.number) ? { ...rpc, result: null } : rpc;
	if (method === 'eth_getTransactionReceipt' || method === 'eth_getTransactionByHash') {
		return later((result as { blockNumber: string } | null)?.blockNumber) ? { ...rpc, result: null } : rpc;
	}
	if (params.some(later)) return { jsonrpc: '2.0', id: rpc.id, error: { code: -32000, message: 'header not found' } };
	return rpc;
}

/** Null for receipts that are there. */
export const missingReceipts: Fault = ofResults('missing receipts', 'eth_getTransactionReceipt', () => null);

/** The last of a block's receipts left out. */
export const receiptsLeftOut: Fault = ofResults('receipts left out', 'eth_getBlockReceipts', (all) =>
	(all as unknown[]).slice(0, -1),
);

/** No traces of blocks that have some, as from a node that has thrown them away. */
export const tracesLeftOut: Fault = ofResults('traces left out', 'trace_block', () => []);

/** The first of a block's transactions left out. */
export const transactionLeftOut: Fault = ofResults('transaction left out', 'eth_getBlockByNumber', (block) => {
	const { transactions } = block as { transactions: unknown[] };
	return { ...(block as object), transactions: transactions.slice(1) };
});

/** Null for blocks that are there. */
export const missingBlocks: Fault = ofResults('missing blocks', 'eth_getBlockByNumber', () => null);

/** No logs where there are some, in a sound answer. */
export const lyingEmpty: Fault = ofResults('lying empty page', 'eth_getLogs', () => []);

/** The last log left out, in a sound answer. */
export const oneMissing: Fault = ofResults('one log left out', 'eth_getLogs', (logs) =>
	(logs as unknown[]).slice(0, -1),
);

/** Each log twice. */
export const duplicates: Fault = ofResults('duplicate logs', 'eth_getLogs', (logs) =>
	(logs as unknown[]).flatMap((log) => [log, log]),
);

/** A log of a block that was not asked about. */
export const foreignLog: Fault = ofResults('log out of range', 'eth_getLogs', (logs) =>
	(logs as { blockNumber: string }[]).map((log, index) => (index === 0 ? { ...log, blockNumber: '0x7fffffff' } : log)),
);

/** Refuses more than some blocks, or some logs, as a provider words it. */
export interface RangeWording {
	readonly provider: string;
	readonly code: number;
	readonly status?: number;
	/** @param span blocks that are taken */
	message(span: number, from: number): string;
}

/** As these providers word it; see `src/sources/chains/transport/rpc-errors.ts` for where they were met. */
export const RANGE_WORDINGS: readonly RangeWording[] = [
	{
		provider: 'Alchemy',
		code: -32602,
		message: (span, from) =>
			`Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range and no limit on the response size, or you can request any block range with a cap of 10K logs in the response. Based on your parameters and the response size limit, this block range should work: [${hex(from)}, ${hex(from + span - 1)}]`,
	},
	{ provider: 'Infura', code: -32005, message: () => 'query returned more than 10000 results' },
	{ provider: 'Infura, by blocks', code: -32602, message: (span) => `range 1000000 exceeds limit of ${span}` },
	{ provider: 'QuickNode', code: -32614, status: 413, message: (span) => `eth_getLogs is limited to a ${span} range` },
	{ provider: 'Ankr', code: -32600, message: () => 'block range is too wide' },
	{ provider: 'dRPC', code: 35, message: (span) => `ranges over ${span} blocks are not supported on free plan` },
	{ provider: 'Cloudflare', code: -32047, message: (span) => `Invalid eth_getLogs request. Max range: ${span}` },
	{ provider: 'PublicNode', code: -32701, message: (span) => `exceed maximum block range: ${span}` },
	{ provider: 'BNB Chain', code: -32005, message: () => 'limit exceeded' },
	{
		provider: 'reth, Erigon',
		code: -32602,
		message: (span, from) => `query exceeds max results 20000, retry with the range ${from}-${from + span - 1}`,
	},
	{ provider: 'Arbitrum', code: -32000, message: () => 'logs matched by query exceeds limit of 10000' },
	{
		provider: 'Alchemy, too slow',
		code: -32000,
		message: () => 'Query timeout exceeded. Consider reducing your block range.',
	},
];

/** Refuses `eth_getLogs` over more than `span` blocks. */
export function rangeLimit(span: number, wording: RangeWording): Fault {
	return {
		name: `range limit of ${wording.provider}`,
		befalls: ({ calls }) => calls.some((call) => widthOf(call) > span),
		async apply(asked, pass, response) {
			const from = Math.min(...asked.calls.filter((call) => widthOf(call) > span).map((call) => rangeOf(call)[0]));
			const { code, status, message } = wording;
			const fault = rpcError(this.name, code, message(span, from), status === undefined ? {} : { status });
			await fault.apply(asked, pass, response);
		},
	};
}

function rangeOf({ params }: RpcCall): readonly [number, number] {
	const { fromBlock, toBlock } = params[0] as { fromBlock: string; toBlock: string };
	return [Number(fromBlock), Number(toBlock)];
}

function widthOf(call: RpcCall): number {
	if (call.method !== 'eth_getLogs') return 0;
	const [from, until] = rangeOf(call);
	return until - from + 1;
}
