import fc from 'fast-check';
import { placeFor, serverLogin, neo4jTest as test } from '../neo4j/gate.ts';
import { type KillPoint, killOurs, loadWhole, loseAnswers } from '../neo4j/kill.ts';
import { LOAD_STEPS } from './load.ts';

const points = (count: number): KillPoint[] =>
	fc.sample(fc.record({ step: fc.nat({ max: LOAD_STEPS - 3 }), afterMs: fc.nat({ max: 60 }) }), {
		seed: 20231,
		numRuns: count,
	});

test.serial('a load killed at any moment and begun again leaves the graph of one that was not', async (t) => {
	const server = serverLogin();
	const whole = await loadWhole(server, placeFor(t).case);
	for (const point of points(2)) await t.notThrowsAsync(killOurs(server, placeFor(t).case, point, whole));
});

// A server that is killed takes two minutes: `npm run torture -- --only neo4j-kills` does it.
test.serial('a load that loses the answer to every other commit leaves the graph of one that did not', async (t) => {
	t.timeout(300_000);
	const server = serverLogin();
	const whole = await loadWhole(server, placeFor(t).case);
	const commits = await loseAnswers(server, placeFor(t).case, new Set(), whole);
	const everyOther = Array.from({ length: commits }, (_, number) => number).filter((number) => number % 2 === 0);
	await t.notThrowsAsync(loseAnswers(server, placeFor(t).case, new Set(everyOther), whole));
});
