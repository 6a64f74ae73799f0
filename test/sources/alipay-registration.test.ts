import test from 'ava';
import { alipayRegistration } from '../../src/sources/alipay-registration.ts';
import { sourceContract } from './contract.ts';
import { faults, readLines } from './written.ts';

sourceContract(test, alipayRegistration, 'datasets/samples/alipay-registration');

const HEADER = '用户Id,登陆邮箱,登陆手机,账户名称,证件类型,证件号,可用余额,绑定手机,绑定银行卡,对应的协查数据';
const read = (rows: string[]) => readLines(alipayRegistration, HEADER, rows);

test('cards that are whole are bound accounts, masked and rounded ones are none', async (t) => {
	const cards =
		'借记卡:COMM:6200000000000000011；信用卡:CMB:4390****0000;借记卡:CCB:6.2E+18;借记卡:ICBC:6200000000000000011;';
	const said = await read([`2088000000000011,,,样甲,身份证,110000199001010011,0.00,,${cards},`]);
	t.deepEqual(
		said.others.attributions?.map((claim) => (claim as { account: string }).account),
		['alipay:2088000000000011', 'bank:6200000000000000011'],
	);
});

test('a masked login is another name of the account, and no account', async (t) => {
	const said = await read(['2088000000000011,yan***@example.com,138****0001,样甲,身份证,1,0.00,138****0001,,']);
	t.is(said.others.attributions?.length, 1);
	t.deepEqual(
		said.others.aliases?.map((alias) => (alias as { name: string }).name),
		['yan***@example.com', '138****0001'],
	);
});

test('a row that names no number or nobody is no claim', async (t) => {
	const said = await read([
		'null,null,null,null,null,null,null,null,null,13800000099',
		',,,样甲,身份证,1,0.00,,,',
		'2088000000000011,,,,身份证,1,0.00,,,',
		'6200000000000000011,,,样甲,身份证,1,0.00,,,',
	]);
	t.is(said.skipped['query-failed'], 1);
	t.deepEqual(faults(said), ['missing 用户Id', 'missing 账户名称', 'account 用户Id']);
	t.is(said.read, 0);
});
