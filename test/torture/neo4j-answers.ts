import * as fc from 'fast-check';
import { loadWhole, loseAnswers } from '../neo4j/kill.ts';
import { makeServer } from '../neo4j/server.ts';
import type { Torture } from './torture.ts';

/** The answers to commits that chance picks are lost: the load goes on by itself, and leaves the same graph. */
export const neo4jAnswers: Torture = {
	name: 'neo4j-answers',
	rounds: 10,
	async run(seed, rounds) {
		const server = await makeServer();
		try {
			const whole = await loadWhole(server, 'undisturbed');
			const commits = await loseAnswers(server, 'counted', new Set(), whole);
			const cuts = fc.uniqueArray(fc.nat({ max: commits - 1 }), { minLength: 1, maxLength: commits });
			for (const [number, cut] of fc.sample(cuts, { seed, numRuns: rounds }).entries())
				await loseAnswers(server, `case ${number}`, new Set(cut), whole);
		} finally {
			await server.remove();
		}
	},
};
