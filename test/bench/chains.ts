import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EvmWorld, makeWorld } from '../chain/evm-world.ts';
import type { ChainFetch } from './chains-jobs.ts';
import { inChild } from './child.ts';
import type { BenchRow } from './row.ts';

const ROUNDS = 7;
const FEW = 10_000;
const MANY = 10 * FEW;
/** Transfers of the account in one block. */
const TOGETHER = 100;

/**
 * An account's 10,000 transfers from a node to the store, beside the bare `eth_getLogs` calls that name them: sent,
 * awaited and parsed. Then the memory of ten times as many.
 */
export async function chainsBench(): Promise<BenchRow[]> {
	const folder = await mkdtemp(join(tmpdir(), 'liuxiang-chains-'));
	const world = await makeWorld();
	try {
		await world.flood(FEW, 97, TOGETHER);
		const few = await fetched(world, join(folder, 'store.duckdb'), ROUNDS);
		const read = await fetched(world, '', ROUNDS);
		const small = await memoryOf(world, folder);
		await world.flood(MANY - FEW, 97, TOGETHER);
		const large = await memoryOf(world, folder);
		const name = 'chain to store, token history over JSON-RPC';
		return [
			row(`${name}, beside raw eth_getLogs`, FEW, few.answer.ms, 'ms', few.answer.rawMs),
			row(`${name}, without the store`, FEW, read.answer.ms, 'ms', read.answer.rawMs),
			row(`${name}, beside raw eth_getLogs`, MANY, large.ms, 'ms', large.rawMs),
			row(`${name}, peak memory beside that of ${FEW}`, MANY, large.stored, 'MB', small.stored),
			row(`${name}, without the store, peak memory beside that of ${FEW}`, MANY, large.read, 'MB', small.read),
		];
	} finally {
		await world.anvil.kill();
		await rm(folder, { recursive: true, force: true });
	}
}

function row(name: string, size: number, value: number, unit: string, against: number): BenchRow {
	return { name, size, value, unit, against, ratio: value / against };
}

/** Peak memory, MB: with the store, and of reading alone. */
async function memoryOf(world: EvmWorld, folder: string) {
	const stored = await fetched(world, join(folder, 'store.duckdb'), 0);
	const read = await fetched(world, '', 0);
	return { ...stored.answer, stored: stored.peakMb, read: read.peakMb };
}

async function fetched({ anvil, network, people, places, transfers }: EvmWorld, address: string, rounds: number) {
	const account = `${network}:${people.payer}`;
	const token = `${network}:${places.usdt}`;
	const told = await inChild<ChainFetch>('./chains-jobs.ts', [anvil.url, account, token, address, rounds]);
	const expected = transfers.filter(
		(move) => move.token === places.usdt && [move.from, move.to].includes(people.payer),
	);
	if (told.answer.records !== expected.length)
		throw new Error(`${told.answer.records} records of ${expected.length} transfers`);
	return told;
}
