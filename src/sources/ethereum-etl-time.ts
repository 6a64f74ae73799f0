import { type Moment, parseTime } from '../ledger/time.ts';

/** Unix seconds as ethereum-etl prints them, or a time in UTC as BigQuery exports the same column. */
export function unixMoment(text: string): Moment | undefined {
	if (!/^\d{10}$/.test(text)) return parseTime(text, 0);
	return { instant: Number(text) * 1000, text, precision: 'second' };
}
