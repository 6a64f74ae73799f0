/** The days and hours of the invented world, all in China time (UTC+8). */

export const FIRST_DAY = '2023-03-01';
export const LAST_DAY = '2023-05-31';
/** The last day on which the first commission rate was in force. */
export const OLD_RATE_UNTIL = '2023-04-15';
export const NEW_RATE_FROM = '2023-04-16';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const ZONE = 8 * HOUR;

/** The instant of `hour`:`minute`:`second` on a day. */
export function clock(day: string, hour: number, minute = 0, second = 0): number {
	return Date.parse(`${day}T00:00:00+08:00`) + ((hour * 60 + minute) * 60 + second) * 1000;
}

export function addDays(day: string, count: number): string {
	return dayOf(clock(day, 12) + count * DAY);
}

export function dayOf(instant: number): string {
	return local(instant).slice(0, 10);
}

/** `2023-03-01 21:05:09` */
export function local(instant: number): string {
	return new Date(instant + ZONE).toISOString().slice(0, 19).replace('T', ' ');
}

/** The same instant in UTC, as chain explorers print it. */
export function utc(instant: number): string {
	return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}

/** `2023-03-01T21:05:09+08:00` */
export function iso(instant: number): string {
	return `${local(instant).replace(' ', 'T')}+08:00`;
}

/** Every day of the case, first to last. */
export function allDays(): string[] {
	const days: string[] = [];
	for (let day = FIRST_DAY; day <= LAST_DAY; day = addDays(day, 1)) days.push(day);
	return days;
}

export function isSunday(day: string): boolean {
	return new Date(`${day}T12:00:00+08:00`).getUTCDay() === 0;
}

/** The Wednesdays on which leaders get their money; the first day of the case is one. */
export function fundingDays(): string[] {
	const days: string[] = [];
	for (let day = FIRST_DAY; day <= '2023-05-24'; day = addDays(day, 7)) days.push(day);
	return days;
}
