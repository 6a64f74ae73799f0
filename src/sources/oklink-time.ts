/** Times as OKLink exports them: once in UTC and once in Chinese time. */
import { CHINA_OFFSET_MINUTES, type Moment } from '../ledger/time.ts';
import type { Row } from './row.ts';

/**
 * The UTC column counts; the one in Chinese time must say the same.
 *
 * @throws RowFault `time`
 */
export function oklinkMoment(row: Row<'utc' | 'local'>): Moment {
	const local = row.text('local') === '' ? undefined : row.moment('local', CHINA_OFFSET_MINUTES);
	if (row.text('utc') === '' && local !== undefined) return local;
	const utc = row.moment('utc', 0);
	if (local !== undefined && local.instant !== utc.instant) throw row.fault('local', 'time');
	return utc;
}
