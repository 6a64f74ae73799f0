import test from 'ava';
import { mergeRecords } from '../../src/ledger/merge/merge.ts';
import { binanceDeposits } from '../../src/sources/binance-chain.ts';
import { binanceStatement } from '../../src/sources/binance-statement.ts';
import { HINTS, sourceContract } from './contract.ts';
import { faults, readLines } from './written.ts';

sourceContract(test, binanceStatement, 'datasets/samples/binance-statement');

const HEADER = 'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark';
const OWN = 'binance:90000001';

function row(operation: string, change: string, coin = 'USDT'): string {
	return `90000001,2023-03-10 02:05:00,Spot,${operation},${coin},${change},`;
}

test('the sign tells the direction, the operation the other side', async (t) => {
	const { records } = await readLines(binanceStatement, HEADER, [
		row('Transaction Buy', '0.5', 'BTC'),
		row('Transaction Spend', '-900'),
		row('Fee', '-0.01', 'BNB'),
		row('Transfer Between Spot Account and UM Futures Account', '-7'),
		row('P2P Trading', '300'),
		row('A word of tomorrow', '-1'),
	]);
	t.deepEqual(
		records.map(({ from, to, own, asset }) => [from.account, to.account, own, asset]),
		[
			['binance:@market', OWN, 'to', 'binance:BTC'],
			[OWN, 'binance:@market', 'from', 'binance:USDT'],
			[OWN, 'binance:@fee', 'from', 'binance:BNB'],
			[OWN, OWN, 'from', 'binance:USDT'],
			[`unknown:${records[4]?.id}-from`, OWN, 'to', 'binance:USDT'],
			[OWN, `unknown:${records[5]?.id}-to`, 'from', 'binance:USDT'],
		],
	);
});

test('a deposit that stands in the export of deposits as well counts once: a coin of the exchange is no token', async (t) => {
	const address = 'TF3XQCE4x1KLqUc9FKR6p3BPyhNGG3ysib';
	const [statement, deposits] = await Promise.all([
		readLines(binanceStatement, HEADER, [row('Deposit', '10'), row('Withdraw', '-4')]),
		readLines(
			binanceDeposits,
			'Date(UTC+0),Coin,Network,Amount,Address,TXID,Status',
			[`2023-03-10 02:05:00,USDT,TRX,10,${address},${'ab'.repeat(32)},Completed`],
			{ ...HINTS, owner: OWN },
		),
	]);
	const records = [...statement.records, ...deposits.records];
	const { transfers } = mergeRecords({ records, assets: HINTS.assets, decisions: [] });
	t.deepEqual(
		transfers.filter(({ exclusion }) => exclusion === undefined).map(({ to, amount }) => [to, amount]),
		[[OWN, 10_000_000n]],
	);
	t.is(transfers.length, 3);
});

test('a coin that the case states counts, at the decimals it states', async (t) => {
	const asset = { id: 'binance:USDT', symbol: 'USDT', decimals: 8 };
	const hints = { ...HINTS, assets: new Map([...HINTS.assets, [asset.id, asset]]) };
	const said = await readLines(binanceStatement, HEADER, [row('Fee', '-0.00000001'), row('Fee', '-1E-09')], hints);
	t.deepEqual(
		said.records.map(({ amount, medium }) => [amount, medium]),
		[[1n, 'fee']],
	);
	t.deepEqual(faults(said), ['amount-damaged Change']);
});

test('nothing is printed as 0E-8, and that is zero', async (t) => {
	const { records } = await readLines(binanceStatement, HEADER, [row('Distribution', '0E-8')]);
	t.is(records[0]?.amount, 0n);
});
