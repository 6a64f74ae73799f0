import { readFile } from 'node:fs/promises';
import test from 'ava';
import { readBalances } from '../../src/ledger/balances.ts';
import { alipayBalanceDetail } from '../../src/sources/alipay-balance-detail.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';

const FOLDER = 'datasets/samples/alipay-balance-detail';
sourceContract(test, alipayBalanceDetail, FOLDER);

test('the balances follow from the amounts, expenses below zero among them', async (t) => {
	const file = memoryFile('a', await readFile(`${FOLDER}/余额明细.csv`));
	const { records } = await gather(alipayBalanceDetail.read(file, HINTS));
	const { openings, gaps } = readBalances(records);
	t.deepEqual([...openings], [['alipay:2088000000000011|CNY', 500_000n]]);
	t.deepEqual(gaps, []);
});
