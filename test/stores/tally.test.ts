import test from 'ava';
import type { Transfer } from '../../src/ledger/transfer.ts';
import { RunTally } from '../../src/stores/tally.ts';
import { transferBody } from '../../src/stores/transfer-body.ts';
import { transferOf } from './samples.ts';

test('the stock of a run does not depend on how its transfers come in batches, whatever their texts hold', (t) => {
	const bodied = (transfer: Transfer) => ({ transfer, body: transferBody(transfer) });
	const stockOf = (...batches: (readonly Transfer[])[]) => {
		const tally = new RunTally();
		for (const batch of batches) tally.transfers(batch.map(bodied));
		return tally.stock();
	};
	const [first, cut, last] = [
		transferOf(1),
		transferOf(2, { from: 'nick:wechat:wxid_boss/小鹿\ud83e' }),
		transferOf(3),
	];
	const once = stockOf([first, cut, last]);
	t.deepEqual(stockOf([first], [cut], [last]), once);
	t.deepEqual(stockOf([first, cut], [last]), once);
	t.deepEqual(stockOf([first], [cut, last]), once);
	const other = { ...cut, from: 'nick:wechat:wxid_boss/小鹿\ud83f' };
	t.not(stockOf([first, other, last]).digest, once.digest);
});
