import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { schedules, textOf } from '../faults/schedule.ts';
import { Trials } from '../faults/trial.ts';
import type { Torture } from './torture.ts';

/** In memory, where there is such a place: what is flushed matters here, not for how long. */
const PLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/**
 * The real program on the real store, with faults at operations on files that the seed chooses: whatever befalls it, it ends
 * with a sentence, and the next run gives what one gives that was never disturbed.
 */
export const faults: Torture = {
	name: 'faults',
	rounds: 1_000,
	async run(seed, rounds) {
		const root = await mkdtemp(join(PLACE, 'liuxiang-faults-'));
		const trials = await Trials.open(root);
		try {
			if (trials === undefined) throw new Error('no C compiler (cc) on this machine, or not Linux');
			const failed: string[] = [];
			for (const [round, schedule] of fc.sample(schedules(trials.counts), { seed, numRuns: rounds }).entries()) {
				try {
					await trials.try(schedule);
				} catch (error) {
					const { message, cause } = error as Error;
					failed.push(`round ${round}, ${textOf(schedule)}: ${message}: ${cause}`);
					console.error(failed.at(-1));
				}
				if ((round + 1) % 50 === 0) console.log(`faults: ${round + 1} of ${rounds} schedules, ${failed.length} failed`);
			}
			if (failed.length > 0) throw new Error(`${failed.length} of ${rounds} schedules failed, see above`);
		} finally {
			await trials?.close();
			await rm(root, { recursive: true, force: true });
		}
	},
};
