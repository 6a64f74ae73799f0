import test from 'ava';
import { Problem } from '../../src/ledger/problem.ts';
import type { Endpoint, Judge } from '../../src/sources/chains/transport/contract.ts';
import { jsonRpcJudge } from '../../src/sources/chains/transport/json-rpc.ts';
import { openTransport } from '../../src/sources/chains/transport/open.ts';
import { redactor } from '../../src/sources/chains/transport/redact.ts';
import { ASK, endpoint, GOOD, JUDGE, never, troubleOf } from './asking.ts';
import { fakeClock } from './fake-clock.ts';
import { loopback } from './loopback.ts';

/** Signs that a URL, JSON and HTML each escape in their own way. */
const KEY = 'Zq8/se"cr&et+key=24';
const PLAIN_PART = 'cr';

/** The key in all the ways a server may echo it. */
const ECHOES: readonly string[] = [
	KEY,
	encodeURIComponent(KEY),
	encodeURIComponent(encodeURIComponent(KEY)),
	encodeURIComponent(KEY).toLowerCase(),
	JSON.stringify(KEY),
	KEY.toUpperCase(),
	KEY.replaceAll('/', '\\/'),
	[...KEY].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
	[...KEY].map((sign) => `&#${sign.charCodeAt(0)};`).join(''),
	KEY.replaceAll('"', '&quot;').replaceAll('&e', '&amp;e'),
];

test('a key is blotted out whichever way it is escaped, and nothing else is', (t) => {
	const { line, text } = redactor([KEY]);
	for (const echo of ECHOES) t.is(line(`invalid key (${echo}).`).replaceAll('"', ''), 'invalid key (***).', echo);
	t.is(text('{"a":"Zq8/se", "b": "cr"}'), '{"a":"Zq8/se", "b": "cr"}');
	t.is(line(`${'x'.repeat(390)}${KEY}`), `${'x'.repeat(390)}***`, 'hidden before it is cut');
	t.is(line('two\n lines'), 'two lines');
});

/** Everything of an error that somebody may print. */
function printed(error: Error): string {
	const { cause } = error as { cause?: unknown };
	return [String(error), error.stack, JSON.stringify(error), String(cause ?? '')].join('\n');
}

const WAYS: readonly (readonly [string, (url: string) => Partial<Endpoint>])[] = [
	['the path', (url) => ({ url: `${url}/v3/{key}/rpc` })],
	['the query', (url) => ({ url: `${url}/?apikey={key}` })],
	['a header', () => ({ keyHeader: 'TRON-PRO-API-KEY' })],
	['a parameter', () => ({ keyParameter: 'apikey' })],
];

for (const [way, place] of WAYS) {
	test(`a key in ${way} is sent, and never told, whatever the server says`, async (t) => {
		let turn = 0;
		const server = await loopback((_, response) => {
			const echo = ECHOES[Math.floor(turn / 3)] ?? '';
			const kind = turn % 3;
			turn++;
			if (kind === 0) response.writeHead(403).end(`bad key ${echo}`);
			if (kind === 1)
				response.writeHead(302, { location: `http://elsewhere.invalid/${encodeURIComponent(KEY)}` }).end();
			if (kind === 2) response.end(JSON.stringify({ id: 1, error: { code: -32000, message: `Unauthorized ${echo}` } }));
		});
		t.teardown(server.close);
		const transport = openTransport([endpoint(server.url, { key: KEY, ...place(server.url) })], { clock: fakeClock() });
		for (let i = 0; i < 3 * ECHOES.length; i++) {
			const trouble = await troubleOf(transport.ask(ASK, JUDGE, never));
			t.is(trouble.kind, 'denied');
			t.false(leaks(printed(trouble)), printed(trouble));
		}
		const sent = server.seen[0];
		t.true(`${sent?.url} ${sent?.headers['tron-pro-api-key']}`.includes(way === 'a header' ? KEY : 'Zq8'));
	});
}

function leaks(text: string): boolean {
	return (
		ECHOES.some((echo) => text.includes(echo)) ||
		/Zq8|24(?!\d)/i.test(text.replaceAll(/:\d+/g, '')) ||
		text.includes(`${PLAIN_PART}&`)
	);
}

test('an answer that is taken comes without the key, where the server echoes it', async (t) => {
	const body = JSON.stringify({
		id: 1,
		result: '0x1',
		links: { next: `http://x/?apikey=${encodeURIComponent(KEY)}&page=2` },
	});
	const server = await loopback((_, response) => void response.end(body));
	t.teardown(server.close);
	const transport = openTransport([endpoint(server.url, { key: KEY, keyParameter: 'apikey' })], { clock: fakeClock() });
	const judged: string[] = [];
	const judge: Judge = (status, text, header) => {
		judged.push(text);
		return JUDGE(status, text, header);
	};
	const { text, endpoint: label } = await transport.ask(ASK, judge, never);
	t.deepEqual(judged, [text], 'what is read is what is kept');
	t.is(text, body.replace(encodeURIComponent(KEY), '***'));
	t.is(label, server.url);
});

test('a key that somebody wrote into the address itself is not told either', async (t) => {
	const written = '14fb466c039ca54a895f597ee2744e84';
	const server = await loopback((_, response) => void response.writeHead(401).end(`no such token ${written}`));
	t.teardown(server.close);
	const transport = openTransport([endpoint(`${server.url}/${written}/?token=${written}`)], { clock: fakeClock() });
	const trouble = await troubleOf(transport.ask(ASK, JUDGE, never));
	t.is(trouble.detail, 'HTTP 401: no such token ***');
	const good = await loopback((_, response) => void response.end(GOOD));
	t.teardown(good.close);
	const answering = openTransport([endpoint(`${good.url}/v2/${written}`)], { clock: fakeClock() });
	t.is((await answering.ask(ASK, JUDGE, never)).endpoint, `${good.url}/v2/***`);
	t.is(good.seen[0]?.url, `/v2/${written}`);
});

test('another host never hears a question, and an encrypted one never becomes a plain one', async (t) => {
	const elsewhere = await loopback((_, response) => void response.end(GOOD));
	const server = await loopback((_, response) => void response.writeHead(307, { location: `${elsewhere.url}/` }).end());
	t.teardown(elsewhere.close);
	t.teardown(server.close);
	const transport = openTransport([endpoint(server.url, { key: KEY, keyHeader: 'x-key' })], { clock: fakeClock() });
	const trouble = await troubleOf(transport.ask(ASK, JUDGE, never));
	t.is(trouble.detail, `redirected to "${elsewhere.url}", which is not followed`);
	t.is(elsewhere.seen.length, 0);
});

const REFUSED: readonly (readonly [Partial<Endpoint>, string, string])[] = [
	[{ url: 'file:///etc/passwd' }, 'chain.address', 'scheme'],
	[{ url: 'ftp://node.example/' }, 'chain.address', 'scheme'],
	[{ url: 'data:application/json,{}' }, 'chain.address', 'scheme'],
	[{ url: 'node.example:8545' }, 'chain.address', 'scheme'],
	[{ url: 'no address' }, 'chain.address', 'form'],
	[{ url: 'https://somebody:Hunter22@node.example/' }, 'chain.address', 'credentials'],
	[{ url: 'https://Hunter22@node.example/' }, 'chain.address', 'credentials'],
	[{ url: 'https://{key}.node.example/', key: KEY }, 'chain.address', 'key-in-host'],
	[{ url: 'https://node.example/{key}' }, 'chain.key', 'missing'],
	[{ url: 'https://node.example/', key: KEY }, 'chain.key', 'no-place'],
	[{ url: 'https://node.example/{key}', key: 'short' }, 'chain.key', 'form'],
	[{ url: 'https://node.example/{key}', key: 'Hunter22 \n' }, 'chain.key', 'form'],
];

for (const [more, code, why] of REFUSED) {
	test(`${JSON.stringify(more)} is refused before anything is sent: ${why}`, (t) => {
		const open = () => openTransport([endpoint('', more)], { clock: fakeClock() });
		const problem = t.throws(open, { instanceOf: Problem });
		t.is(problem?.code, code);
		t.is(problem?.facts.why, why);
		t.false(/Hunter22|Zq8|short/.test(printed(problem ?? new Error())));
	});
}

test('the judge of JSON-RPC hands on words as they are; only the transport hides', (t) => {
	const judge = jsonRpcJudge({ id: 1, method: 'a' });
	t.like(
		judge(200, `{"id":1,"error":{"code":-32000,"message":"Unauthorized ${'k'.repeat(9)}"}}`, () => ''),
		{
			detail: 'error -32000: Unauthorized kkkkkkkkk',
		},
	);
});
