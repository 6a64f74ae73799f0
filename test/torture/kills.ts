import { deepEqual, equal } from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { writeRunFolder } from '../bench/run-folder.ts';
import { buildShim, Control } from '../faults/control.ts';
import { leftovers, refuseHalves, results } from '../faults/whole.ts';
import { Worker } from '../faults/worker.ts';
import type { Torture } from './torture.ts';

const ROWS = 5_000;

/**
 * A run that is killed at any moment leaves a case whose next run gives the findings of one that was never disturbed, byte
 * for byte; and no report folder that is not whole. The seed gives the moments as shares of a run; what happens in a
 * millisecond is chance.
 */
export const kills: Torture = {
	name: 'kills',
	rounds: 200,
	async run(seed, rounds) {
		const root = await mkdtemp(join(tmpdir(), 'liuxiang-kills-'));
		const library = await buildShim(root);
		if (library === undefined) throw new Error('no C compiler (cc) on this machine, or not Linux');
		const control = new Control(join(root, 'control'));
		const worker = new Worker(library, control);
		try {
			const [fresh, folder] = [join(root, 'fresh'), join(root, 'killed')];
			const args = ['run', folder, '--json', '--quiet', '--offline'];
			await writeRunFolder(fresh, ROWS, seed);
			await cp(fresh, folder, { recursive: true });
			const undisturbed = await worker.warmUp(args);
			const expected = await results(folder);
			let [killed, lasting] = [0, 0];
			for (const share of fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { seed, numRuns: rounds })) {
				await rm(folder, { recursive: true, force: true });
				await cp(fresh, folder, { recursive: true });
				const ending = await worker.call(args, share * (lasting || 1_000));
				if ('signal' in ending) {
					equal(ending.signal, 'SIGKILL');
					killed += 1;
				}
				await refuseHalves(folder);
				const start = performance.now();
				const finished = await worker.call(args);
				// How long a run takes on a busy machine changes: the next moment is a share of what it took just now.
				lasting = performance.now() - start;
				const where = `killed at ${share} of a run`;
				equal('code' in finished && finished.code, 'code' in undisturbed && undisturbed.code, where);
				deepEqual(await results(folder), expected, where);
				deepEqual(await leftovers(folder), [], where);
			}
			console.log(`kills: ${killed} of ${rounds} were killed before they were done`);
			if (killed < rounds / 2) throw new Error('too few were killed before they were done');
		} finally {
			await worker.stop();
			control.close();
			await rm(root, { recursive: true, force: true });
		}
	},
};
