import * as fc from 'fast-check';
import { killOurs, killServer, onServer } from '../neo4j/kill.ts';
import { LOAD_STEPS } from '../stores/load.ts';
import type { Torture } from './torture.ts';

/** Of two rounds one kills the program, one the Neo4j server: begun again, the load leaves the same graph each time. */
export const neo4jKills: Torture = {
	name: 'neo4j-kills',
	rounds: 50,
	async run(seed, rounds) {
		await onServer(async (server, whole) => {
			const points = fc.record({ step: fc.nat({ max: LOAD_STEPS - 1 }), afterMs: fc.nat({ max: 150 }) });
			for (const [number, point] of fc.sample(points, { seed, numRuns: rounds }).entries()) {
				const name = `case ${number}`;
				await (number % 2 === 0 ? killOurs(server, name, point, whole) : killServer(server, name, point, whole));
			}
		});
	},
};
