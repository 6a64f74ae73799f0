import type { TestFn } from 'ava';
import { Problem } from '../../src/ledger/problem.ts';
import { STORE_SCHEMA_VERSION } from '../../src/stores/contract.ts';
import type { MakeStore } from './contract.ts';
import { all, fileOf, fingerprint, fullRecord, hashOf, otherStatements, put, recordOf } from './samples.ts';

const A = hashOf('a');
const B = hashOf('b');

/** Files are written whole or not at all, and once however often. */
export function writingContract(test: TestFn, name: string, make: MakeStore): void {
	test(`${name}: nothing of a file is seen before its commit`, async (t) => {
		const store = await (await make(t)).open();
		const writer = await store.writeFile(A);
		await writer.write({ records: [recordOf(A, 1)], ...otherStatements('a') });
		t.deepEqual([await store.files(), await all(store.records()), await store.statements('leads')], [[], [], []]);
		await writer.write({ records: [recordOf(A, 2)] });
		await writer.commit(fileOf(A, 2));
		t.deepEqual(await store.files(), [fileOf(A, 2)]);
		t.deepEqual(await all(store.records()), [recordOf(A, 1), recordOf(A, 2)]);
	});

	test(`${name}: an aborted file leaves nothing, and the former reading as it was`, async (t) => {
		const store = await (await make(t)).open();
		await put(store, A, { records: [recordOf(A, 1)] });
		const before = await fingerprint(store);
		for (const hash of [A, B]) {
			const writer = await store.writeFile(hash);
			await writer.write({ records: [recordOf(hash, 7), recordOf(hash, 8)], ...otherStatements('x') });
			await writer.abort();
			await writer.abort();
		}
		t.is(await fingerprint(store), before);
	});

	test(`${name}: a file written again gives the same store`, async (t) => {
		const store = await (await make(t)).open();
		const said = { records: [fullRecord(A, 1), recordOf(A, 2)], ...otherStatements('a') };
		await put(store, B, { records: [recordOf(B, 1)] });
		await put(store, A, said);
		const once = await fingerprint(store);
		await put(store, A, said);
		await put(store, B, { records: [recordOf(B, 1)] });
		t.is(await fingerprint(store), once);
	});

	test(`${name}: the order in which files are written changes nothing`, async (t) => {
		const [one, other] = [await (await make(t)).open(), await (await make(t)).open()];
		for (const [store, hashes] of [[one, [A, B]] as const, [other, [B, A]] as const]) {
			for (const hash of hashes) await put(store, hash, { records: [recordOf(hash, 1)], ...otherStatements(hash) });
		}
		t.is(await fingerprint(one), await fingerprint(other));
	});

	test(`${name}: a new reading of a file replaces all that the former one said`, async (t) => {
		const store = await (await make(t)).open();
		await put(store, A, { records: [recordOf(A, 1), recordOf(A, 2)], ...otherStatements('a') });
		const writer = await store.writeFile(A);
		await writer.write({ records: [recordOf(A, 2, { memo: '工资' })] });
		await writer.commit({ ...fileOf(A, 1), reading: 'tenpay-trades 2 +08:00' });
		t.deepEqual(await all(store.records()), [recordOf(A, 2, { memo: '工资' })]);
		t.deepEqual(await store.statements('leads'), []);
		t.is((await store.files())[0]?.reading, 'tenpay-trades 2 +08:00');
	});

	test(`${name}: one file written by two writers at once never counts twice`, async (t) => {
		const store = await (await make(t)).open();
		const [one, other] = [await store.writeFile(A), await store.writeFile(A)];
		for (const writer of [one, other]) await writer.write({ records: [recordOf(A, 1), recordOf(A, 2)] });
		await one.commit(fileOf(A, 2));
		await t.throwsAsync(() => other.commit(fileOf(A, 2)), { instanceOf: Problem, message: /store\.busy/ });
		await other.abort();
		t.is((await all(store.records())).length, 2);
	});

	test(`${name}: two files are written at the same time`, async (t) => {
		const store = await (await make(t)).open();
		const [one, other] = [await store.writeFile(A), await store.writeFile(B)];
		for (let row = 1; row <= 3; row++) {
			await one.write({ records: [recordOf(A, row)] });
			await other.write({ records: [recordOf(B, row)] });
		}
		await other.commit(fileOf(B, 3));
		await one.commit(fileOf(A, 3));
		t.is((await all(store.records())).length, 6);
		t.is((await store.files()).length, 2);
	});

	test(`${name}: a record written twice for a file is refused`, async (t) => {
		const store = await (await make(t)).open();
		const writer = await store.writeFile(A);
		await writer.write({ records: [recordOf(A, 1), recordOf(A, 2), recordOf(A, 1)] });
		await t.throwsAsync(() => writer.commit(fileOf(A, 3)), { message: new RegExp(recordOf(A, 1).id) });
		await writer.abort();
		t.deepEqual(await all(store.records()), []);
	});

	test(`${name}: a file that moved is found by its new paths, sorted`, async (t) => {
		const store = await (await make(t)).open();
		await put(store, A, { records: [recordOf(A, 1)] });
		await store.setPaths(A, ['z.txt', 'a.zip!/账单.txt']);
		await store.setPaths(B, ['unknown.txt']);
		t.deepEqual(await store.files(), [{ ...fileOf(A, 1), paths: ['a.zip!/账单.txt', 'z.txt'] }]);
	});

	test(`${name}: a removed file takes all that it said along`, async (t) => {
		const store = await (await make(t)).open();
		await put(store, B, { records: [recordOf(B, 1)], ...otherStatements('b') });
		const before = await fingerprint(store);
		await put(store, A, { records: [recordOf(A, 1)], ...otherStatements('a') });
		await store.removeFile(A);
		await store.removeFile(hashOf('unknown'));
		t.is(await fingerprint(store), before);
	});

	test(`${name}: a store written by a newer version is refused`, async (t) => {
		const under = await make(t);
		await (await under.open()).close();
		await under.becomeNewer();
		const error = await t.throwsAsync(() => under.open(), { instanceOf: Problem });
		t.is(error?.code, 'store.newer');
		t.is(error?.facts.known, STORE_SCHEMA_VERSION);
		t.is(error?.facts.version, STORE_SCHEMA_VERSION + 1);
	});

	test(`${name}: streams and questions run side by side`, async (t) => {
		const store = await (await make(t)).open();
		const records = Array.from({ length: 20_000 }, (_, row) => recordOf(A, row, { balance: BigInt(row) }));
		await put(store, A, { records });
		const counts = { one: 0, other: 0, balances: 0 };
		const other = store.records()[Symbol.asyncIterator]();
		for await (const batch of store.records()) {
			counts.one += batch.length;
			counts.other += ((await other.next()).value ?? []).length;
			t.is((await store.recordsById([records[5]?.id ?? ''])).length, 1);
			for await (const balances of store.balances()) counts.balances += balances.length;
		}
		t.is(counts.one, 20_000);
		t.is(counts.other, 20_000);
		t.true(counts.balances >= 40_000);
	});

	test(`${name}: a stream left early holds nothing up`, async (t) => {
		const under = await make(t);
		const store = await under.open();
		await put(store, A, { records: Array.from({ length: 20_000 }, (_, row) => recordOf(A, row)) });
		for await (const batch of store.records()) {
			t.true(batch.length > 0);
			break;
		}
		await store.removeFile(A);
		await store.close();
		t.deepEqual(await all((await under.open()).records()), []);
	});

	test(`${name}: a stream of a store that is closed throws, it does not just end`, async (t) => {
		const under = await make(t);
		const store = await under.open();
		await put(store, A, { records: Array.from({ length: 20_000 }, (_, row) => recordOf(A, row)) });
		const stream = store.records()[Symbol.asyncIterator]();
		t.false((await stream.next()).done);
		await store.close();
		await t.throwsAsync(async () => await stream.next());
		await store.close();
	});
}
