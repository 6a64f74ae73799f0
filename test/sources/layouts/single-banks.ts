import { HINTS } from '../contract.ts';
import { between, type Expected, type Layout, type Movement, plain } from './layout.ts';
import { clock, csv, decimal, inOrder } from './print.ts';

const OWN = '6222990000000000001';
const hints = { ...HINTS, owner: `bank:${OWN}` };
const peerCard = (peer: number) => `622888000000000000${peer}`;
const day = (instant: number) => clock(instant).slice(0, 10);

const JUDICIAL =
	'交易日期,交易时间,客户名称,交易卡号,交易方向(D:借|C:贷),交易金额,联机余额,对方帐号,对方客户名称,交易摘要,账号'.split(
		',',
	);

export const cmbJudicial: Layout = {
	source: 'cmb-judicial',
	lines: (movements) => [
		JUDICIAL.join(','),
		...movements.map(({ instant, out, units, peer, name, style }) => {
			const [date = '', time = ''] = clock(instant).split(' ');
			const cells = inOrder(JUDICIAL, {
				交易日期: style === 1 ? date : date.replaceAll('-', ''),
				交易时间: style === 1 ? time : time.replaceAll(':', '').replace(/^0(?=[1-9])/, ''),
				客户名称: '样甲',
				交易卡号: OWN,
				'交易方向(D:借|C:贷)': out ? 'D' : 'C',
				交易金额: decimal(units, 2, style),
				联机余额: '1000.00',
				对方帐号: peerCard(peer),
				对方客户名称: name,
				交易摘要: '转账',
			});
			return csv(cells);
		}),
	],
	expected: (movement) => [{ ...booked(movement), instant: movement.instant }],
};

/** Days without times, amounts with a sign, name and number of the other side in one cell. */
export const cmbDebit: Layout = {
	source: 'cmb-debit',
	hints,
	lines: (movements) => [
		'记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要',
		...movements.map(({ instant, out, units, peer, name, style }) => {
			const amount = `${out ? '-' : ''}${decimal(units, 2, style)}`;
			return csv([day(instant), 'CNY', amount, '1,000.00', '转账汇款', `${name} ${peerCard(peer)}`, '']);
		}),
	],
	expected: (movement) => [booked(movement)],
};

const ICBC =
	'交易日期,摘要,交易详情,交易场所,交易国家或地区简称,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名,对方账户'.split(
		',',
	);

/** Every cell quoted, padded with spaces and followed by a TAB. */
export const icbcDebit: Layout = {
	source: 'icbc-debit',
	hints,
	lines: (movements) => [
		'明细查询文件下载',
		'',
		'卡号: 6222****0001,"卡别名: 样卡"',
		'',
		ICBC.join(','),
		...movements.map(({ instant, out, units, peer, name, style }) => {
			const cells = inOrder(ICBC, {
				交易日期: day(instant),
				摘要: '他行汇款',
				'钞/汇': '钞',
				[out ? '记账金额(支出)' : '记账金额(收入)']: decimal(units, 2, style),
				记账币种: '人民币',
				余额: '1,000.00',
				对方户名: name,
				对方账户: peerCard(peer),
			});
			return cells.map((cell) => `"${cell.replaceAll('"', '""').padEnd(24)}"\t,`).join('');
		}),
	],
	expected: (movement) => [booked(movement)],
};

/** As a statement without times of day says it. */
function booked(movement: Movement): Expected {
	const { units, instant, peer, name } = movement;
	return {
		amount: units,
		instant: Date.parse(`${day(instant)}T00:00:00+08:00`),
		...between(movement, `bank:${OWN}`, `bank:${peerCard(peer)}`),
		asset: 'CNY',
		name: plain(name),
	};
}
