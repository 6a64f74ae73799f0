import * as fc from 'fast-check';
import { checkEnough, checkTooLittle } from '../tracing/frontier-truth.ts';
import { worlds } from '../tracing/frontier-world.ts';
import type { Torture } from './torture.ts';

/** Following by single histories beside the full pass, with enough to spend, too little, and interrupted. */
export const frontier: Torture = {
	name: 'frontier',
	rounds: 5_000,
	async run(seed, rounds) {
		await fc.assert(fc.asyncProperty(worlds, checkEnough), { seed, numRuns: rounds });
		const little = fc.asyncProperty(worlds, fc.integer({ min: 1, max: 4 }), fc.boolean(), checkTooLittle);
		await fc.assert(little, { seed, numRuns: rounds });
	},
};
