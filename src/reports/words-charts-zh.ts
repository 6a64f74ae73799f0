/** Words of the charts beside those that all reports share. `words-charts-en.ts` must have the same keys. */
export const chartsZh = {
	number: (number: string) => `图${number}`,
	edition: '版本',
	see: (number: string) => `见图${number}`,
	crew: (role: string, count: number) => `${role}${count}人`,
	crewOther: (count: number) => `其他${count}人`,
	costBox: (count: number) => `运营支出收款方${count}个（图4）`,
	gradeMark: { inferred: '推定', stated: '陈述' } as Record<string, string>,
	titles: {
		core: (name: string) => `${name}（核心成员）资金流向图`,
		group: (name: string, group: string) => `${name}${group === '' ? '' : `（${group}）`}收付资金流向图`,
		costs: '运营支出与向上回款图',
		sheet: (sheet: number, of: number) => `（第${sheet}张，共${of}张）`,
	},
	files: {
		core: '核心成员',
		group: '组',
		costs: '运营支出与向上回款',
	},
	outside: (sums: string) => `图外另${sums}`,
	purposes: (memos: string) => `摘要：${memos}`,
	notes: {
		figures: (name: string, figures: string) => `${name}（附表4）：${figures}；有记录支持的下限与可能的上限见附表17。`,
		coins: (sums: string) => `收到境外来币${sums}`,
		received: (amount: string) => `收到${amount}`,
		passedOn: (amount: string) => `转发${amount}`,
		kept: (amount: string) => `留存${amount}`,
		operating: (amount: string) => `另付运营支出${amount}`,
		sources: (files: string, rows: string) =>
			`数据来源：检材${files}份、${rows}行（附表6）；逐笔见附表3，#n为附表2序号。`,
		outside: '“图外另”为该人与本图以外各方的往来合计；“见图”处该方往来画于所指之图。',
		idle: (count: number, names: string, more: number) =>
			`本组名册中另有${count}人无计入本图的往来：${names}${more > 0 ? `等，另${more}人见附表1` : ''}。`,
		teams: (boxes: number, members: number) =>
			`折叠：每一付款方的下级并为一框，共${boxes}框、代${members}人；各人分列于图3各图及附表2。`,
		heads: (limit: number, boxes: number, members: number) =>
			`每一付款方下同一角色的付款人至多画${limit}框，余按金额由小并为${boxes}框、代${members}人。`,
		costs: (links: number, sums: string) => `另有运营支出${links}项（${sums}）计入付款方框内合计而未画线，见图4。`,
		across: (links: number, sums: string) =>
			`另有下级与主要付款方以外的人之间的往来及下级的退回${links}项（${sums}）计入框内合计而未画线，见图3各图。`,
		dense: (short: boolean) =>
			`密集栏每框一行：只有一条进线（出线）的，合计即线上所注${short ? '；框内不注账号与笔数，起止日期与方式见附表2' : ''}。`,
		foldNone: '折叠：未折叠，每人一框。',
		upstream: '向上回款：箭头逆向者（←）为下级退回上级或核心成员付往境外的款项，均为单列，不与收到、转发相抵。',
		leftOut: '只列运营支出、无对应人民币的付币、退回及付往境外的款项；其余往来见图1至图3。',
	},
};

export type ChartWords = typeof chartsZh;
