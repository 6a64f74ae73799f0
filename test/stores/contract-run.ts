import type { TestFn } from 'ava';
import fc from 'fast-check';
import { Problem } from '../../src/ledger/problem.ts';
import type { Transfer } from '../../src/ledger/transfer.ts';
import type { Store } from '../../src/stores/contract.ts';
import { transfers as anyTransfers } from './arbitraries.ts';
import type { MakeStore } from './contract.ts';
import { all, hashOf, put, recordOf, transferOf } from './samples.ts';

const A = hashOf('a');

/** The derived part of a run is swapped as a whole and found by account and by every id. */
export function runContract(test: TestFn, name: string, make: MakeStore): void {
	test(`${name}: transfers come back in the order in which they were given`, async (t) => {
		const store = await (await make(t)).open();
		const transfers = Array.from({ length: 10_000 }, (_, number) => transferOf((number * 7919) % 10_000));
		const run = await store.beginRun();
		await run.transfers(transfers.slice(0, 4_000));
		await run.transfers(transfers.slice(4_000));
		await run.commit();
		t.deepEqual(await all(store.transfers()), transfers);
	});

	test(`${name}: any transfer comes back as it was, by stream, account and id`, async (t) => {
		const store = await (await make(t)).open();
		await fc.assert(
			fc.asyncProperty(anyTransfers, async (transfers) => {
				await putRun(store, transfers);
				t.deepEqual(await all(store.transfers()), transfers);
				const accounts = transfers.map((transfer) => transfer.from);
				t.deepEqual(await store.histories(accounts), historiesOf(transfers, accounts));
				const last = transfers.at(-1);
				if (last) t.deepEqual(await store.transferById(last.id), last);
			}),
			{ numRuns: 20 },
		);
	});

	test(`${name}: histories hold each transfer from or to an account once, in order`, async (t) => {
		const store = await (await make(t)).open();
		const own = transferOf(1000, { from: 'bank:1', to: 'bank:1' });
		const transfers = [...Array.from({ length: 500 }, (_, number) => transferOf(number)), own];
		await putRun(store, transfers);
		const accounts = ['wechat:wxid_payer3', 'wechat:wxid_payee0', 'bank:1', 'bank:unknown', 'bank:1'];
		t.deepEqual(await store.histories(accounts), historiesOf(transfers, accounts));
		t.deepEqual(await store.histories([]), new Map());
	});

	test(`${name}: a transfer is found by its id, an alias or a record`, async (t) => {
		const store = await (await make(t)).open();
		const transfers = Array.from({ length: 300 }, (_, number) => transferOf(number));
		const wanted = transferOf(123);
		const namesake = transferOf(400, { aliases: [wanted.id] });
		await putRun(store, [namesake, ...transfers]);
		for (const id of [wanted.id, ...wanted.aliases, ...wanted.records]) {
			t.deepEqual(await store.transferById(id), wanted);
		}
		t.is(await store.transferById('t-unknown'), undefined);
	});

	test(`${name}: the former run stays until the new one is committed`, async (t) => {
		const store = await (await make(t)).open();
		await putRun(store, [transferOf(1)], '{"run":1}');
		const run = await store.beginRun();
		await run.transfers([transferOf(2)]);
		await run.finding('findings', '{"run":2}');
		t.deepEqual(await all(store.transfers()), [transferOf(1)]);
		t.is(await store.finding('findings'), '{"run":1}');
		await run.commit();
		t.deepEqual(await all(store.transfers()), [transferOf(2)]);
		t.is(await store.finding('findings'), '{"run":2}');
		t.is(await store.transferById(transferOf(1).id), undefined);
		t.deepEqual((await store.histories(['wechat:wxid_payer1'])).get('wechat:wxid_payer1'), []);
	});

	test(`${name}: an aborted run leaves the former one`, async (t) => {
		const store = await (await make(t)).open();
		await putRun(store, [transferOf(1)], 'one');
		const run = await store.beginRun();
		await run.transfers(Array.from({ length: 5_000 }, (_, number) => transferOf(number)));
		await run.finding('findings', 'two');
		await run.abort();
		await run.abort();
		t.deepEqual(await all(store.transfers()), [transferOf(1)]);
		t.is(await store.finding('findings'), 'one');
		await putRun(store, [transferOf(3)]);
		t.deepEqual(await all(store.transfers()), [transferOf(3)]);
	});

	test(`${name}: of two runs written at once one is refused`, async (t) => {
		const store = await (await make(t)).open();
		const run = await store.beginRun();
		const error = await t.throwsAsync(() => store.beginRun(), { instanceOf: Problem });
		t.is(error?.code, 'store.busy');
		await run.transfers([transferOf(1)]);
		await run.commit();
		t.deepEqual(await all(store.transfers()), [transferOf(1)]);
	});

	test(`${name}: files are written while a run is`, async (t) => {
		const store = await (await make(t)).open();
		const run = await store.beginRun();
		await run.transfers([transferOf(1)]);
		await put(store, A, { records: [recordOf(A, 1)] });
		await run.commit();
		t.deepEqual(await all(store.records()), [recordOf(A, 1)]);
		t.deepEqual(await all(store.transfers()), [transferOf(1)]);
	});

	test(`${name}: the last value under a key is the finding, of any length and letters`, async (t) => {
		const store = await (await make(t)).open();
		const long = JSON.stringify({ text: '付款🧧'.repeat(300_000) });
		const run = await store.beginRun();
		await run.finding('findings', 'first');
		await run.finding('findings', long);
		await run.finding('cash-outs', 'a\u0000b');
		await run.commit();
		t.is(await store.finding('findings'), long);
		t.is(await store.finding('cash-outs'), 'a\u0000b');
		t.is(await store.finding('other'), undefined);
	});

	test(`${name}: dropping a run leaves the evidence`, async (t) => {
		const store = await (await make(t)).open();
		await put(store, A, { records: [recordOf(A, 1)] });
		await putRun(store, [transferOf(1)], 'one');
		await store.dropRun();
		t.deepEqual(await all(store.transfers()), []);
		t.is(await store.transferById(transferOf(1).id), undefined);
		t.is(await store.finding('findings'), undefined);
		t.deepEqual(await all(store.records()), [recordOf(A, 1)]);
	});
}

async function putRun(store: Store, transfers: readonly Transfer[], findings?: string): Promise<void> {
	const run = await store.beginRun();
	await run.transfers(transfers);
	if (findings !== undefined) await run.finding('findings', findings);
	await run.commit();
}

function historiesOf(transfers: readonly Transfer[], accounts: readonly string[]): Map<string, Transfer[]> {
	return new Map(accounts.map((account) => [account, transfers.filter((one) => [one.from, one.to].includes(account))]));
}
