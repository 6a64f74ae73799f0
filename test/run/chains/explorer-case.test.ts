import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import type { RunResult } from '../../../src/run/run-case.ts';
import { explorerRows } from '../../chain/etherscan-rows.ts';
import { type Explorer, startExplorer } from '../../chain/etherscan-server.ts';
import { type EvmWorld, makeWorld } from '../../chain/evm-world.ts';
import { access, payExchange, runLive, writeLiveCase } from '../../chain/live-case.ts';
import { rowsOf, sharedFolder } from '../folders.ts';

const root = await sharedFolder(test);
const [mixed, alone] = [join(root, 'mixed'), join(root, 'alone')];
let world: EvmWorld;
let explorer: Explorer;
let runs: readonly [RunResult, RunResult];

interface TransferRow {
	readonly from: string;
	readonly to: string;
	readonly asset: string;
	readonly amount: string;
	readonly instant: number;
	readonly exclusion?: string;
}
async function transfersOf({ folder }: RunResult): Promise<string[]> {
	const rows = await rowsOf<TransferRow>(join(folder, 'transfers.jsonl'));
	return rows
		.map(({ from, to, asset, amount, instant, exclusion = '' }) =>
			[instant, from, to, asset, amount, exclusion].join(' '),
		)
		.sort();
}

test.before(async () => {
	world = await makeWorld();
	await payExchange(world);
	await world.mine(6);
	explorer = await startExplorer(world.anvil, await explorerRows(world.anvil), { cap: 7 });
	const both = `[{ url: "${world.anvil.url}", interface: rpc }, { url: "${explorer.url}", interface: etherscan }]`;
	await writeLiveCase(mixed, world);
	await writeLiveCase(alone, world);
	for (const [folder, endpoints] of [
		[mixed, both],
		[alone, `[{ url: "${explorer.url}", interface: etherscan }]`],
	] as const) {
		const path = join(folder, 'case.yaml');
		const fast = endpoints.replaceAll(' }', ', requests_per_second: 1000 }');
		const yaml = (await readFile(path, 'utf8')).replace(/endpoints: .*/, `endpoints: ${fast}`);
		await writeFile(path, yaml);
	}
	runs = [await runLive(mixed, access()), await runLive(alone, access())];
});
test.after.always(async () => {
	await explorer?.close();
	await world?.anvil.kill();
});

test('a case reads tokens from a node and coins from an explorer, or all from the explorer: the same transfers', async (t) => {
	const [one, two] = runs;
	t.deepEqual(one.findings.incomplete, []);
	t.deepEqual(two.findings.incomplete, []);
	const transfers = await transfersOf(one);
	t.deepEqual(await transfersOf(two), transfers);
	// Nobody asks for the history of an exchange.
	const { core, leader, payer } = world.people;
	const ours = new Set([core, leader, payer]);
	const touched = (list: readonly { readonly from: string; readonly to: string }[]) =>
		list.filter(({ from, to }) => ours.has(from) || ours.has(to)).length;
	const coins = transfers.filter((line) => line.includes(':coin ') && !line.includes('@fee'));
	// What a contract tried to send to the leader, in a call that was taken back, is there as failed.
	t.is(coins.length, touched(world.coins) + touched(world.internal) + 1);
	t.is(coins.filter((line) => line.endsWith(' failed')).length, world.coins.filter(({ done }) => !done).length + 1);
	const known = world.transfers.filter(({ token }) => token !== world.places.fake);
	t.is(transfers.filter((line) => !line.includes(':coin ')).length, touched(known));
	t.deepEqual(two.findings.seeds, one.findings.seeds);
});
