import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Driver, Session } from 'neo4j-driver';
import { makeServer, type Server } from '../neo4j/server.ts';
import { medianOf } from './measure.ts';
import { accountRow, linkRows, placedRow, RUN, transferRow } from './neo4j-rows.ts';
import { BATCH, benchDriver, makeSchema, sendBatches, statement, takeRows } from './neo4j-statements.ts';
import { type GraphWorld, graphWorld } from './neo4j-world.ts';
import type { BenchRow } from './row.ts';

const MODELS = ['node', 'relationship'] as const;
const CASE = { case: 'model' };
const WARM = { case: 'warm' };
const DISK = { case: 'disk' };
const WARM_TRANSFERS = 40_000;
const ROUNDS = 3;
const ASKED = 1_000;
const STARTS = 10;
/** A payout in so many transfers. */
const PAYOUT_EVERY = 20;

interface Side {
	readonly model: (typeof MODELS)[number];
	readonly server: Server;
	readonly driver: Driver;
	readonly session: Session;
}

/**
 * A transfer as a node between two accounts, beside a transfer as a relationship: two servers with the same case, each
 * step in turn on one and on the other, so that whatever else the machine does falls on both. `against` is the
 * relationship.
 */
export async function neo4jModelBench(): Promise<BenchRow[]> {
	const sides: Side[] = [];
	try {
		for (const model of MODELS) {
			const server = await makeServer('1500m', '600m', true);
			const driver = benchDriver(server);
			const session = driver.session();
			sides.push({ model, server, driver, session });
			await makeSchema(session, `${model}/schema`);
		}
		return await measure(sides);
	} finally {
		for (const { session, driver, server } of sides) {
			await session.close();
			await driver.close();
			await server.remove();
		}
	}
}

async function measure(sides: readonly Side[]): Promise<BenchRow[]> {
	const world = graphWorld();
	const warm = graphWorld(WARM_TRANSFERS);
	await Promise.all(sides.map((side) => loadEvidence(side, warm, DISK)));
	await loadTransfers(sides, warm, DISK);
	const disk: number[] = [];
	for (const side of sides) disk.push(await diskMb(side));
	await Promise.all(sides.map((side) => loadEvidence(side, warm, WARM)));
	await loadTransfers(sides, warm, WARM);
	await Promise.all(sides.map((side) => loadEvidence(side, world, CASE)));
	const load = await loadTransfers(sides, world, CASE);
	const size = world.transfers.length;
	const rate = (name: string, count: number, pair: Pair) => row(name, count, 'rows/s', perSecond(count, pair));
	const links = linkRows(world.transfers).length;
	const rows = [
		rate('load transfers', size, load.transfers),
		rate('link records to transfers', links, load.links),
		rate('transfers with their links', size, [sum(load.transfers, load.links, 0), sum(load.transfers, load.links, 1)]),
		row('disk of transfers with their links', warm.transfers.length, 'MB', [disk[0] ?? 0, disk[1] ?? 0]),
	];
	for (const question of questions(world)) rows.push(await asked(sides, question));
	return rows;
}

/** A figure of the node, and of the relationship. */
type Pair = readonly [number, number];

interface Question {
	readonly name: string;
	/** The file of its statement in each model's folder. */
	readonly file: string;
	readonly parameters: readonly Readonly<Record<string, unknown>>[];
}

function questions({ accounts, transfers }: GraphWorld): Question[] {
	const spread = <T>(list: readonly T[], count: number) =>
		Array.from({ length: count }, (_, n) => list[Math.floor((n * list.length) / count)] as T);
	const ids = spread(transfers, ASKED).map(({ id }) => id);
	// Neither the busiest payer, from whom all is reached, nor those who pay once.
	const starts = accounts.slice(500, 500 + STARTS);
	return [
		{ name: 'stream all, ordered', file: 'stream', parameters: [{}] },
		{ name: 'histories of 1,000 accounts', file: 'histories', parameters: [{ accounts: spread(accounts, ASKED) }] },
		{ name: 'paths of 4 from 10 accounts', file: 'paths', parameters: starts.map((account) => ({ account })) },
		{ name: 'records and files of 1,000 transfers', file: 'evidence', parameters: [{ transfers: ids }] },
		{ name: 'payouts with their transfers', file: 'joined', parameters: [{}] },
	];
}

/** The median of some rounds, in turn, after one that is not counted; the answers of both models must be equal. */
async function asked(sides: readonly Side[], { name, file, parameters }: Question): Promise<BenchRow> {
	const times: number[][] = sides.map(() => []);
	const told: string[] = [];
	let rows = 0;
	for (let round = 0; round <= ROUNDS; round++) {
		for (const [k, { model, session }] of sides.entries()) {
			const text = await statement(`${model}/${file}`);
			let digest = 0;
			rows = 0;
			const start = performance.now();
			for (const one of parameters) {
				rows += await takeRows(session, text, { ...CASE, run: RUN, ...one }, (cells) => {
					digest = (digest + cells.reduce<number>((sum, cell) => sum + String(cell).length, cells.length)) | 0;
					if (file === 'paths') digest += Number(cells[0]) + Number(cells[1]);
				});
			}
			if (round > 0) times[k]?.push(performance.now() - start);
			told[k] = `${rows} rows ${digest}`;
		}
	}
	if (new Set(told).size !== 1) throw new Error(`${file}: the models answer differently: ${told.join(', ')}`);
	const [node = [], relationship = []] = times;
	return row(name, rows, 'ms', [medianOf(node), medianOf(relationship)]);
}

async function loadEvidence({ session }: Side, world: GraphWorld, named: object): Promise<void> {
	await sendBatches(session, await statement('accounts'), world.accounts.map(accountRow), { ...named });
	await sendBatches(session, await statement('files'), world.files, { ...named });
	await sendBatches(session, await statement('records'), world.records.map(placedRow), { ...named });
}

/** Milliseconds, a batch on the one and then on the other. */
async function loadTransfers(
	sides: readonly Side[],
	world: GraphWorld,
	named: object,
): Promise<{ readonly transfers: Pair; readonly links: Pair }> {
	const parts = { transfers: [0, 0] as [number, number], links: [0, 0] as [number, number] };
	for (let at = 0; at < world.transfers.length; at += BATCH) {
		const batch = world.transfers.slice(at, at + BATCH);
		const rows = batch.map((transfer, k) => transferRow(transfer, at + k));
		for (const [k, { model, session }] of sides.entries()) {
			const start = performance.now();
			await sendBatches(session, await statement(`${model}/load`), rows, { ...named });
			const loaded = performance.now();
			await sendBatches(session, await statement(`${model}/link`), linkRows(batch), { ...named });
			parts.transfers[k as 0 | 1] += loaded - start;
			parts.links[k as 0 | 1] += performance.now() - loaded;
		}
	}
	const paid = world.transfers.filter((_, k) => k % PAYOUT_EVERY === 0);
	const payouts = paid.map(({ id }, k) => ({ id: `p${k}`, transfer: id, since: RUN }));
	for (const { model, session } of sides) {
		await sendBatches(session, await statement(`${model}/payouts`), payouts, { ...named });
	}
	return parts;
}

/** Megabytes of the server's store files. Killed and started again: only a recovery writes everything to them. */
async function diskMb({ server, session }: Side): Promise<number> {
	const { records } = await session.run(await statement('data-folder'));
	const folder = join(records[0]?.get('value') as string, 'databases', 'neo4j');
	await server.kill();
	await server.start();
	let bytes = 0;
	for (const entry of await readdir(folder, { recursive: true })) {
		const found = await stat(join(folder, entry));
		if (found.isFile()) bytes += found.size;
	}
	return bytes / 1e6;
}

function row(name: string, size: number, unit: string, [value, against]: Pair): BenchRow {
	return {
		name: `neo4j-model, ${name}: node, against relationship`,
		size,
		value,
		unit,
		against,
		ratio: value / against,
	};
}

function perSecond(count: number, [node, relationship]: Pair): Pair {
	return [(count * 1000) / node, (count * 1000) / relationship];
}

function sum(a: Pair, b: Pair, k: 0 | 1): number {
	return a[k] + b[k];
}
