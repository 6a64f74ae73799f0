import { setTimeout } from 'node:timers/promises';
import { ChainTrouble, type Clock } from './contract.ts';

/** The time of the machine. */
export const systemClock: Clock = {
	now: () => Date.now(),
	async sleep(ms, signal) {
		try {
			await setTimeout(ms, undefined, { signal });
		} catch {
			throw new ChainTrouble('aborted', 'interrupted while waiting');
		}
	},
};
