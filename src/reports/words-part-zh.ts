/** Words of packages about a part of a case. */
export const partZh = {
	without: { group: '未填组别', batch: '未填批次', office: '未填办案单位', province: '未填省市' },
	people: (count: number) => `${count}人`,
	file: '汇总核对',
	columns: { part: '材料包', people: '人数', transfers: '金额项下笔次' },
	sum: '各包合计',
	whole: '全案',
	difference: '差额',
};

export type PartWords = typeof partZh;
