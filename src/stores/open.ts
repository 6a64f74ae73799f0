import { Problem } from '../ledger/problem.ts';
import type { Store } from './contract.ts';
import { openDuckDbStore } from './duckdb/store.ts';

/** One kind of store: which addresses are its own, and how it opens one. */
interface StoreKind {
	readonly owns: (address: string) => boolean;
	readonly open: (address: string) => Promise<Store>;
}

/** Asked in this order. A further kind is one line. */
const KINDS: readonly StoreKind[] = [{ owns: (address) => !address.includes('://'), open: openDuckDbStore }];

/**
 * Opens the store at an address, making an empty one where there is none.
 *
 * @param address path of a DuckDB file
 * @throws Problem `store.locked` {path, pid, holder}; `store.newer` {path, version, known}; `store.newer-duckdb`
 * {path, detail}; `store.damaged` {path, detail}; `store.foreign` {path, detail}; `store.unreachable` {path, detail};
 * `store.unknown-kind` {scheme}. Any later call: `store.full` {path}, `store.memory` {path}, `store.busy` {path},
 * `store.cut` {path, got, expected}
 */
export async function openStore(address: string): Promise<Store> {
	const kind = KINDS.find((one) => one.owns(address));
	// The scheme alone: the rest of an address may hold a password.
	if (!kind) throw new Problem('store', 'store.unknown-kind', { scheme: address.slice(0, address.indexOf('://')) });
	return await kind.open(address);
}
