import type { Moment } from '../ledger/time.ts';

/**
 * Seconds or milliseconds since 1970, as databases of chats keep times.
 *
 * @param printed the same time as the export prints it for people, where it does
 */
export function unixMoment(text: string, printed = ''): Moment | undefined {
	const shown = printed === '' ? text : printed;
	if (/^\d{9,10}$/.test(text)) return { instant: Number(text) * 1000, text: shown, precision: 'second' };
	if (/^\d{13}$/.test(text)) return { instant: Number(text), text: shown, precision: 'millisecond' };
	return undefined;
}
