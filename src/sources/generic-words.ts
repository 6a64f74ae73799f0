/** Words of a direction or status column in a table that nobody has described. */
import { bankWay } from './bank-words.ts';

export interface Directions {
	readonly inWords: readonly string[];
	readonly outWords: readonly string[];
}

/** Words that stand for each other's opposite: where a table writes one, it writes the other. */
const PAIRS: readonly (readonly [string, string])[] = [
	['进', '出'],
	['入', '出'],
	['贷', '借'],
	['收', '付'],
	['收', '支'],
	['收入', '支出'],
	['收款', '付款'],
	['转入', '转出'],
	['存入', '支取'],
	['来账', '往账'],
	['C', 'D'],
	['Cr', 'Dr'],
	['CR', 'DR'],
	['Credit', 'Debit'],
	['CREDIT', 'DEBIT'],
	['credit', 'debit'],
	['IN', 'OUT'],
	['In', 'Out'],
	['in', 'out'],
];

/** The words that mean in and out. Undefined where most of the values mean neither. */
export function directionsIn(values: readonly string[]): Directions | undefined {
	if (2 * values.filter((word) => bankWay(word) !== undefined).length <= values.length) return undefined;
	const seen = [...new Set(values)];
	const inWords = new Set(seen.filter((word) => bankWay(word) === 'in'));
	const outWords = new Set(seen.filter((word) => bankWay(word) === 'out'));
	for (const [into, out] of PAIRS) {
		if (seen.includes(into) && outWords.size === 0) outWords.add(out);
		if (seen.includes(out) && inWords.size === 0) inWords.add(into);
	}
	return { inWords: [...inWords], outWords: [...outWords] };
}

const DONE_WORDS = ['成功', '交易成功', '支付成功', '已完成', '完成'];
const NOT_DONE =
	/失败|关闭|撤销|取消|冲正|未|不成功|待|处理中|退回|退款|退还|拒绝|否|fail|cancel|clos|pend|reject|revers|declin|refus/i;
const DONE =
	/成功|完成|已到账|已转账|已收|已付|已存入|^(?:是|正常|有效|1|00|01|Y|YES|TRUE|OK|DONE)$|success|complet|posted|settled/i;

/**
 * The words that mean that it happened; all others will mean that it did not. Undefined where most of the values mean
 * neither: nobody can tell.
 *
 * @param cells with blank ones: where a table leaves some blank, a blank one is a booked row
 */
export function doneWordsIn(cells: readonly string[]): readonly string[] | undefined {
	const values = cells.filter((word) => word !== '');
	const isDone = (word: string) => DONE.test(word) && !NOT_DONE.test(word);
	const known = values.filter((word) => isDone(word) || NOT_DONE.test(word));
	const done = values.filter(isDone);
	if (done.length === 0 || 2 * known.length <= values.length) return undefined;
	return [...new Set([...done, ...DONE_WORDS, ...(values.length < cells.length ? [''] : [])])];
}
