import test from 'ava';
import { ChainTrouble, type Endpoint } from '../../src/sources/chains/transport/contract.ts';
import { jsonRpcJudge } from '../../src/sources/chains/transport/json-rpc.ts';
import { openTransport } from '../../src/sources/chains/transport/open.ts';
import { fakeClock } from './fake-clock.ts';
import { type Loopback, loopback } from './loopback.ts';

const ASK = { path: '', body: '{"jsonrpc":"2.0","id":1,"method":"eth_blockNumber","params":[]}' };
const JUDGE = jsonRpcJudge({ id: 1, method: 'eth_blockNumber' });
const GOOD = '{"jsonrpc":"2.0","id":1,"result":"0x10"}';
const KEY = 'Zq8-secret/key+of=24chars';
const never = new AbortController().signal;

function endpoint(server: Loopback, more: Partial<Endpoint> = {}): Endpoint {
	return { url: server.url, perSecond: 1000, timeoutMs: 2000, ...more };
}

async function troubleOf(asked: Promise<unknown>): Promise<ChainTrouble> {
	try {
		await asked;
	} catch (error) {
		if (error instanceof ChainTrouble) return error;
		throw error;
	}
	throw new Error('an answer, where none was expected');
}

test('an answer comes as it was sent, with the name of the endpoint', async (t) => {
	const server = await loopback((_, response) => void response.end(GOOD));
	t.teardown(server.close);
	const transport = openTransport([endpoint(server, { url: `${server.url}/v3/{key}`, key: KEY })], {
		clock: fakeClock(),
	});
	t.deepEqual(await transport.ask(ASK, JUDGE, never), { text: GOOD, endpoint: `${server.url}/v3/{key}` });
	t.is(server.seen[0]?.url, `/v3/${encodeURIComponent(KEY)}`);
	t.is(server.seen[0]?.body, ASK.body);
	t.is(transport.sent, 1);
});

test('Retry-After is waited for, in seconds and as a date', async (t) => {
	const clock = fakeClock();
	const headers = ['7', new Date(clock.now() + 7000 + 19_000).toUTCString()];
	const server = await loopback((_, response, number) => {
		const after = headers[number];
		if (after === undefined) response.end(GOOD);
		else response.writeHead(429, { 'retry-after': after }).end('slow down');
	});
	t.teardown(server.close);
	const transport = openTransport([endpoint(server)], { clock });
	await transport.ask(ASK, JUDGE, never);
	t.deepEqual(clock.waits, [7000, 19_000]);
});

test('without Retry-After waits grow, and end as rate-limited', async (t) => {
	const clock = fakeClock();
	const server = await loopback((_, response) => void response.writeHead(429).end());
	t.teardown(server.close);
	const transport = openTransport([endpoint(server)], { clock, attempts: 4 });
	const trouble = await troubleOf(transport.ask(ASK, JUDGE, never));
	t.is(trouble.kind, 'rate-limited');
	t.deepEqual(clock.waits, [500, 1000, 2000]);
	t.is(transport.sent, 4);
});
