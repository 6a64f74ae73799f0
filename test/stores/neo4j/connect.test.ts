import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { wordsOf } from '../../../src/cli/messages/words.ts';
import { Problem } from '../../../src/ledger/problem.ts';
import { askServer, connect } from '../../../src/stores/neo4j/connect.ts';
import { isTooOld } from '../../../src/stores/neo4j/version.ts';
import type { Neo4jPlace } from '../../../src/stores/place.ts';
import { freePort } from '../../neo4j/free-port.ts';
import { neo4jTest, serverLogin } from '../../neo4j/gate.ts';

const PASSWORD = 'canary-9f31';

async function portOf(t: ExecutionContext, server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	t.teardown(() => server.close());
	return (server.address() as AddressInfo).port;
}

function place(port: number, scheme = 'bolt'): Neo4jPlace {
	const address = `${scheme}://127.0.0.1:${port}`;
	return { address, user: 'neo4j', password: PASSWORD, case: 'a case', runs: 1 };
}

/** The problem that asking a server gives; its sentences say something in both languages, and never the password. */
async function refusal(t: ExecutionContext, where: Neo4jPlace): Promise<Problem | undefined> {
	const problem = await t.throwsAsync(askServer(where), { instanceOf: Problem });
	for (const language of ['en', 'zh'] as const) {
		const sentence = wordsOf(language).sayAny(problem?.code ?? '', problem?.facts);
		t.notRegex(sentence, /‹|undefined|^\[/);
		t.false(sentence.includes(where.password));
	}
	t.false(JSON.stringify(problem?.facts).includes(where.password));
	return problem;
}

for (const scheme of ['bolt', 'neo4j']) {
	test(`${scheme}: nobody listening is told as such`, async (t) => {
		t.is((await refusal(t, place(await freePort(), scheme)))?.code, 'store.neo4j-refused');
	});

	test(`${scheme}: a web server is not a Neo4j`, async (t) => {
		const port = await portOf(
			t,
			createHttpServer((_, response) => response.end('hello')),
		);
		t.is((await refusal(t, place(port, scheme)))?.code, 'store.neo4j-none');
	});

	test(`${scheme}: a server of another protocol is not a Neo4j`, async (t) => {
		const port = await portOf(
			t,
			createServer((socket) => {
				socket.on('error', () => {});
				socket.end('SSH-2.0-server\r\n');
			}),
		);
		t.is((await refusal(t, place(port, scheme)))?.code, 'store.neo4j-none');
	});
}

test('a server without encryption is told as such where the address asks for it', async (t) => {
	const port = await portOf(
		t,
		createServer((socket) => {
			socket.on('error', () => {});
			socket.on('data', () => socket.destroy());
		}),
	);
	t.is((await refusal(t, place(port, 'bolt+s')))?.code, 'store.neo4j-tls');
});

test('a host that does not exist is told as such', async (t) => {
	const problem = await refusal(t, { ...place(1), address: 'bolt://no-such-host.invalid' });
	t.is(problem?.code, 'store.neo4j-host');
	t.is(problem?.facts.port, 7687);
});

test('a server older than 5.26 is too old; calendar versions and hosted ones are not', (t) => {
	for (const version of ['3.5.35', '4.4.48', '5.0.0', '5.25.1', '5.9.0']) t.true(isTooOld(version), version);
	for (const version of ['5.26.0', '5.26.30', '5.27-aura', '2025.01.0', '2026.10.1', 'dev']) {
		t.false(isTooOld(version), version);
	}
	const facts = { path: 'p', address: 'a', version: '5.9.0', needed: '5.26' };
	t.regex(wordsOf('en').sayAny('store.neo4j-old', facts), /5\.9\.0; 5\.26 or later/);
});

neo4jTest('a server that is there says which one it is', async (t) => {
	const found = await askServer({ ...serverLogin(), case: 'a case', runs: 1 });
	t.regex(found.version, /^\d+\.\d+/);
	t.regex(found.edition, /^(?:community|enterprise)$/);
});

neo4jTest('a wrong login is told with the user', async (t) => {
	// A user of our own: the server locks whoever tries too often.
	const where = { ...serverLogin(), user: 'liuxiang-test-nobody', password: PASSWORD, case: 'a case', runs: 1 };
	const problem = await refusal(t, where);
	t.is(problem?.code, 'store.neo4j-login');
	t.is(problem?.facts.user, 'liuxiang-test-nobody');
});

for (const scheme of ['bolt', 'neo4j']) {
	neo4jTest(`${scheme}: a database that is not there is told`, async (t) => {
		const login = serverLogin();
		const address = login.address.replace(/^\w+/, scheme);
		const problem = await refusal(t, { ...login, address, database: 'nowhere', case: 'a case', runs: 1 });
		t.is(problem?.code, 'store.neo4j-database');
		t.is(problem?.facts.path, `${address}/nowhere (a case)`);
	});
}

neo4jTest('encryption where the server has none is told', async (t) => {
	const login = serverLogin();
	const address = login.address.replace(/^\w+/, 'bolt+s');
	t.is((await refusal(t, { ...login, address, case: 'a case', runs: 1 }))?.code, 'store.neo4j-tls');
});

neo4jTest('a routing address works on one server', async (t) => {
	const login = serverLogin();
	const driver = await connect({ ...login, address: login.address.replace(/^\w+/, 'neo4j'), case: 'a case', runs: 1 });
	const { records } = await driver.executeQuery('RETURN 5 AS five');
	await driver.close();
	t.is(records[0]?.get('five'), 5);
});
