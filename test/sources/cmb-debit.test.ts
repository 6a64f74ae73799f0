import test from 'ava';
import { cmbDebit } from '../../src/sources/cmb-debit.ts';
import { HINTS, sourceContract } from './contract.ts';
import { readLines } from './written.ts';

sourceContract(test, cmbDebit, 'datasets/samples/cmb-debit');

const HEADER = '记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要';

test('the sign is the direction, and the amount has none', async (t) => {
	const { records } = await readLines(cmbDebit, HEADER, [
		'2023-03-01,CNY,"-1,000.00",0.00,转账,样乙 6217000000000000077,',
		'2023-03-01,CNY,"1,000.00",0.00,汇入,样乙 6217000000000000077,',
	]);
	t.deepEqual(
		records.map(({ own, amount }) => [own, amount]),
		[
			['from', 100_000n],
			['to', 100_000n],
		],
	);
});

test('the file names no account: its holder is whom the register names, and then it is that card’s bank', async (t) => {
	const hints = { ...HINTS, owner: 'bank:6225880000000011' };
	const { records } = await readLines(cmbDebit, HEADER, ['2023-03-01,CNY,-1.00,0.00,转账,样乙,'], hints);
	t.is(records[0]?.from.account, 'bank:6225880000000011');
	t.is(records[0]?.institution, 'bank:622588');
});

test('a merchant’s number is no account, and tells two merchants of one name apart', async (t) => {
	const { records } = await readLines(cmbDebit, HEADER, [
		'2023-03-01,CNY,-1.00,0.00,快捷支付,某商家888888888,',
		'2023-03-01,CNY,-1.00,0.00,快捷支付,某商家888888889,',
	]);
	const accounts = records.map(({ to }) => to.account);
	t.true(accounts.every((account) => account.startsWith('nick:')));
	t.not(accounts[0], accounts[1]);
});
