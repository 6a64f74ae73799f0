import { rm } from 'node:fs/promises';
import { handleOf, networkOf } from '../../src/ledger/account.ts';
import { covers } from '../../src/ledger/receipt.ts';
import type { HistoryQuestion, Stretch } from '../../src/sources/chains/contract.ts';
import { openEvmReader } from '../../src/sources/chains/evm/reader.ts';
import { systemClock } from '../../src/sources/chains/transport/clock.ts';
import type { Store } from '../../src/stores/contract.ts';
import { openStore } from '../../src/stores/open.ts';
import { medianOf } from './measure.ts';

export interface ChainFetch {
	/** From the first question to the last commit; median. */
	readonly ms: number;
	/** The same ranges by bare calls: sent, awaited and parsed. */
	readonly rawMs: number;
	readonly records: number;
}

/** Rounds before it counts: nobody's first calls say anything of the other's. */
const WARM = 2;

/**
 * Reads one account's tokens into a new store and asks the node the same bare questions, in turn. `job` of `child.ts`.
 *
 * @param address of the store; '': none, what is read is let go
 * @param rounds that count; none: one round, for its memory
 */
export async function job(
	url: string,
	account: string,
	token: string,
	address: string,
	rounds: number,
): Promise<ChainFetch> {
	const ours: number[] = [];
	const raw: number[] = [];
	let records = 0;
	for (let round = rounds === 0 ? 0 : -WARM; round < Math.max(rounds, 1); round++) {
		const place = address === '' ? '' : `${address}-${round}`;
		const fetched = await fetchOnce(url, account, token, place);
		if (place !== '') await rm(place, { force: true });
		const bare = await rawMs(url, handleOf(account), handleOf(token), fetched.ranges);
		records = fetched.records;
		if (round < 0) continue;
		ours.push(fetched.ms);
		raw.push(bare);
	}
	return { ms: medianOf(ours), rawMs: medianOf(raw), records };
}

interface Fetched {
	readonly ms: number;
	readonly records: number;
	readonly ranges: readonly (readonly [number, number])[];
}

async function fetchOnce(url: string, account: string, token: string, address: string): Promise<Fetched> {
	const network = networkOf(account);
	const terms = {
		network,
		tokens: [token],
		assets: new Map([[token, { id: token, symbol: 'USDT', decimals: 6 }]]),
		crossCheck: false,
	};
	const endpoints = [{ url, perSecond: 1_000_000, timeoutMs: 60_000 }];
	const store = address === '' ? undefined : await openStore(address);
	const ranges: (readonly [number, number])[] = [];
	const { signal } = new AbortController();
	const start = performance.now();
	const reader = openEvmReader({ terms, endpoints, clock: systemClock, confirmations: 0, internal: 'off' });
	const head = await reader.head(signal);
	const question: HistoryQuestion = { account, history: 'tokens', from: 0, until: head.latest, head, signal };
	let records = 0;
	for await (const stretch of reader.read(question)) {
		const { receipt } = stretch;
		if (!covers(receipt)) throw new Error(receipt.reason);
		if (store) await keep(store, stretch);
		records += receipt.records;
		ranges.push([receipt.from, receipt.until]);
	}
	const ms = performance.now() - start;
	await reader.close();
	await store?.close();
	return { ms, records, ranges };
}

async function keep(store: Store, { receipt, records }: Stretch): Promise<void> {
	const writer = await store.writeFile(receipt.id);
	await writer.write({ records, receipts: [receipt] });
	await writer.commit({
		hash: receipt.id,
		paths: [],
		size: 0,
		source: 'evm-rpc',
		reading: '',
		rows: { total: 0, read: 0, skipped: {}, rejected: 0, records: receipt.records, others: 1 },
	});
}

async function rawMs(url: string, account: string, token: string, ranges: readonly (readonly [number, number])[]) {
	const TRANSFER = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';
	const topic = `0x${account.slice(2).toLowerCase().padStart(64, '0')}`;
	const start = performance.now();
	for (const [from, until] of ranges) {
		for (const topics of [
			[TRANSFER, topic],
			[TRANSFER, null, topic],
		]) {
			const filter = {
				fromBlock: `0x${from.toString(16)}`,
				toBlock: `0x${until.toString(16)}`,
				address: token,
				topics,
			};
			const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_getLogs', params: [filter] });
			const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
			await answer.json();
		}
	}
	return performance.now() - start;
}
