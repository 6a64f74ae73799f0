/** How finely a source states its times. */
export type TimePrecision = 'millisecond' | 'second' | 'minute' | 'day';

/** An instant and the text it was read from: the text is the evidence, the instant our reading of it. */
export interface Moment {
	/** Milliseconds since 1970-01-01T00:00:00Z. For a coarser precision, the start of the minute or day. */
	readonly instant: number;
	readonly text: string;
	readonly precision: TimePrecision;
}

/** UTC+8, the time of every Chinese export that names no zone. Minutes east of Greenwich. */
export const CHINA_OFFSET_MINUTES = 480;

/** No time is printed longer, and blanks within one are tried in the square of their number. */
const LENGTH_MAX = 100;
const DIGITS_ONLY = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;
const DATED =
	/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?(?:\s+[A-Z]{3,4})?$/;

/**
 * Reads a local or zoned time as exports print it (`2023-08-01 12:00:05`, `2023/8/1 12:00`, `20230801120005`,
 * `2023-08-01T12:00:05Z`, `2026-01-27 11:53:50 +0800 CST`).
 *
 * @param offsetMinutes zone of a text that names none, in minutes east of UTC
 * @returns undefined where the text is no time, or names a day or hour that does not exist (31 April, 25:00)
 */
export function parseTime(text: string, offsetMinutes: number): Moment | undefined {
	if (text.length > LENGTH_MAX) return undefined;
	const match = DIGITS_ONLY.exec(text) ?? DATED.exec(text);
	if (!match) return undefined;
	const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((i) => Number(match[i] ?? 0)) as [
		number,
		number,
		number,
		number,
		number,
		number,
	];
	const milliseconds = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
	if (hour > 23 || minute > 59 || second > 59) return undefined;
	const local = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
	const back = new Date(local);
	if (back.getUTCFullYear() !== year || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return undefined;
	const offset = match[8] === undefined ? offsetMinutes : zoneOffset(match[8]);
	const precision: TimePrecision =
		match[7] !== undefined
			? 'millisecond'
			: match[6] !== undefined
				? 'second'
				: match[4] !== undefined
					? 'minute'
					: 'day';
	return { instant: local - offset * 60_000, text, precision };
}

function zoneOffset(zone: string): number {
	if (zone === 'Z' || zone === 'UTC') return 0;
	const sign = zone.startsWith('-') ? -1 : 1;
	const digits = zone.replace(/[^\d]/g, '');
	return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4)));
}

/** `2023-08-01 12:00:05` in the given zone: how every report prints an instant. */
export function formatTime(instant: number, offsetMinutes: number): string {
	return new Date(instant + offsetMinutes * 60_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** `2023-08-01` in the given zone. */
export function formatDay(instant: number, offsetMinutes: number): string {
	return formatTime(instant, offsetMinutes).slice(0, 10);
}
