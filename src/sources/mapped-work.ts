/** What shows somebody's work: daily reports of leads, calls, time sheets, checks. */
import type { Attendance, Call, Check, Lead } from '../ledger/statement.ts';
import { minutesOf, minutesOfHours, secondsOf } from './mapped-duration.ts';
import { dayIn, handleIn, type MappedContext, whoIn } from './mapped-row.ts';
import type { MappedField } from './mapping.ts';
import type { Row } from './row.ts';

type MappedRow = Row<MappedField>;

/** How diallers say that a call was answered. */
const ANSWERED: readonly string[] = ['接通', '已接通', '接听', '已接听', '已接', '应答', '已应答', '通话成功', '成功'];

/** How many persons a caller says to have brought in on a day. @throws RowFault */
export function mappedLead(row: MappedRow, { mapping, offsetMinutes }: MappedContext): Lead {
	const count = row.needed('count');
	if (!/^\d{1,6}$/.test(count)) throw row.fault('count', 'value');
	return {
		id: row.statementId('l'),
		caller: whoIn(row, 'caller', mapping.network),
		day: dayIn(row, 'day', offsetMinutes),
		count: Number(count),
		basis: 'reported',
		...(row.text('reporter') === '' ? {} : { reporter: whoIn(row, 'reporter', mapping.network) }),
		evidence: row.place(),
		raw: row.raw,
	};
}

/** A call. The called number stays as it is, plain, masked or hashed. @throws RowFault */
export function mappedCall(row: MappedRow, { mapping, offsetMinutes }: MappedContext): Call {
	return {
		id: row.statementId('c'),
		caller: whoIn(row, 'caller', mapping.network),
		callee: handleIn(row, 'callee'),
		moment: row.moment('time', offsetMinutes),
		seconds: talkSeconds(row, mapping.doneWords ?? ANSWERED),
		...row.optional('task', 'group'),
		evidence: row.place(),
		raw: row.raw,
	};
}

/** Nothing printed is no talk only where the status says that nobody answered. */
function talkSeconds(row: MappedRow, answered: readonly string[]): number {
	const status = row.text('status');
	if (row.text('seconds') === '' && status !== '' && !answered.includes(status)) return 0;
	const seconds = secondsOf(row.needed('seconds'));
	if (seconds === undefined) throw row.fault('seconds', 'value');
	return seconds;
}

/** Minutes worked on a day, by a total or from when until when. @throws RowFault */
export function mappedAttendance(row: MappedRow, { mapping, offsetMinutes }: MappedContext): Attendance {
	return {
		id: row.statementId('w'),
		worker: whoIn(row, 'worker', mapping.network),
		day: dayIn(row, 'day', offsetMinutes),
		minutes: row.has('hours')
			? total(row, 'hours', minutesOfHours)
			: row.has('minutes')
				? total(row, 'minutes', minutesOf)
				: spanMinutes(row, offsetMinutes),
		evidence: row.place(),
		raw: row.raw,
	};
}

function total(row: MappedRow, field: MappedField, read: (text: string) => number | undefined): number {
	const minutes = read(row.needed(field));
	if (minutes === undefined) throw row.fault(field, 'value');
	return minutes;
}

/** Whole minutes between start and end. A clock time is one of the day; an end before the start is nothing to guess at. */
function spanMinutes(row: MappedRow, offsetMinutes: number): number {
	const [start, end] = (['start', 'end'] as const).map((field) => clock(row, field, offsetMinutes)) as [number, number];
	const minutes = Math.floor((end - start) / 60_000);
	if (minutes < 0 || minutes > 1440) throw row.fault('end', 'time');
	return minutes;
}

function clock(row: MappedRow, field: 'start' | 'end', offsetMinutes: number): number {
	const match = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(row.needed(field));
	if (!match) return row.moment(field, offsetMinutes).instant;
	const hour = Number(match[1]);
	if (hour > 23) throw row.fault(field, 'time');
	const seconds = hour * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
	return row.moment('day', offsetMinutes).instant + seconds * 1000;
}

/** An inspector's check. Inspectors have no seat: a name in Chinese stays one whatever network the workers are on. */
export function mappedCheck(row: MappedRow, { mapping, offsetMinutes }: MappedContext): Check {
	const isName = /\p{Script=Han}/u.test(row.text('inspector'));
	return {
		id: row.statementId('k'),
		inspector: whoIn(row, 'inspector', isName ? undefined : mapping.network),
		worker: whoIn(row, 'worker', mapping.network),
		moment: row.moment('time', offsetMinutes),
		result: row.text('result'),
		evidence: row.place(),
		raw: row.raw,
	};
}
