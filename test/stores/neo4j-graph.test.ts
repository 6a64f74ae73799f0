import type { ExecutionContext } from 'ava';
import { Problem } from '../../src/ledger/problem.ts';
import type { Transfer } from '../../src/ledger/transfer.ts';
import type { Store } from '../../src/stores/contract.ts';
import type { Neo4jPlace } from '../../src/stores/place.ts';
import { withDriver } from '../neo4j/driver.ts';
import { dumpCase } from '../neo4j/dump.ts';
import { placeFor, serverLogin, neo4jTest as test } from '../neo4j/gate.ts';
import { startChild } from './child.ts';
import { all, fingerprint, fullRecord, hashOf, otherStatements, put, recordOf, transferOf } from './samples.ts';
import { openFor } from './scratch.ts';

const A = hashOf('a');
const B = hashOf('b');

async function putRun(store: Store, transfers: readonly Transfer[], findings = 'found'): Promise<void> {
	const run = await store.beginRun();
	await run.transfers(transfers);
	await run.finding('findings', findings);
	await run.commit();
}

async function ask(place: Neo4jPlace, statement: string): Promise<unknown[][]> {
	return await withDriver(serverLogin(), async (driver) => {
		const { records } = await driver.executeQuery(statement, { case: place.case });
		return records.map((record) => [...record.values()]);
	});
}

async function dump(place: Neo4jPlace, exact?: boolean): Promise<string[]> {
	return await withDriver(serverLogin(), async (driver) => await dumpCase(driver, place.case, exact));
}

/** Two files and a run over their three rows. */
async function smallCase(t: ExecutionContext, place: Neo4jPlace): Promise<Store> {
	const store = await openFor(t, place);
	await put(store, A, { records: [fullRecord(A, 1), recordOf(A, 2)], ...otherStatements('a') });
	await put(store, B, { records: [recordOf(B, 3)] });
	await putRun(store, [
		transferOf(1, { records: idsOf(A, 1) }),
		transferOf(2, { records: [...idsOf(A, 2), ...idsOf(B, 3)] }),
	]);
	return store;
}

function idsOf(hash: string, row: number): string[] {
	return [recordOf(hash, row).id];
}

test('cases in one database do not mix', async (t) => {
	const [place, other] = [placeFor(t), placeFor(t)];
	const store = await smallCase(t, place);
	const neighbour = await smallCase(t, other);
	const [before, graph] = [await fingerprint(store), await dump(place, true)];
	await neighbour.removeFile(A);
	await neighbour.dropRun();
	await putRun(neighbour, [transferOf(9)]);
	t.is(await fingerprint(store), before);
	t.deepEqual(await dump(place, true), graph);
});

test('an address with routing works, and a run reads what it wrote', async (t) => {
	const place = placeFor(t);
	const routed = { ...place, address: place.address.replace(/^bolt/, 'neo4j') };
	const store = await smallCase(t, routed);
	t.is((await all(store.transfers())).length, 2);
	t.is((await all(store.records())).length, 3);
});

test('a second folder whose case has the same name is refused', async (t) => {
	const place = placeFor(t);
	await (await openFor(t, { ...place, folder: 'one' })).close();
	const error = await t.throwsAsync(() => openFor(t, { ...place, folder: 'two' }), { instanceOf: Problem });
	t.is(error?.code, 'store.other-folder');
	await t.notThrowsAsync(() => openFor(t, { ...place, folder: 'one' }));
});

test('a run that says what the former one said changes nothing in the graph', async (t) => {
	const place = placeFor(t);
	const store = await openFor(t, place);
	const transfers = Array.from({ length: 50 }, (_, number) => transferOf(number));
	await putRun(store, transfers);
	const graph = await dump(place, true);
	await putRun(store, transfers);
	t.deepEqual(await dump(place, true), graph);
});

test('a run with one more transfer leaves the nodes of the others alone', async (t) => {
	const place = placeFor(t);
	const store = await openFor(t, place);
	const transfers = Array.from({ length: 9 }, (_, number) => transferOf(number, { instant: number * 1_000 }));
	await putRun(
		store,
		transfers.filter((_, number) => number !== 4),
	);
	const ids = 'MATCH (t:Transfer {case: $case}) RETURN elementId(t)';
	const former = new Set((await ask(place, ids)).flat());
	await putRun(store, transfers);
	t.deepEqual(await all(store.transfers()), transfers);
	const now = (await ask(place, ids)).flat();
	t.is(now.length, 9);
	t.is(now.filter((id) => former.has(id)).length, 8);
});

test('a transfer that vanished goes, with the account that only it touched', async (t) => {
	const place = placeFor(t);
	const store = await openFor(t, place);
	await putRun(store, [transferOf(1), transferOf(2, { from: 'bank:1', to: 'bank:2', card: 'bank:3' })]);
	await putRun(store, [transferOf(1)]);
	const accounts = await ask(place, 'MATCH (a:Account {case: $case}) RETURN a.id ORDER BY a.id');
	t.deepEqual(accounts.flat(), ['wechat:wxid_payee1', 'wechat:wxid_payer1']);
	t.deepEqual((await ask(place, 'MATCH (t:Transfer {case: $case}) RETURN count(*)')).flat(), [1]);
});

test('what somebody else put into the database stays', async (t) => {
	const place = placeFor(t);
	const store = await smallCase(t, place);
	await ask(
		place,
		`MATCH (t:Transfer {case: $case}) WITH t LIMIT 1
		MATCH (payer:Account {case: $case})-[:SENT]->(t)
		CREATE (note:Note {case: $case, text: '问过'})-[:ABOUT]->(payer), (:Account {case: $case, id: 'bank:mine'})`,
	);
	await store.removeFile(A);
	await store.removeFile(B);
	await store.dropRun();
	const left = await ask(
		place,
		'MATCH (n {case: $case}) WHERE n:Note OR n:Account RETURN labels(n)[0] AS label ORDER BY label',
	);
	t.deepEqual(left.flat(), ['Account', 'Account', 'Note']);
	t.is((await ask(place, 'MATCH (:Note {case: $case})-[:ABOUT]->(:Account) RETURN 1')).length, 1);
});

test('the graph leads from an account over a transfer to the rows and the file', async (t) => {
	const place = placeFor(t);
	await smallCase(t, place);
	const rows = await ask(
		place,
		`MATCH (:Account {case: $case})-[:SENT]->(t:Transfer)-[:TO]->(:Account), (t)<-[:SHOWS]-(r:Record)-[:IN]->(f:File)
		RETURN t.amount AS amount, f.hash AS hash, r.row AS row ORDER BY amount, hash`,
	);
	t.deepEqual(
		rows,
		[
			['501', A, 1],
			['502', A, 2],
			['502', B, 3],
		].sort(),
	);
});

test('a file that is read anew is tied to the transfers again', async (t) => {
	const place = placeFor(t);
	const store = await smallCase(t, place);
	await put(store, A, { records: [fullRecord(A, 1), recordOf(A, 2)], ...otherStatements('a') });
	const ties = 'MATCH (:Transfer {case: $case})<-[s:SHOWS]-(:Record) RETURN count(s)';
	t.deepEqual((await ask(place, ties)).flat(), [1]);
	await putRun(store, await all(store.transfers()));
	t.deepEqual((await ask(place, ties)).flat(), [3]);
});

test('exact amounts are text; the float beside them says that it is approximate', async (t) => {
	const place = placeFor(t);
	const store = await openFor(t, place);
	await putRun(store, [transferOf(1, { amount: 2n ** 256n - 1n })]);
	const rows = await ask(place, 'MATCH (t:Transfer {case: $case}) RETURN t.amount, t.amount_approx, t.time_text');
	t.deepEqual(rows, [[(2n ** 256n - 1n).toString(), Number(2n ** 256n), '2023-08-01 12:00:00']]);
});

test('older runs are kept where the case asks for it, and dropped beyond', async (t) => {
	const place = { ...placeFor(t), runs: 2 };
	const store = await openFor(t, place);
	for (const number of [1, 2, 3]) await putRun(store, [transferOf(number), transferOf(9)], `run ${number}`);
	const runs = 'MATCH (r:Run {case: $case}) RETURN r.number ORDER BY r.number';
	t.deepEqual((await ask(place, runs)).flat(), [2, 3]);
	const seen = (run: number) =>
		`MATCH (t:Transfer {case: $case}) WHERE t.since <= ${run} < t.until RETURN t.id ORDER BY t.id`;
	t.deepEqual((await ask(place, seen(2))).flat(), [transferOf(2).id, transferOf(9).id].sort());
	t.deepEqual((await ask(place, seen(3))).flat(), [transferOf(3).id, transferOf(9).id].sort());
	t.deepEqual(await all(store.transfers()), [transferOf(3), transferOf(9)]);
	t.is((await ask(place, 'MATCH (t:Transfer {case: $case}) RETURN 1')).length, 3);
});

test('one process writes a case at a time; a killed one holds nobody up', async (t) => {
	const place = placeFor(t);
	const child = startChild('write', place);
	for await (const line of child.lines) if (line === 'writing') break;
	const store = await openFor(t, place);
	t.deepEqual(await store.files(), []);
	const error = await t.throwsAsync(() => put(store, A, { records: [recordOf(A, 1)] }), { instanceOf: Problem });
	t.is(error?.code, 'store.locked');
	child.kill();
	await child.ended;
	await put(store, A, { records: [recordOf(A, 1)] });
	t.deepEqual(await all(store.records()), [recordOf(A, 1)]);
	t.deepEqual((await ask(place, 'MATCH (f:File {case: $case}) RETURN f.hash')).flat(), [A]);
});

test('a writer that lost the case to another one is refused', async (t) => {
	const place = placeFor(t);
	const store = await openFor(t, place);
	await put(store, A, { records: [recordOf(A, 1)] });
	// As if the server had been started again, forgetting its locks, and another process had come first.
	await ask(place, "MATCH (c:Case {case: $case}) SET c.writer = 'another'");
	const error = await t.throwsAsync(() => put(store, B, { records: [recordOf(B, 1)] }), { instanceOf: Problem });
	t.is(error?.code, 'store.busy');
	t.deepEqual(await all(store.records()), [recordOf(A, 1)]);
});

test('a writer that lost the case takes nothing of the other one away', async (t) => {
	const place = placeFor(t);
	const store = await openFor(t, place);
	await putRun(store, [transferOf(1)]);
	const run = await store.beginRun();
	await run.transfers([transferOf(2)]);
	await ask(place, "MATCH (c:Case {case: $case}) SET c.writer = 'another', c.pending_run = 2");
	await ask(place, "CREATE (:Transfer {case: $case, id: 'theirs', since: 2, until: 9})");
	await t.throwsAsync(() => run.commit(), { instanceOf: Problem });
	await run.abort();
	t.is((await ask(place, "MATCH (t:Transfer {case: $case, id: 'theirs'}) RETURN 1")).length, 1);
	t.deepEqual(await all(store.transfers()), [transferOf(1)]);
});

test('a stream that the server cuts is an error, never a shorter case', async (t) => {
	const place = placeFor(t);
	const store = await openFor(t, place);
	await put(store, A, { records: Array.from({ length: 30_000 }, (_, row) => recordOf(A, row)) });
	const stream = store.records()[Symbol.asyncIterator]();
	t.false((await stream.next()).done);
	const [id] = await ask(
		place,
		`SHOW TRANSACTIONS YIELD transactionId, metaData, currentQuery
		WHERE metaData.case = $case AND currentQuery CONTAINS 'record.key_order'
		RETURN transactionId`,
	);
	await ask(place, `TERMINATE TRANSACTION '${id?.[0]}'`);
	await t.throwsAsync(
		async () => {
			while (!(await stream.next()).done);
		},
		{ instanceOf: Problem },
	);
});

test('a stream whose rows are removed meanwhile is an error, never a shorter case', async (t) => {
	const place = placeFor(t);
	const store = await openFor(t, place);
	const records = Array.from({ length: 30_000 }, (_, row) => recordOf(A, row));
	await put(store, A, { records });
	const stream = store.records()[Symbol.asyncIterator]();
	t.false((await stream.next()).done);
	await store.removeFile(A);
	let got = 5_000;
	const error = await t.throwsAsync(async () => {
		for (;;) {
			const { done, value } = await stream.next();
			if (done) return;
			got += value.length;
		}
	});
	t.true(error !== undefined && got <= records.length);
});
