import test from 'ava';
import { bankAccounts } from '../../src/sources/bank-accounts.ts';
import { sourceContract } from './contract.ts';
import { readLines } from './written.ts';

sourceContract(test, bankAccounts, 'datasets/samples/bank-accounts');

const HEADER =
	'账户开户名称,开户人证件号码,交易卡号,交易账号,账号开户时间,账户余额,账户状态,开户人证件类型,销户日期,联系电话';
const read = async (row: string) => {
	const said = await readLines(bankAccounts, HEADER, [row]);
	return {
		said,
		attributions: (said.others.attributions ?? []) as { account: string; until?: number; category: string }[],
	};
};

test('card and account are the holder’s, the balance is no movement', async (t) => {
	const { said, attributions } = await read(
		'样甲,X1,6222020000000000011,1000000101,2020-05-06,99.00,正常,,,13800000000',
	);
	t.deepEqual(
		attributions.map(({ account }) => account),
		['bank:6222020000000000011', 'bank:1000000101'],
	);
	t.is(said.records.length, 0);
	t.is(said.others.aliases?.length, 2);
});

test('a closed account is held to the end of the day of closing; 9999-12-31 closes none', async (t) => {
	const closed = await read('样甲,X1,6222020000000000011,,2020-05-06,,销户,,2023-03-01,');
	t.is(closed.attributions[0]?.until, Date.parse('2023-03-02T00:00:00+08:00') - 1);
	for (const none of ['9999-12-31', '1900-01-01', '00000000', '0001-01-01 00:00:00']) {
		const open = await read(`样甲,X1,6222020000000000011,,2020-05-06,,正常,,${none},`);
		t.is(open.said.rejected.length, 0, none);
		t.is(open.attributions[0]?.until, undefined, none);
	}
});

test('a firm is no person', async (t) => {
	const { attributions } = await read('某公司,91X,6222020000000000011,,2020-05-06,,正常,统一社会信用代码,,');
	t.is(attributions[0]?.category, 'other');
});
