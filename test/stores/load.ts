/** A load of invented files and a run, that another process can be made to do and be killed in. */

import { openStore } from '../../src/stores/open.ts';
import type { StorePlace } from '../../src/stores/place.ts';
import { all, fileOf, hashOf, otherStatements, recordOf, transferOf } from './samples.ts';

const FILES = ['one', 'two', 'three', 'four'].map(hashOf);
const BATCHES = 4;
/** A server takes twenty times as long over a row as a file does. */
const batchRows = (place: StorePlace) => (typeof place === 'string' ? 600 : 100);

/** Lines that a load from nothing tells: each file's batches and commit, the run's steps, the end. */
export const LOAD_STEPS = FILES.length * (BATCHES + 1) + 4;

/** Opens the store at `path`, writes the files it lacks and then a run of all records, and tells each step. */
export async function load(path: StorePlace, tell: (step: string) => void): Promise<void> {
	const store = await openStore(path);
	const rows = batchRows(path);
	const known = new Set((await store.files()).map((file) => file.hash));
	for (const hash of FILES) {
		if (known.has(hash)) continue;
		const writer = await store.writeFile(hash);
		for (let batch = 0; batch < BATCHES; batch++) {
			const records = Array.from({ length: rows }, (_, row) => recordOf(hash, batch * rows + row));
			await writer.write({ records, ...(batch === 0 && otherStatements(hash)) });
			tell(`${hash} ${batch}`);
		}
		await writer.commit(fileOf(hash, BATCHES * rows, 7));
		tell(`${hash} done`);
	}
	const run = await store.beginRun();
	tell('run begun');
	const records = await all(store.records());
	await run.transfers(records.map((record, number) => transferOf(number, { records: [record.id] })));
	await run.finding('findings', `{"records":${records.length}}`);
	tell('run written');
	await run.commit();
	tell('run done');
	await store.close();
	tell('closed');
}

/** Opens the store at `path` and keeps it open, saying so. */
export async function hold(path: StorePlace, tell: (step: string) => void): Promise<void> {
	const store = await openStore(path);
	await store.files();
	tell('open');
	setInterval(() => store.kind, 1_000);
}

/** Begins a file and never ends it, saying so. */
export async function write(path: StorePlace, tell: (step: string) => void): Promise<void> {
	const store = await openStore(path);
	await store.writeFile(hashOf('begun'));
	tell('writing');
	setInterval(() => store.kind, 1_000);
}

/** Writes one file whose rows do not compress, until it is done or fails, and tells how the failure is named. */
export async function fill(path: StorePlace, tell: (step: string) => void): Promise<void> {
	const store = await openStore(path);
	const hash = hashOf('large');
	const writer = await store.writeFile(hash);
	try {
		for (let batch = 0; batch < 150; batch++) {
			const records = Array.from({ length: 1_000 }, (_, row) => {
				const number = batch * 1_000 + row;
				return recordOf(hash, number, { raw: [1, 2, 3, 4].map((part) => hashOf(`${number} ${part}`)).join('') });
			});
			await writer.write({ records });
		}
		await writer.commit(fileOf(hash, 150_000));
		tell('written');
	} catch (error) {
		tell(`refused ${error instanceof Error ? error.message : ''}`);
		await writer.abort();
	}
	tell(`files ${(await store.files()).length}`);
	await store.close();
}
