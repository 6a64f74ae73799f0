import { readFileSync } from 'node:fs';
import { Problem } from '../../../src/ledger/problem.ts';
import { withDriver } from '../../neo4j/driver.ts';
import { placeFor, serverLogin, neo4jTest as test } from '../../neo4j/gate.ts';
import { transferOf } from '../samples.ts';
import { openFor } from '../scratch.ts';

const FOREIGN = readFileSync('test/stores/neo4j/foreign-transfer.cypher', 'utf8');

test("somebody else's node in the way of a run is told, and the run leaves nothing", async (t) => {
	const place = placeFor(t);
	const store = await openFor(t, place);
	const transfer = transferOf(1);
	await withDriver(serverLogin(), (driver) => driver.executeQuery(FOREIGN, { case: place.case, id: transfer.id }));
	const problem = await t.throwsAsync(
		async () => {
			const run = await store.beginRun();
			try {
				await run.transfers([transfer]);
				await run.commit();
			} finally {
				await run.abort();
			}
		},
		{ instanceOf: Problem },
	);
	t.is(problem?.code, 'store.foreign');
	t.regex(String(problem?.facts.detail), /already exists with label `Transfer`/);
	t.deepEqual(await store.findingKeys(), []);
});
