import { makeWorld } from '../chain/evm-world.ts';
import { MIXED } from '../chain/fault-list.ts';
import { readThrough } from '../chain/fault-reading.ts';
import { seeded } from '../chain/faulty-proxy.ts';
import type { Torture } from './torture.ts';

/** Faults by chance between a node and who reads it, each round others: every transfer once, or the history says so. */
export const chainFaults: Torture = {
	name: 'chain-faults',
	rounds: 200,
	async run(seed, rounds) {
		const world = await makeWorld();
		try {
			await world.flood(600);
			for (let round = 0; round < rounds; round++) {
				// One fault in a hundred questions, to half of them.
				const share = 0.01 + 0.49 * ((round % 10) / 9);
				const met = await readThrough(world, seeded(MIXED, seed * 100_003 + round, share));
				if (met.invented > 0 || met.twice > 0 || (met.missed > 0 && met.incomplete === '')) {
					throw new Error(`round ${round}: ${JSON.stringify(met)}`);
				}
			}
		} finally {
			await world.anvil.kill();
		}
	},
};
