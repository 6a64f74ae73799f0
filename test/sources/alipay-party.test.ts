import test from 'ava';
import { alipayHandle, alipayParty } from '../../src/sources/alipay-party.ts';

test('a party is a user number, a login, a card or a name, in brackets of either width', (t) => {
	const parties: [string, string | undefined, string, string][] = [
		['2088000000000011(样甲)', 'alipay:2088000000000011', '样甲', ''],
		['2088000000000011（样甲）', 'alipay:2088000000000011', '样甲', ''],
		['2088000000000011', 'alipay:2088000000000011', '', ''],
		['20880000000000110156', 'alipay:2088000000000011', '', ''],
		['2088000000000033(样例(东区)贸易有限公司)', 'alipay:2088000000000033', '样例(东区)贸易有限公司', ''],
		['2088000000000033（样例(东区）贸易有限公司)', 'alipay:2088000000000033', '样例(东区）贸易有限公司', ''],
		['yangjia@example.com(样甲)', 'alipay:yangjia@example.com', '样甲', ''],
		['样戊(样例银行)(6200000000000000055)', 'bank:6200000000000000055', '样戊', '样例银行'],
		['样戊（样例银行）（6200 0000 0000 0000 055）', 'bank:6200000000000000055', '样戊', '样例银行'],
		['(样例银行)6200000000000000055', 'bank:6200000000000000055', '', '样例银行'],
		['样例(东区)公司(样例银行)(6200000000000000055)', 'bank:6200000000000000055', '样例(东区)公司', '样例银行'],
		['样戊(样例银行)(6200****0055)', undefined, '样戊', '样例银行'],
		['138******01', undefined, '', ''],
		['138****0001(样甲)', undefined, '138****0001(样甲)', ''],
		['样例(东区)贸易有限公司', undefined, '样例(东区)贸易有限公司', ''],
		['样例银行', undefined, '样例银行', ''],
		['样己(没有关上', undefined, '样己(没有关上)', ''],
		['', undefined, '', ''],
		['()', undefined, '', ''],
	];
	for (const [text, account, name, bank] of parties) {
		const said = alipayParty(text);
		t.deepEqual([said.account, said.name, said.bank, said.damaged], [account, name, bank, false], text);
	}
});

test('a number that a spreadsheet rounded is damaged, wherever it stands', (t) => {
	for (const text of ['2.088E+15', '2.088E+15(样甲)', '样戊(样例银行)(6.2E+18)', '(样例银行)6.2E+18']) {
		t.true(alipayParty(text).damaged, text);
	}
});

test('a login is a mail or a phone; what is masked or bare is none', (t) => {
	t.is(alipayHandle('Yang@Example.com'), 'alipay:yang@example.com');
	t.is(alipayHandle('13800000001'), 'alipay:13800000001');
	t.is(alipayHandle('852-50000001'), 'alipay:852-50000001');
	for (const text of ['yan***@example.com', '138****0001', '样甲', '123456', '6200000000000000055', '/']) {
		t.is(alipayHandle(text), undefined, text);
	}
});
