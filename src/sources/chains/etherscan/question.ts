import { type AccountId, handleOf } from '../../../ledger/account.ts';
import type { AssetId } from '../../../ledger/asset.ts';
import type { HistoryKind } from '../../../ledger/receipt.ts';
import { chainIdOf } from '../evm/networks.ts';
import type { Ask } from '../transport/contract.ts';

const ACTIONS: Readonly<Record<HistoryKind, string>> = {
	tokens: 'tokentx',
	coins: 'txlist',
	internal: 'txlistinternal',
};

/** What is asked of one history, whatever the range. */
export interface HistoryTerms {
	readonly network: string;
	readonly account: AccountId;
	readonly history: HistoryKind;
	/** Empty: all. */
	readonly tokens: readonly AssetId[];
}

/** Part of a history: blocks, both ends in it, oldest first. */
export interface Window {
	readonly from: number;
	readonly until: number;
	/** From 1. */
	readonly page: number;
	/** Rows a page. */
	readonly size: number;
}

export function historyAsk({ network, account, history, tokens }: HistoryTerms, window: Window): Ask {
	const [token, ...others] = tokens;
	// One contract can be named. Of several, all transfers are asked and the others left out.
	const one = history === 'tokens' && token !== undefined && others.length === 0;
	return asked(network, 'account', ACTIONS[history], {
		address: handleOf(account),
		...(one ? { contractaddress: handleOf(token) } : {}),
		startblock: String(window.from),
		endblock: String(window.until),
		page: String(window.page),
		offset: String(window.size),
		sort: 'asc',
	});
}

/** A block's own data, without its transactions. @param block number, or `finalized` */
export function blockAsk(network: string, block: number | 'finalized'): Ask {
	const tag = typeof block === 'number' ? `0x${block.toString(16)}` : block;
	return asked(network, 'proxy', 'eth_getBlockByNumber', { tag, boolean: 'false' });
}

export function latestAsk(network: string): Ask {
	return asked(network, 'proxy', 'eth_blockNumber', {});
}

/**
 * What an account held at the end of a block. `tokenbalance` and the proxy's `eth_call` know the latest block alone;
 * these two do not belong to every plan.
 */
export function balanceAsk(network: string, account: AccountId, asset: AssetId, block: number): Ask {
	const of = { address: handleOf(account), blockno: String(block) };
	return asset === `${network}:coin`
		? asked(network, 'account', 'balancehistory', of)
		: asked(network, 'account', 'tokenbalancehistory', { contractaddress: handleOf(asset), ...of });
}

/** The question as a receipt prints it. */
export function printed({ query = {} }: Ask): string {
	return Object.entries(query)
		.map(([name, value]) => `${name}=${value}`)
		.join('&');
}

function asked(network: string, module: string, action: string, rest: Readonly<Record<string, string>>): Ask {
	return { path: '', query: { chainid: String(chainIdOf(network)), module, action, ...rest } };
}
