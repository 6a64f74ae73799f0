import { tronAddress } from '../../datasets/demo/addresses.ts';
import { seeded } from '../../datasets/demo/random.ts';

/**
 * A gang of four, small enough to work every figure out by hand:
 *
 *   overseas --2,000 USDT--> 演示甲 (core) --1,000 + 500 + 500 USDT--> desk
 *   strangers --7,000 + 3,500 + 3,500 yuan--> 演示甲 --3,000--> 演示乙 (leader)
 *   演示乙 --245 (a day and nine leads), 25 (five leads), 60 (a loan?)--> 演示丙 (caller); 200 (a day)--> 演示丁 (caller)
 *
 * The 3,000 stand in the files of two banks without a common number; the two sales of 500 could be exchanged.
 */
const random = seeded('small case');
export const OVERSEAS = `tron:${tronAddress(random)}`;
export const WALLET = `tron:${tronAddress(random)}`;
const DESK = `tron:${tronAddress(random)}`;
export const CORE_CARD = 'bank:6222020000000000011';
export const LEADER_CARD = 'bank:6217000000000000022';
export const LEADER_CHAT = 'wechat:wxid_small_leader';
export const CALLER_CHAT = 'wechat:wxid_small_caller';
export const OTHER_CALLER_CHAT = 'wechat:wxid_small_other';

const CASE_YAML = `version: 1
name: 小案（虚构）
period: { from: 2023-03-01, until: 2023-03-31 }
pay:
  wages:
    - { role: caller, yuan_per_day: "200" }
  commissions:
    - { yuan_per_lead: "5" }
  leads_per_day_max: 15
cash_outs:
  rates:
    - { min: "6.90", max: "7.10", source: 询价记录 }
  before: 1h
  after: 1h
  chance_max: 0.5
mappings:
  - name: coins
    when: [区块时间, 付出地址, 收到地址, 数量]
    institution: "chain:tron"
    network: tron
    asset: tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t
    columns: { time: 区块时间, from: 付出地址, to: 收到地址, amount: 数量, order: 哈希 }
  - name: core-bank
    when: [甲行时间, 付方, 收方, 金额]
    columns: { time: 甲行时间, from: 付方, to: 收方, amount: 金额, order: 流水号 }
  - name: leader-bank
    when: [乙行时间, 付方, 收方, 金额]
    columns: { time: 乙行时间, from: 付方, to: 收方, amount: 金额 }
  - name: chat
    when: [支付时间, 付款人, 收款人, 金额, 单号]
    columns: { time: 支付时间, from: 付款人, to: 收款人, amount: 金额, order: 单号, memo: 附言 }
`;

const hash = (number: number) => String(number).padStart(64, '0');

/** The files of the case, by path. */
export function smallCase(): Map<string, string> {
	const person = (name: string, role: string, group: string, superior: string) =>
		`${name},,,${role},${group},${superior},虚构`;
	const claim = (account: string, party: string, category: string) => `${account},${party},${category},控制,虚构`;
	return new Map([
		['case.yaml', CASE_YAML],
		[
			'people.csv',
			table('姓名,证件号码,绰号,角色,组别,上级,来源', [
				person('演示甲', '核心', '', ''),
				person('演示乙', '组长', '一组', '演示甲'),
				person('演示丙', '话务', '一组', '演示乙'),
				person('演示丁', '话务', '一组', '演示乙'),
			]),
		],
		[
			'accounts.csv',
			table('账号,主体,类别,关系,来源', [
				claim(OVERSEAS, '境外老板', '境外'),
				claim(WALLET, '演示甲', '人员'),
				claim(CORE_CARD, '演示甲', '人员'),
				claim(LEADER_CARD, '演示乙', '人员'),
				claim(LEADER_CHAT, '演示乙', '人员'),
				claim(CALLER_CHAT, '演示丙', '人员'),
				claim(OTHER_CALLER_CHAT, '演示丁', '人员'),
				claim(DESK, '样例币商', '服务商'),
			]),
		],
		[
			'evidence/coins.csv',
			table('区块时间,付出地址,收到地址,数量,哈希', [
				`2023-03-01 10:00:00,${OVERSEAS},${WALLET},2000,${hash(1)}`,
				`2023-03-02 10:00:00,${WALLET},${DESK},1000,${hash(2)}`,
				`2023-03-05 10:00:00,${WALLET},${DESK},500,${hash(3)}`,
				`2023-03-05 10:05:00,${WALLET},${DESK},500,${hash(4)}`,
			]),
		],
		[
			'evidence/core-bank.csv',
			table('甲行时间,付方,收方,金额,流水号', [
				`2023-03-02 10:30:00,bank:6230000000000000911,${CORE_CARD},7000.00,A1`,
				`2023-03-05 10:10:00,bank:6230000000000000922,${CORE_CARD},3500.00,A2`,
				`2023-03-05 10:20:00,bank:6230000000000000933,${CORE_CARD},3500.00,A3`,
				`2023-03-06 09:00:00,${CORE_CARD},${LEADER_CARD},3000.00,A4`,
			]),
		],
		[
			'evidence/leader-bank.csv',
			table('乙行时间,付方,收方,金额', [`2023-03-06 09:00:20,${CORE_CARD},${LEADER_CARD},3000.00`]),
		],
		[
			'evidence/chat.csv',
			table('支付时间,付款人,收款人,金额,单号,附言', [
				`2023-03-07 20:00:00,${LEADER_CHAT},${CALLER_CHAT},245.00,W1,`,
				`2023-03-08 20:00:00,${LEADER_CHAT},${CALLER_CHAT},25.00,W2,`,
				`2023-03-08 20:01:00,${LEADER_CHAT},${OTHER_CALLER_CHAT},200.00,W3,`,
				`2023-03-09 12:00:00,${LEADER_CHAT},${CALLER_CHAT},60.00,W4,`,
			]),
		],
	]);
}

function table(header: string, rows: readonly string[]): string {
	return `${[header, ...rows].join('\n')}\n`;
}
