import { FIRST_DAY, LAST_DAY, NEW_RATE_FROM, OLD_RATE_UNTIL } from './calendar.ts';
import { listMappings } from './list-mappings.ts';
import { REPORT_HEADER } from './render/daily-report.ts';
import { DAYS_MAX, LEADS_PER_DAY_MAX, RATE_BANDS } from './rules.ts';
import { utf8 } from './text.ts';
import type { Group, Person } from './world.ts';

const [DAY, , CALLER, COUNT] = REPORT_HEADER;

/** What a person would set for this case, with the reason beside each setting. */
export function caseYaml(groups: readonly Group[], unasked: readonly Person[]): Uint8Array {
	const rates = groups.flatMap(({ style, name }) => {
		if (style === 'eight') return [`    - { group: ${name}, yuan_per_lead: "8" }  # 组长供述，与微信聊天记录一致`];
		if (style !== 'band') return [];
		return [`    - { group: ${name}, yuan_per_lead: { min: "5", max: "10" } }  # 单价供述不一，只知每人5至10元`];
	});
	const bands = RATE_BANDS.map(
		({ from, until, min, max, source }) =>
			`    - { from: ${from}, until: ${until}, min: "${decimal(min)}", max: "${decimal(max)}", source: ${source} }`,
	);
	return utf8(`# 演示案件：人物、账号、金额均为虚构，由种子数生成，真实答案见 truth.json。
version: 1
name: 临江话务引流演示案（虚构）
language: zh
timezone: "+08:00"
# 统计期间（含首尾两日）
period: { from: ${FIRST_DAY}, until: ${LAST_DAY} }
maker: 演示制图人
reviewer: 演示复核人
# 内置数据库，不需要另装软件
store: duckdb

seeds:
  # 起点：accounts.csv 中类别为“境外”的账号付出的每一笔
  overseas: true

pay:
  # 底薪：元/天，质检员与话务员
  wages:
    - { role: inspector, yuan_per_day: "400" }
    - { role: caller, yuan_per_day: "200" }
  # 提成：元/人；写明组别的规则优先
  commissions:
    - { yuan_per_lead: "5", until: ${OLD_RATE_UNTIL} }
    - { yuan_per_lead: "6", from: ${NEW_RATE_FROM} }
${rates.join('\n')}
  # 半天按一半计
  part_days_percent: [50]
  # 一笔最多含几天
  days_per_payout_max: ${DAYS_MAX}
  # 日报表所见单日最高为15人，留有余地
  leads_per_day_max: ${LEADS_PER_DAY_MAX}
  # 凑整、抹零的上限
  rounding_max_yuan: "1.00"

cash_outs:
  # 元/USDT，宽约1.5%，逐段注明来源
  rates:
${bands.join('\n')}
  # 人民币可早于币到多久、可晚于币到多久
  before: 12h
  after: 24h
  # 自动认定所容许的巧合期望数
  chance_max: 0.01

bounds:
  # 下列各项由谁陈述：只用于上限，不进入任何有据金额
  source: 讯问笔录及调证清单（虚构）
  # 账户均已查明的成员；支付宝号未调取登记信息的除外
  accounts_known: { people: ["*"], except: [${unasked.map(({ identity }) => `"${identity}"`).join(', ')}] }
  # 每人全部奖金及误付合计的上限
  bonuses_max_yuan: "1000"
  # 每人自有资金（余额、工资、借款、退回款）的上限
  own_money_max_yuan: "30000"
  # 从外部进来的只有虚拟币
  outside_money: coins

trace: { policy: fifo, services_end_branches: true }
chart: { fold_above: 8 }
packages: [{ level: court }]

mappings:
  # 各组日报表：组长报的每日引流人数
  - name: daily-leads
    when: [${DAY}, ${CALLER}, ${COUNT}]
    yields: leads
    columns: { day: ${DAY}, caller: ${CALLER}, count: ${COUNT} }
${listMappings()}`);
}

/** Ten-thousandths as decimal text: 68600 -> 6.86. */
function decimal(value: bigint): string {
	return `${value / 10_000n}.${(value % 10_000n)
		.toString()
		.padStart(4, '0')
		.replace(/0{1,2}$/, '')}`;
}
