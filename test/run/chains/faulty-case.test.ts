import { join } from 'node:path';
import test from 'ava';
import type { RunResult } from '../../../src/run/run-case.ts';
import { type EvmWorld, makeWorld } from '../../chain/evm-world.ts';
import { PASSING } from '../../chain/fault-list.ts';
import { always, calm, faultyProxy, seeded } from '../../chain/faulty-proxy.ts';
import { transferRows } from '../../chain/killed-fetch.ts';
import { access, payExchange, runLive, writeLiveCase } from '../../chain/live-case.ts';
import { lyingEmpty } from '../../chain/rpc-faults.ts';
import { sharedFolder } from '../folders.ts';

const root = await sharedFolder(test);
let world: EvmWorld;
/** Of a run that nothing disturbed. */
let rows: string;

test.before(async () => {
	world = await makeWorld();
	await payExchange(world);
	const folder = join(root, 'calm');
	await writeLiveCase(folder, world);
	rows = await transferRows(await runLive(folder, access()));
});
test.after.always(() => world?.anvil.kill());

/** Why token histories are not whole, by account. */
function open({ findings }: RunResult): string[] {
	return findings.chains.histories
		.filter(({ history, state }) => history === 'tokens' && state === 'incomplete')
		.map((one) => `${one.account}: ${one.open.map(({ outcome }) => outcome).join(' ')}`);
}

test.serial(
	'a case read through faults says what is missing, and has all of it once the faults are over',
	async (t) => {
		const faults = PASSING.map(([fault]) => fault);
		const proxy = await faultyProxy(world.anvil.url, seeded(faults, 11, 0.85));
		t.teardown(proxy.close);
		const folder = join(root, 'faulty');
		await writeLiveCase(folder, world, { url: proxy.url });
		const first = await runLive(folder, access());
		t.true(open(first).length > 0, 'so many faults are too many');
		t.not(await transferRows(first), rows);
		t.false(first.complete);
		proxy.plan(seeded(faults, 12, 0.3));
		let run = await runLive(folder, access());
		if (open(run).length > 0) run = await runLive(folder, access());
		proxy.plan(calm);
		if (open(run).length > 0) run = await runLive(folder, access());
		t.deepEqual(open(run), []);
		t.is(await transferRows(run), rows);
	},
);

test.serial('empty pages that lie make every account with tokens incomplete, and are asked for again', async (t) => {
	const proxy = await faultyProxy(world.anvil.url, always(lyingEmpty));
	t.teardown(proxy.close);
	const folder = join(root, 'lying');
	await writeLiveCase(folder, world, { url: proxy.url });
	const lied = await runLive(folder, access());
	const { payer, core, leader } = world.people;
	t.deepEqual(
		open(lied),
		[payer, core, leader].map((address) => `${world.network}:${address}: balance-differs`).sort(),
	);
	t.is(await transferRows(lied), '');
	proxy.plan(calm);
	const mended = await runLive(folder, access());
	t.deepEqual(open(mended), []);
	t.is(await transferRows(mended), rows);
});
