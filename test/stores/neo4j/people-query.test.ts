import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import neo4j from 'neo4j-driver';
import { Problem } from '../../../src/ledger/problem.ts';
import { namedQueries } from '../../../src/stores/neo4j/named-query.ts';
import { openPeopleGraph, peopleGraph } from '../../../src/stores/neo4j/people-query.ts';
import { withDriver } from '../../neo4j/driver.ts';
import { placeFor, serverLogin, neo4jTest as test } from '../../neo4j/gate.ts';

const FOLDER = 'cypher';
const STATEMENTS = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) =>
	path.endsWith('.cypher'),
);

test('the server understands every statement under cypher/', async (t) => {
	await withDriver(serverLogin(), async (driver) => {
		const session = driver.session();
		for (const path of STATEMENTS) {
			const text = readFileSync(join(FOLDER, path), 'utf8');
			t.regex(text, /^\/\/ \S.*\n/, path);
			await t.notThrowsAsync(async () => await session.run(`EXPLAIN ${text}`), path);
		}
		await session.close();
	});
});

test('every named query returns the columns that its header declares', async (t) => {
	await withDriver(serverLogin(), async (driver) => {
		const session = driver.session();
		for (const { name, text, columns } of namedQueries()) {
			const explained = session.run(`EXPLAIN ${text}`);
			t.deepEqual(
				await explained.keys(),
				columns.map((column) => column.name),
				name,
			);
			await explained;
		}
		await session.close();
	});
});

async function graph(t: ExecutionContext) {
	const opened = await openPeopleGraph(placeFor(t));
	t.teardown(() => opened.close());
	return opened;
}

const REFUSED: readonly (readonly [text: string, code: string])[] = [
	["LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", 'query.load-csv'],
	["CALL () { LOAD CSV FROM 'http://localhost/x' AS line RETURN line } RETURN line", 'query.load-csv'],
	["UNWIND [1] AS x WITH x WHERE EXISTS { LOAD CSV FROM 'file:///x' AS l RETURN l } RETURN x", 'query.load-csv'],
	["RETURN COUNT { load /* */ csv FROM 'file:///x' AS l RETURN l } AS n", 'query.load-csv'],
	['MATCH (n:Case) CALL (n) { RETURN 1 AS one } IN TRANSACTIONS RETURN one', 'query.transactions'],
	['MATCH (n:Case) CALL (n) { SET n.x = 1 } IN 2 CONCURRENT TRANSACTIONS OF 10 ROWS', 'query.transactions'],
	['CALL dbms.listConfig() YIELD name RETURN name', 'query.procedure'],
	['CALL `dbms`.`components`() YIELD name RETURN name', 'query.procedure'],
	['CALL () { CALL dbms.components() YIELD name RETURN name } RETURN name', 'query.procedure'],
	['CALL db.clearQueryCaches() YIELD value RETURN value', 'query.procedure'],
	["CALL db.createLabel('X')", 'query.procedure'],
	['SHOW TRANSACTIONS', 'query.administration'],
	['SHOW SETTINGS', 'query.administration'],
	['SHOW DATABASES', 'query.administration'],
	['SHOW USERS', 'query.administration'],
	["TERMINATE TRANSACTIONS 'neo4j-transaction-1'", 'query.administration'],
	["CREATE USER somebody SET PASSWORD 'password1'", 'query.administration'],
	['CREATE (:Intruder)', 'query.writes'],
	['MATCH (n:Case) DETACH DELETE n', 'query.writes'],
	['MATCH (n:Case) SET n.run = 7 RETURN n', 'query.writes'],
	['MERGE (n:Intruder) RETURN n', 'query.writes'],
	['UNWIND [1] AS x FOREACH (y IN [x] | CREATE (:Intruder))', 'query.writes'],
	['CALL () { CREATE (n:Intruder) RETURN n } RETURN n', 'query.writes'],
	['CREATE INDEX intruder FOR (n:Intruder) ON (n.x)', 'query.writes'],
	['DROP CONSTRAINT liuxiang_case', 'query.writes'],
	['PROFILE CREATE (:Intruder)', 'query.statement'],
	['RETURN 1; CREATE (:Intruder)', 'query.statement'],
	['RETURN nothing', 'query.statement'],
	['RETURN $missing', 'query.statement'],
	['', 'query.statement'],
];

for (const [text, code] of REFUSED) {
	test(`"${text}" is refused with ${code}, and nothing was written`, async (t) => {
		const people = await graph(t);
		const problem = await t.throwsAsync(people.ask(text, {}), { instanceOf: Problem });
		t.is(problem?.code, code);
		t.deepEqual((await people.ask('MATCH (n:Intruder) RETURN n', {})).rows, []);
	});
}

test('what describes the graph may be called', async (t) => {
	const people = await graph(t);
	for (const call of ['db.labels()', 'db.relationshipTypes()', 'db.propertyKeys()', 'db.schema.visualization()'])
		await t.notThrowsAsync(people.ask(`CALL ${call}`, {}), call);
});

test('a case of its own is always given, whatever the parameters say', async (t) => {
	const place = placeFor(t);
	const people = await openPeopleGraph(place);
	t.teardown(() => people.close());
	t.deepEqual((await people.ask('RETURN $case', { case: 'another' })).rows, [[place.case]]);
	t.is(await people.run(), undefined);
});

/** With limits that a test can wait for. */
async function withLimits<T>(
	t: ExecutionContext,
	limits: { readonly timeMs: number; readonly rows: number },
	use: (people: ReturnType<typeof peopleGraph>) => Promise<T>,
): Promise<T> {
	const { address, user, password } = serverLogin();
	const driver = neo4j.driver(address, neo4j.auth.basic(user, password), { useBigInt: true });
	t.teardown(() => driver.close());
	return await use(peopleGraph(driver, placeFor(t), limits));
}

test('a question that takes too long is stopped by the server', async (t) => {
	await withLimits(t, { timeMs: 1_000, rows: 10 }, async (people) => {
		const endless = 'UNWIND range(1, 1000000000) AS x UNWIND range(1, 1000000000) AS y RETURN sum(x * y % 7) AS s';
		const problem = await t.throwsAsync(people.ask(endless, {}), { instanceOf: Problem });
		t.is(problem?.code, 'query.too-long');
		t.deepEqual(problem?.facts, { seconds: 1 });
	});
});

test('rows past the limit are left out, and the answer says so', async (t) => {
	await withLimits(t, { timeMs: 20_000, rows: 3 }, async (people) => {
		const numbers = 'UNWIND range(1, $most) AS x RETURN x';
		t.deepEqual(await people.ask(numbers, { most: 3n }), { columns: ['x'], rows: [[1n], [2n], [3n]] });
		const cut = await people.ask(numbers, { most: 10_000_000n });
		t.deepEqual(cut, { columns: ['x'], rows: [[1n], [2n], [3n]], cut: 3 });
		t.deepEqual((await people.ask('RETURN 1 AS x', {})).rows, [[1n]]);
	});
});

test('values come exact and plain', async (t) => {
	const people = await graph(t);
	const { columns, rows } = await people.ask(
		`RETURN 9223372036854775807 AS whole, 0.5 AS part, datetime('2023-03-01T12:00:00.250+08:00') AS instant,
			date('2023-03-01') AS day, duration('P1D') AS time, [1, 'a', null] AS list, {b: 1, a: true} AS map,
			'\\u0001"\\\\ud83d"' AS half, point({x: 1, y: 2}) AS place`,
		{},
	);
	t.deepEqual(columns, ['whole', 'part', 'instant', 'day', 'time', 'list', 'map', 'half', 'place']);
	t.deepEqual(rows[0]?.slice(0, 8), [
		9223372036854775807n,
		0.5,
		new Date('2023-03-01T04:00:00.250Z'),
		'2023-03-01',
		String(rows[0]?.[4]),
		[1n, 'a', null],
		{ a: true, b: 1n },
		'\ud83d',
	]);
	t.regex(String(rows[0]?.[4]), /^P.*1D/);
	t.regex(String(rows[0]?.[8]), /^Point/);
});
