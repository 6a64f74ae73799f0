import { csvLine, utf8, yuan } from '../text.ts';
import type { World } from '../world.ts';
import { groupIds } from './chat.ts';

/** What investigators type off paper: statements on record, measures, victims. Beside the figures, in none of them. */

export const TESTIMONY_HEADER = ['供述人', '笔录', '页码', '供述内容', '涉及金额(元)', '所指日期', '是否辩解'] as const;
export const MEASURE_HEADER = [
	'措施',
	'相对人',
	'措施账户',
	'措施金额(元)',
	'法律文书',
	'措施机关',
	'起始日',
	'到期日',
] as const;
export const VICTIM_HEADER = ['被害人代号', '损失金额(元)', '被骗日期', '入群群号'] as const;

/** One who admits the wage, one who contests a payment. */
export function testimonyTable({ groups }: World): Uint8Array {
	const [caller, other] = groups[0]?.members.slice(1) ?? [];
	return csv(TESTIMONY_HEADER, [
		[caller?.name ?? '', '第一次讯问笔录', '3', '每天底薪二百元，拉一个人进群五元', '200.00', '2023-03-06', '否'],
		[other?.name ?? '', '第二次讯问笔录', '2', '其中一笔是组长还我的饭钱', '45.00', '2023-04-11', '是'],
	]);
}

/** A frozen card of each core member, and what one leader handed in. */
export function measureTable({ cores, groups }: World): Uint8Array {
	const frozen = cores.map(({ name, card }, index) => [
		'冻结',
		name,
		`bank:${card}`,
		yuan(BigInt(index + 1) * 20_000_00n),
		`临公冻通字[2023]0${index + 1}号`,
		'临江市公安局样例分局（虚构）',
		'2023-06-02',
		'2023-12-01',
	]);
	const leader = groups[0]?.leader;
	const handed = [
		'退赃',
		leader?.name ?? '',
		'',
		'5000.00',
		'临公退字[2023]01号',
		'临江市公安局样例分局（虚构）',
		'2023-06-20',
		'',
	];
	return csv(MEASURE_HEADER, [...frozen, handed]);
}

export function victimTable({ groups }: World): Uint8Array {
	const rows = groups.slice(0, 3).map((group, index) => {
		const [, lead] = groupIds(group);
		return [`被害人${index + 1}`, yuan(BigInt(index + 2) * 12_345_00n), `2023-04-1${index}`, lead];
	});
	return csv(VICTIM_HEADER, rows);
}

function csv(header: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
	return utf8([header, ...rows].map((cells) => `${csvLine(cells)}\r\n`).join(''), true);
}
