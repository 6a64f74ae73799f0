import { wordsOf } from '../../reports/words.ts';
import type { FetchedCase, FetchedHistory } from '../../run/chains/fetch-case.ts';
import type { Words } from '../messages/words.ts';
import { table } from '../table.ts';
import { chainAlarms } from './chain-alarms.ts';

/** What is known of each history after a fetch: how far, how much, and what stood in the way. */
export function printFetched({ sent, pooled, damaged, ...fetched }: FetchedCase, words: Words): string {
	const { say, language } = words;
	const { histories, outcomes } = wordsOf(language);
	const columns = [
		{ title: say('column.account') },
		{ title: say('column.history') },
		{ title: say('column.stretch') },
		{ title: say('column.records'), align: 'right' as const },
		{ title: say('column.new'), align: 'right' as const },
		{ title: say('column.pages'), align: 'right' as const },
		{ title: say('column.outcome') },
	];
	const rows = fetched.histories.map((one) => [
		one.account,
		histories[one.history] ?? one.history,
		stretchOf(one),
		String(one.records),
		String(one.added),
		String(one.pages),
		[outcomes[one.outcome] ?? one.outcome, one.reason].filter((part) => part !== '').join(': '),
	]);
	return [
		fetched.histories.length > 0 ? table(columns, rows) : say('fetch.nobody'),
		'',
		say('fetch.sent', { sent }),
		...chainAlarms({ pooled, damaged }, words),
	].join('\n');
}

function stretchOf({ unit, from, until }: FetchedHistory): string {
	if (from === undefined || until === undefined) return '';
	return unit === 'block' ? `${from}-${until}` : `${timeOf(from)}-${timeOf(until)}`;
}

function timeOf(instant: number): string {
	return new Date(instant).toISOString().slice(0, 19);
}

/** 4 where nothing at all could be asked, 1 where something is not whole. */
export function fetchExit({ histories, damaged }: FetchedCase): number {
	const asked = histories.filter(({ outcome }) => outcome !== 'not-visible');
	const unasked = asked.filter(
		({ outcome, added }) => (outcome === 'unreachable' || outcome === 'denied') && added === 0,
	);
	if (asked.length > 0 && unasked.length === asked.length) return 4;
	const whole = histories.every(({ outcome }) => outcome === 'complete' || outcome === 'empty');
	return whole && damaged.length === 0 ? 0 : 1;
}
