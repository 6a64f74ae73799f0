import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import type { Store } from '../../src/stores/contract.ts';
import { startChild } from './child.ts';
import { LOAD_STEPS, load } from './load.ts';
import { all, fingerprint } from './samples.ts';
import { openFor, scratchFolder } from './scratch.ts';

/** Steps of a load after which it is killed, from a fixed seed: the moment after the step is chance. */
function seededSteps(count: number): Set<number> {
	const steps = new Set<number>();
	for (let state = 20231; steps.size < count; ) {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		steps.add((state >>> 16) % LOAD_STEPS);
	}
	return steps;
}

/** A store is consistent where each file it names is there whole, and the run wholly or not at all. */
async function assertWhole(t: ExecutionContext, store: Store): Promise<void> {
	const files = await store.files();
	for (const { hash, rows } of files) {
		t.is((await all(store.records({ hashes: new Set([hash]) }))).length, rows.records);
		t.is((await store.statements('leads', { hashes: new Set([hash]) })).length, 1);
	}
	const ofFiles = files.reduce((sum, file) => sum + file.rows.records, 0);
	t.is((await all(store.records())).length, ofFiles);
	const derived = (await all(store.transfers())).length;
	t.true(derived === 0 || derived === ofFiles);
	t.is((await store.finding('findings')) !== undefined, derived > 0);
}

test('a load killed at any moment leaves a store that opens and finishes', async (t) => {
	const folder = await scratchFolder(t);
	const whole = join(folder, 'whole.duckdb');
	await load(whole, () => undefined);
	const expected = await fingerprint(await openFor(t, whole));
	for (const step of seededSteps(5)) {
		const path = join(folder, `killed-${step}.duckdb`);
		const child = startChild('load', path);
		let told = 0;
		for await (const _ of child.lines) if (told++ === step) child.kill();
		t.true(told > step);
		await child.ended;
		const killed = await openFor(t, path);
		await assertWhole(t, killed);
		await killed.close();
		await load(path, () => undefined);
		t.is(await fingerprint(await openFor(t, path)), expected, `killed after step ${step}`);
	}
});

test('a load killed before its first step leaves a store that opens or none', async (t) => {
	for (const wait of [0, 1, 2]) {
		const path = join(await scratchFolder(t), 'store.duckdb');
		const child = startChild('hold', path);
		while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 1));
		for (let turns = 0; turns < wait; turns++) await new Promise((resolve) => setTimeout(resolve, 1));
		child.kill();
		await child.ended;
		t.deepEqual(await (await openFor(t, path)).files(), []);
	}
});
