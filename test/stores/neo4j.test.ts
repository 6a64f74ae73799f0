import type { TestFn } from 'ava';
import { withDriver } from '../neo4j/driver.ts';
import { placeFor, serverLogin, neo4jTest as test } from '../neo4j/gate.ts';
import { storeContract } from './contract.ts';
import { openFor } from './scratch.ts';

// One at a time: what all of them hold at once is more than a small server's memory.
storeContract(test.serial as TestFn, 'Neo4j', async (t) => {
	const place = placeFor(t);
	return {
		open: async (options) => await openFor(t, place, options),
		becomeNewer: async () => {
			await change('MATCH (case:Case {case: $case}) SET case.schema = case.schema + 1', place.case);
		},
		becomeOlder: async () => {
			await change('MATCH (case:Case {case: $case}) SET case.schema = 1', place.case);
			await change('MATCH (noted:File|Run {case: $case}) REMOVE noted.stock', place.case);
		},
	};
});

async function change(cypher: string, name: string): Promise<void> {
	await withDriver(serverLogin(), async (driver) => {
		await driver.executeQuery(cypher, { case: name });
	});
}
