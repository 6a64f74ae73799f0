import { appendFileSync, readFileSync } from 'node:fs';
import test, { type ExecutionContext, type TestFn } from 'ava';
import type { Driver } from 'neo4j-driver';
import type { Neo4jPlace } from '../../src/stores/place.ts';
import { withDriver } from './driver.ts';
import { namedServer } from './find.ts';
import type { ServerLogin } from './server.ts';

const REMOVE_CASE = readFileSync('test/neo4j/remove-case.cypher', 'utf8');
const login = namedServer();

/**
 * AVA's `test` for what needs a server: as it is where `NEO4J_URI` names one; a skip that is counted where none is; a
 * failure in CI, where a skip would look like a pass.
 */
export const neo4jTest: TestFn = login ? test : gated();

function gated(): TestFn {
	const instead = (title: string) => {
		if (process.env.CI) return test(title, (t) => t.fail('no Neo4j server: set NEO4J_URI, or install a JDK and Maven'));
		const { NEO4J_SKIPPED: tally } = process.env;
		if (tally !== undefined) appendFileSync(tally, '.');
		test.skip(title, (t) => t.pass());
	};
	return Object.assign(instead, {
		serial: instead,
		before: () => undefined,
		after: () => undefined,
	}) as unknown as TestFn;
}

/** The server of these tests. */
export function serverLogin(): ServerLogin {
	if (!login) throw new Error('NEO4J_URI is not set');
	return login;
}

let cases = 0;

/** A case of its own on the server, whose nodes go with the test. */
export function placeFor(t: ExecutionContext, server: ServerLogin = serverLogin()): Neo4jPlace {
	const { address, user, password } = server;
	const name = `${t.title} ${process.pid} ${++cases} ${Date.now()}`;
	t.teardown(async () => await withDriver(server, async (driver) => await removeCase(driver, name)));
	return { address, user, password, case: name, runs: 1 };
}

async function removeCase(driver: Driver, name: string): Promise<void> {
	const session = driver.session();
	await session.run(REMOVE_CASE, { case: name });
	await session.close();
}
