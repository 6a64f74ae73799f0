import type { TestFn } from 'ava';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import type { Call } from '../../src/ledger/statement.ts';
import { STATEMENT_KINDS } from '../../src/ledger/statement.ts';
import type { MakeStore } from './contract.ts';
import { all, balanceOf, byInstantThenId, hashOf, otherStatements, put, recordOf, transferOf } from './samples.ts';

const FILES = ['a', 'b', 'c', 'd'];

/**
 * Every reader under every filter, against plain lists. Filters come in pairs: which files, and what of them is asked for;
 * a reader that is right alone was found wrong in other stores as soon as two filters met.
 */
export function filterContract(test: TestFn, name: string, make: MakeStore): void {
	test(`${name}: every reader agrees with plain lists under every pair of filters`, async (t) => {
		const store = await (await make(t)).open();
		const said = new Map(FILES.map((file) => [hashOf(file), contentOf(file)]));
		for (const [hash, one] of said) await put(store, hash, one);
		// One file was read twice and one is gone: neither may shine through a filter.
		await put(store, hashOf('b'), contentOf('b'));
		await put(store, hashOf('e'), contentOf('e'));
		await store.removeFile(hashOf('e'));
		const known = [...said.keys()].sort();
		for (const hashes of subsetsOf([...known, hashOf('e'), hashOf('never')])) {
			const filter = hashes === undefined ? undefined : { hashes: new Set(hashes) };
			const kept = known.filter((hash) => hashes === undefined || hashes.includes(hash)).map((hash) => said.get(hash));
			const records = kept.flatMap((one) => one?.records ?? []).sort(byInstantThenId);
			t.deepEqual(await all(store.records(filter)), records);
			const balances = records.filter(({ balance, own }) => balance !== undefined && own !== 'neither').map(balanceOf);
			const found = await all(store.balances(filter));
			t.deepEqual(found.map(({ record }) => record).sort(), balances.map(({ record }) => record).sort());
			t.deepEqual(
				(await all(store.calls(filter))).map(({ id }) => id),
				kept
					.flatMap((one) => one?.calls ?? [])
					.sort((x, y) => x.moment.instant - y.moment.instant || (x.id < y.id ? -1 : 1))
					.map(({ id }) => id),
			);
			for (const kind of STATEMENT_KINDS)
				t.deepEqual(
					await store.statements(kind, filter),
					kept.flatMap((one): readonly unknown[] => one?.[kind] ?? []) as never,
				);
			t.deepEqual(
				[...(await store.countedStock(filter)).files.keys()],
				known.filter((hash) => hashes?.includes(hash) ?? true),
			);
		}
		const every = [...said.values()].flatMap(({ records }) => records).sort(byInstantThenId);
		for (const step of [1, 2, 3, 7]) {
			const ids = every.filter((_, index) => index % step === 0).map(({ id }) => id);
			t.deepEqual(
				(await store.recordsById([...ids, 'r-unknown', ...ids])).map(({ id }) => id),
				ids,
			);
		}
	});

	test(`${name}: histories agree with a plain list for every pair of accounts`, async (t) => {
		const store = await (await make(t)).open();
		const transfers = Array.from({ length: 120 }, (_, number) =>
			transferOf(number, { from: `bank:${number % 4}`, to: `bank:${(number * 7) % 5}` }),
		);
		const run = await store.beginRun();
		await run.transfers(transfers);
		await run.commit();
		const accounts = ['bank:0', 'bank:1', 'bank:2', 'bank:3', 'bank:4', 'bank:none'];
		for (const one of accounts)
			for (const other of accounts) {
				const of = (account: string) => transfers.filter(({ from, to }) => from === account || to === account);
				t.deepEqual(
					await store.histories([one, other]),
					new Map([
						[one, of(one)],
						[other, of(other)],
					]),
				);
			}
	});
}

function contentOf(file: string) {
	const hash = hashOf(file);
	const records = Array.from({ length: 13 }, (_, row): LedgerRecord => {
		const own = (['from', 'to', 'neither'] as const)[row % 3] ?? 'from';
		return recordOf(hash, row, { own, ...(row % 2 === 0 && { balance: BigInt(row) }) });
	});
	const calls = [9, 1, 5].map((instant): Call => {
		const moment = { instant, text: `${instant}`, precision: 'second' as const };
		return { id: `${file}${instant}`, caller: 'sip:1', callee: 'tel:1', moment, seconds: 1, evidence: 'e', raw: 'r' };
	});
	return { records, calls, ...otherStatements(file) };
}

/** No filter, the empty one, each file alone, each pair, and all. */
function subsetsOf(hashes: readonly string[]): (readonly string[] | undefined)[] {
	const pairs = hashes.flatMap((one, index) => hashes.slice(index + 1).map((other) => [one, other]));
	return [undefined, [], ...hashes.map((hash) => [hash]), ...pairs, hashes];
}
