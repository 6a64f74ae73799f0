import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import * as fc from 'fast-check';
import { schedules, textOf } from './schedule.ts';
import { Trials } from './trial.ts';

/** `npm run torture -- --only faults` tries a thousand. */
const ROUNDS = 10;
const SEED = 20231104;

test('a run that meets faults of the disk ends with a sentence, and the next one gives what an undisturbed one gives', async (t) => {
	t.timeout(600_000);
	const root = await mkdtemp(join(tmpdir(), 'liuxiang-faults-'));
	const trials = await Trials.open(root, ['new', 'grown']);
	t.teardown(async () => {
		await trials?.close();
		await rm(root, { recursive: true, force: true });
	});
	if (trials === undefined) {
		t.log('not tried: there is no C compiler (cc) on this machine, or it is not Linux');
		t.pass();
		return;
	}
	for (const schedule of fc.sample(schedules(trials.counts), { seed: SEED, numRuns: ROUNDS }))
		await t.notThrowsAsync(async () => {
			await trials.try(schedule).catch((cause: Error) => {
				throw new Error(`seed ${SEED}, ${textOf(schedule)}, ${cause.message}: ${cause.cause}`);
			});
		});
});
