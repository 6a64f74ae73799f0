import * as fc from 'fast-check';
import { loseAnswers, onServer } from '../neo4j/kill.ts';
import type { Torture } from './torture.ts';

/** The answers to commits that chance picks are lost: the load goes on by itself, and leaves the same graph. */
export const neo4jAnswers: Torture = {
	name: 'neo4j-answers',
	rounds: 10,
	async run(seed, rounds) {
		await onServer(async (server, whole) => {
			const commits = await loseAnswers(server, 'counted', new Set(), whole);
			const cuts = fc.uniqueArray(fc.nat({ max: commits - 1 }), { minLength: 1, maxLength: commits });
			for (const [number, cut] of fc.sample(cuts, { seed, numRuns: rounds }).entries())
				await loseAnswers(server, `case ${number}`, new Set(cut), whole);
		});
	},
};
