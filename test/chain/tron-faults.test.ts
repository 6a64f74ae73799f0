import test from 'ava';
import { covers } from '../../src/ledger/receipt.ts';
import { never } from './asking.ts';
import { fakeClock } from './fake-clock.ts';
import { brokenOff, cutJson, dropped, emptyBody, html, status, tooMany } from './faults.ts';
import { faultyProxy, seeded, times } from './faulty-proxy.ts';
import { gapless, openTron, readStretches, recordsOf, tokenTruth, told } from './tron-reading.ts';
import { type Reply, SUSPENDED, SUSPENDED_NODE, startTronServer, type TronServer } from './tron-server.ts';
import { paid, TronWorld, USDT, ZERO } from './tron-world.ts';

/** 650 transfers in blocks of up to 9, so that pages end inside of blocks. */
const world = new TronWorld('faults');
const [account, other] = [world.address(), world.address()];
world.block(paid(USDT, ZERO, account, 10n ** 12n));
for (let index = 0; index < 130; index++) {
	const log = { kind: 'Transfer', token: USDT, from: account, to: other, value: BigInt(index) } as const;
	world.block(...[1n, 2n, 3n, 4n].map((value) => paid(USDT, account, other, value)), {
		...paid(USDT, account, other, 0n),
		// Some transactions move the same sum three times.
		logs: index % 13 === 0 ? [log, log, log] : [log],
	});
}
world.rest();
const truth = tokenTruth(world, account, [USDT]);

const isPage = (path: string) => path.includes('/transactions/trc20');

/** Changes one page of the history, each time or the first `count` times that it can. */
function spoiled(
	change: (rows: Record<string, unknown>[], answer: { meta: Record<string, unknown> }) => void,
	which = 2,
	count = 1,
) {
	let [met, done] = [0, 0];
	return (reply: Reply, { path }: { readonly path: string }): Reply => {
		if (!isPage(path) || reply.status !== undefined || ++met < which || done++ >= count) return reply;
		const answer = JSON.parse(reply.body) as { data: Record<string, unknown>[]; meta: Record<string, unknown> };
		change(answer.data, answer);
		return { ...reply, body: JSON.stringify(answer) };
	};
}

const DAMAGES: readonly (readonly [string, NonNullable<TronServer['spoil']>, RegExp])[] = [
	['rows out of order', spoiled((rows) => void rows.reverse(), 2, 99), /comes after/],
	[
		'a row of another time',
		spoiled((rows) => void Object.assign(rows[0] ?? {}, { block_timestamp: 1_500_000_000_000 }), 1, 99),
		/outside/,
	],
	[
		'a row of others',
		spoiled((rows) => void Object.assign(rows[5] ?? {}, { from: other, to: other }), 1, 99),
		/does not touch/,
	],
	['rows left out', spoiled((rows) => void rows.splice(3, 5), 2, 99), /195 rows on a page that says it has 200/],
	[
		'an amount that is none',
		spoiled((rows) => void Object.assign(rows[2] ?? {}, { value: '1e9' }), 1, 99),
		/value "1e9"/,
	],
	[
		'other decimals',
		spoiled(
			(rows) => void Object.assign(rows[2] ?? {}, { token_info: { address: USDT, decimals: 18, symbol: 'USDT' } }),
			1,
			99,
		),
		/decimals/,
	],
];

for (const [name, spoil, reason] of DAMAGES) {
	test(`${name}: damaged where it stays, and nothing of it is kept`, async (t) => {
		const server = await startTronServer(world);
		t.teardown(server.close);
		server.spoil = spoil;
		const stretches = await readStretches(await openTron(server.url), account);
		const last = stretches.at(-1);
		t.is(last?.receipt.outcome, 'damaged');
		t.regex(last?.receipt.reason ?? '', reason);
		const kept = recordsOf(stretches).map(told);
		t.deepEqual(kept, truth.slice(0, kept.length), 'what was kept before is the beginning of the history');
		t.is(new Set(recordsOf(stretches).map(({ id }) => id)).size, kept.length);
	});
}

test('a page that repeats rows of the page before is found out by the logs of their transaction', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	let before: Record<string, unknown> | undefined;
	server.spoil = (reply, { path }) => {
		if (!isPage(path)) return reply;
		const answer = JSON.parse(reply.body) as { data: Record<string, unknown>[]; meta: Record<string, unknown> };
		if (before !== undefined) answer.data.unshift(before);
		before = answer.data.at(-1);
		answer.meta.page_size = answer.data.length;
		return { ...reply, body: JSON.stringify(answer) };
	};
	const [stretch] = await readStretches(await openTron(server.url), account);
	t.is(stretch?.receipt.outcome, 'damaged');
	t.regex(stretch?.receipt.reason ?? '', /has no log for a row/);
});

test('a cursor that leads to the same page again is found out', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	server.meddle = ({ query }) => void query.delete('fingerprint');
	const stretches = await readStretches(await openTron(server.url), account);
	t.is(stretches.at(-1)?.receipt.outcome, 'damaged');
	t.regex(stretches.at(-1)?.receipt.reason ?? '', /comes after/);
	const kept = recordsOf(stretches).map(told);
	t.deepEqual(kept, truth.slice(0, kept.length));
});

test('cursors that expire cost a walk from the last full millisecond, and no transfer', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	let pages = 0;
	server.meddle = ({ path }) => {
		if (isPage(path) && ++pages % 3 === 0) server.expire();
		return undefined;
	};
	const reader = await openTron(server.url);
	const { final } = await reader.head(never);
	const stretches = await readStretches(reader, account);
	t.true(stretches.length > 1);
	t.true(gapless(stretches, reader.first, final));
	t.deepEqual(recordsOf(stretches).map(told), truth);
});

test('a full page that lost its cursor is not taken for the last', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	server.spoil = spoiled((_, { meta }) => void delete meta.fingerprint, 1, 99);
	const stretches = await readStretches(await openTron(server.url), account);
	t.deepEqual(recordsOf(stretches).map(told), truth);
});

test('a window that is too wide is halved, down to one that is not, or to none', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	let limit = 90_000;
	server.meddle = ({ path, query }) =>
		isPage(path) && Number(query.get('max_timestamp')) - Number(query.get('min_timestamp')) > limit
			? { status: 400, body: '{"success":false,"error":"the time range is too large","statusCode":400}' }
			: undefined;
	const reader = await openTron(server.url);
	const { final } = await reader.head(never);
	const stretches = await readStretches(reader, account, { from: world.start - 600_000 });
	t.true(gapless(stretches, world.start - 600_000, final));
	t.deepEqual(recordsOf(stretches).map(told), truth);
	limit = 0;
	const [none] = await readStretches(reader, account, { from: world.start });
	t.is(none?.receipt.outcome, 'range-refused');
});

test('too many requests are waited out as they say, and told where they do not end', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	let left = 2;
	server.meddle = ({ path }, number) =>
		left-- > 0 && number > 0 ? { status: 403, body: isPage(path) ? SUSPENDED : SUSPENDED_NODE } : undefined;
	const clock = fakeClock();
	const reader = await openTron(server.url, {}, { clock });
	t.deepEqual(recordsOf(await readStretches(reader, account)).map(told), truth);
	t.true(clock.waits.some((wait) => wait >= 2000));
	await reader.head(never);
	server.meddle = ({ path }) => (isPage(path) ? { status: 429, body: '' } : undefined);
	const [limited] = await readStretches(reader, account);
	t.deepEqual([limited?.receipt.outcome, limited?.records.length], ['rate-limited', 0]);
	server.meddle = ({ path }) => (isPage(path) ? { status: 403, body: '{"Error":"ApiKey not exists"}' } : undefined);
	const [denied] = await readStretches(await openTron(server.url), account);
	t.deepEqual([denied?.receipt.outcome, denied?.receipt.reason.includes('ApiKey not exists')], ['denied', true]);
});

test('another endpoint is asked where one gives damaged answers', async (t) => {
	const [bad, good] = [await startTronServer(world), await startTronServer(world)];
	t.teardown(bad.close);
	t.teardown(good.close);
	bad.spoil = spoiled((rows) => void rows.splice(3, 5), 1, 99);
	const stretches = await readStretches(await openTron([bad.url, good.url]), account);
	t.deepEqual(recordsOf(stretches).map(told), truth);
	t.true(stretches.some(({ receipt }) => receipt.endpoint.includes(good.url)));
});

test('two endpoints that differ leave the account incomplete, and both answers', async (t) => {
	const [full, less] = [await startTronServer(world), await startTronServer(world)];
	t.teardown(full.close);
	t.teardown(less.close);
	const agreeing = await readStretches(await openTron([full.url, less.url], { crossCheck: true }), account);
	t.deepEqual(recordsOf(agreeing).map(told), truth);
	less.spoil = spoiled(
		(rows, { meta }) => {
			rows.splice(60, 1);
			meta.page_size = rows.length;
		},
		2,
		99,
	);
	const stretches = await readStretches(await openTron([full.url, less.url], { crossCheck: true }), account);
	const last = stretches.at(-1);
	t.is(last?.receipt.outcome, 'disagreement');
	t.is(new Set(last?.exchanges.map(({ endpoint }) => endpoint)).size, 2);
});

test('behind every passing fault each transfer is found once, and behind staying ones the history says why not', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	const faults = [
		brokenOff,
		cutJson,
		dropped,
		emptyBody,
		html,
		tooMany('1'),
		status(500),
		status(502, '<html>'),
		status(503),
	];
	const proxy = await faultyProxy(server.url, seeded(faults, 7, 0.2));
	t.teardown(proxy.close);
	const stretches = await readStretches(await openTron(proxy.url), account);
	t.deepEqual(recordsOf(stretches).map(told), truth);
	t.true(proxy.suffered.length > 0);
	for (const fault of [cutJson, tooMany(), status(502, '<html>')]) {
		proxy.plan(times(1000, fault, 5));
		const read = await readStretches(await openTron(proxy.url), account);
		t.false(
			read.every(({ receipt }) => covers(receipt)),
			fault.name,
		);
		const kept = recordsOf(read).map(told);
		t.deepEqual(kept, truth.slice(0, kept.length));
	}
});
