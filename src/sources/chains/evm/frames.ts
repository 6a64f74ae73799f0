/** What contracts sent within a block, whichever way the node tells it. Pure. */
import { isAddress, isHash, wholeNumber } from './hex.ts';

/** A call that may have moved coins. */
export interface CoinCall {
	readonly transaction: string;
	/** Place in the trace, `0.1`: the second call of the transaction's first. */
	readonly path: string;
	readonly kind: string;
	readonly from: string;
	/** Undefined: making a contract failed. */
	readonly to: string | undefined;
	readonly amount: bigint;
	/** It, or a call around it, was taken back. */
	readonly failed: boolean;
}

/** As `trace_block` prints it. */
interface RawTrace {
	readonly type: string;
	readonly action: {
		readonly callType?: string;
		readonly from?: string;
		readonly to?: string;
		readonly value?: string;
		/** Of a contract that ends itself. */
		readonly address?: string;
		readonly refundAddress?: string;
		readonly balance?: string;
	};
	readonly result?: { readonly address?: string } | null;
	readonly error?: string | null;
	readonly traceAddress: readonly number[];
	readonly transactionHash?: string | null;
	readonly blockHash?: string;
}

/** As the callTracer of `debug_traceBlockByNumber` prints it. */
interface RawFrame {
	readonly type: string;
	readonly from: string;
	readonly to?: string;
	readonly value?: string;
	readonly error?: string;
	readonly calls?: readonly RawFrame[];
}

interface RawTraced {
	readonly txHash: string;
	readonly result?: RawFrame;
}

type Told = RawTrace | RawTraced;

function isFramed(each: Told): each is RawTraced {
	return 'txHash' in each;
}

/** Transactions that an answer tells of, in small letters; undefined where it cannot be read. */
export function tracedIn(value: unknown): readonly string[] | undefined {
	if (!Array.isArray(value)) return undefined;
	const hashes: string[] = [];
	for (const each of value as readonly Told[]) {
		if (typeof each !== 'object' || each === null) return undefined;
		if (isFramed(each)) {
			if (!isHash(each.txHash) || !isAddress(each.result?.from)) return undefined;
			hashes.push(each.txHash.toLowerCase());
			continue;
		}
		if (!Array.isArray(each.traceAddress) || typeof each.action !== 'object') return undefined;
		// Rewards of blocks belong to no transaction.
		if (each.traceAddress.length === 0 && isHash(each.transactionHash)) hashes.push(each.transactionHash.toLowerCase());
	}
	return hashes;
}

/** Calls within transactions that carry coins; what a transaction itself sends is none of them. */
export function coinCalls(value: unknown): CoinCall[] {
	const list = value as readonly Told[];
	const traces = list.filter((each): each is RawTrace => !isFramed(each));
	const failed = new Set(
		traces
			.filter(({ error }) => error)
			.map(({ transactionHash, traceAddress }) => placeOf(transactionHash, traceAddress)),
	);
	return list.flatMap((each) => {
		if (!isFramed(each)) return ofTrace(each, failed) ?? [];
		return each.result ? within(each.result, each.txHash.toLowerCase(), [], false) : [];
	});
}

function placeOf(transaction: string | null | undefined, path: readonly number[]): string {
	return `${transaction} ${path.join('.')}`;
}

function ofTrace(
	{ type, action, result, traceAddress, transactionHash }: RawTrace,
	failed: ReadonlySet<string>,
): CoinCall | undefined {
	if (traceAddress.length === 0 || !transactionHash) return undefined;
	const ends = type === 'suicide';
	const kind = action.callType ?? type;
	const amount = wholeNumber(ends ? action.balance : action.value) ?? 0n;
	const from = ends ? action.address : action.from;
	if (amount === 0n || from === undefined || !(type === 'create' || ends || kind === 'call')) return undefined;
	const to = ends ? action.refundAddress : type === 'create' ? result?.address : action.to;
	const around = traceAddress.map((_, depth) => placeOf(transactionHash, traceAddress.slice(0, depth)));
	const own = placeOf(transactionHash, traceAddress);
	return {
		transaction: transactionHash.toLowerCase(),
		path: traceAddress.join('.'),
		kind,
		from,
		to,
		amount,
		failed: [...around, own].some((place) => failed.has(place)),
	};
}

/** Calls that run foreign code in the caller's name state a value that does not move. */
const MOVES: ReadonlySet<string> = new Set(['CALL', 'CREATE', 'CREATE2', 'SELFDESTRUCT']);

function within(frame: RawFrame, transaction: string, path: readonly number[], around: boolean): CoinCall[] {
	const failed = around || frame.error !== undefined;
	const calls = (frame.calls ?? []).flatMap((call, index) => within(call, transaction, [...path, index], failed));
	const amount = wholeNumber(frame.value) ?? 0n;
	if (path.length === 0 || amount === 0n || !MOVES.has(frame.type)) return calls;
	const { type, from, to } = frame;
	return [{ transaction, path: path.join('.'), kind: type.toLowerCase(), from, to, amount, failed }, ...calls];
}
