import { clock, local } from '../calendar.ts';
import type { Random } from '../random.ts';
import { csvLine, utf8 } from '../text.ts';
import type { DayWork, Group, Person } from '../world.ts';

export const CALL_HEADER = ['工号', '被叫号码', '呼叫时间', '通话时长(秒)', '任务', '班组'] as const;
export const HOURS_HEADER = ['工号', '考勤日期', '在岗时长(小时)'] as const;
export const SEAT_HEADER = ['座席工号', '使用人', '启用', '停用'] as const;

/** Calls a day that the export keeps of each seat; a real one has hundreds. */
const CALLS_PER_DAY = 6;

/** A seat's number: the group, then the place. */
function seatOf(group: Group, person: Person): string {
	return `${group.index + 1}${String(group.members.indexOf(person) + 1).padStart(3, '0')}`;
}

/** The dialler's list of calls: numbers masked, one in three not answered. */
export function callRecords(random: Random, group: Group, works: readonly DayWork[]): Uint8Array {
	const rows = works.flatMap((work) =>
		Array.from({ length: CALLS_PER_DAY }, (_, index) => {
			const at = clock(work.day, 9 + index, random.int(0, 59), random.int(0, 59));
			const seconds = random.chance(33) ? 0 : random.int(3, 240);
			const callee = `1${random.digits(2)}****${random.digits(4)}`;
			return [seatOf(group, work.person), callee, local(at), String(seconds), '引流外呼', group.name];
		}),
	);
	return csv(CALL_HEADER, rows);
}

/** The dialler's time sheet: nine hours for a day, four for half of one. */
export function timeSheet(group: Group, works: readonly DayWork[]): Uint8Array {
	return csv(
		HOURS_HEADER,
		works.map(({ person, day, percent }) => [seatOf(group, person), day, percent === 100 ? '9' : '4']),
	);
}

/** Who sat where, as the leader's list says. */
export function seatList(group: Group): Uint8Array {
	return csv(
		SEAT_HEADER,
		group.members.map((person) => [seatOf(group, person), person.name, '2023-03-01', '']),
	);
}

function csv(header: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
	return utf8([header, ...rows].map((cells) => `${csvLine(cells)}\r\n`).join(''), true);
}
