import { deepEqual, equal } from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { makeWorld } from '../chain/evm-world.ts';
import { halves, killedFetch, morePeople, transferRows, whatIsSaid } from '../chain/killed-fetch.ts';
import { access, payExchange, runLive, writeLiveCase } from '../chain/live-case.ts';
import type { Torture } from './torture.ts';

/** Histories of the nine accounts that are asked for, three each, those that are not visible not among those told. */
const LINES = 9;

/**
 * A fetch of a real node that is killed leaves a case whose next run has every transfer once, and says what one that was
 * never disturbed says.
 */
export const chainKills: Torture = {
	name: 'chain-kills',
	rounds: 100,
	async run(seed, rounds) {
		const scratch = await mkdtemp(join(tmpdir(), 'liuxiang-chain-kills-'));
		const world = await makeWorld();
		try {
			await world.flood(1000);
			await payExchange(world);
			const lines = [morePeople(world), 'unconfirmed: true'];
			const whole = join(scratch, 'whole');
			await writeLiveCase(whole, world, { lines });
			const undisturbed = await runLive(whole, access());
			const [rows, said] = [await transferRows(undisturbed), whatIsSaid(undisturbed)];
			const points = fc.record({ line: fc.nat({ max: LINES }), afterMs: fc.nat({ max: 80 }) });
			let kills = 0;
			for (const point of fc.sample(points, { seed, numRuns: rounds })) {
				const folder = join(scratch, 'killed');
				await writeLiveCase(folder, world, { lines });
				if (await killedFetch(folder, point)) kills += 1;
				const finished = await runLive(folder, access());
				const where = `killed ${point.afterMs} ms after line ${point.line}`;
				equal(await transferRows(finished), rows, where);
				deepEqual(whatIsSaid(finished), said, where);
				deepEqual(await halves(folder), []);
				await rm(folder, { recursive: true });
			}
			if (kills < rounds / 2) throw new Error(`only ${kills} of ${rounds} were killed before they were done`);
		} finally {
			await world.anvil.kill();
			await rm(scratch, { recursive: true, force: true });
		}
	},
};
