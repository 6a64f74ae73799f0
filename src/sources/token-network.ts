/** Which EVM network a token row is of. Explorers of one firm print one and the same header for all of their networks. */
import { handleOf, networkOf } from '../ledger/account.ts';
import type { Asset } from '../ledger/asset.ts';

/** Where a row stands: for sure, or on Ethereum because nothing says otherwise. */
export interface NetworkReading {
	readonly network: string;
	readonly known: boolean;
}

/**
 * Reads the network off a contract: the one on which it is a known asset. Ethereum's comes first, where it is known on
 * several; a contract that is known nowhere, or on several others, is taken as Ethereum's and tells nothing.
 */
export function networksOf(assets: ReadonlyMap<string, Asset>): (contract: string) => NetworkReading {
	const networks = new Map<string, Set<string>>();
	for (const id of assets.keys()) {
		const contract = handleOf(id).toLowerCase();
		if (contract.startsWith('0x')) networks.set(contract, (networks.get(contract) ?? new Set()).add(networkOf(id)));
	}
	return (contract) => {
		const found = networks.get(contract.toLowerCase());
		const [sole] = found ?? [];
		if (sole === undefined || found?.has('eth')) return { network: 'eth', known: sole !== undefined };
		return found?.size === 1 ? { network: sole, known: true } : { network: 'eth', known: false };
	};
}
