import * as fc from 'fast-check';
import { LAYOUTS } from '../sources/layouts/list.ts';
import { casesOf, readsBack, titleOf } from '../sources/layouts/render.ts';
import type { Torture } from './torture.ts';

/** Movements printed in every layout and read back. A round is one file of each. */
export const rendering: Torture = {
	name: 'rendering',
	rounds: 1_000,
	async run(seed, rounds) {
		for (const layout of LAYOUTS) {
			try {
				await fc.assert(readsBack(layout), { seed, numRuns: casesOf(layout, rounds), includeErrorInReport: true });
			} catch (cause) {
				throw new Error(`${titleOf(layout)} is not read back as printed`, { cause });
			}
		}
	},
};
