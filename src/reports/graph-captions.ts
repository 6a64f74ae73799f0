import { CNY } from '../ledger/asset.ts';
import { displayAmount } from '../ledger/money.ts';
import { word } from './words.ts';
import { zh } from './words-zh.ts';
import { type Held, valueText, yardstickWords } from './yardsticks.ts';

/** What stands under a node of the graph in Neo4j Browser or Bloom. Chinese, whatever the language of the reports. */

/** The words of the ledgers, but for those with brackets, and for whom what was passed on went to. */
const FIGURES: Readonly<Record<string, string>> = {
	...zh.figureNames,
	'passed-on': '转发下级',
	'private-in': '私人往来，收',
	'private-out': '私人往来，付',
	'peers-in': '同级往来，收',
	'peers-out': '同级往来，付',
	'loans-in': '借还款，收',
	'loans-out': '借还款，付',
};

const LEAD_BASES: Readonly<Record<string, string>> = { joined: '入群', reported: '上报', called: '通话' };

/** `张三（话务员）` */
export function partyCaption(name: string, role: string): string {
	return role === '' ? name : zh.withRole(name, word(zh.roles, role));
}

/** `张三 留存 1,234.50元` */
export function figureCaption(name: string, figure: string, fen: bigint): string {
	return `${name} ${word(FIGURES, figure)} ${yuan(fen)}`;
}

/** `张三 收到 120.00 USDT` */
export function coinsCaption(name: string, quantity: string): string {
	return `${name} ${FIGURES.received} ${quantity}`;
}

/** `张三 收到中可追溯 120.00 CNY（先进先出）` */
export function tracedCaption(name: string, policy: string, quantity: string): string {
	return zh.withRole(`${name} 收到中可追溯 ${quantity}`, word(zh.policies, policy));
}

/** `提成 35.00元（有据）` */
export function payoutCaption(kind: string, fen: bigint, certainty: string): string {
	return zh.withRole(`${word(zh.kinds, kind)} ${yuan(fen)}`, word(zh.certainties, certainty));
}

/** `兑现 120.00 USDT → 864.00元（按规则采纳）` */
export function cashOutCaption(quantity: string, fen: bigint, status: string): string {
	return zh.withRole(`${zh.kinds['cash-out']} ${quantity} → ${yuan(fen)}`, word(zh.statuses, status));
}

/** `上报 5人` */
export function leadCaption(basis: string, count: number): string {
	return `${word(LEAD_BASES, basis)} ${count}人`;
}

/** `李四 每人5.00元` */
export function rateCaption(name: string, lowest: bigint, highest: bigint): string {
	const [least, most] = [displayAmount(lowest, CNY), displayAmount(highest, CNY)];
	return `${name} 每人${least === most ? least : `${least}至${most}`}元`;
}

/** `张三 拨打520次、出勤20天` */
export function workCaption(name: string, calls: number, days: number): string {
	return `${name} 拨打${calls}次、出勤${days}天`;
}

/** `李四：每天底薪二百元` */
export function testimonyCaption(person: string, claim: string): string {
	return zh.notes.about(person, claim);
}

/** `冻结 50,000.00 CNY` */
export function measureCaption(kind: string, quantity: string): string {
	return [word(zh.measures, kind), quantity].filter((part) => part !== '').join(' ');
}

/** `福利群 引流10人` */
export function groupCaption(name: string, leads: number): string {
	return `${name} 引流${leads}人`;
}

/** `张三 似组长`, `李四 似属张三` */
export function proposalCaption(name: string, role: string, superior = ''): string {
	return role === '' ? `${name} 似属${superior}` : `${name} 似${word(zh.roles, role)}`;
}

/** `张三 收到10,000.00 有记录支持，达到` */
export function yardstickCaption(name: string, { answer, least, unit }: Held): string {
	const { measures, reached } = yardstickWords('zh');
	return `${name} ${word(measures, answer.measure)}${valueText(least, unit)} ${word(reached, answer.reached)}`;
}

/** `10000.00；18489.00；18573.28；28600.00`: threshold, documented, with inferred or disputed, at most; blank where not known. */
export function yardstickShown({ least, unit, value }: Held): string {
	return [least, value?.documented, value?.inferred, value?.most].map((one) => valueText(one, unit)).join(zh.stop);
}

/** `境外上家甲 付入 5,000.00 USDT` */
export function seedCaption(label: string, quantity: string): string {
	return `${label} 付入 ${quantity}`;
}

/** `代币往来 查询受限` */
export function historyCaption(history: string, outcomes: readonly string[]): string {
	return [word(zh.histories, history), outcomes.map((one) => word(zh.outcomes, one)).join(zh.separator)].join(' ');
}

/** What is missing, and in which file. */
export function gapCaption(text: string, file: string): string {
	return file === '' ? text : zh.notes.about(file, text);
}

function yuan(fen: bigint): string {
	return `${displayAmount(fen, CNY)}${zh.yuan}`;
}
