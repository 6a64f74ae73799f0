import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import type { OpenOptions, Store } from '../../src/stores/contract.ts';
import { openStore } from '../../src/stores/open.ts';
import type { StorePlace } from '../../src/stores/place.ts';

/** A folder that goes with the test. */
export async function scratchFolder(t: ExecutionContext): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'liuxiang-store-'));
	t.teardown(async () => await rm(folder, { recursive: true, force: true }));
	return folder;
}

/** Opens a store that the end of the test closes. */
export async function openFor(t: ExecutionContext, address: StorePlace, options: OpenOptions = {}): Promise<Store> {
	const store = await openStore(address, options);
	t.teardown(async () => await store.close());
	return store;
}
