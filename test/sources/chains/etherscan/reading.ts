import { type Asset, type AssetId, KNOWN_ASSETS } from '../../../../src/ledger/asset.ts';
import type { HistoryKind } from '../../../../src/ledger/receipt.ts';
import type { LedgerRecord } from '../../../../src/ledger/record.ts';
import type { ChainReader, ReaderSetup, Stretch } from '../../../../src/sources/chains/contract.ts';
import { crossChecking } from '../../../../src/sources/chains/cross-check.ts';
import { openEtherscan } from '../../../../src/sources/chains/etherscan/reader.ts';
import type { EvmWorld } from '../../../chain/evm-world.ts';
import { fakeClock } from '../../../chain/fake-clock.ts';

/** What a test says of how the world is read; the rest is one endpoint, all tokens, one confirmation. */
export interface Reading extends Partial<Pick<ReaderSetup, 'allowance'>> {
	/** `own`: what the chain itself calls final. */
	readonly confirmations?: number | 'own';
	readonly tokens?: readonly AssetId[];
	readonly crossCheck?: boolean;
	readonly key?: string;
}

/** The assets that a case of the world would know. */
export function assetsOf({ network, places }: EvmWorld): Map<AssetId, Asset> {
	const own: Asset[] = [
		{ id: `${network}:${places.usdt}`, symbol: 'USDT', decimals: 6 },
		{ id: `${network}:coin`, symbol: 'ETH', decimals: 18 },
	];
	return new Map([...KNOWN_ASSETS, ...own].map((asset) => [asset.id, asset]));
}

/** Opens the world through explorers, in the order of fail-over. */
export function readerOf(world: EvmWorld, urls: readonly string[], reading: Reading = {}): ChainReader {
	const { tokens, crossCheck = false, key, confirmations = 1, allowance } = reading;
	const secret = key === undefined ? {} : { key };
	const setup: ReaderSetup = {
		terms: { network: world.network, tokens, assets: assetsOf(world), crossCheck },
		endpoints: urls.map((url) => ({ url, perSecond: 1000, timeoutMs: 10_000, ...secret })),
		clock: fakeClock(),
		internal: 'auto',
		...(confirmations === 'own' ? {} : { confirmations }),
		...(allowance ? { allowance } : {}),
	};
	return crossCheck ? crossChecking(openEtherscan, setup) : openEtherscan(setup);
}

export const never: AbortSignal = new AbortController().signal;

/** All stretches of a history up to the final block, or between two blocks. */
export async function stretchesOf(
	reader: ChainReader,
	address: string,
	history: HistoryKind,
	{ from = 0, until, signal = never }: { from?: number; until?: number; signal?: AbortSignal } = {},
): Promise<Stretch[]> {
	const head = await reader.head(never);
	const account = `${reader.network}:${address}`;
	const stretches: Stretch[] = [];
	for await (const stretch of reader.read({ account, history, from, until: until ?? head.final, head, signal }))
		stretches.push(stretch);
	return stretches;
}

export function recordsOf(stretches: readonly Stretch[]): LedgerRecord[] {
	return stretches.flatMap(({ records }) => records);
}

/** A movement as both the world's truth and a record tell it. */
export function movement(record: LedgerRecord): string {
	const transaction = record.evidence.kind === 'chain' ? record.evidence.transaction : '';
	const { from, to, asset, amount, block, state } = record;
	return [transaction, block?.number, from.account, to.account, asset, amount, state].join(' ');
}
