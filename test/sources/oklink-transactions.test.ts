import test from 'ava';
import { identify } from '../../src/sources/identify.ts';
import { SOURCES } from '../../src/sources/list.ts';
import { oklinkTransactions } from '../../src/sources/oklink-transactions.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { HINTS, sourceContract } from './contract.ts';
import { faults, readLines, textFile } from './written.ts';

sourceContract(test, oklinkTransactions, 'datasets/samples/oklink-transactions');

const HEADER = 'Tx Hash,blockHeight,blockTime(UTC+8),blockTime(UTC),from,to,value,fee,status';
const [PAYER, PAYEE] = ['TP5DC7QK1sStWmJ3x6WaZkF5zZcXH1tCPF', 'TF3XQCE4x1KLqUc9FKR6p3BPyhNGG3ysib'];

function row(changed: Partial<Record<'to' | 'value' | 'fee' | 'status' | 'rest', string>> = {}): string {
	const { to, value, fee, status, rest } = { to: PAYEE, value: '2', fee: '', status: 'SUCCESS', rest: '', ...changed };
	return `${'ab'.repeat(32)},1,2023/03/01 20:00:00,2023/03/01 12:00:00,${PAYER},${to},${value},${fee},${status},${rest}`;
}

test('TRX with thousands commas, and a fee that the sender paid also where it failed', async (t) => {
	const { records } = await readLines(oklinkTransactions, HEADER, [
		row({ value: '"1,000.000001"', fee: '1.1' }),
		row({ fee: '13', status: 'FAIL' }),
	]);
	t.deepEqual(
		records.map(({ from, to, asset, amount, medium, state }) => [
			from.account,
			to.account,
			asset,
			amount,
			medium,
			state,
		]),
		[
			[`tron:${PAYER}`, `tron:${PAYEE}`, 'tron:coin', 1_000_000_001n, 'coin', 'done'],
			[`tron:${PAYER}`, 'tron:@fee', 'tron:coin', 1_100_000n, 'fee', 'done'],
			[`tron:${PAYER}`, `tron:${PAYEE}`, 'tron:coin', 2_000_000n, 'coin', 'failed'],
			[`tron:${PAYER}`, 'tron:@fee', 'tron:coin', 13_000_000n, 'fee', 'done'],
		],
	);
});

test('what has no receiver moves its fee alone, and no coins at all', async (t) => {
	const said = await readLines(oklinkTransactions, HEADER, [
		row({ to: '', value: '0', fee: '0.3' }),
		row({ to: '', value: '0' }),
		row({ to: '', value: '5' }),
	]);
	t.deepEqual(
		said.records.map(({ to, amount }) => [to.account, amount]),
		[['tron:@fee', 300_000n]],
	);
	t.is(said.skipped['not-a-transfer'], 1);
	t.deepEqual(faults(said), ['missing to']);
});

test('a value in another token is not TRX, and a status that nobody knows is no success', async (t) => {
	const header = `${HEADER},contractType,symbol`;
	const said = await readLines(oklinkTransactions, header, [
		row({ rest: 'TransferContract,TRX,' }),
		row({ rest: 'TransferAssetContract,USDT,' }),
		row({ status: 'perhaps', rest: ',,' }),
	]);
	t.is(said.records.length, 1);
	t.deepEqual(faults(said), ['value symbol', 'value status']);
});

test('transactions of other networks are not claimed: the coin is not told', async (t) => {
	const line = row().replace(PAYER, '0x8fBc4A3f394F12997b86af49A8B1A482FCCEEAEC');
	t.is(identify('a.csv', await sampleOf(textFile('a.csv', [HEADER, line])), HINTS, SOURCES), undefined);
});
