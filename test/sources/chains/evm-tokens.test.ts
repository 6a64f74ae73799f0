import test from 'ava';
import fc from 'fast-check';
import { Problem } from '../../../src/ledger/problem.ts';
import { covers } from '../../../src/ledger/receipt.ts';
import type { LedgerRecord } from '../../../src/ledger/record.ts';
import type { Stretch } from '../../../src/sources/chains/contract.ts';
import { GENESIS } from '../../chain/anvil.ts';
import type { TokenTruth } from '../../chain/evm-chain.ts';
import { makeWorld } from '../../chain/evm-world.ts';
import { fakeClock } from '../../chain/fake-clock.ts';
import { cutJson, dropped, rewritten, status, tooMany } from '../../chain/faults.ts';
import { type Asked, always, faultyProxy, type Schedule, seeded, times } from '../../chain/faulty-proxy.ts';
import { assetsOf, readAll, readerOn, recordsIn } from '../../chain/reading.ts';
import {
	duplicates,
	foreignLog,
	oneMissing,
	RANGE_WORDINGS,
	rangeLimit,
	staleHead,
	wrongId,
} from '../../chain/rpc-faults.ts';

const world = await makeWorld();
const { network, people, places } = world;
const account = (address: string) => `${network}:${address}`;
const core = account(people.core);
const { signal } = new AbortController();
test.after.always(() => world.anvil.kill());

/** What a record must say of a transfer that was made. Tokens that the case does not know are kept at 18 decimals. */
function meant({ token, from, to, amount, transaction, block, log }: TokenTruth): unknown[] {
	const scale = token === places.fake ? 10n ** 12n : 1n;
	const time = (GENESIS + 12 * block) * 1000;
	return [account(token), account(from), account(to), amount * scale, transaction, block, log, time];
}
function told({ asset, from, to, amount, keys, block, moment }: LedgerRecord): unknown[] {
	return [asset, from.account, to.account, amount, keys.order, block?.number, keys.log, moment.instant];
}
const asksLogs = ({ calls }: Asked) => calls.some(({ method }) => method === 'eth_getLogs');
const madeBy = (address: string, from = 0, until = Number.POSITIVE_INFINITY) =>
	world.transfers
		.filter((move) => [move.from, move.to].includes(address) && move.block >= from && move.block <= until)
		.map(meant);

test('each transfer of an account is found, exactly and once, and the last blocks are provisional', async (t) => {
	const reader = await readerOn(world);
	for (const who of [people.payer, people.core, people.leader, people.member1, places.swap]) {
		const stretches = await readAll(reader, account(who), 'tokens');
		const records = recordsIn(stretches);
		t.deepEqual(records.map(told), madeBy(who));
		const final = world.height() - 2;
		for (const { receipt, records: own } of stretches) {
			t.is(receipt.provisional, receipt.from > final);
			t.true(receipt.until <= final || receipt.provisional);
			t.is(receipt.records, own.length);
			for (const { state, evidence } of own) {
				t.is(state, receipt.provisional ? 'open' : 'done');
				t.true(evidence.kind === 'chain' && evidence.receipt === receipt.id);
			}
		}
		t.deepEqual([stretches[0]?.receipt.from, stretches.at(-1)?.receipt.until], [0, world.height()]);
	}
	const [stretch] = await readAll(reader, account(people.core), 'tokens');
	t.deepEqual(stretch?.receipt.decimals, {
		[account(places.usdt)]: 6,
		[account(places.gold)]: 18,
		[account(places.fake)]: 6,
	});
	const [nothing] = await readAll(reader, account('0x00000000000000000000000000000000000000AA'), 'tokens');
	t.is(nothing?.receipt.outcome, 'empty');
	const [leader] = await readAll(reader, core, 'tokens', { from: 8, until: 8 });
	t.is(leader?.receipt.reason, 'Transfer logs passed over that are no token amounts (ERC-721): 1');
	await reader.close();
});

test('only the tokens asked for are read; a case that names none is told so', async (t) => {
	const terms = { network, assets: assetsOf(world), crossCheck: false };
	const one = await readerOn(world, { terms: { ...terms, tokens: [account(places.gold), `${network}:coin`] } });
	const records = recordsIn(await readAll(one, core, 'tokens'));
	t.deepEqual(
		records.map(told),
		madeBy(people.core).filter(([token]) => token === account(places.gold)),
	);
	const none = await readerOn(world, { terms: { ...terms, tokens: [] } });
	const [{ receipt } = t.fail()] = await readAll(none, core, 'tokens');
	t.is(receipt?.outcome, 'not-visible');
	await Promise.all([one.close(), none.close()]);
});

test('kept answers give the same records, and a changed one an alarm', async (t) => {
	const reader = await readerOn(world);
	const offline = await readerOn(world, { endpoints: [] });
	for (const { receipt, records, exchanges } of await readAll(reader, core, 'tokens')) {
		t.deepEqual(offline.reread(receipt, exchanges), records);
		const [first, ...rest] = exchanges;
		if (first === undefined) throw new Error('no exchange');
		const changed = [{ ...first, text: first.text.replace('{', '{ ') }, ...rest];
		const alarm = t.throws(() => offline.reread(receipt, [...changed]), { instanceOf: Problem });
		t.is(alarm?.code, 'chain.kept-damaged');
	}
	t.is(offline.sent, 0);
	await Promise.all([reader.close(), offline.close()]);
});

test('stopped after any stretch and gone on with, a history is the same', async (t) => {
	const proxy = await faultyProxy(world.anvil.url);
	t.teardown(() => proxy.close());
	const height = world.height();
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 2, max: 6 }),
			fc.constantFrom(...RANGE_WORDINGS),
			fc.integer({ min: 0, max: 4 }),
			async (span, wording, stop) => {
				proxy.plan(always(rangeLimit(span, wording)));
				const endpoints = [{ url: proxy.url, perSecond: 10_000, timeoutMs: 30_000 }];
				const found: LedgerRecord[] = [];
				let next = 0;
				while (next <= height) {
					const reader = await readerOn(world, { endpoints, clock: fakeClock() });
					const head = await reader.head(signal);
					let left = stop;
					for await (const stretch of reader.read({
						account: core,
						history: 'tokens',
						from: next,
						until: height,
						head,
						signal,
					})) {
						t.true(covers(stretch.receipt), stretch.receipt.reason);
						t.is(stretch.receipt.from, next);
						found.push(...stretch.records);
						next = stretch.receipt.until + 1;
						if (left === 0) break;
						left -= 1;
					}
					await reader.close();
				}
				t.deepEqual(found.map(told), madeBy(people.core));
			},
		),
		{ numRuns: 8 },
	);
});

test('under faults each transfer is found once, or the history says where it ends', async (t) => {
	const proxy = await faultyProxy(world.anvil.url);
	t.teardown(() => proxy.close());
	const faults = [tooMany(), status(502), dropped, cutJson, wrongId, duplicates, foreignLog];
	for (const [seed, share] of [1, 2, 3, 4, 5, 6].map((each) => [each, each / 7] as const)) {
		proxy.plan(() => undefined);
		const endpoints = [{ url: proxy.url, perSecond: 10_000, timeoutMs: 5_000 }];
		const reader = await readerOn(world, { endpoints, clock: fakeClock() });
		const head = await reader.head(signal);
		proxy.plan(seeded(faults, seed, share));
		const stretches = [];
		const question = { account: core, history: 'tokens', from: 0, until: head.latest, head, signal } as const;
		for await (const stretch of reader.read(question)) stretches.push(stretch);
		const end = stretches.at(-1)?.receipt;
		if (end === undefined) throw new Error('nothing was told');
		const read = covers(end) ? end.until : end.from - 1;
		t.deepEqual(recordsIn(stretches).map(told), madeBy(people.core, 0, read));
		t.is(end.until, head.latest);
		await reader.close();
	}
});

test('decimals that are not those of the case make a disagreement with both figures', async (t) => {
	const assets = new Map(assetsOf(world));
	assets.set(account(places.usdt), { id: account(places.usdt), symbol: 'USDT', decimals: 18 });
	const reader = await readerOn(world, { terms: { network, tokens: undefined, assets, crossCheck: false } });
	const [stretch, ...more] = await readAll(reader, core, 'tokens');
	t.deepEqual([stretch?.receipt.outcome, stretch?.records.length, more.length], ['disagreement', 0, 0]);
	t.is(stretch?.receipt.reason, `${account(places.usdt)}: the case says 18 decimals, the chain states 6`);
	await reader.close();
});

test('balances are those of the block, and agree with what came in and went out', async (t) => {
	const reader = await readerOn(world);
	const records = recordsIn(await readAll(reader, core, 'tokens'));
	for (const block of [0, 5, 7, world.height()]) {
		for (const token of [places.usdt, places.gold]) {
			const asset = account(token);
			const held = records
				.filter((record) => record.asset === asset && (record.block?.number ?? 0) <= block)
				.reduce((sum, { to, amount = 0n }) => (to.account === core ? sum + amount : sum - amount), 0n);
			const stated = await reader.balance(core, asset, block, signal);
			// A contract that is not there yet states nothing.
			t.is(stated ?? 0n, held, `${token} at ${block}`);
		}
	}
	t.is(await reader.balance(core, `${network}:coin`, 0, signal), 10_000n * 10n ** 18n);
	await reader.close();
});

test('where logs have no time the headers of their blocks give it, and must be of the same block', async (t) => {
	const timed = (blockTimestamp: unknown) =>
		rewritten('another time', asksLogs, (parsed) => {
			const { result, ...rest } = parsed as { result: Record<string, unknown>[] };
			return { ...rest, result: result.map((log) => ({ ...log, blockTimestamp })) };
		});
	const proxy = await faultyProxy(world.anvil.url);
	t.teardown(() => proxy.close());
	const endpoints = [{ url: proxy.url, perSecond: 10_000, timeoutMs: 5_000 }];
	for (const none of [undefined, null, '0x0']) {
		proxy.plan(always(timed(none)));
		const reader = await readerOn(world, { endpoints, clock: fakeClock() });
		const stretches = await readAll(reader, core, 'tokens');
		t.deepEqual(recordsIn(stretches).map(told), madeBy(people.core), String(none));
		for (const { receipt, exchanges, records } of stretches) t.deepEqual(reader.reread(receipt, exchanges), records);
		await reader.close();
	}
	for (const wrong of [GENESIS - 1, GENESIS + 12 * (world.height() + 1)]) {
		proxy.plan(always(timed(`0x${wrong.toString(16)}`)));
		const misled = await readerOn(world, { endpoints, clock: fakeClock() });
		const [told] = await readAll(misled, core, 'tokens');
		t.is(told?.receipt.outcome, 'damaged');
		await misled.close();
	}

	const forked = rewritten('another block', asksLogs, (parsed) =>
		JSON.parse(JSON.stringify(parsed).replaceAll(/"blockHash":"0x../g, '"blockHash":"0x77')),
	);
	proxy.plan(always(forked));
	const other = await readerOn(world, { endpoints, clock: fakeClock() });
	const [stretch] = await readAll(other, core, 'tokens', { from: 7, until: 7 });
	t.is(stretch?.receipt.outcome, 'damaged');
	await other.close();
});

test('of two endpoints that differ nothing is taken, and both answers are kept', async (t) => {
	const proxy = await faultyProxy(world.anvil.url);
	t.teardown(() => proxy.close());
	const endpoints = [world.anvil.url, proxy.url].map((url) => ({ url, perSecond: 10_000, timeoutMs: 5_000 }));
	const terms = { network, tokens: undefined, assets: assetsOf(world), crossCheck: true };
	const reader = await readerOn(world, { terms, endpoints, clock: fakeClock() });
	t.deepEqual(recordsIn(await readAll(reader, core, 'tokens')).map(told), madeBy(people.core));
	proxy.plan(always(oneMissing));
	const [stretch] = await readAll(reader, core, 'tokens');
	t.deepEqual([stretch?.receipt.outcome, stretch?.records.length], ['disagreement', 0]);
	t.true((stretch?.exchanges.length ?? 0) > 4);

	const narrow = always(rangeLimit(4, RANGE_WORDINGS[0] ?? t.fail()));
	const ending: Schedule = (asked) =>
		narrow(asked) ?? (asked.body.includes('"fromBlock":"0x0"') ? undefined : denied(asked));
	const denied = always({ ...status(401), befalls: asksLogs });
	proxy.plan(ending);
	const [failed, ...more] = await readAll(reader, core, 'tokens');
	t.deepEqual([failed?.receipt.outcome, more.length], ['denied', 0]);
	// What one of them answered before the other failed is missing too.
	t.deepEqual([failed?.receipt.from, failed?.receipt.fromInstant], [0, GENESIS * 1000]);
	await reader.close();
});

test('a node of another chain is refused, and one that lags is never taken at its word', async (t) => {
	const terms = { network: 'evm-7', tokens: undefined, assets: new Map(), crossCheck: false };
	const other = await readerOn(world, { terms });
	const refused = await t.throwsAsync(other.head(signal), { instanceOf: Problem });
	t.is(refused?.code, 'chain.other-network');
	await other.close();

	const [good, lagging] = await Promise.all([
		faultyProxy(world.anvil.url),
		faultyProxy(world.anvil.url, always(staleHead(4))),
	]);
	t.teardown(() => Promise.all([good.close(), lagging.close()]));
	const endpoints = [good, lagging].map(({ url }) => ({ url, perSecond: 10_000, timeoutMs: 5_000 }));
	const reader = await readerOn(world, { endpoints, clock: fakeClock() });
	const head = await reader.head(signal);
	good.plan(always(status(503)));
	const question = { account: core, history: 'tokens', from: 0, until: head.latest, head, signal } as const;
	for await (const { receipt } of reader.read(question)) t.is(receipt.outcome, 'unreachable', receipt.reason);
	good.plan(() => undefined);
	t.deepEqual(recordsIn(await readAll(reader, core, 'tokens')).map(told), madeBy(people.core));
	await reader.close();
});

test('a node that comes to a block between its answer and the question how far it is, is asked again', async (t) => {
	const good = await faultyProxy(world.anvil.url);
	const late = await faultyProxy(world.anvil.url, times(2, { ...staleHead(4), befalls: asksLogs }));
	t.teardown(() => Promise.all([good.close(), late.close()]));
	const endpoints = [good, late].map(({ url }) => ({ url, perSecond: 10_000, timeoutMs: 5_000 }));
	const reader = await readerOn(world, { endpoints, clock: fakeClock(), confirmations: 0 });
	const head = await reader.head(signal);
	good.plan(always(status(401)));
	const stretches: Stretch[] = [];
	const question = { account: core, history: 'tokens', from: 0, until: head.latest, head, signal } as const;
	for await (const stretch of reader.read(question)) stretches.push(stretch);
	t.is(late.suffered.length, 2);
	t.deepEqual(recordsIn(stretches).map(told), madeBy(people.core));
	await reader.close();
});

test.serial('a reorganisation shows in the hash of a block, and takes provisional transfers with it', async (t) => {
	const own = await makeWorld();
	t.teardown(() => own.anvil.kill());
	const reader = await readerOn(own);
	const before = await readAll(reader, core, 'tokens');
	const leader = account(people.leader);
	t.true(recordsIn(await readAll(reader, leader, 'tokens')).some(({ state }) => state === 'open'));
	await own.anvil.rpc('anvil_reorg', 2, []);
	const after = await readAll(reader, core, 'tokens');
	t.deepEqual(after[0]?.receipt.untilHash, before[0]?.receipt.untilHash);
	t.not(after[1]?.receipt.untilHash, before[1]?.receipt.untilHash);
	t.is(await reader.blockHash(own.height(), signal), after[1]?.receipt.untilHash);
	t.false(recordsIn(await readAll(reader, leader, 'tokens')).some(({ state }) => state === 'open'));
	t.is(await reader.blockHash(own.height() + 9, signal), undefined);
	await reader.close();
});
