import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { type WebSocket, WebSocketServer } from 'ws';
import { openTransport } from '../../src/sources/chains/transport/open.ts';
import { ASK, endpoint, GOOD, JUDGE, never, troubleOf } from './asking.ts';
import { fakeClock } from './fake-clock.ts';

/** A server of sockets that answers a message as told, and may refuse to open one. */
async function sockets(
	t: ExecutionContext,
	answer: (socket: WebSocket, message: string, number: number) => void,
	refuse: (opened: number) => string | undefined = () => undefined,
): Promise<{ url: string; opened(): number; headers: Record<string, unknown>[] }> {
	const http = createServer();
	const server = new WebSocketServer({ noServer: true });
	const headers: Record<string, unknown>[] = [];
	let messages = 0;
	http.on('upgrade', (request, socket: Socket, head) => {
		headers.push({ ...request.headers, url: request.url });
		const refused = refuse(headers.length - 1);
		if (refused !== undefined) return void socket.end(refused);
		server.handleUpgrade(request, socket, head, (open) => {
			open.on('message', (data) => answer(open, String(data), messages++));
		});
	});
	http.listen(0, '127.0.0.1');
	await once(http, 'listening');
	t.teardown(async () => {
		for (const client of server.clients) client.terminate();
		http.closeAllConnections();
		http.close();
		await once(http, 'close');
	});
	return { url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}`, opened: () => headers.length, headers };
}

test('many questions go over one socket, each with its own answer', async (t) => {
	const server = await sockets(t, (socket, message) => socket.send(message.replace('"params":[]', '"result":"0x10"')));
	const key = 'socket-key-1234';
	const transport = openTransport([endpoint(`${server.url}/ws/{key}`, { key })], { clock: fakeClock() });
	const answers = await Promise.all([1, 2, 3].map(() => transport.ask(ASK, JUDGE, never)));
	for (const { text, endpoint: label } of answers) {
		t.is(JSON.parse(text).result, '0x10');
		t.is(label, `${server.url}/ws/{key}`);
	}
	t.is(server.opened(), 1);
	t.is(server.headers[0]?.url, `/ws/${key}`);
	await transport.close();
});

test('a lost socket is opened anew, and is unreachable where it stays lost', async (t) => {
	const server = await sockets(t, (socket, _, number) => (number % 2 === 0 ? socket.terminate() : socket.send(GOOD)));
	const transport = openTransport([endpoint(server.url)], { clock: fakeClock() });
	t.is((await transport.ask(ASK, JUDGE, never)).text, GOOD);
	t.is(server.opened(), 2);
	await transport.close();

	const gone = await sockets(t, (socket) => socket.close(1011));
	const failing = openTransport([endpoint(gone.url)], { clock: fakeClock(), attempts: 3 });
	t.is((await troubleOf(failing.ask(ASK, JUDGE, never))).kind, 'unreachable');
	t.is(gone.opened(), 3);
	await failing.close();
});

test('the answer to a question that was given up never counts as the answer to the next', async (t) => {
	const late = GOOD.replace('"id":1', '"id":77');
	const server = await sockets(t, (socket, _, number) => {
		if (number === 0) setTimeout(() => socket.send(late), 400);
		else socket.send(GOOD);
	});
	const transport = openTransport([endpoint(server.url, { timeoutMs: 200 })], { clock: fakeClock() });
	t.is((await transport.ask(ASK, JUDGE, never)).text, GOOD);
	t.is(server.opened(), 2, 'the socket ended with the question');
	await transport.close();
});

test('a wrong id is damaged, a huge message is too large a question', async (t) => {
	const wrong = await sockets(t, (socket) => socket.send(GOOD.replace('"id":1', '"id":2')));
	const first = openTransport([endpoint(wrong.url)], { clock: fakeClock(), attempts: 2 });
	t.is((await troubleOf(first.ask(ASK, JUDGE, never))).kind, 'damaged');
	await first.close();
	const huge = await sockets(t, (socket) => socket.send(' '.repeat(200_000)));
	const second = openTransport([endpoint(huge.url)], { clock: fakeClock(), maxBytes: 100_000 });
	t.is((await troubleOf(second.ask(ASK, JUDGE, never))).kind, 'range-refused');
	await second.close();
});

test('what a server answers in place of opening a socket is judged as any other answer', async (t) => {
	const clock = fakeClock();
	const answers = [
		'HTTP/1.1 429 Too Many Requests\r\nRetry-After: 6\r\nContent-Length: 0\r\n\r\n',
		'HTTP/1.1 302 Found\r\nLocation: ws://elsewhere.invalid/\r\nContent-Length: 0\r\n\r\n',
	];
	const server = await sockets(
		t,
		() => {},
		(number) => answers[number],
	);
	const transport = openTransport([endpoint(server.url)], { clock });
	const trouble = await troubleOf(transport.ask(ASK, JUDGE, never));
	t.deepEqual(clock.waits, [6000]);
	t.is(trouble.kind, 'denied');
	await transport.close();
});

test('an interruption ends a question on a socket', async (t) => {
	const abort = new AbortController();
	const server = await sockets(t, () => abort.abort());
	const transport = openTransport([endpoint(server.url, { timeoutMs: 60_000 })], { clock: fakeClock() });
	t.is((await troubleOf(transport.ask(ASK, JUDGE, abort.signal))).kind, 'aborted');
	await transport.close();
});

test('a socket takes JSON-RPC only', async (t) => {
	const transport = openTransport([endpoint('ws://127.0.0.1:9')], { clock: fakeClock() });
	t.is((await troubleOf(transport.ask({ path: '/v1' }, JUDGE, never))).kind, 'refused');
});
