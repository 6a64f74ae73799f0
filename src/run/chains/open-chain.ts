import type { Asset } from '../../ledger/asset.ts';
import type { HistoryKind, Receipt } from '../../ledger/receipt.ts';
import type { ChainReader, Interface } from '../../sources/chains/contract.ts';
import { openReader } from '../../sources/chains/list.ts';
import type { Allowance, Clock, Endpoint } from '../../sources/chains/transport/contract.ts';
import type { CaseFolder } from '../case-folder.ts';
import type { Environment } from '../store-place.ts';
import { endpointOf } from './endpoints.ts';
import type { ChainSettings } from './settings.ts';

/** A network through one of the interfaces that the case names for it. */
export interface OpenInterface {
	readonly kind: Interface;
	readonly reader: ChainReader;
}

/** Where a case's chains are opened from. */
export interface ChainPlace {
	readonly folder: Pick<CaseFolder, 'root' | 'evidence'>;
	readonly assets: ReadonlyMap<string, Asset>;
	/** For keys. */
	readonly env: Environment;
	readonly clock: Clock;
	readonly allowance?: Allowance;
}

/**
 * Opens a network through each kind of interface that the case names for it, in its order. Nothing is sent yet.
 *
 * @throws Problem as {@link endpointOf}, and those of addresses
 */
export async function openChain(settings: ChainSettings, place: ChainPlace): Promise<OpenInterface[]> {
	const opened: OpenInterface[] = [];
	try {
		for (const kind of new Set(settings.endpoints.map((endpoint) => endpoint.interface)))
			opened.push({ kind, reader: await openInterface(settings, place, kind) });
		return opened;
	} catch (cause) {
		await closeAll(opened);
		throw cause;
	}
}

async function openInterface(settings: ChainSettings, place: ChainPlace, kind: Interface): Promise<ChainReader> {
	const endpoints: Endpoint[] = [];
	for (const endpoint of settings.endpoints)
		if (endpoint.interface === kind) endpoints.push(await endpointOf(place.folder, endpoint, place.env));
	return await openReader(kind, {
		terms: {
			network: settings.network,
			tokens: settings.tokens,
			assets: place.assets,
			crossCheck: settings.crossCheck,
		},
		endpoints,
		clock: place.clock,
		internal: settings.internal,
		...(place.allowance ? { allowance: place.allowance } : {}),
		...(settings.confirmations === undefined ? {} : { confirmations: settings.confirmations }),
		...(settings.scan ? { scan: settings.scan } : {}),
	});
}

/** What is read again has its times in it. */
const NO_CLOCK: Clock = {
	now: () => 0,
	sleep: () => Promise.reject(new Error('kept answers are read without waiting')),
};

/** Opens what decodes kept answers and asks nothing. */
export async function openKept(
	{ chain, history, tokens }: Receipt,
	kind: Interface,
	{ assets }: Pick<ChainPlace, 'assets'>,
): Promise<ChainReader> {
	return await openReader(kind, {
		terms: {
			network: chain,
			tokens: history === 'tokens' && tokens.length > 0 ? tokens : undefined,
			assets,
			crossCheck: false,
		},
		endpoints: [],
		clock: NO_CLOCK,
		internal: 'auto',
	});
}

export async function closeAll(opened: readonly OpenInterface[]): Promise<void> {
	for (const { reader } of opened) await reader.close();
}

/** The first interface that shows a history, or why none does. */
export function shownBy(
	opened: readonly OpenInterface[],
	history: HistoryKind,
): { readonly by: OpenInterface } | { readonly by: undefined; readonly reason: string } {
	const seen = opened.map((by) => ({ by, sight: by.reader.histories.find((one) => one.history === history) }));
	const shown = seen.find(({ sight }) => sight?.visible);
	if (shown) return { by: shown.by };
	return { by: undefined, reason: seen.map(({ sight }) => sight?.reason ?? '').find((reason) => reason !== '') ?? '' };
}
