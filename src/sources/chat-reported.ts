/** Daily counts that callers write into a chat: `今日引流8人`, `8月15日 进群 12`, `引流：8`. */
import { formatDay, parseTime } from '../ledger/time.ts';

/** The whole message must be the report: `进群8折` and `今天8人吃饭` are none. */
const REPORT =
	/^(?:(\d{1,2})[月./-](\d{1,2})[日号]?|(今日|今天|昨日|昨天))?[\s:：,，]{0,4}(?:引流|进群|拉新|加粉|进粉|引粉)(?:人数|数量|数)?[\s:：=]{0,4}(\d{1,4})\s?[人个位]?[。.!！]?$/;

/** A report is written on its day or soon after it. */
const DAYS_LATE_MAX = 31;
const DAY_MS = 86_400_000;

interface ReportedCount {
	/** `2024-08-15`, of the zone asked for. */
	readonly day: string;
	/** Persons, at least one. */
	readonly count: number;
}

/**
 * The count that a message reports, and for which day: the one it names, else its own.
 *
 * @param instant of the message
 * @param offsetMinutes zone whose days count
 */
export function reportedCount(text: string, instant: number, offsetMinutes: number): ReportedCount | undefined {
	const match = REPORT.exec(text.trim());
	const count = Number(match?.[4] ?? 0);
	if (!match || count === 0) return undefined;
	const [, month, date, word] = match;
	if (month !== undefined && date !== undefined) {
		const day = namedDay(month, date, instant, offsetMinutes);
		return day === undefined ? undefined : { day, count };
	}
	const back = word === '昨日' || word === '昨天' ? DAY_MS : 0;
	return { day: formatDay(instant - back, offsetMinutes), count };
}

/** A month and day name no year: the last such day before the message, if that is not long ago. */
function namedDay(month: string, date: string, instant: number, offsetMinutes: number): string | undefined {
	const year = Number(formatDay(instant, offsetMinutes).slice(0, 4));
	for (const candidate of [year, year - 1]) {
		const start = parseTime(`${candidate}-${month}-${date}`, offsetMinutes)?.instant;
		if (start === undefined || start > instant) continue;
		return instant - start <= DAYS_LATE_MAX * DAY_MS ? formatDay(start, offsetMinutes) : undefined;
	}
	return undefined;
}
