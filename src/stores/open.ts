import { Problem } from '../ledger/problem.ts';
import type { Store } from './contract.ts';
import type { StorePlace } from './place.ts';

/**
 * Opens the store at a place, making an empty one where there is none. A kind of store is loaded when it is asked for.
 *
 * @throws Problem `store.locked` {path, pid, holder}; `store.newer` {path, version, known}; `store.newer-duckdb`
 * {path, detail}; `store.damaged` {path, detail}; `store.foreign` {path, detail}; `store.unreachable` {path, detail};
 * `store.unknown-kind` {scheme}; of a server, what `connect` says. Any later call: `store.full` {path},
 * `store.memory` {path}, `store.busy` {path}, `store.cut` {path, got, expected}
 */
export async function openStore(place: StorePlace): Promise<Store> {
	if (typeof place !== 'string') return await (await import('./neo4j/store.ts')).openNeo4jStore(place);
	const scheme = place.indexOf('://');
	// The scheme alone: the rest of an address may hold a password.
	if (scheme >= 0) throw new Problem('store', 'store.unknown-kind', { scheme: place.slice(0, scheme) });
	return await (await import('./duckdb/store.ts')).openDuckDbStore(place);
}
