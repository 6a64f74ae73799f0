import test from 'ava';
import { covers } from '../../../src/ledger/receipt.ts';
import type { LedgerRecord } from '../../../src/ledger/record.ts';
import type { CoinMove, CoinTruth } from '../../chain/evm-chain.ts';
import { makeWorld } from '../../chain/evm-world.ts';
import { fakeClock } from '../../chain/fake-clock.ts';
import { faultyProxy, type Schedule } from '../../chain/faulty-proxy.ts';
import { readAll, readerOn, recordsIn } from '../../chain/reading.ts';
import { rpcError } from '../../chain/rpc-faults.ts';

const world = await makeWorld();
const { network, people, places } = world;
const account = (address: string) => `${network}:${address}`;
const { signal } = new AbortController();
test.after.always(() => world.anvil.kill());
const scan = { from: 0, until: world.height() };

const touches = (address: string) => (move: CoinMove) => move.from === address || move.to === address;
const toldCoin = ({ from, to, amount, keys, state, block }: LedgerRecord) => [
	from.account,
	to.account,
	amount,
	keys.order,
	state === 'failed',
	block?.number,
];
const meantCoin = ({ from, to, amount, transaction, done, block }: CoinTruth) => [
	account(from),
	account(to),
	amount,
	transaction,
	!done,
	block,
];

/** A proxy that says of these methods that they are not there. */
const without =
	(...methods: readonly string[]): Schedule =>
	({ calls }) => {
		const method = calls.map((call) => call.method).find((each) => methods.includes(each));
		return method === undefined ? undefined : rpcError('not offered', -32601, `the method ${method} does not exist`);
	};

test('a block scan finds the coins and fees of an account, to the last unit of its balance', async (t) => {
	const reader = await readerOn(world, { scan, confirmations: 0 });
	for (const who of ['core', 'leader', 'cashier', 'poisoner', 'payer'] as const) {
		const address = people[who];
		const coins = recordsIn(await readAll(reader, account(address), 'coins'));
		const values = coins.filter(({ medium }) => medium === 'coin');
		t.deepEqual(values.map(toldCoin), world.coins.filter(touches(address)).map(meantCoin), who);
		t.is(coins.filter(({ medium }) => medium === 'fee').length, values.length);
		const internal = recordsIn(await readAll(reader, account(address), 'internal'));
		const done = internal.filter(({ state }) => state === 'done');
		t.deepEqual(
			done.map(({ from, to, amount, keys }) => [from.account, to.account, amount, keys.order]),
			world.internal
				.filter(touches(address))
				.map(({ from, to, amount, transaction }) => [account(from), account(to), amount, transaction]),
			who,
		);
		let balance = 10_000n * 10n ** 18n;
		for (const { from, to, amount = 0n, state } of [...coins, ...internal]) {
			if (state !== 'done') continue;
			if (to.account === account(address)) balance += amount;
			if (from.account === account(address)) balance -= amount;
		}
		t.is(await reader.balance(account(address), `${network}:coin`, world.height(), signal), balance, who);
	}
	// A contract's first receipt of coins is its making.
	const made = recordsIn(await readAll(reader, account(places.forwarder), 'coins'));
	t.deepEqual(
		made.filter(({ medium }) => medium === 'coin').map(toldCoin),
		world.coins.filter(touches(places.forwarder)).map(meantCoin),
	);
	// Taken back within the call: nothing of it stays, though the transaction went well.
	const second = recordsIn(await readAll(reader, account(places.second), 'internal'));
	t.true(second.some(({ state }) => state === 'failed'));
	await reader.close();
});

test('traces of either kind give the same movements; kept answers give them again', async (t) => {
	const proxy = await faultyProxy(world.anvil.url, without('trace_block', 'eth_getBlockReceipts'));
	t.teardown(() => proxy.close());
	const endpoints = [{ url: proxy.url, perSecond: 10_000, timeoutMs: 30_000 }];
	const framed = await readerOn(world, { scan, endpoints, clock: fakeClock() });
	const traced = await readerOn(world, { scan });
	for (const address of [people.core, people.leader, places.forwarder, places.second]) {
		for (const history of ['internal', 'coins'] as const) {
			const stretches = await readAll(framed, account(address), history);
			const same = (records: readonly LedgerRecord[]) =>
				records.map(({ id, from, to, amount, state, block, moment }) => [id, from, to, amount, state, block, moment]);
			t.deepEqual(same(recordsIn(stretches)), same(recordsIn(await readAll(traced, account(address), history))));
			for (const { receipt, exchanges, records } of stretches) t.deepEqual(traced.reread(receipt, exchanges), records);
		}
	}
	await Promise.all([framed.close(), traced.close()]);
});

test('what cannot be seen is said: without a scan, outside it, and where no traces are offered', async (t) => {
	const blind = await readerOn(world);
	t.deepEqual(
		blind.histories.map(({ history, visible }) => [history, visible]),
		[
			['tokens', true],
			['coins', false],
			['internal', false],
		],
	);
	const [hidden] = await readAll(blind, account(people.core), 'internal');
	t.is(hidden?.receipt.outcome, 'not-visible');
	await blind.close();

	const proxy = await faultyProxy(world.anvil.url, without('trace_block', 'debug_traceBlockByNumber'));
	t.teardown(() => proxy.close());
	const endpoints = [{ url: proxy.url, perSecond: 10_000, timeoutMs: 30_000 }];
	const partly = await readerOn(world, { scan: { from: 4, until: 7 }, endpoints, clock: fakeClock() });
	const [, none] = await readAll(partly, account(people.core), 'internal');
	t.is(none?.receipt.outcome, 'not-visible');
	t.regex(none?.receipt.reason ?? '', /no traces/);
	const stretches = await readAll(partly, account(people.core), 'coins');
	t.deepEqual(
		stretches.map(({ receipt: { from, until, outcome } }) => [from, until, outcome]),
		[
			[0, 3, 'not-visible'],
			[4, 7, 'complete'],
			[8, world.height(), 'not-visible'],
		],
	);
	t.true(stretches.every(({ receipt, records }) => covers(receipt) || records.length === 0));
	await partly.close();
});

test('kept answers of a scan are read again also by who declares no scan', async (t) => {
	const [scanning, plain] = await Promise.all([readerOn(world, { scan, confirmations: 0 }), readerOn(world)]);
	for (const history of ['coins', 'internal'] as const) {
		const stretches = (
			await Promise.all(Object.values(people).map((who) => readAll(scanning, account(who), history)))
		).flat();
		t.true(recordsIn(stretches).length > 0, history);
		for (const { receipt, exchanges, records } of stretches)
			t.deepEqual(plain.reread(receipt, exchanges), covers(receipt) ? records : []);
	}
});
