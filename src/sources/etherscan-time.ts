/** Times as Etherscan and its like export them: printed in UTC, with the Unix time beside. */
import { type Moment, parseTime } from '../ledger/time.ts';
import type { Row } from './row.ts';

/**
 * The printed time in UTC; the Unix time beside it must be the same second.
 *
 * @throws RowFault `missing`, `time`
 */
export function etherscanMoment(row: Row<'unix' | 'utc'>): Moment {
	const text = row.needed('utc');
	const moment = parseTime(isoOf(text), 0);
	if (moment === undefined) throw row.fault('utc', 'time');
	const unix = row.text('unix');
	const agrees = /^\d{1,11}$/.test(unix) && Number(unix) * 1000 === moment.instant;
	if (unix !== '' && !agrees) throw row.fault('unix', 'time');
	return { ...moment, text };
}

/** Old exports print `5/18/2021 4:17:38 AM`. */
function isoOf(text: string): string {
	const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2}):(\d{2}) ([AP])M$/.exec(text);
	if (!match) return text;
	const [, month, day, year, hour, minute, second, half] = match;
	if (Number(hour) < 1 || Number(hour) > 12) return text;
	return `${year}-${month}-${day} ${(Number(hour) % 12) + (half === 'P' ? 12 : 0)}:${minute}:${second}`;
}
