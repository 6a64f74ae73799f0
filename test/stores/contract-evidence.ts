import type { TestFn } from 'ava';
import fc from 'fast-check';
import { recordId } from '../../src/ledger/evidence.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import type { Call } from '../../src/ledger/statement.ts';
import { STATEMENT_KINDS } from '../../src/ledger/statement.ts';
import { recordsOf } from './arbitraries.ts';
import type { MakeStore } from './contract.ts';
import { all, balanceOf, byInstantThenId, fullRecord, hashOf, otherStatements, put, recordOf } from './samples.ts';

const A = hashOf('a');
const B = hashOf('b');

/** Records, balances and statements come back as they were written. */
export function evidenceContract(test: TestFn, name: string, make: MakeStore): void {
	test(`${name}: an empty store holds nothing`, async (t) => {
		const store = await (await make(t)).open();
		t.deepEqual(await store.files(), []);
		t.deepEqual(await all(store.records()), []);
		t.deepEqual(await all(store.balances()), []);
		t.deepEqual(await all(store.calls()), []);
		t.deepEqual(await store.statements('attributions'), []);
		t.deepEqual(await store.recordsById(['r0']), []);
		t.deepEqual(await store.decisions(), []);
		t.deepEqual(await all(store.transfers()), []);
		t.is(await store.transferById('t0'), undefined);
		t.is(await store.finding('findings'), undefined);
	});

	test(`${name}: records come back whole after the store was closed`, async (t) => {
		const under = await make(t);
		const written = [
			fullRecord(A, 1),
			recordOf(A, 2, { amount: undefined }),
			recordOf(A, 3, { amount: 0n, balance: 0n }),
			recordOf(A, 4, {
				evidence: { kind: 'chain', chain: 'tron', transaction: 'ab12', position: 'log 4', receipt: 'x1' },
			}),
			recordOf(A, 5, { evidence: { kind: 'file', file: B, sheet: '明细', row: 5, part: 1 } }),
		];
		const first = await under.open();
		await put(first, A, { records: written });
		await first.close();
		const store = await under.open();
		t.deepEqual(await all(store.records()), written);
	});

	test(`${name}: any record comes back as it was`, async (t) => {
		const store = await (await make(t)).open();
		await fc.assert(
			fc.asyncProperty(recordsOf(A), async (records) => {
				await put(store, A, { records });
				t.deepEqual(await all(store.records()), [...records].sort(byInstantThenId));
			}),
			{ numRuns: 20 },
		);
	});

	test(`${name}: amounts are exact to 78 digits, of either sign`, async (t) => {
		const store = await (await make(t)).open();
		const amounts = [2n ** 256n - 1n, -(2n ** 256n), 2n ** 127n, 2n ** 127n - 1n, -(2n ** 127n), 10n ** 38n, 2n ** 63n];
		const records = amounts.map((amount, row) => recordOf(A, row, { amount, balance: -amount, packet: amount }));
		await put(store, A, { records });
		t.deepEqual(await all(store.records()), records);
		t.deepEqual((await all(store.balances())).map((one) => one.amount).sort(), amounts.map((one) => -one).sort());
	});

	test(`${name}: records stream in batches by instant, then id, whatever the order of writing`, async (t) => {
		const store = await (await make(t)).open();
		const make20000 = (hash: string) =>
			Array.from({ length: 10_000 }, (_, row): LedgerRecord => {
				const instant = ((row * 7919) % 1000) * 1000;
				return recordOf(hash, row, { moment: { instant, text: '', precision: 'second' } });
			});
		const records = [...make20000(A), ...make20000(B)];
		await put(store, B, { records: records.slice(10_000) });
		await put(store, A, { records: records.slice(0, 10_000) });
		let batches = 0;
		const ids: string[] = [];
		for await (const batch of store.records()) {
			t.true(batch.length > 0 && batch.length <= 10_000);
			batches += 1;
			ids.push(...batch.map((record) => record.id));
		}
		t.true(batches > 1);
		t.deepEqual(
			ids,
			[...records].sort(byInstantThenId).map((record) => record.id),
		);
	});

	test(`${name}: a filter leaves only what the named files say`, async (t) => {
		const store = await (await make(t)).open();
		const [ofA, ofB] = [fullRecord(A, 1), fullRecord(B, 2)];
		await put(store, A, { ...otherStatements('a'), records: [ofA], calls: [callOf('1', 5)] });
		await put(store, B, { ...otherStatements('b'), records: [ofB], calls: [callOf('2', 4)] });
		const filter = { hashes: new Set([B, hashOf('unknown')]) };
		t.deepEqual(await all(store.records(filter)), [ofB]);
		t.deepEqual(await all(store.balances(filter)), [balanceOf(ofB)]);
		t.deepEqual(await all(store.calls(filter)), [callOf('2', 4)]);
		t.deepEqual(await store.statements('orders', filter), otherStatements('b').orders);
		t.deepEqual(await all(store.records({ hashes: new Set() })), []);
		t.deepEqual(await store.statements('leads', { hashes: new Set() }), []);
	});

	test(`${name}: statements of every kind come back by hash of their file, whatever the order of writing`, async (t) => {
		const store = await (await make(t)).open();
		const [low, high] = [A, B].sort() as [string, string];
		await put(store, high, otherStatements('high'));
		await put(store, low, otherStatements('low'));
		const expected = [otherStatements('low'), otherStatements('high')] as const;
		for (const kind of STATEMENT_KINDS) {
			t.deepEqual(await store.statements(kind), expected.flatMap((one): readonly unknown[] => one[kind]) as never);
		}
	});

	test(`${name}: two stretches may bring one record of a chain; each goes with its stretch`, async (t) => {
		const store = await (await make(t)).open();
		const [low, high] = [A, B].sort() as [string, string];
		const seenBy = (hash: string) => liveRecord(hash);
		// Written first, and so numbered first, is the one whose receipt comes last.
		await put(store, high, { records: [seenBy(high), recordOf(high, 1)] });
		await put(store, low, { records: [seenBy(low)] });
		const both = [seenBy(low), seenBy(high)];
		t.is(both[0]?.id, both[1]?.id);
		t.deepEqual(
			(await all(store.records())).filter(({ evidence }) => evidence.kind === 'chain'),
			both,
		);
		t.deepEqual(await store.recordsById([seenBy(low).id]), both);
		t.deepEqual(await all(store.records({ hashes: new Set([high]) })), [seenBy(high), recordOf(high, 1)]);
		await store.removeFile(low);
		t.deepEqual(await store.recordsById([seenBy(low).id]), [seenBy(high)]);
	});

	test(`${name}: calls stream by instant, then id`, async (t) => {
		const store = await (await make(t)).open();
		await put(store, A, { calls: [callOf('3', 9), callOf('2', 1), callOf('1', 9)] });
		t.deepEqual(await all(store.calls()), [callOf('2', 1), callOf('1', 9), callOf('3', 9)]);
	});

	test(`${name}: balances are those of the account whose books the row is from`, async (t) => {
		const store = await (await make(t)).open();
		const sides = { from: { account: 'bank:2000' }, to: { account: 'bank:1000' } };
		const paid = recordOf(A, 1, { ...sides, own: 'from', balance: 7n });
		const later = recordOf(A, 3, { ...sides, own: 'to', balance: 9n });
		const got = recordOf(A, 2, { ...sides, own: 'to', balance: 0n });
		const nobodys = recordOf(A, 4, { ...sides, own: 'neither', balance: 5n });
		await put(store, A, { records: [paid, later, got, nobodys, recordOf(A, 5)] });
		t.deepEqual(await all(store.balances()), [balanceOf(got), balanceOf(later), balanceOf(paid)]);
	});

	test(`${name}: records are found by id; unknown ids are passed over`, async (t) => {
		const store = await (await make(t)).open();
		const records = Array.from({ length: 100 }, (_, row) => fullRecord(A, row));
		await put(store, A, { records });
		const [seventh, ninth] = [records[7], records[9]];
		t.deepEqual(await store.recordsById([ninth?.id ?? '', 'r-unknown', seventh?.id ?? '']), [seventh, ninth]);
		t.deepEqual(await store.recordsById([]), []);
	});
}

/** What the stretch of a chain that a receipt names says of one log. */
function liveRecord(receipt: string): LedgerRecord {
	const evidence = { kind: 'chain' as const, chain: 'eth', transaction: '0xab', position: 'log 4', receipt };
	return recordOf(receipt, 0, { id: recordId(evidence), evidence, institution: 'chain:eth', own: 'neither' });
}

function callOf(id: string, instant: number): Call {
	const moment = { instant, text: `${instant}`, precision: 'second' as const };
	return { id, caller: 'sip:8001', callee: 'tel:130', moment, seconds: 61, evidence: 'e', raw: '8001,130' };
}
