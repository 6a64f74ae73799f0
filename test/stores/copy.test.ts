import { join } from 'node:path';
import test, { type ExecutionContext, type TestFn } from 'ava';
import fc from 'fast-check';
import type { Decision } from '../../src/ledger/decision.ts';
import { recordId } from '../../src/ledger/evidence.ts';
import { Problem } from '../../src/ledger/problem.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import { type Call, STATEMENT_KINDS, type Statements } from '../../src/ledger/statement.ts';
import type { Store, StoredFile } from '../../src/stores/contract.ts';
import { copyStore } from '../../src/stores/copy.ts';
import { takeStock } from '../../src/stores/fingerprint.ts';
import { neo4jTest, placeFor } from '../neo4j/gate.ts';
import { recordsOf, text, transfers } from './arbitraries.ts';
import { all, fileOf, fullRecord, hashOf, otherStatements, put, recordOf, transferOf } from './samples.ts';
import { openFor, scratchFolder } from './scratch.ts';

const [A, B, C] = [hashOf('a'), hashOf('b'), hashOf('c')];
const options = { path: 'the-copy' };

function decisionOf(line: number): Decision {
	const words = { by: '李检', why: '见笔录', at: '2024-01-01T00:00:00Z', review: '' };
	return { subject: `t${line}`, act: 'confirm', value: '', line, ...words };
}

function callOf(id: string): Call {
	const moment = { instant: 7, text: '2023-08-01', precision: 'day' as const };
	return { id, caller: 'phone:1', callee: 'phone:2', moment, seconds: 3, evidence: 'e', raw: '' };
}

function liveIn(receipt: string): LedgerRecord {
	const evidence = { kind: 'chain' as const, chain: 'tron', transaction: 'ab12', position: 'log 4', receipt };
	return recordOf(receipt, 9, { id: recordId(evidence), evidence });
}

async function newDuckDb(t: ExecutionContext): Promise<Store> {
	return await openFor(t, join(await scratchFolder(t), 'store.duckdb'));
}

/** A store with something of every kind. */
async function fullStore(t: ExecutionContext): Promise<Store> {
	const store = await newDuckDb(t);
	// Payer's and payee's stretch of a chain bring one record.
	await put(store, A, { ...otherStatements('a'), records: [fullRecord(A, 1), liveIn(A)], calls: [callOf('1')] });
	await put(store, B, { ...otherStatements('b'), records: [recordOf(B, 1), liveIn(B)] });
	await store.replaceDecisions([decisionOf(2), decisionOf(1)]);
	await putRun(store, [transferOf(1), transferOf(2, { asset: 'tron:coin', amount: 10n ** 77n })]);
	return store;
}

async function putRun(store: Store, list: Parameters<typeof transferOf>[1][]): Promise<void> {
	const run = await store.beginRun();
	await run.transfers(list.map((parts, number) => transferOf(number, parts)));
	await run.finding('findings', '{"案": 1}');
	await run.finding('cash-outs', '[]');
	await run.commit();
}

/** What is true of a copy into a store of any kind. */
function copyContract(
	define: TestFn,
	name: string,
	make: (t: ExecutionContext) => Promise<Store>,
	cases: number,
): void {
	define(`${name}: a copy holds all that its source holds, and says so in figures`, async (t) => {
		const source = await fullStore(t);
		const target = await make(t);
		const copied = await copyStore(source, target, options);
		t.deepEqual(copied.differences, []);
		t.deepEqual(copied.source, copied.target);
		t.deepEqual(copied.target.counts, {
			files: 2,
			records: 4,
			calls: 1,
			...Object.fromEntries(STATEMENT_KINDS.map((kind) => [kind, 2])),
			decisions: 2,
			transfers: 2,
			findings: 2,
		});
		t.deepEqual(copied.target.sums, { CNY: 501n, 'tron:coin': 10n ** 77n });
		t.deepEqual(await all(target.records()), await all(source.records()));
		t.deepEqual(await all(target.transfers()), await all(source.transfers()));
		t.deepEqual(await target.statements('attributions', { hashes: new Set([B]) }), otherStatements('b').attributions);
	});

	define(`${name}: and back again is the same`, async (t) => {
		const source = await fullStore(t);
		const between = await make(t);
		await copyStore(source, between, options);
		const back = await newDuckDb(t);
		const { target, differences } = await copyStore(between, back, options);
		t.deepEqual(differences, []);
		t.is(target.fingerprint, (await takeStock(source, 'counted')).fingerprint);
	});

	define(`${name}: a copy that was cut goes on, and passes over what is there`, async (t) => {
		const source = await fullStore(t);
		const target = await make(t);
		const cut = new Error('cut');
		const onProgress = (step: string, done: number) => {
			if (step === 'copy-files' && done === 1) throw cut;
		};
		t.is(await t.throwsAsync(copyStore(source, target, { ...options, onProgress })), cut);
		t.is((await target.files()).length, 1);
		const written: string[] = [];
		const watched: Store = {
			...target,
			writeFile: async (hash) => {
				written.push(hash);
				return await target.writeFile(hash);
			},
		};
		t.deepEqual((await copyStore(source, watched, options)).differences, []);
		t.is(written.length, 1);
	});

	define(`${name}: what changed in the source since is brought over`, async (t) => {
		const source = await fullStore(t);
		const target = await make(t);
		await copyStore(source, target, options);
		await source.setPaths(A, ['elsewhere/a.txt']);
		const writer = await source.writeFile(B);
		await writer.write({ records: [recordOf(B, 9)] });
		await writer.commit({ ...fileOf(B, 1), reading: 'tenpay-trades 2 +08:00' });
		await put(source, C, { records: [recordOf(C, 1)] });
		await source.replaceDecisions([]);
		await putRun(source, [{ memo: '工资' }]);
		const copied = await copyStore(source, target, options);
		t.deepEqual(copied.differences, []);
		t.is(copied.target.counts.records, 4);
		await source.dropRun();
		t.deepEqual((await copyStore(source, target, options)).target.counts.transfers, 0);
	});

	define(`${name}: a store of another case is refused and left alone`, async (t) => {
		const source = await fullStore(t);
		const target = await make(t);
		await put(target, A, { records: [recordOf(A, 1)] });
		await put(target, C, { records: [recordOf(C, 1)] });
		const before = await takeStock(target, 'counted');
		const problem = await t.throwsAsync(copyStore(source, target, options), { instanceOf: Problem });
		t.is(problem?.code, 'copy.other-case');
		t.deepEqual(problem?.facts, { path: 'the-copy', files: 1, file: `returns/${C.slice(0, 6)}.txt` });
		t.deepEqual(await takeStock(target, 'counted'), before);
	});

	define(`${name}: copying any store twice changes nothing, and its source never`, async (t) => {
		await fc.assert(
			fc.asyncProperty(anyStore, async (content) => {
				const source = await newDuckDb(t);
				await fillWith(source, content);
				const before = await takeStock(source, 'counted');
				const target = await make(t);
				const once = await copyStore(source, target, options);
				t.deepEqual(once.differences, []);
				t.deepEqual(await copyStore(source, target, options), once);
				t.deepEqual(await takeStock(source, 'counted'), before);
				await source.close();
				await target.close();
			}),
			{ numRuns: cases, seed: 7 },
		);
	});
}

copyContract(test, 'DuckDB', newDuckDb, 5);
copyContract(neo4jTest, 'Neo4j', async (t) => await openFor(t, placeFor(t)), 2);

interface Content {
	readonly files: readonly { readonly file: StoredFile; readonly statements: Statements }[];
	readonly decisions: readonly Decision[];
	readonly run: {
		readonly transfers: Parameters<typeof transferOf>[1][];
		readonly findings: [string, string][];
	} | null;
}

const paths = fc.uniqueArray(text, { minLength: 1, maxLength: 3 }).map((list) => list.sort());

function fileArbitrary(hash: string) {
	return fc
		.record({ records: recordsOf(hash), paths, others: fc.boolean(), reading: text, source: text })
		.map((one) => {
			const { records, others, ...rest } = one;
			const statements = { records, ...(others && { ...otherStatements(hash), calls: [callOf(hash)] }) };
			return { file: { ...fileOf(hash, records.length, others ? 8 : 0), ...rest }, statements };
		});
}

const anyStore: fc.Arbitrary<Content> = fc.record({
	files: fc
		.tuple(...[A, B, C].map((hash) => fc.option(fileArbitrary(hash))))
		.map((list) => list.filter((f) => f !== null)),
	decisions: fc.array(fc.integer({ min: 1, max: 9 }).map(decisionOf), { maxLength: 4 }),
	run: fc.option(
		fc.record({
			transfers,
			findings: fc.uniqueArray(fc.tuple(text, text), { minLength: 1, selector: ([key]) => key }),
		}),
	),
});

async function fillWith(store: Store, { files, decisions, run }: Content): Promise<void> {
	for (const { file, statements } of files) {
		const writer = await store.writeFile(file.hash);
		await writer.write(statements);
		await writer.commit(file);
	}
	await store.replaceDecisions(decisions);
	if (!run) return;
	const writer = await store.beginRun();
	await writer.transfers(run.transfers.map((parts, number) => transferOf(number, parts)));
	for (const [key, value] of run.findings) await writer.finding(key, value);
	await writer.commit();
}

test('a copy that lacks anything is told by what it lacks', async (t) => {
	const source = await fullStore(t);
	const target = await newDuckDb(t);
	const lossy: Store = {
		...target,
		beginRun: async () => {
			const run = await target.beginRun();
			return { ...run, transfers: async (batch) => await run.transfers(batch.slice(1)) };
		},
	};
	const { differences } = await copyStore(source, lossy, options);
	t.deepEqual(differences, ['transfers', 'CNY', 'run']);
	const other = await newDuckDb(t);
	const forgetful: Store = {
		...other,
		writeFile: async (hash) => {
			const writer = await other.writeFile(hash);
			return { ...writer, write: async ({ leads: _, ...said }) => await writer.write(said) };
		},
	};
	t.deepEqual((await copyStore(source, forgetful, options)).differences, ['leads', 'evidence']);
});

test('conclusions are written with the run', async (t) => {
	const concluded: string[] = [];
	const conclude = async () => void concluded.push('once');
	const source = await fullStore(t);
	await copyStore(source, await newDuckDb(t), { ...options, conclude });
	await source.dropRun();
	await copyStore(source, await newDuckDb(t), { ...options, conclude });
	t.deepEqual(concluded, ['once']);
});

test('the fingerprint tells apart what differs in one place', async (t) => {
	const seen = new Set<string>();
	const note = async (store: Store) => seen.add((await takeStock(store, 'counted')).fingerprint);
	const store = await fullStore(t);
	await note(store);
	await store.setPaths(A, ['x']);
	await note(store);
	await store.replaceDecisions([decisionOf(1), decisionOf(2)]);
	await note(store);
	await putRun(store, [{}, { asset: 'tron:coin', amount: 10n ** 77n + 1n }]);
	await note(store);
	await put(store, B, { ...otherStatements('b'), records: [recordOf(B, 1, { memo: ' ' })] });
	await note(store);
	t.is(seen.size, 5);
});
