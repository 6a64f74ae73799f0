import { join } from 'node:path';
import test from 'ava';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import { gatherRecords } from '../../src/run/gather-records.ts';
import { live } from '../ledger/live.ts';
import { put } from '../stores/samples.ts';
import { openFor, scratchFolder } from '../stores/scratch.ts';

test('a movement that two stretches tell of is taken once, by the smaller receipt; what differs is told', async (t) => {
	const store = await openFor(t, join(await scratchFolder(t), 'store.duckdb'));
	const stretches: Record<string, LedgerRecord[]> = {
		x2: [
			live({ receipt: 'x2', log: 1 }),
			live({ receipt: 'x2', log: 2, amount: 7n }),
			live({ receipt: 'x2', log: 3, at: 9 }),
			live({ receipt: 'x2', log: 4, at: 1 }),
			live({ receipt: 'x2', log: 5, block: { number: 5, index: 9 } }),
		],
		x1: [
			live({ receipt: 'x1', log: 1, source: 'etherscan-api', block: { number: 5 } }),
			live({ receipt: 'x1', log: 2, amount: 8n }),
			live({ receipt: 'x1', log: 3, at: 9, state: 'open' }),
			live({ receipt: 'x1', log: 4, at: 4 }),
			live({ receipt: 'x1', log: 5 }),
		],
		x3: [live({ receipt: 'x3', log: 2, amount: 7n })],
	};
	for (const [receipt, records] of Object.entries(stretches)) await put(store, receipt, { records });
	const gathered = await gatherRecords(store, { hashes: new Set(Object.keys(stretches)) });
	t.deepEqual(
		gathered.records
			.map(({ evidence, amount }) => evidence.kind === 'chain' && [evidence.position, evidence.receipt, amount])
			.sort(),
		[
			['log 1', 'x1', 1000n],
			['log 2', 'x1', 8n],
			['log 3', 'x2', 1000n],
			['log 4', 'x1', 1000n],
			['log 5', 'x2', 1000n],
		],
		'a final answer before a provisional one, and one that knows its place before one that does not',
	);
	t.deepEqual(
		gathered.disagreements.map(({ position, receipts }) => [position, ...receipts]),
		[
			['log 2', 'x1', 'x2'],
			['log 2', 'x1', 'x3'],
			['log 4', 'x1', 'x2'],
		],
	);
	const one = await gatherRecords(store, { hashes: new Set(['x2']) });
	t.is(one.records.length, 5);
	t.deepEqual(one.disagreements, []);
});
