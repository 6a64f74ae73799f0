/** Words of the files for other programs. `words-en.ts` must have the same keys. */
export const zh = {
	file: '资金流向',
	provenance: '资金分析',
	unknownHolder: (account: string) => `${account} 的持有人（不详）`,
	holds: '持有',
	conversion: '兑现（推定，无双方单据）',
	rate: '单价',
	amount: '金额',
	asset: '币种',
	kind: '性质',
	certainty: '把握',
	grade: '依据等级',
	order: '单号',
	memo: '附言',
	evidence: '检材行',
	account: '账号',
	role: '角色',
	group: '组别',
	person: '人员',
	other: '单位或其他',
	unknown: '不详',
	wallet: '钱包',
	bank: '银行账户',
	user: '支付账户',
	about:
		'由资金分析导出，只列记录所载事实；推定规则下的结果不在其中。剔除的记录见附表5。检材行中 F 加数字为附表6所列文件的序号。',
} as const;

export type ExchangeWords = {
	readonly [K in keyof typeof zh]: (typeof zh)[K] extends string ? string : (typeof zh)[K];
};
