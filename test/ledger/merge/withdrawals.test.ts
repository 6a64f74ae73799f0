import test from 'ava';
import { KNOWN_ASSETS } from '../../../src/ledger/asset.ts';
import { mergeRecords } from '../../../src/ledger/merge/merge.ts';
import { record, type Said } from '../records.ts';

const assets = new Map(KNOWN_ASSETS.map((asset) => [asset.id, asset]));
const merge = (...said: Said[]) => mergeRecords({ records: said.map(record), assets, decisions: [] }).transfers;

const USDT = 'tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
const common = { asset: USDT, to: 'tron:TPayee', order: 'ab', medium: 'token' as const };
const onChain: Said = {
	...common,
	file: 'chain',
	institution: 'chain:tron',
	own: 'neither',
	from: 'tron:THotWallet',
	block: { number: 7 },
	at: 33,
};
const booked: Said = { ...common, file: 'exchange', institution: 'exchange:binance', from: 'binance:1', at: 0 };

test('an exchange’s withdrawal and the chain’s row of it are one movement, from the user, at the chain’s time', (t) => {
	const [one, ...others] = merge(onChain, booked);
	t.deepEqual(others, []);
	t.like(one, { from: 'binance:1', to: 'tron:TPayee', grade: 'both-sides', rule: 'chain', timeText: '+33s' });
	t.is(one?.block?.number, 7);
});

test('another amount, receiver or transaction is another movement', (t) => {
	for (const other of [{ amount: 999n }, { to: 'tron:TOther' }, { order: 'cd' }, { asset: 'tron:coin' }])
		t.is(merge(onChain, { ...booked, ...other }).length, 2);
});

test('where one transaction has two such movements nothing is joined', (t) => {
	t.is(merge(onChain, { ...onChain, row: 2 }, booked).length, 3);
});

test('a fee and a deposit join nothing', (t) => {
	t.is(merge(onChain, { ...booked, medium: 'fee', part: 1 }).length, 2);
	t.is(merge(onChain, { ...booked, own: 'to', to: 'binance:1', from: 'tron:TPayee' }).length, 2);
});
