import test from 'ava';
import { KNOWN_ASSETS } from '../../src/ledger/asset.ts';
import { mergeRecords } from '../../src/ledger/merge/merge.ts';
import { gatherParties } from '../../src/ledger/parties.ts';
import { findSeeds } from '../../src/run/seeds.ts';
import { record } from '../ledger/records.ts';

const PAYER = 'tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';

test('what a named payer pays to the network begins no trace, unless that very transfer is named', (t) => {
	const paid = { from: PAYER, asset: 'tron:coin', institution: 'chain:tron', order: 'a' } as const;
	const { transfers } = mergeRecords({
		records: [
			record({ ...paid, to: 'tron:TJRabPrwbZy45sbavfcjinPJC18kjpRTv8', amount: 5_000_000n, medium: 'coin' }),
			record({ ...paid, to: 'tron:@fee', amount: 14_460_000n, medium: 'fee', part: 1 }),
		],
		assets: new Map(KNOWN_ASSETS.map((asset) => [asset.id, asset])),
		decisions: [],
	});
	const parties = gatherParties([], []);
	const amounts = (named: readonly string[]) =>
		findSeeds(transfers, parties, { overseas: true, accounts: [PAYER], transfers: named }).map((seed) =>
			seed.transfers.map(({ amount }) => amount),
		);
	t.deepEqual(amounts([]), [[5_000_000n]]);
	const fee = transfers.find(({ medium }) => medium === 'fee');
	t.deepEqual(amounts([fee?.id ?? '']), [[5_000_000n, 14_460_000n]]);
});
