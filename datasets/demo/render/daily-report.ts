import { DAY } from '../calendar.ts';
import { csvLine, utf8 } from '../text.ts';
import { type Cell, workbook } from '../workbook.ts';
import type { DayWork, Group } from '../world.ts';

export const REPORT_HEADER = ['日期', '组别', '话务员', '引流人数', '填报人'] as const;

/** Days from 30 December 1899, by which spreadsheets count. */
const EPOCH = Date.UTC(1899, 11, 30);

/** A group's daily reports as its leader kept them: text, or a sheet in which days are real dates. */
export function dailyReport(
	group: Group,
	works: readonly DayWork[],
	namesakes: ReadonlySet<string>,
	form: 'csv' | 'xlsx',
): Uint8Array {
	const rows = works.flatMap(({ person, day, reported }) => {
		if (reported === undefined) return [];
		const caller = namesakes.has(person.name) ? `wechat:${person.chats[0]}` : person.name;
		return [{ day, caller, count: String(reported) }];
	});
	const line = <Value>(day: Value, caller: string, count: Value): (string | Value)[] => [
		day,
		group.name,
		caller,
		count,
		group.leader.nickname,
	];
	if (form === 'csv') {
		const lines = rows.map(({ day, caller, count }) => line(day, caller, count));
		return utf8([[...REPORT_HEADER], ...lines].map((cells) => `${csvLine(cells)}\r\n`).join(''), true);
	}
	const body = rows.map(({ day, caller, count }) =>
		line<Cell>({ number: serial(day), format: 'day' }, caller, { number: count, format: 'plain' }),
	);
	return workbook('日报', [REPORT_HEADER, ...body]);
}

function serial(day: string): string {
	return String(Math.round((Date.parse(`${day}T00:00:00Z`) - EPOCH) / DAY));
}
