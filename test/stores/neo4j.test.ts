import type { TestFn } from 'ava';
import { withDriver } from '../neo4j/driver.ts';
import { placeFor, serverLogin, neo4jTest as test } from '../neo4j/gate.ts';
import { storeContract } from './contract.ts';
import { openFor } from './scratch.ts';

// One at a time: what all of them hold at once is more than a small server's memory.
storeContract(test.serial as TestFn, 'Neo4j', async (t) => {
	const place = placeFor(t);
	return {
		open: async () => await openFor(t, place),
		becomeNewer: async () => {
			await withDriver(serverLogin(), async (driver) => {
				const newer = 'MATCH (case:Case {case: $case}) SET case.schema = case.schema + 1';
				await driver.executeQuery(newer, { case: place.case });
			});
		},
	};
});
