import { alipayHandle } from './alipay-party.ts';
import { partyIn } from './alipay-record.ts';
import { type AlipayContext, type AlipayTable, alipayTableSource } from './alipay-table.ts';
import type { Fate } from './batches.ts';
import type { Row } from './row.ts';

const COLUMNS = {
	login: ['登陆账号', '登录账号'],
	user: ['支付宝用户ID'],
	ip: ['客户端ip'],
	time: ['操作发生时间'],
} as const;
type Field = keyof typeof COLUMNS;

const TABLE: AlipayTable<Field> = {
	id: 'alipay-logins',
	columns: COLUMNS,
	required: ['user', 'ip', 'time'],
	time: 'time',
	fate,
};

/** 登陆日志 of a judicial return: from which addresses an account was used. */
export const alipayLogins = alipayTableSource(TABLE);

/** @throws RowFault `time`, `account`, `missing` */
function fate(row: Row<Field>, { offsetMinutes }: AlipayContext): Fate {
	const account = partyIn(row, 'user').account ?? alipayHandle(row.text('login'));
	if (account === undefined) throw row.fault('user', row.text('user') === '' ? 'missing' : 'account');
	const login = {
		id: row.statementId('l'),
		account,
		moment: row.moment('time', offsetMinutes),
		ip: row.needed('ip'),
		evidence: row.place(),
		raw: row.raw,
	};
	return { logins: [login] };
}
