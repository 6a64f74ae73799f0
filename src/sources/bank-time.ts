/** When a bank's row was booked, where its day and its time of day stand in two columns as well. */
import { type Moment, parseTime } from '../ledger/time.ts';
import type { Row } from './row.ts';

/**
 * The moment of a row: the time column where it names a day, else the day of one column at the time of day of another
 * (`20230301` and `093000`). A time of day that lost its leading zero in a spreadsheet (`93000`) is still one.
 *
 * @throws RowFault `time`
 */
export function bankMoment<F extends string>(row: Row<F>, date: F, time: F, offsetMinutes: number): Moment {
	const day = row.text(date);
	const clock = row.text(time);
	if (day === '') return row.moment(time, offsetMinutes);
	if (clock === '') return row.moment(date, offsetMinutes);
	const whole = parseTime(clock, offsetMinutes);
	if (whole) return whole;
	const joined = parseTime(`${dashed(day)} ${clockOf(clock)}`, offsetMinutes);
	if (!joined) throw row.fault(parseTime(day, offsetMinutes) ? time : date, 'time');
	return { ...joined, text: `${day} ${clock}` };
}

/** `20230301` as `2023-03-01`, and only the day of what prints midnight beside it. */
function dashed(day: string): string {
	const bare = day.replace(/[ T]00:00(?::00)?(?:\.0+)?$/, '');
	return /^\d{8}$/.test(bare) ? `${bare.slice(0, 4)}-${bare.slice(4, 6)}-${bare.slice(6)}` : bare;
}

function clockOf(text: string): string {
	if (!/^\d{5,6}$/.test(text)) return text;
	const digits = text.padStart(6, '0');
	return `${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4)}`;
}
