import * as fc from 'fast-check';
import { LIVE_PROPERTIES } from '../ledger/merge/live-properties.ts';
import { MERGE_PROPERTIES } from '../ledger/merge/properties.ts';
import type { Torture } from './torture.ts';

/** The properties of merging, over far more cases than a test has time for. */
export const merging: Torture = {
	name: 'merging',
	rounds: 5_000,
	async run(seed, rounds) {
		for (const { says, property } of [...MERGE_PROPERTIES, ...LIVE_PROPERTIES]) {
			try {
				fc.assert<unknown[]>(property, { seed, numRuns: rounds });
			} catch (cause) {
				throw new Error(`not so: ${says}`, { cause });
			}
		}
	},
};
