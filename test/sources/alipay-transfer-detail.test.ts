import test from 'ava';
import { alipayTransferDetail } from '../../src/sources/alipay-transfer-detail.ts';
import { sourceContract } from './contract.ts';
import { faults, readLines } from './written.ts';

sourceContract(test, alipayTransferDetail, 'datasets/samples/alipay-transfer-detail');

const HEADER =
	'交易号,付款方支付宝账号,收款方支付宝账号,收款机构信息,到账时间,转账金额（元）,转账产品名称,交易发生地,提现流水号,对应的协查数据';
const CARD = '样甲(样例银行)(6200000000000000011)';
const A = 'alipay:2088000000000011';

test('the payee is the account, and the card only where there is none but the payer’s own', async (t) => {
	const rest = '2023-03-06 21:00:02,10.00,提现,,TX1,';
	const said = await readLines(alipayTransferDetail, HEADER, [
		`N1,2088000000000011,2088000000000022,${CARD},${rest}`,
		`N2,2088000000000011,2088000000000011,${CARD},${rest}`,
		`N3,2088000000000011(样甲),null,${CARD},${rest}`,
		`N4,2088000000000011(样戊),null,${CARD},${rest}`,
		`N5,2088000000000011,null,样例银行,${rest}`,
		`N6,2088000000000011,null,null,${rest}`,
	]);
	t.deepEqual(
		said.records.map(({ to, medium }) => [to.account.replace(/r[0-9a-f]{24}/, '<record>'), medium]),
		[
			['alipay:2088000000000022', 'chat-transfer'],
			['bank:6200000000000000011', 'withdrawal'],
			['bank:6200000000000000011', 'withdrawal'],
			['bank:6200000000000000011', 'bank'],
			[`nick:${A}/样例银行`, 'withdrawal'],
			['unknown:<record>-to', 'chat-transfer'],
		],
	);
});

test('whose row it is, is the account that was asked for', async (t) => {
	const row = 'N1,2088000000000011,2088000000000022,,2023-03-06 21:00:02,10.00,,,,';
	const asked = ['2088000000000011', '2088000000000022', '13800000001', ''].map((who) => `${row}${who}`);
	const { records } = await readLines(alipayTransferDetail, HEADER, asked);
	t.deepEqual(
		records.map(({ own }) => own),
		['from', 'to', 'neither', 'neither'],
	);
});

test('an amount with a comma that is not quoted is not the amount before the comma', async (t) => {
	const said = await readLines(alipayTransferDetail, HEADER, [
		'N1,2088000000000011,2088000000000022,,2023-03-06 21:00:02,1,200.00,,,,',
	]);
	t.deepEqual(faults(said), ['columns ']);
});
