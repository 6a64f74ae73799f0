import test from 'ava';
import { ChainTrouble, type Judge } from '../../src/sources/chains/transport/contract.ts';
import { openTransport } from '../../src/sources/chains/transport/open.ts';
import { ASK, endpoint, GOOD, JUDGE, never, troubleOf } from './asking.ts';
import { fakeClock } from './fake-clock.ts';
import { type Loopback, loopback } from './loopback.ts';

/** Answers with these statuses, one after the other, then well. */
function failing(...statuses: readonly (readonly [number, Readonly<Record<string, string>>])[]): Promise<Loopback> {
	return loopback((_, response, number) => {
		const [status, headers] = statuses[number] ?? [200, {}];
		response.writeHead(status, headers).end(status === 200 ? GOOD : '');
	});
}

test('an answer comes as it was sent, with the name of the endpoint', async (t) => {
	const odd = '\ufeff {"jsonrpc":"2.0","id":1,"result":"0x10", "name":"流向"}\n';
	const server = await loopback((_, response) => void response.end(odd));
	t.teardown(server.close);
	const transport = openTransport([endpoint(`${server.url}/rpc/`)], { clock: fakeClock() });
	const answer = await transport.ask(ASK, () => ({ kind: 'taken' }), never);
	t.deepEqual(answer, { text: odd, endpoint: `${server.url}/rpc/` });
	t.is(server.seen[0]?.body, ASK.body);
	t.is(transport.sent, 1);
});

test('path and query of a question stand under the address', async (t) => {
	const server = await loopback((_, response) => void response.end(GOOD));
	t.teardown(server.close);
	const transport = openTransport([endpoint(`${server.url}/api/?chainid=1`)], { clock: fakeClock() });
	await transport.ask({ path: '/v1/a', query: { limit: '200', f: 'a b&c' } }, JUDGE, never);
	t.is(server.seen[0]?.url, '/api/v1/a?chainid=1&limit=200&f=a+b%26c');
	t.is(server.seen[0]?.method, 'GET');
});

test('Retry-After is waited for, in seconds and as a date, and after a 503 too', async (t) => {
	const clock = fakeClock();
	const date = new Date(clock.now() + 7000 + 19_000).toUTCString();
	const server = await failing(
		[429, { 'retry-after': '7' }],
		[429, { 'retry-after': date }],
		[503, { 'retry-after': '9' }],
	);
	t.teardown(server.close);
	const transport = openTransport([endpoint(server.url)], { clock });
	await transport.ask(ASK, JUDGE, never);
	t.deepEqual(clock.waits, [7000, 19_000, 9000]);
});

test('without Retry-After waits grow, and end as rate-limited', async (t) => {
	const clock = fakeClock();
	const server = await loopback((_, response) => void response.writeHead(429).end());
	t.teardown(server.close);
	const transport = openTransport([endpoint(server.url)], { clock, attempts: 4 });
	const trouble = await troubleOf(transport.ask(ASK, JUDGE, never));
	t.is(trouble.kind, 'rate-limited');
	t.deepEqual(clock.waits, [500, 1000, 2000]);
	t.is(transport.sent, 4);
});

test('nobody waits for tomorrow: a daily quota ends the question, and those after it without asking', async (t) => {
	const clock = fakeClock();
	const server = await loopback((_, response) => void response.writeHead(429, { 'retry-after': '86400' }).end());
	t.teardown(server.close);
	const transport = openTransport([endpoint(server.url)], { clock });
	for (const _ of [1, 2]) t.is((await troubleOf(transport.ask(ASK, JUDGE, never))).kind, 'rate-limited');
	t.deepEqual(clock.waits, []);
	t.is(transport.sent, 1);
});

test('the pace holds for all who ask at once, and for the endpoints one by one', async (t) => {
	const clock = fakeClock();
	const server = await loopback((_, response) => void response.end(GOOD));
	t.teardown(server.close);
	const transport = openTransport([endpoint(server.url, { perSecond: 4 })], { clock });
	const [alone] = transport.each;
	for (let i = 0; i < 4; i++) {
		await Promise.all([transport, alone].map((each) => each?.ask(ASK, JUDGE, never)));
	}
	t.is(transport.sent, 8);
	t.is(alone?.sent, 8);
	// Eight questions at four a second: the first at once, the last 1.75 s later.
	t.is(clock.now() - fakeClock().now(), 1750);
});

test('who waits for a turn when the endpoint asks for rest waits for that too', async (t) => {
	const server = await failing([429, { 'retry-after': '20' }]);
	t.teardown(server.close);
	const clock = fakeClock();
	let judged = () => {};
	const first = new Promise<void>((resolve) => {
		judged = () => setImmediate(resolve);
	});
	// Nobody's wait is over before the first answer has been judged.
	const waiting = { ...clock, sleep: (ms: number, signal: AbortSignal) => first.then(() => clock.sleep(ms, signal)) };
	const transport = openTransport([endpoint(server.url, { perSecond: 1 })], { clock: waiting });
	const judge: Judge = (status, text, header) => {
		judged();
		return JUDGE(status, text, header);
	};
	await Promise.all([1, 2].map(() => transport.ask(ASK, judge, never)));
	t.is(server.seen.length, 3);
	t.is(clock.waits[0], 1000, 'its turn');
	t.true((clock.waits[1] ?? 0) >= 19_000, 'and the rest');
});

test('an endpoint that is down gives way to the next, and is left alone for a while', async (t) => {
	const clock = fakeClock();
	const down = await loopback((_, response) => void response.destroy());
	const up = await loopback((_, response) => void response.end(GOOD));
	t.teardown(down.close);
	t.teardown(up.close);
	const transport = openTransport([endpoint(down.url), endpoint(up.url)], { clock });
	for (const _ of [1, 2, 3]) t.is((await transport.ask(ASK, JUDGE, never)).endpoint, up.url);
	t.deepEqual([down.seen.length, up.seen.length], [3, 3]);
	await clock.sleep(60_000, never);
	await transport.ask(ASK, JUDGE, never);
	t.is(down.seen.length, 4, 'asked again after its rest');
});

test('a dead endpoint is not waited for by every question', async (t) => {
	const clock = fakeClock();
	const dead = await loopback((_, response) => void response.destroy());
	t.teardown(dead.close);
	const transport = openTransport([endpoint(dead.url)], { clock, attempts: 4 });
	for (const _ of [1, 2, 3]) t.is((await troubleOf(transport.ask(ASK, JUDGE, never))).kind, 'unreachable');
	t.deepEqual([transport.sent, clock.waits], [4, [500, 1000, 2000]]);
	await clock.sleep(4000, never);
	for (const _ of [1, 2, 3]) t.is((await troubleOf(transport.ask(ASK, JUDGE, never))).kind, 'unreachable');
	t.is(transport.sent, 5, 'asked once more when its rest was over');
});

test('an endpoint that is rate-limited for long gives way, for little it is waited for', async (t) => {
	const clock = fakeClock();
	const first = await failing([429, { 'retry-after': '1' }], [429, { 'retry-after': '60' }]);
	const second = await failing();
	t.teardown(first.close);
	t.teardown(second.close);
	const transport = openTransport([endpoint(first.url), endpoint(second.url)], { clock });
	t.is((await transport.ask(ASK, JUDGE, never)).endpoint, second.url);
	t.deepEqual(clock.waits, [1000]);
});

test('who refuses the key is passed over for this question, and asked the next one first again', async (t) => {
	const first = await failing([403, {}], [404, {}]);
	const second = await failing();
	t.teardown(first.close);
	t.teardown(second.close);
	const transport = openTransport([endpoint(first.url), endpoint(second.url)], { clock: fakeClock() });
	const answered: string[] = [];
	for (const _ of [1, 2, 3]) answered.push((await transport.ask(ASK, JUDGE, never)).endpoint);
	t.deepEqual(answered, [second.url, second.url, first.url]);
});

test('of several endpoints the most promising trouble is told, with the words of each', async (t) => {
	const first = await loopback((_, response) => void response.writeHead(401).end());
	const second = await loopback((_, response) => void response.writeHead(502).end());
	t.teardown(first.close);
	t.teardown(second.close);
	const transport = openTransport([endpoint(first.url), endpoint(second.url)], { clock: fakeClock() });
	const trouble = await troubleOf(transport.ask(ASK, JUDGE, never));
	t.is(trouble.kind, 'unreachable');
	t.is(trouble.detail, `${first.url}: HTTP 401; ${second.url}: HTTP 502`);
});

test('what is refused as too large goes to who asked, at once, with what would be taken', async (t) => {
	const body = '{"jsonrpc":"2.0","id":1,"error":{"code":-32614,"message":"eth_getLogs is limited to a 10,000 range"}}';
	const first = await loopback((_, response) => void response.writeHead(413).end(body));
	const second = await failing();
	t.teardown(first.close);
	t.teardown(second.close);
	const transport = openTransport([endpoint(first.url), endpoint(second.url)], { clock: fakeClock() });
	const trouble = await troubleOf(transport.ask(ASK, JUDGE, never));
	t.is(trouble.kind, 'range-refused');
	t.is(trouble.span, 10_000);
	t.is(transport.sent, 1);
});

test('an interruption ends a question in the middle, and one that waits', async (t) => {
	const abort = new AbortController();
	const silent = await loopback(() => abort.abort());
	t.teardown(silent.close);
	const transport = openTransport([endpoint(silent.url, { timeoutMs: 60_000 })], { clock: fakeClock() });
	t.is((await troubleOf(transport.ask(ASK, JUDGE, abort.signal))).kind, 'aborted');
	t.is((await troubleOf(transport.ask(ASK, JUDGE, abort.signal))).kind, 'aborted');
	t.is(silent.seen.length, 1);
});

test('what is allowed is spent on repeated requests and redirects too', async (t) => {
	const server = await failing([500, {}], [307, { location: '/there' }]);
	t.teardown(server.close);
	let left = 3;
	const allowance = {
		spend() {
			if (left-- === 0) throw new ChainTrouble('budget', 'spent');
		},
	};
	const transport = openTransport([endpoint(server.url)], { clock: fakeClock(), allowance });
	await transport.ask(ASK, JUDGE, never);
	t.is((await troubleOf(transport.ask(ASK, JUDGE, never))).kind, 'budget');
	t.is(transport.sent, 3);
	t.is(server.seen.length, 3);
});

test('a redirect on the same host is followed with the question, a few times', async (t) => {
	const server = await failing([307, { location: '/v2' }], [301, { location: 'v3' }]);
	const round = await loopback((_, response) => void response.writeHead(308, { location: '/again' }).end());
	t.teardown(server.close);
	t.teardown(round.close);
	const followed = openTransport([endpoint(server.url)], { clock: fakeClock() });
	await followed.ask(ASK, JUDGE, never);
	t.deepEqual(
		server.seen.map(({ method, url, body }) => [method, url, body]),
		['/', '/v2', '/v3'].map((url) => ['POST', url, ASK.body]),
	);
	const endless = openTransport([endpoint(round.url)], { clock: fakeClock(), attempts: 1 });
	const trouble = await troubleOf(endless.ask(ASK, JUDGE, never));
	t.is(trouble.kind, 'unreachable');
	t.is(endless.sent, 4);
});
