/**
 * Words of payment notes and what they speak of. Taken from how people write in chat payments, not from any law or
 * standard: edit freely, one list per topic, and the tests of `memo.ts` show what a word does.
 */
export const LEXICON = {
	wage: ['工资', '底薪', '日薪', '日结', '薪水'],
	commission: ['提成', '佣金', '引流', '人头', '拉群'],
	bonus: ['奖金', '奖励', '全勤', '加班费'],
	funding: ['备用金', '发放', '工资款', '代发'],
	loan: ['借款', '借你', '借我', '周转一下', '应急'],
	repayment: ['还款', '还你', '还钱', '还借'],
	return: ['退回', '多发', '发错', '退多'],
	operating: ['软件', '线路', '话费充值', '号码', '名单', '服务器', '设备'],
	family: ['妈', '爸', '老婆', '老公', '孩子', '生活费', '压岁'],
	private: [
		...['生日', '新年', '快乐', '结婚', '份子', '房租', '饭', 'AA', '水果'],
		...['奶茶', '车费', '油费', '代买', '快递', '打牌'],
	],
} as const satisfies Record<string, readonly string[]>;

export type Topic = keyof typeof LEXICON;

/** Texts that the payment programs fill in themselves: they say nothing. Without punctuation and spaces. */
export const DEFAULT_MEMOS: ReadonlySet<string> = new Set([
	'',
	'恭喜发财大吉大利',
	'大吉大利',
	'恭喜发财',
	'微信转账',
	'微信红包',
	'转账',
]);

/** Sums, in fen, that people give for luck or love: in a packet they are a wish, until something else says pay. */
export const LUCKY_SUMS: ReadonlySet<bigint> = new Set([
	...[
		520n,
		666n,
		888n,
		999n,
		1314n,
		1666n,
		1688n,
		1800n,
		1888n,
		5200n,
		5210n,
		6600n,
		6666n,
		6688n,
		6800n,
		8800n,
		8888n,
	],
	...[9900n, 9999n, 13140n, 16600n, 16800n, 16888n, 18800n, 18888n],
]);
