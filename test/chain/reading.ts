import { type Asset, KNOWN_ASSETS } from '../../src/ledger/asset.ts';
import { covers, type HistoryKind } from '../../src/ledger/receipt.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import type { ChainReader, HistoryQuestion, ReaderSetup, Stretch } from '../../src/sources/chains/contract.ts';
import { openReader } from '../../src/sources/chains/list.ts';
import { systemClock } from '../../src/sources/chains/transport/clock.ts';
import type { EvmWorld } from './evm-world.ts';

/** Assets that a case on the world knows: not the look-alike. */
export function assetsOf({ network, places }: EvmWorld): ReadonlyMap<string, Asset> {
	const own: Asset[] = [
		{ id: `${network}:${places.usdt}`, symbol: 'USDT', decimals: 6 },
		{ id: `${network}:${places.gold}`, symbol: 'GOLD', decimals: 18 },
		{ id: `${network}:coin`, symbol: 'ETH', decimals: 18 },
	];
	return new Map([...KNOWN_ASSETS, ...own].map((asset) => [asset.id, asset]));
}

/** A reader of the world by JSON-RPC; all blocks but the last two are final. */
export function readerOn(world: EvmWorld, more: Partial<ReaderSetup> = {}): Promise<ChainReader> {
	const terms = { network: world.network, tokens: undefined, assets: assetsOf(world), crossCheck: false };
	const endpoints = [{ url: world.anvil.url, perSecond: 10_000, timeoutMs: 30_000 }];
	return openReader('rpc', { terms, endpoints, clock: systemClock, confirmations: 2, internal: 'auto', ...more });
}

/** All that is asked for, in one go, with the provisional part. */
export async function readAll(
	reader: ChainReader,
	account: string,
	history: HistoryKind,
	range: Partial<Pick<HistoryQuestion, 'from' | 'until'>> = {},
): Promise<Stretch[]> {
	const { signal } = new AbortController();
	const head = await reader.head(signal);
	const question = { account, history, from: 0, until: head.latest, head, signal, ...range };
	const stretches: Stretch[] = [];
	for await (const stretch of reader.read(question)) stretches.push(stretch);
	return stretches;
}

/** Records of stretches that were answered. */
export function recordsIn(stretches: readonly Stretch[]): LedgerRecord[] {
	return stretches.filter(({ receipt }) => covers(receipt)).flatMap(({ records }) => records);
}
