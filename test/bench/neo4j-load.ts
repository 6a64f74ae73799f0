import { createHash } from 'node:crypto';
import type { Driver, Session } from 'neo4j-driver';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import type { Transfer } from '../../src/ledger/transfer.ts';
import type { RunWriter, Store, StoredFile } from '../../src/stores/contract.ts';
import { accountNode, digestOf, orderKeys, transferNode } from '../../src/stores/neo4j/transfer-node.ts';
import { openStore } from '../../src/stores/open.ts';
import type { ServerLogin } from '../neo4j/server.ts';
import { placedRow } from './neo4j-rows.ts';
import { BATCH, sendBatches, statement, takeRows } from './neo4j-statements.ts';
import { type GraphWorld, graphWorld } from './neo4j-world.ts';
import type { BenchRow } from './row.ts';

const WARM_TRANSFERS = 40_000;
/** The case that the store writes and the other benches read. */
export const STORE_CASE = 'bench';
const BARE_CASE = 'bare';

/** First load beside a bare one of the same graph, batch by batch; then the same load again beside the first. */
export async function loadFigures(server: ServerLogin, driver: Driver, world: GraphWorld): Promise<BenchRow[]> {
	const session = driver.session();
	try {
		await loaded(server, session, graphWorld(WARM_TRANSFERS), 'warm');
		const { store: first, bare } = await loaded(server, session, world, '');
		await assertSame(session);
		const before = await dump(session);
		const again = await reloaded(server, world);
		if ((await dump(session)) !== before) throw new Error('loading again changed the graph');
		const size = world.transfers.length;
		const rate = (ms: number) => (size * 1000) / ms;
		return [
			{
				name: 'neo4j, load, beside bare CREATE',
				size,
				value: rate(first),
				unit: 'rows/s',
				against: rate(bare),
				ratio: bare / first,
			},
			{
				name: 'neo4j, load again, beside the first load',
				size,
				value: again,
				unit: 'ms',
				against: first,
				ratio: again / first,
			},
		];
	} finally {
		await session.close();
	}
}

/** Milliseconds that each took. */
interface Took {
	readonly store: number;
	readonly bare: number;
}

async function loaded(server: ServerLogin, session: Session, world: GraphWorld, prefix: string): Promise<Took> {
	const store = await openStore({ ...server, case: prefix + STORE_CASE, runs: 1 });
	try {
		await writeEvidence(store, world);
		const bare = { case: prefix + BARE_CASE };
		await sendBatches(session, await statement('files'), world.files, bare);
		await sendBatches(session, await statement('records'), world.records.map(placedRow), bare);
		return await inTurn(store, session, world.transfers, bare);
	} finally {
		await store.close();
	}
}

/** A batch by the store and the same batch bare, one after the other. The bare rows are made beforehand. */
async function inTurn(
	store: Store,
	session: Session,
	transfers: readonly Transfer[],
	bare: { readonly case: string },
): Promise<Took> {
	const batches = batchesOf(transfers);
	const rows = bareRows(batches);
	const [transfersText, showsText] = [await statement('bare/transfers'), await statement('bare/shows')];
	const accounts = [...new Set(transfers.flatMap(({ from, to }) => [from, to]))].map(accountNode);
	const bareAccounts = await timed(async () => {
		await sendBatches(session, await statement('bare/accounts'), accounts, bare);
	});
	const took = { store: 0, bare: bareAccounts };
	let run: RunWriter | undefined;
	took.store += await timed(async () => {
		run = await store.beginRun();
	});
	for (const [k, batch] of batches.entries()) {
		took.store += await timed(async () => await run?.transfers(batch));
		took.bare += await timed(async () => {
			await session.executeWrite(async (transaction) => {
				await Promise.all([
					transaction.run(transfersText, { ...bare, rows: rows[k]?.transfers }),
					transaction.run(showsText, { ...bare, links: rows[k]?.links }),
				]);
			});
		});
	}
	took.store += await timed(async () => await run?.commit());
	return took;
}

async function reloaded(server: ServerLogin, world: GraphWorld): Promise<number> {
	const store = await openStore({ ...server, case: STORE_CASE, runs: 1 });
	try {
		return await timed(async () => {
			const run = await store.beginRun();
			for (const batch of batchesOf(world.transfers)) await run.transfers(batch);
			await run.commit();
		});
	} finally {
		await store.close();
	}
}

/** What the store sends for each batch. */
function bareRows(
	batches: readonly (readonly Transfer[])[],
): { transfers: (readonly unknown[])[]; links: (readonly unknown[])[] }[] {
	const keyOf = orderKeys();
	return batches.map((batch) => ({
		transfers: batch.map((transfer) => {
			const key = keyOf(transfer.instant);
			return transferNode(transfer, key, digestOf(transfer, key)).cells;
		}),
		links: batch.flatMap(({ id, records }) => records.map((record) => [id, record])),
	}));
}

async function writeEvidence(store: Store, { files, records }: GraphWorld): Promise<void> {
	const byFile = new Map<string, LedgerRecord[]>(files.map((hash) => [hash, []]));
	for (const record of records) if (record.evidence.kind === 'file') byFile.get(record.evidence.file)?.push(record);
	for (const [hash, rows] of byFile) {
		const writer = await store.writeFile(hash);
		for (const batch of batchesOf(rows)) await writer.write({ records: batch });
		await writer.commit(fileOf(hash, rows.length));
	}
}

function fileOf(hash: string, records: number): StoredFile {
	const rows = { total: records, read: records, skipped: {}, rejected: 0, records, others: 0 };
	const paths = [`returns/${hash.slice(0, 6)}.txt`];
	return { hash, paths, size: 1000, source: 'tenpay-trades', reading: 'tenpay-trades 1 +08:00', rows };
}

/** Both cases must hold the same transfers, accounts and links. */
async function assertSame(session: Session): Promise<void> {
	const text = await statement('same-transfers');
	const store = await digestOfRows(session, text, STORE_CASE);
	const bare = await digestOfRows(session, text, BARE_CASE);
	if (store !== bare) throw new Error(`the store made ${store}, the bare load ${bare}`);
}

/** Counts and contents of all that a case holds. */
async function dump(session: Session): Promise<string> {
	const nodes = await digestOfRows(session, await statement('dump-nodes'), STORE_CASE);
	return `${nodes} ${await digestOfRows(session, await statement('dump-links'), STORE_CASE)}`;
}

/** How many rows, and the sum of their hashes: rows come in no order. */
async function digestOfRows(session: Session, text: string, name: string): Promise<string> {
	let sum = 0n;
	const rows = await takeRows(session, text, { case: name }, (cells) => {
		sum += createHash('sha1')
			.update(JSON.stringify(cells.map(sorted)))
			.digest()
			.readBigUInt64LE();
	});
	return `${rows}:${BigInt.asUintN(64, sum).toString(16)}`;
}

/** The server gives properties in any order. */
function sorted(cell: unknown): unknown {
	if (typeof cell !== 'object' || cell === null || Array.isArray(cell)) return cell;
	return Object.entries(cell).sort(([a], [b]) => (a < b ? -1 : 1));
}

function batchesOf<T>(rows: readonly T[]): T[][] {
	const batches: T[][] = [];
	for (let at = 0; at < rows.length; at += BATCH) batches.push(rows.slice(at, at + BATCH));
	return batches;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}
