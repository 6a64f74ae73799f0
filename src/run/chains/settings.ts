import { accountOf, networkOf } from '../../ledger/account.ts';
import type { Asset, AssetId } from '../../ledger/asset.ts';
import { Problem } from '../../ledger/problem.ts';
import type { HistoryKind } from '../../ledger/receipt.ts';
import { parseTime } from '../../ledger/time.ts';
import type { Interface } from '../../sources/chains/contract.ts';
import type { ChainFile } from './chain-file.ts';

/** An endpoint as the case names it: where its key is, not the key. */
export interface EndpointSettings {
	readonly url: string;
	readonly interface: Interface;
	/** Path, from the case folder. */
	readonly keyFile?: string;
	readonly keyVariable?: string;
	readonly perSecond: number;
	readonly timeoutMs: number;
}

/** One network of a case, in the program's own units. */
export interface ChainSettings {
	readonly network: string;
	readonly endpoints: readonly EndpointSettings[];
	readonly confirmations?: number;
	readonly unconfirmed: boolean;
	/** Sorted; undefined: all. */
	readonly tokens: readonly AssetId[] | undefined;
	/** Sorted, beside those that the case knows by itself. */
	readonly accounts: readonly string[];
	/** First mark wanted: a block, or milliseconds on TRON; the chain's first where it is left out. */
	readonly from?: number;
	readonly scan?: { readonly from: number; readonly until?: number };
	readonly internal: 'auto' | 'off';
	readonly crossCheck: boolean;
	readonly keepAnswers: boolean;
}

/**
 * @param assets those that the case knows, by id
 * @throws Problem `chain.account` {network, text}; `chain.token` {network, text}; `chain.no-tokens` {network}
 */
export function chainSettings(
	chain: ChainFile,
	assets: ReadonlyMap<AssetId, Asset>,
	offsetMinutes: number,
): ChainSettings {
	const { network } = chain;
	const from = chain.from === undefined ? chain.from_block : parseTime(chain.from, offsetMinutes)?.instant;
	return {
		network,
		endpoints: chain.endpoints.map((one) => ({
			url: one.url,
			interface: one.interface,
			...(one.key_file === undefined ? {} : { keyFile: one.key_file }),
			...(one.key_env === undefined ? {} : { keyVariable: one.key_env }),
			perSecond: one.requests_per_second,
			timeoutMs: Number(one.timeout.slice(0, -1)) * (one.timeout.endsWith('m') ? 60_000 : 1000),
		})),
		...(chain.confirmations === undefined ? {} : { confirmations: chain.confirmations }),
		unconfirmed: chain.unconfirmed,
		tokens: tokensOf(chain, assets),
		accounts: chain.accounts.map((text) => accountOn(network, text)).sort(),
		...(from === undefined ? {} : { from }),
		...(chain.scan
			? {
					scan: {
						from: chain.scan.from_block,
						...(chain.scan.until_block === undefined ? {} : { until: chain.scan.until_block }),
					},
				}
			: {}),
		internal: chain.internal,
		crossCheck: chain.cross_check,
		keepAnswers: chain.keep_answers,
	};
}

/** Tokens that a history is asked for; none: all of them, or the history has none. */
export function tokensWanted({ tokens }: Pick<ChainSettings, 'tokens'>, history: HistoryKind): readonly AssetId[] {
	return history === 'tokens' ? (tokens ?? []) : [];
}

/**
 * An account of a network, as a person writes it: with the network or without.
 *
 * @throws Problem `chain.account`
 */
export function accountOn(network: string, text: string): string {
	const bare = text.startsWith(`${network}:`) ? text.slice(network.length + 1) : text;
	const account = accountOf(network, bare);
	if (account === undefined) throw new Problem('config', 'chain.account', { network, text });
	return account;
}

function tokensOf({ network, tokens }: ChainFile, assets: ReadonlyMap<AssetId, Asset>): AssetId[] | undefined {
	if (tokens === 'all') return undefined;
	if (tokens !== 'known') return [...new Set(tokens.map((text) => tokenOn(network, text)))].sort();
	const known = [...assets.keys()].filter((id) => networkOf(id) === network && id !== `${network}:coin`).sort();
	// Asking for no token at all would look like an account that no token ever touched.
	if (known.length === 0) throw new Problem('config', 'chain.no-tokens', { network });
	return known;
}

function tokenOn(network: string, text: string): AssetId {
	const bare = text.startsWith(`${network}:`) ? text.slice(network.length + 1) : text;
	const token = accountOf(network, bare);
	if (token === undefined) throw new Problem('config', 'chain.token', { network, text });
	return token;
}

/** The coins of networks that are known by their number alone: every EVM counts them with 18 decimals. */
export function coinsOf(chains: readonly ChainFile[]): Asset[] {
	return chains
		.filter(({ network }) => network.startsWith('evm-'))
		.map(({ network }) => ({ id: `${network}:coin`, symbol: 'COIN', decimals: 18 }));
}

/** What of `chains` can move a figure: where it is asked, and with which key, cannot. */
export function movingSettings(chains: readonly ChainFile[]): readonly object[] | undefined {
	if (chains.length === 0) return undefined;
	return chains.map(({ endpoints: _endpoints, keep_answers: _kept, ...rest }) => rest);
}
