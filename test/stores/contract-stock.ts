import type { TestFn } from 'ava';
import fc from 'fast-check';
import { transfers as anyTransfers, recordsOf } from './arbitraries.ts';
import type { MakeStore } from './contract.ts';
import { fileOf, hashOf, otherStatements, put, recordOf, transferOf } from './samples.ts';

const A = hashOf('a');
const B = hashOf('b');

/** What is noted at writing is what a whole reading finds, and does not depend on the order of writing. */
export function stockContract(test: TestFn, name: string, make: MakeStore): void {
	test(`${name}: what was noted at writing is what reading finds, whatever is written`, async (t) => {
		const store = await (await make(t)).open();
		t.deepEqual(await store.notedStock(), await store.countedStock());
		await put(store, B, otherStatements('b'));
		await fc.assert(
			fc.asyncProperty(recordsOf(A), anyTransfers, async (records, transfers) => {
				await put(store, A, { records, ...otherStatements('a') });
				const run = await store.beginRun();
				await run.transfers(transfers);
				await run.finding('findings', JSON.stringify(transfers.length));
				await run.commit();
				t.deepEqual(await store.notedStock(), await store.countedStock());
			}),
			{ numRuns: 5 },
		);
		const only = await store.countedStock({ hashes: new Set([B]) });
		t.deepEqual([...only.files], [[B, (await store.notedStock()).files.get(B)]]);
		await store.removeFile(A);
		await store.dropRun();
		t.deepEqual(await store.notedStock(), await store.countedStock());
		t.deepEqual([...(await store.notedStock()).files.keys()], [B]);
	});

	test(`${name}: the stock tells every row and every amount apart, and no order of writing`, async (t) => {
		const store = await (await make(t)).open();
		const records = Array.from({ length: 3_000 }, (_, row) => recordOf(A, row));
		const digestOf = async (written: typeof records) => {
			const writer = await store.writeFile(A);
			for (let at = 0; at < written.length; at += 1_000) await writer.write({ records: written.slice(at, at + 1_000) });
			await writer.commit(fileOf(A, written.length));
			return (await store.notedStock()).files.get(A)?.digest;
		};
		const digest = await digestOf(records);
		t.is(await digestOf([...records].reverse()), digest);
		const seen = new Set([digest]);
		for (const parts of [{ amount: 1n }, { memo: '\ud83e' }, { memo: '\ud83f' }, { raw: '' }, { own: 'to' as const }]) {
			const changed = records.map((record, row) => (row === 1_234 ? { ...record, ...parts } : record));
			seen.add(await digestOf(changed));
		}
		seen.add(await digestOf(records.slice(1)));
		t.is(seen.size, 7);
	});

	test(`${name}: the stock of a run tells the order of transfers and what was found`, async (t) => {
		const store = await (await make(t)).open();
		const digestOf = async (numbers: readonly number[], finding: string) => {
			const run = await store.beginRun();
			await run.transfers(numbers.map((number) => transferOf(number)));
			await run.finding('findings', 'overwritten');
			await run.finding('findings', finding);
			await run.commit();
			return (await store.notedStock()).run;
		};
		const first = await digestOf([1, 2, 3], '{}');
		t.deepEqual([first.transfers, first.findings, first.sums], [3, 1, { CNY: '1506' }]);
		t.deepEqual(await digestOf([1, 2, 3], '{}'), first);
		t.not((await digestOf([2, 1, 3], '{}')).digest, first.digest);
		t.not((await digestOf([1, 2, 3], '{"a":1}')).digest, first.digest);
	});

	test(`${name}: a store of version 1 is brought up to date by whoever writes, and by nobody else`, async (t) => {
		const under = await make(t);
		const store = await under.open();
		await put(store, A, { records: [recordOf(A, 1)], ...otherStatements('a') });
		await put(store, B, { records: [recordOf(B, 1)] });
		const run = await store.beginRun();
		await run.transfers([transferOf(1)]);
		await run.finding('findings', '{}');
		await run.commit();
		const noted = await store.notedStock();
		await store.close();
		await under.becomeOlder();
		const read = await under.open({ readOnly: true });
		t.deepEqual(await read.countedStock(), noted);
		await read.close();
		const written = await under.open();
		t.deepEqual(await written.notedStock(), noted);
		await written.close();
		t.deepEqual(await (await under.open()).notedStock(), noted);
	});

	test(`${name}: a store that is opened to be read answers, and is not written`, async (t) => {
		const under = await make(t);
		const store = await under.open();
		await put(store, A, { records: [recordOf(A, 1)] });
		await store.close();
		const read = await under.open({ readOnly: true });
		t.deepEqual([...(await read.countedStock()).files.keys()], [A]);
		await t.throwsAsync(() => put(read, B, { records: [recordOf(B, 1)] }));
		await t.throwsAsync(() => read.removeFile(A));
		await t.throwsAsync(() => read.dropRun());
		t.deepEqual(
			(await read.files()).map(({ hash }) => hash),
			[A],
		);
	});
}
