import test from 'ava';
import { covers, type HistoryKind } from '../../src/ledger/receipt.ts';
import { endpoint } from './asking.ts';
import { type EvmWorld, makeWorld } from './evm-world.ts';
import { fakeClock } from './fake-clock.ts';
import { type Fault, faultyProxy, type Schedule, times } from './faulty-proxy.ts';
import { readAll, readerOn, recordsIn } from './reading.ts';
import { missingBlocks, missingReceipts, receiptsLeftOut, tracesLeftOut, transactionLeftOut } from './rpc-faults.ts';

let world: EvmWorld;
test.before(async () => {
	world = await makeWorld();
});
test.after.always(() => world?.anvil.kill());

/** Whose history of this kind has most. */
const WHO = { coins: 'core', internal: 'leader', tokens: 'payer' } as const;

/** Looks at each block for what somebody sent and got, through a proxy. */
async function scanned(history: HistoryKind, schedule?: Schedule) {
	const proxy = await faultyProxy(world.anvil.url, schedule);
	const reader = await readerOn(world, {
		scan: { from: 0, until: world.height() },
		endpoints: [endpoint(proxy.url, { perSecond: 1e6, timeoutMs: 20_000 })],
		clock: fakeClock(),
		confirmations: 0,
	});
	try {
		const stretches = await readAll(reader, `${world.network}:${world.people[WHO[history]]}`, history);
		const ids = recordsIn(stretches).map(({ id, amount, state }) => [id, amount, state].join(' '));
		const [last] = stretches.slice(-1).map(({ receipt }) => receipt);
		return { ids, outcome: last?.outcome, whole: last !== undefined && covers(last), suffered: proxy.suffered.length };
	} finally {
		await reader.close();
		await proxy.close();
	}
}

const FAULTS: readonly (readonly [Fault, HistoryKind, string])[] = [
	[missingBlocks, 'coins', 'unreachable'],
	[missingReceipts, 'coins', 'unreachable'],
	[receiptsLeftOut, 'coins', 'damaged'],
	[transactionLeftOut, 'coins', 'damaged'],
	[tracesLeftOut, 'internal', 'damaged'],
];

for (const [fault, history, called] of FAULTS) {
	test.serial(`${fault.name}: ${history} are all found where it passes, and incomplete where it stays`, async (t) => {
		const truth = await scanned(history);
		t.true(truth.whole && truth.ids.length > 0);
		// The head, and the way to ask for traces, are found out first.
		const passing = await scanned(history, times(3, fault, 2));
		t.is(passing.suffered, 3);
		t.deepEqual(passing.ids, truth.ids);
		const staying = await scanned(history, times(Number.POSITIVE_INFINITY, fault, 2));
		t.is(staying.outcome as string, called);
		t.deepEqual(staying.ids, truth.ids.slice(0, staying.ids.length), 'what is covered is what happened');
		t.true(staying.ids.length < truth.ids.length);
	});
}
