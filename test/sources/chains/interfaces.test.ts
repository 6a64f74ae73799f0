import test from 'ava';
import type { HistoryKind } from '../../../src/ledger/receipt.ts';
import type { LedgerRecord } from '../../../src/ledger/record.ts';
import type { Interface, Stretch } from '../../../src/sources/chains/contract.ts';
import { openReader } from '../../../src/sources/chains/list.ts';
import { explorerRows } from '../../chain/etherscan-rows.ts';
import { startExplorer } from '../../chain/etherscan-server.ts';
import { type EvmWorld, makeWorld } from '../../chain/evm-world.ts';
import { fakeClock } from '../../chain/fake-clock.ts';
import { always, faultyProxy } from '../../chain/faulty-proxy.ts';
import { oneMissing } from '../../chain/rpc-faults.ts';
import { assetsOf, movement, recordsOf, stretchesOf } from './etherscan/reading.ts';

let world: EvmWorld;
test.before(async () => {
	world = await makeWorld();
	await world.mine(6);
});
test.after.always(() => world?.anvil.kill());

async function told(kind: Interface, urls: readonly string[], who: string, history: HistoryKind): Promise<Stretch[]> {
	const reader = await openReader(kind, {
		terms: { network: world.network, tokens: undefined, assets: assetsOf(world), crossCheck: urls.length > 1 },
		endpoints: urls.map((url) => ({ url, perSecond: 1000, timeoutMs: 10_000 })),
		clock: fakeClock(),
		internal: 'auto',
		confirmations: 1,
		scan: { from: 0, until: world.height() },
	});
	try {
		return await stretchesOf(reader, who, history);
	} finally {
		await reader.close();
	}
}

function ids(records: readonly LedgerRecord[]): string[] {
	return records.map(({ id, medium, amount }) => `${id} ${medium} ${amount}`).sort();
}

test('a node and an explorer tell of one chain alike: the same ids where both print the place, else the same movements', async (t) => {
	const rows = await explorerRows(world.anvil);
	const [plain, placed] = await Promise.all([
		startExplorer(world.anvil, rows),
		startExplorer(world.anvil, rows, { logs: true }),
	]);
	t.teardown(() => Promise.all([plain.close(), placed.close()]));
	const { core, leader, payer } = world.people;
	for (const who of [core, leader, payer]) {
		const both = async (url: string, history: HistoryKind) => [
			recordsOf(await told('rpc', [world.anvil.url], who, history)),
			recordsOf(await told('etherscan', [url], who, history)),
		];
		const [logs = [], transfers = []] = await both(placed.url, 'tokens');
		t.true(logs.length > 0);
		t.deepEqual(ids(transfers), ids(logs), who);
		t.deepEqual(
			transfers.map(({ block }) => block),
			logs.map(({ block }) => block),
			'in the same place of the block',
		);
		const unplaced = recordsOf(await told('etherscan', [plain.url], who, 'tokens'));
		t.deepEqual(unplaced.map(movement), logs.map(movement), who);

		const [scanned = [], listed = []] = await both(plain.url, 'coins');
		t.deepEqual(ids(listed), ids(scanned), who);
		const [traced = [], internal = []] = await both(plain.url, 'internal');
		t.deepEqual(internal.map(movement).sort(), traced.map(movement).sort(), who);
	}
});

test('payer’s and payee’s histories give a movement one id, though nobody prints its place', async (t) => {
	const explorer = await startExplorer(world.anvil, await explorerRows(world.anvil));
	t.teardown(explorer.close);
	const { core, payer } = world.people;
	const [paid, got] = await Promise.all(
		[payer, core].map(async (who) => recordsOf(await told('etherscan', [explorer.url], who, 'tokens'))),
	);
	const common = (records: readonly LedgerRecord[] = []) =>
		ids(records.filter(({ from, to }) => from.account.endsWith(payer) && to.account.endsWith(core)));
	t.true(common(paid).length > 4);
	t.deepEqual(common(paid), common(got));
	t.is(new Set(common(paid)).size, common(paid).length);
});

test('of two nodes one of which leaves a log out, neither is taken', async (t) => {
	const liar = await faultyProxy(world.anvil.url, always(oneMissing));
	t.teardown(liar.close);
	const { core } = world.people;
	const honest = await told('rpc', [world.anvil.url, `${world.anvil.url}/`], core, 'tokens');
	t.true(recordsOf(honest).length > 10);
	const [stretch] = (await told('rpc', [world.anvil.url, liar.url], core, 'tokens')).filter(
		({ receipt }) => receipt.outcome === 'disagreement',
	);
	t.truthy(stretch);
	t.deepEqual(stretch?.records, []);
	t.regex(
		stretch?.receipt.reason ?? '',
		/tells of \d+ movements, .* of \d+; the earliest difference is in transaction 0x/,
	);
	t.is(new Set(stretch?.exchanges.map(({ endpoint }) => endpoint)).size, 2);
});
