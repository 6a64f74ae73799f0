import { Problem } from '../ledger/problem.ts';
import type { OpenOptions, Store } from './contract.ts';
import type { StorePlace } from './place.ts';

/**
 * Opens the store at a place, making an empty one where there is none, and bringing one of an earlier version up to date:
 * of an embedded store a copy is kept beside it first (`keptCopy`). Whoever writes holds the lock of the case (`run.lock`).
 * A kind of store is loaded when it is asked for.
 *
 * @throws Problem `store.locked` {path, pid, holder}; `store.newer` {path, version, known}; `store.unwritten` {path}: to be read, and nothing is in it yet; `store.newer-duckdb`
 * {path, detail}; `store.damaged` {path, detail}; `store.foreign` {path, detail}; `store.unreachable` {path, detail};
 * `store.unknown-kind` {scheme}; of a server, what `connect` says. Any later call: `store.full` {path},
 * `store.memory` {path}, `store.busy` {path}, `store.cut` {path, got, expected}
 */
export async function openStore(place: StorePlace, options: OpenOptions = {}): Promise<Store> {
	if (typeof place !== 'string') return await (await import('./neo4j/store.ts')).openNeo4jStore(place, options);
	const scheme = place.indexOf('://');
	// The scheme alone: the rest of an address may hold a password.
	if (scheme >= 0) throw new Problem('store', 'store.unknown-kind', { scheme: place.slice(0, scheme) });
	return await (await import('./duckdb/store.ts')).openDuckDbStore(place, options);
}
