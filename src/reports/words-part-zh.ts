/** Words of packages about a part of a case. */
export const partZh = {
	without: { group: '未填组别', batch: '未填批次', office: '未填办案单位', province: '未填省市' },
	by: { group: '按组别', batch: '按批次', office: '按办案单位', province: '按省市' },
	people: (count: number) => `${count}人`,
	note: (count: number) =>
		`本材料包只述所列${count}人：其各项金额、各笔往来，以及这些款项逐层向上的来源。其他人的姓名、证件、账号已遮盖，其金额不列。起点、守恒核对、总账核对、电子数据清单、数据缺口、被害人损失、按性质分列的款项、金额偶然相符的检验是全案的，供比对；兑现对应、未对应的款项、推定的层级、待办事项只列与所列人员有关的。`,
	file: '汇总核对',
	columns: { part: '材料包', people: '人数', transfers: '金额项下笔次' },
	sum: '各包合计',
	whole: '全案',
	difference: '差额',
};

export type PartWords = typeof partZh;
