import test from 'ava';
import fc from 'fast-check';
import { KNOWN_ASSETS } from '../../src/ledger/asset.ts';
import { Problem } from '../../src/ledger/problem.ts';
import { never, troubleOf } from './asking.ts';
import {
	coinTruth,
	gapless,
	openTron,
	readStretches,
	recordsOf,
	tokenTruth,
	told,
	toldOfCoins,
	USDT_ID,
} from './tron-reading.ts';
import { startTronServer } from './tron-server.ts';
import { hubWorld, paid, sent, TronWorld, USDT, ZERO } from './tron-world.ts';

const { world, hub, others, large, lookAlike } = hubWorld('hub', 150);

test('a token history has every transfer once, in the order of the chain, and reads again the same', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	const reader = await openTron(server.url);
	const head = await reader.head(never);
	const stretches = await readStretches(reader, hub);
	t.true(gapless(stretches, reader.first, head.final));
	const records = recordsOf(stretches);
	t.deepEqual(records.map(told), tokenTruth(world, hub, [USDT]));
	t.is(new Set(records.map(({ id }) => id)).size, records.length);
	t.deepEqual(stretches[0]?.receipt.decimals, { [USDT_ID]: 6 });
	for (const { receipt, records, exchanges } of stretches) {
		t.deepEqual(reader.reread(receipt, exchanges), records);
		t.is(receipt.records, records.length);
		t.true(exchanges.every(({ ask }) => !ask.path.includes('key') && ask.query?.key === undefined));
	}
	t.true(server.asked.every(({ key }) => key === 'key-of-tron'));
	t.false(JSON.stringify(stretches.map(({ receipt, exchanges }) => [receipt, exchanges])).includes('key-of-tron'));
});

test('tokens of any decimals are exact, a look-alike is another token, and unknown ones are kept at 18 decimals', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	server.hex = true;
	const reader = await openTron(server.url, { tokens: undefined });
	const records = recordsOf(await readStretches(reader, hub));
	const truth = tokenTruth(world, hub, [USDT, large, lookAlike]);
	const scaled = records.map((record) =>
		told(record.asset === `tron:${lookAlike}` ? { ...record, amount: (record.amount ?? 0n) / 10n ** 12n } : record),
	);
	t.deepEqual(scaled, truth);
	t.true(records.some(({ amount = 0n }) => amount > 2n ** 53n && amount % 10n === 1n));
});

test('TRX moves with its fees, failed transactions pay them too, and numbers beyond 2^53 are exact', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	const assets = new Map(KNOWN_ASSETS.map((asset) => [asset.id, asset]));
	const reader = await openTron(server.url, { assets });
	const coins = await readStretches(reader, hub, { history: 'coins' });
	t.deepEqual(recordsOf(coins).map(toldOfCoins).sort(), coinTruth(world, hub, 'coins').sort());
	t.true(recordsOf(coins).some(({ amount }) => amount === 90_071_992_547_409_931n));
	t.true(recordsOf(coins).every(({ block }) => block !== undefined));
	const internal = await readStretches(reader, hub, { history: 'internal' });
	t.deepEqual(recordsOf(internal).map(toldOfCoins).sort(), coinTruth(world, hub, 'internal').sort());
	for (const { receipt, records, exchanges } of [...coins, ...internal]) {
		t.deepEqual(reader.reread(receipt, exchanges), records);
	}
});

test('TRC-10 is read where the case knows the token, at the decimals that the node states, and else counted', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	const asset = { id: 'tron:trc10-1000001', symbol: 'TEN', decimals: 3 };
	const of = (decimals: number) => new Map([[asset.id, { ...asset, decimals }]]);
	const stretches = await readStretches(await openTron(server.url, { assets: of(3) }), hub, { history: 'coins' });
	const truth = world.blocks.flatMap(({ transactions }) =>
		transactions.filter(({ type }) => type === 'TransferAssetContract').map(({ value }) => value.amount as bigint),
	);
	t.true(truth.length > 3);
	const moved = recordsOf(stretches).filter((record) => record.asset === asset.id);
	t.deepEqual(
		moved.map(({ amount }) => amount),
		truth,
	);
	t.is(stretches[0]?.receipt.decimals[asset.id], 3);
	const answers = stretches[0]?.receipt.answers ?? [];
	t.is(new Set(answers).size, answers.length, 'decimals are asked and kept once');
	const [unknown] = await readStretches(await openTron(server.url), hub, { history: 'coins' });
	t.is(unknown?.receipt.reason, `${truth.length} × transfer of a TRC-10 token that the case does not know`);
	const [other] = await readStretches(await openTron(server.url, { assets: of(4) }), hub, { history: 'coins' });
	t.regex(other?.receipt.reason ?? '', /has 3 decimals on the chain and 4 in the case/);
});

test('what comes and goes in one block stands in the order of its logs, and payer and payee tell of the same record', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	const reader = await openTron(server.url);
	const own = recordsOf(await readStretches(reader, hub));
	const tied = own.filter(({ block }) => block !== undefined);
	t.true(tied.length > 10);
	for (const { keys, block } of tied) {
		const at = world.blocks.find(({ transactions }) => transactions.some(({ id }) => id === keys.order));
		t.is(block?.number, at?.number);
	}
	const ids = new Map(own.map((record) => [record.id, told(record)]));
	const payee = others[3] as string;
	const theirs = recordsOf(await readStretches(reader, payee)).filter(({ from, to }) =>
		[from.account, to.account].includes(`tron:${hub}`),
	);
	t.true(theirs.length > 3);
	for (const record of theirs) t.is(ids.get(record.id), told(record));
});

test('property: whoever stops after any stretch and goes on has the same set, whatever is counted into a window', async (t) => {
	const dense = new TronWorld('dense');
	const [account, other] = [dense.address(), dense.address()];
	dense.block(paid(USDT, ZERO, account, 10n ** 12n));
	// Blocks of 1 to 60 transfers, so that pages and walks end inside of blocks.
	for (let index = 0; index < 70; index++) {
		const count = 1 + dense.random(60);
		dense.block(...Array.from({ length: count }, (_, row) => paid(USDT, account, other, BigInt(row + 1))));
	}
	dense.rest();
	const server = await startTronServer(dense);
	t.teardown(server.close);
	const truth = tokenTruth(dense, account, [USDT]).sort();
	t.true(truth.length > 1500);
	await fc.assert(
		fc.asyncProperty(
			fc.boolean(),
			fc.array(fc.integer({ min: 1, max: 2 }), { maxLength: 3 }),
			async (inclusive, stops) => {
				server.inclusive = inclusive;
				const all: string[] = [];
				let from: number | undefined;
				for (const stop of [...stops, Number.POSITIVE_INFINITY]) {
					const reader = await openTron(server.url);
					const read = await readStretches(reader, account, { stop, ...(from === undefined ? {} : { from }) });
					all.push(...recordsOf(read).map(told));
					from = (read.at(-1)?.receipt.until ?? 0) + 1;
					if (from > (await reader.head(never)).final) break;
				}
				return all.length === truth.length && all.sort().every((line, index) => line === truth[index]);
			},
		),
		{ numRuns: 3 },
	);
});

test('beyond the final block transfers are open, and gone once their block is', async (t) => {
	const young = new TronWorld('young');
	const [account, other] = [young.address(), young.address()];
	young.block(paid(USDT, ZERO, account, 10n ** 9n));
	young.rest();
	young.block(paid(USDT, account, other, 77n));
	young.block(sent(account, other, 5n, 'OUT_OF_ENERGY'));
	const server = await startTronServer(young);
	t.teardown(server.close);
	const reader = await openTron(server.url);
	const { latest, final } = await reader.head(never);
	const [settled, beyond] = await readStretches(reader, account, { until: latest });
	t.deepEqual([settled?.receipt.until, settled?.receipt.provisional], [final, false]);
	t.deepEqual([beyond?.receipt.from, beyond?.receipt.until, beyond?.receipt.provisional], [final + 1, latest, true]);
	t.deepEqual(
		beyond?.records.map(({ amount, state }) => [amount, state]),
		[[77n, 'open']],
	);
	t.deepEqual(reader.reread(beyond?.receipt as never, beyond?.exchanges ?? []), beyond?.records);
	const coins = await readStretches(reader, account, { until: latest, history: 'coins' });
	t.deepEqual(
		coins[1]?.records.map(({ medium, state }) => [medium, state]),
		[
			['fee', 'open'],
			['coin', 'failed'],
			['fee', 'open'],
		],
	);
	young.takeBack(2);
	young.rest(2);
	const [, again] = await readStretches(reader, account, { until: latest });
	t.is(again?.receipt.outcome, 'empty');
});

test('a balance is stated where nothing came later, and not stated where something did', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	const reader = await openTron(server.url);
	const { final } = await reader.head(never);
	t.is(await reader.balance(`tron:${hub}`, USDT_ID, final, never), world.balance(USDT, hub));
	t.is(await reader.balance(`tron:${hub}`, USDT_ID, world.start + 60_000, never), undefined);
	t.is(await reader.balance(`tron:${hub}`, USDT_ID, reader.first - 1, never), 0n);
	t.is(await reader.balance(`tron:${hub}`, 'tron:coin', final, never), undefined);
});

test('what a contract stakes or lends for somebody is no payment to them, and of what nobody knows it is told', async (t) => {
	const lending = new TronWorld('lending');
	const [account, lender] = [lending.address(), lending.address()];
	const made = (kind: string, sum: bigint) => lending.internal(lender, account, { _: sum }, false, kind);
	const internals = [
		made('call', 5n),
		made('delegateResourceOfEnergy', 10_000_000_000n),
		made('unDelegateResourceOfEnergy', 10_000_000_000n),
		made('freezeForEnergy', 3_000_000_000n),
		made('freezeBalanceV2ForBandwidth', 2_000_000_000n),
		made('suicide', 7n),
		made('withdrawExpireUnfreezeWhileSuiciding', 9n),
		made('somethingNew', 11n),
	];
	lending.block({ ...paid(USDT, account, lender, 1n), internals });
	lending.rest();
	const server = await startTronServer(lending);
	t.teardown(server.close);
	const [stretch] = await readStretches(await openTron(server.url), account, { history: 'internal' });
	t.deepEqual(
		stretch?.records.map(({ amount }) => amount),
		[5n, 7n, 9n],
	);
	t.is(stretch?.receipt.reason, '1 × internal transaction of kind somethingNew, which is not read');
});

test('another endpoint that is of another network, or behind, is never taken at its word', async (t) => {
	const [good, other] = [await startTronServer(world), await startTronServer(new TronWorld('other').rest(400))];
	t.teardown(good.close);
	t.teardown(other.close);
	const young = new TronWorld('hub');
	young.blocks.push(...world.blocks.slice(0, 60));
	const behind = await startTronServer(young);
	t.teardown(behind.close);
	const refusing = () => ({ status: 403, body: '{"Error":"ApiKey not exists"}' });

	other.spoil = (reply, { path }) =>
		path === '/wallet/getblockbynum'
			? { body: reply.body.replace(/"blockID":"\w+"/, `"blockID":"${'ab'.repeat(32)}"`) }
			: reply;
	const mixed = await openTron([good.url, other.url]);
	const head = await mixed.head(never);
	good.meddle = ({ path }) => (path.startsWith('/v1/') ? refusing() : undefined);
	const question = { account: `tron:${hub}`, history: 'tokens', from: mixed.first, until: head.final, head } as const;
	const error = await t.throwsAsync(
		async () => {
			for await (const { receipt } of mixed.read({ ...question, signal: never })) t.fail(receipt.outcome);
		},
		{ instanceOf: Problem },
	);
	t.is(error?.code, 'chain.other-network');

	good.meddle = undefined;
	const late = await openTron([good.url, behind.url]);
	await late.head(never);
	good.meddle = ({ path }) => (path.startsWith('/v1/') ? refusing() : undefined);
	const read = async (until: number) => {
		const stretches = [];
		for await (const { receipt } of late.read({ ...question, until, signal: never })) stretches.push(receipt);
		return stretches;
	};
	const [lagging] = await read(head.final);
	t.is(lagging?.outcome, 'unreachable');
	t.regex(lagging?.reason ?? '', /has not come to 2026-/);
	t.is((await read(young.solid.instant))[0]?.outcome, 'complete', 'what it has it may tell');
});

test('an amount that is no whole number is damage, wherever it stands, and no error of the program', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	for (const [history, amount] of [
		['coins', '1.5'],
		['coins', '-5'],
		['coins', '"0x10"'],
		['tokens', '"1,000"'],
	] as const) {
		const member = history === 'coins' ? /"amount":\d+/g : /"value":"\d+"/g;
		server.spoil = (reply, { path }) =>
			path.startsWith('/v1/')
				? { ...reply, body: reply.body.replace(member, `"${history === 'coins' ? 'amount' : 'value'}":${amount}`) }
				: reply;
		const stretches = await readStretches(await openTron(server.url), hub, { history });
		t.is(stretches.at(-1)?.receipt.outcome, 'damaged', amount);
		t.deepEqual(recordsOf(stretches), [], amount);
	}
	// The balance is held against the rows behind it, and they may be damaged too.
	const reader = await openTron(server.url);
	await reader.head(never);
	const trouble = await troubleOf(reader.balance(`tron:${hub}`, USDT_ID, world.start + 60_000, never));
	t.is(trouble.kind, 'damaged');
});
