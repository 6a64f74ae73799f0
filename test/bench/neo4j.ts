import { statement as storeStatement } from '../../src/stores/neo4j/cypher.ts';
import { makeServer } from '../neo4j/server.ts';
import { loadFigures } from './neo4j-load.ts';
import { reachFigures } from './neo4j-reach.ts';
import { benchDriver } from './neo4j-statements.ts';
import { streamFigures } from './neo4j-stream.ts';
import { graphWorld } from './neo4j-world.ts';
import type { BenchRow } from './row.ts';

/**
 * The Neo4j store beside what the bare driver does with the same server, in turn, after a round that is not counted.
 * The server has memory for the whole case: what is measured is the store, not the disk.
 */
export async function neo4jBench(): Promise<BenchRow[]> {
	const server = await makeServer('1500m', '600m', true);
	const driver = benchDriver(server);
	try {
		const world = graphWorld();
		// The first statement of a new server takes seconds on a busy machine, longer than the store waits for an answer.
		await driver.executeQuery(storeStatement('read/ping'));
		const loaded = await loadFigures(server, driver, world);
		return [...loaded, ...(await streamFigures(server, driver, world)), ...(await reachFigures(server, driver, world))];
	} finally {
		await driver.close();
		await server.remove();
	}
}
