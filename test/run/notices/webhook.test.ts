import { createHmac } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { noticeSchema } from '../../../src/reports/notices/notice.ts';
import { deliver } from '../../../src/run/notices/deliver.ts';
import { letterSchema } from '../../../src/run/notices/letter.ts';
import { countNotices, Spool } from '../../../src/run/notices/spool.ts';
import { putNotices } from '../../../src/run/notices/tell.ts';
import { type Hook, hook } from './receivers.ts';
import { caseWith, entry, NIGHT, night, SECRET } from './told.ts';

type Answer = (response: ServerResponse, number: number) => void;

const ok: Answer = (response) => response.end('ok');

/** A case with one notice in its spool, and a receiver for it. */
async function waiting(t: { teardown(work: () => Promise<void>): void }, answer: Answer) {
	const root = await mkdtemp(join(tmpdir(), 'liuxiang-notices-'));
	const server = await hook(answer);
	t.teardown(async () => {
		await server.close();
		await rm(root, { recursive: true, force: true });
	});
	const folder = caseWith(root, `{ on: [always], webhook: { url: "${server.url}/in?k=1", secret_env: HOOK } }`);
	await putNotices(folder, { entry: entry(), broken: [] }, NIGHT + 61_000);
	return { root, folder, server, spool: new Spool(root) };
}

test('a webhook is signed as Standard Webhooks has it, and says counts and the name of the case', async (t) => {
	const { root, folder, server, spool } = await waiting(t, ok);
	const result = await deliver(folder, spool, night());
	t.deepEqual(result, { sent: 1, waiting: 0, givenUp: 0, faults: [] });
	t.deepEqual(await countNotices(root), { pending: 0, dead: 0 });
	const [call] = server.calls;
	t.is(call?.url, '/in?k=1');
	const { headers, body = '' } = call ?? {};
	t.is(headers?.['webhook-id'], '20230306T180000000Z-1f3a9c02');
	t.is(headers?.['webhook-timestamp'], String(Math.floor((NIGHT + 61_000) / 1000)));
	// By hand from the scheme's text: Base64 behind whsec_, HMAC-SHA256 over id.timestamp.body.
	const key = Buffer.from('bm9ib2R5LWtub3dzLXRoaXMtc2VjcmV0LWF0LWFsbA==', 'base64');
	const signed = `${headers?.['webhook-id']}.${headers?.['webhook-timestamp']}.${body}`;
	t.is(headers?.['webhook-signature'], `v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
	const notice = noticeSchema.parse(JSON.parse(body));
	t.is(notice.data.case, '张三案');
	t.deepEqual(notice.data.counts, { files: 3, transfers: 12, people: 4 });
	t.is(notice.type, 'run.done');
	t.false(body.includes(SECRET.slice(6)));
});

test('a server in trouble is asked again within the budget, with the same id and the same bytes', async (t) => {
	const { folder, server, spool } = await waiting(t, (response, number) => {
		response.statusCode = number < 2 ? 500 : 204;
		response.end();
	});
	const how = night();
	t.like(await deliver(folder, spool, how), { sent: 1 });
	t.deepEqual(how.waits, [2000, 5000]);
	t.is(server.calls.length, 3);
	t.is(new Set(server.calls.map(({ body }) => body)).size, 1);
	t.is(new Set(server.calls.map(({ headers }) => headers['webhook-id'])).size, 1);
	t.is(new Set(server.calls.map(({ headers }) => headers['webhook-signature'])).size, 3, 'each try has its own time');
});

const bad: readonly {
	readonly name: string;
	readonly answer: Answer;
	readonly code: string;
	readonly status: number;
}[] = [
	{ name: 'hangs', answer: () => {}, code: 'timeout', status: 0 },
	{ name: 'resets', answer: (response) => response.socket?.resetAndDestroy(), code: 'unreachable', status: 0 },
	{
		name: 'answers garbage',
		answer: (response) => response.socket?.end('SSH-2.0-x\r\n\r\n'),
		code: 'unreachable',
		status: 0,
	},
	{
		name: 'begins an answer and hangs',
		answer: (response) => response.socket?.write('HTTP/1.1 2'),
		code: 'timeout',
		status: 0,
	},
	{
		name: 'switches protocols',
		answer: (response) =>
			response.socket?.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
		code: 'unreachable',
		status: 0,
	},
	{ name: 'refuses', answer: (response) => response.writeHead(401).end('no'), code: 'refused', status: 401 },
];

for (const { name, answer, code, status } of bad)
	test(`a receiver that ${name} keeps nobody waiting, and the notice waits for the next run`, async (t) => {
		const { folder, server, spool } = await waiting(t, answer);
		const began = performance.now();
		const result = await deliver(folder, spool, night({ budget: 300 }));
		t.true(performance.now() - began < 3000);
		t.like(result, { sent: 0, waiting: 1, givenUp: 0 });
		t.like(result.faults[0], { code, status });
		t.true(server.url.includes(result.faults[0]?.host ?? '-'));
		t.false(JSON.stringify(result).includes('k=1'), 'the path may be a key');
	});

test('an endless answer is let go once its code is read', async (t) => {
	const { folder, spool } = await waiting(t, (response) => {
		response.writeHead(200);
		const timer = setInterval(() => response.write('x'.repeat(1 << 16)), 1);
		response.on('close', () => clearInterval(timer));
	});
	t.like(await deliver(folder, spool, night()), { sent: 1 });
});

test('a redirect is not followed, to the same host or another', async (t) => {
	const other = await hook(ok);
	t.teardown(other.close);
	const { folder, server, spool } = await waiting(t, (response, number) =>
		response.writeHead(number === 0 ? 307 : 302, { location: number === 0 ? other.url : '/elsewhere' }).end(),
	);
	const result = await deliver(folder, spool, night({ budget: 5000 }));
	t.like(result, { sent: 0, waiting: 1 });
	t.like(result.faults[0], { code: 'redirected', status: 302 });
	t.is(other.connections(), 0);
	t.deepEqual([...new Set(server.calls.map(({ url }) => url))], ['/in?k=1']);
});

test('Retry-After is kept to, and the next run before it does not call', async (t) => {
	const { folder, server, spool } = await waiting(t, (response, number) =>
		response.writeHead(number === 0 ? 429 : 200, { 'retry-after': '3600' }).end(),
	);
	const how = night();
	t.like(await deliver(folder, spool, how), { sent: 0, waiting: 1 });
	how.skip(3_500_000);
	const resting = await deliver(folder, spool, how);
	t.like(resting, { sent: 0, waiting: 1 });
	t.like(resting.faults[0], { code: 'busy', status: 429 });
	t.is(server.calls.length, 1);
	how.skip(200_000);
	t.like(await deliver(folder, spool, how), { sent: 1 });
});

test('a clock that was set back leaves no notice waiting', async (t) => {
	const { folder, spool } = await waiting(t, (response, number) => response.writeHead(number === 0 ? 429 : 200).end());
	const how = night({ budget: 1000 });
	t.like(await deliver(folder, spool, how), { waiting: 1 });
	how.skip(-1000 * 86_400_000);
	t.like(await deliver(folder, spool, how), { sent: 1 });
});

test('a notice that nobody takes for weeks of nights is given up with its reason, and stays on disk', async (t) => {
	const { root, folder, server, spool } = await waiting(t, (response) => response.writeHead(503).end());
	const how = night();
	let nights = 0;
	for (; (await countNotices(root)).pending > 0; nights++) {
		t.true(nights < 20);
		await deliver(folder, spool, how);
		how.skip(86_400_000);
	}
	t.deepEqual(await countNotices(root), { pending: 0, dead: 1 });
	t.is(server.calls.length, 12, 'three in the first run, one in each of nine nights');
	t.is(nights, 10);
	const [name = ''] = await readdir(join(root, 'notices', 'dead'));
	const dead = letterSchema.parse(JSON.parse(await readFile(join(root, 'notices', 'dead', name), 'utf8')));
	t.like(dead, { tries: 12, fault: { code: 'busy', status: 503 } });
	t.is(dead.given_up, how.now() - 86_400_000);
	t.is((await stat(join(root, 'notices', 'dead', name))).mode & 0o777, 0o600);
	t.is((await stat(join(root, 'notices', 'dead'))).mode & 0o777, 0o700);
});

test('a receiver that says never to come again is obeyed, and so is one that case.yaml names no more', async (t) => {
	const { root, folder, spool } = await waiting(t, (response) => response.writeHead(410).end());
	t.like(await deliver(folder, spool, night()), { givenUp: 1, waiting: 0 });
	await putNotices(folder, { entry: entry({ id: 'next' }), broken: [] }, NIGHT);
	const moved = caseWith(root, '{ email: { host: mail.example, from: a@b.example, to: [c@d.example] } }');
	const result = await deliver(moved, spool, night());
	t.like(result, { givenUp: 1, sent: 0 });
	t.is(result.faults[0]?.code, 'unnamed');
	t.deepEqual(await countNotices(root), { pending: 0, dead: 2 });
});

test('one notice that is refused does not stop those behind it; a server that is down is asked once for all', async (t) => {
	const { folder, server, spool } = await waiting(t, (response, number) => {
		response.writeHead(number === 0 ? 400 : number <= 2 ? 200 : 500).end();
	});
	for (const id of ['20230306T180000001Z-a', '20230306T180000002Z-b'])
		await putNotices(folder, { entry: entry({ id }), broken: [] }, NIGHT + 61_001);
	t.like(await deliver(folder, spool, night()), { sent: 2, waiting: 1 });
	for (const id of ['20230306T180000003Z-c', '20230306T180000004Z-d'])
		await putNotices(folder, { entry: entry({ id }), broken: [] }, NIGHT + 61_002);
	const how = night({ budget: 1000 });
	t.like(await deliver(folder, spool, how), { sent: 0, waiting: 3 });
	t.is(server.calls.length, 4, 'the refused one rests, the first of two fails, the second is not tried');
});

test('one notice at which a receiver chokes holds up none behind it', async (t) => {
	const { folder, server, spool } = await waiting(t, (response, number) =>
		response.writeHead(number === 3 ? 200 : 500).end(),
	);
	const how = night();
	t.like(await deliver(folder, spool, how), { sent: 0, waiting: 1 });
	how.skip(86_400_000);
	await putNotices(folder, { entry: entry({ id: 'next' }), broken: [] }, how.now());
	t.like(await deliver(folder, spool, how), { sent: 1, waiting: 1 });
	t.is(server.calls[3]?.headers['webhook-id'], 'next');
});

test('notices that are too old are given up with the one that meets the fault, so that none gather', async (t) => {
	const { root, folder, server, spool } = await waiting(t, (response) => response.writeHead(503).end());
	for (const id of ['20230306T180000001Z-a', '20230306T180000002Z-b'])
		await putNotices(folder, { entry: entry({ id }), broken: [] }, NIGHT);
	const how = night({ budget: 1000 });
	how.skip(15 * 86_400_000);
	await putNotices(folder, { entry: entry({ id: '20230321T180000000Z-c' }), broken: [] }, how.now());
	t.like(await deliver(folder, spool, how), { sent: 0, waiting: 1, givenUp: 3 });
	t.is(server.calls.length, 1);
	t.deepEqual(await countNotices(root), { pending: 1, dead: 3 });
});

test('what was written with names is not sent once case.yaml says counts, and never over http to another machine', async (t) => {
	const { root, folder, server, spool } = await waiting(t, ok);
	await deliver(folder, spool, night());
	const named = caseWith(root, `{ on: [always], detail: people, webhook: { url: "${server.url}", secret_env: HOOK } }`);
	await putNotices(named, { entry: entry(), broken: [] }, NIGHT);
	const result = await deliver(folder, spool, night());
	t.like(result, { sent: 0, givenUp: 1 });
	t.is(result.faults[0]?.code, 'withheld');
	t.is(server.calls.length, 1);
	for (const url of ['http://desk.example', 'HTTP://desk.example'])
		t.throws(() => caseWith(root, `{ detail: people, webhook: { url: "${url}", secret_env: HOOK } }`), {
			message: /case\.field/,
		});
});

test('being stopped is no failed try', async (t) => {
	const stop = new AbortController();
	const { root, folder, spool } = await waiting(t, () => stop.abort());
	t.like(await deliver(folder, spool, night({ signal: stop.signal })), { waiting: 1, faults: [] });
	const [letter] = await spool.letters();
	t.is(letter?.tries, 0);
	t.deepEqual(await countNotices(root), { pending: 1, dead: 0 });
});

test('what a killed run left in the spool is put right, and what nobody can read stops nothing', async (t) => {
	const { root, folder, server, spool } = await waiting(t, ok);
	const pending = join(root, 'notices', 'pending');
	const [name = ''] = await readdir(pending);
	await writeFile(join(pending, 'half.webhook.json.part'), '{"schema":');
	await writeFile(join(pending, 'damaged.webhook.json'), '{"schema":');
	const [letter] = await spool.letters();
	t.deepEqual(await readdir(pending), [name]);
	t.deepEqual(await readdir(join(root, 'notices', 'dead')), ['damaged.webhook.json']);
	// Killed between the two steps of giving up: it lies in both places.
	await writeFile(join(root, 'notices', 'dead', name), JSON.stringify(letter));
	t.like(await deliver(folder, spool, night()), { sent: 0, waiting: 0 });
	t.is(server.calls.length, 0);
	t.deepEqual(await countNotices(root), { pending: 0, dead: 2 });
});

test('a secret that cannot be read keeps the notice, and is named by no message', async (t) => {
	const { folder, spool } = await waiting(t, ok);
	const result = await deliver(folder, spool, night({ env: {} }));
	t.like(result, { sent: 0, waiting: 1 });
	t.like(result.faults[0], { code: 'secret', cause: 'notice.secret-env' });
	t.like(await deliver(folder, spool, night({ env: { HOOK: 'short' } })), { waiting: 1 });
});

async function noProxy(server: Hook, work: () => Promise<unknown>): Promise<void> {
	const names = ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'];
	const kept = names.map((name) => process.env[name]);
	for (const name of names) process.env[name] = name.startsWith('NODE') ? '1' : server.url;
	await work().finally(() => {
		for (const [index, name] of names.entries()) {
			if (kept[index] === undefined) delete process.env[name];
			else process.env[name] = kept[index];
		}
	});
}

test.serial('no proxy of the environment is asked', async (t) => {
	const proxy = await hook(ok);
	t.teardown(proxy.close);
	const { folder, spool } = await waiting(t, ok);
	await noProxy(proxy, async () => t.like(await deliver(folder, spool, night()), { sent: 1 }));
	t.is(proxy.connections(), 0);
});
