import { local } from '../calendar.ts';
import { csvLine, gb18030, yuan } from '../text.ts';
import type { End, Payment, Person } from '../world.ts';

/** The judicial answer 账户明细 of one account: every movement with both user numbers and real names. GBK. */
export function alipayDetail(owner: Person, payments: readonly Payment[]): Uint8Array {
	const rows = payments
		.filter(({ means, from, to }) => means === 'alipay' && (from.person === owner || to.person === owner))
		.sort((a, b) => b.at - a.at)
		.map((payment) => detailRow(owner, payment));
	return csv(DETAIL, rows);
}

/** 注册信息: whose number it is. */
export function alipayRegistration({ account, person }: End): Uint8Array {
	if (!person) throw new RangeError('nobody registered this account');
	const number = handle(account);
	const cells: Readonly<Record<string, string>> = {
		用户ID: number,
		登录手机: person.phone,
		账户名称: person.name,
		证件类型: '身份证',
		证件号: person.identity,
		可用余额: '0.00',
		绑定手机: person.phone,
		注册时间: '2019-03-04 10:11:12',
		绑定银行卡: person.card === '' ? '' : `借记卡:DEMO:${person.card};`,
		对应的协查数据: number,
	};
	return csv(REGISTRATION, [REGISTRATION.map((name) => cells[name] ?? 'null')]);
}

const DETAIL = [
	'交易号',
	'商户订单号',
	'交易创建时间',
	'付款时间',
	'最近修改时间',
	'交易来源地',
	'类型',
	'用户信息',
	'交易对方信息',
	'消费名称',
	'金额（元）',
	'收/支',
	'交易状态',
	'支付方式',
	'充值流水号',
	'备注',
	'对应的协查数据',
];

const REGISTRATION = [
	'用户ID',
	'登录邮箱',
	'登录手机',
	'账户名称',
	'证件类型',
	'证件号',
	'可用余额',
	'绑定手机',
	'注册时间',
	'注册时IP',
	'绑定银行卡',
	'关联账户',
	'备注',
	'对应的协查数据',
];

function detailRow(owner: Person, { at, from, to, fen, memo, order, failed }: Payment): string[] {
	const paid = from.person === owner;
	const [mine, other] = paid ? [from, to] : [to, from];
	const time = local(at);
	return [
		order,
		'null',
		time,
		failed ? 'null' : time,
		time,
		'其他（包括阿里巴巴和外部商家）',
		'即时到账交易',
		named(mine),
		named(other),
		memo,
		yuan(fen),
		paid ? '支出' : '收入',
		failed ? '交易关闭' : '交易成功结束',
		'余额',
		'null',
		'null',
		handle(mine.account),
	];
}

function named({ account, name }: End): string {
	return `${handle(account)}(${name})`;
}

function handle(account: string): string {
	return account.slice(account.indexOf(':') + 1);
}

function csv(header: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
	return gb18030([header, ...rows].map((row) => `${csvLine(row)}\r\n`).join(''));
}
