/** Times as Binance exports them: the zone in the column's header, the year sometimes with two digits. */
import { type Moment, parseTime } from '../ledger/time.ts';
import type { Row } from './row.ts';

/** Minutes east of UTC in a header such as `Date(UTC)` or `Date(UTC+8)`; undefined where it names no zone. */
export function zoneIn(header: string): number | undefined {
	const match = /UTC\s*(?:([+-])(\d{1,2})(?::?(\d{2}))?)?\)?$/i.exec(header);
	if (!match) return undefined;
	const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
	return match[1] === '-' ? -minutes : minutes;
}

/** @throws RowFault `time` */
export function binanceMoment(row: Row<'time'>, offsetMinutes: number): Moment {
	const text = row.text('time');
	const moment = parseTime(/^\d\d-\d\d-\d\d /.test(text) ? `20${text}` : text, offsetMinutes);
	if (moment === undefined) throw row.fault('time', 'time');
	return { ...moment, text };
}
