import type { WatchEvent, Watched } from '../../run/watch/supervise.ts';
import type { Words } from '../messages/words.ts';
import { table } from '../table.ts';
import { localTime } from './local-time.ts';

/** What happened, as one line that begins with when. */
export function printEvent({ at, code, folder, facts }: WatchEvent, words: Words): string {
	const times = Object.entries(facts).filter(([name, value]) => (name === 'due' || name === 'next') && value !== '');
	const local = Object.fromEntries(times.map(([name, value]) => [name, localTime(Date.parse(String(value)))]));
	return `${localTime(at)} ${words.sayAny(code, { folder, ...facts, ...local })}`;
}

/** The same for a machine: one JSON object a line. */
export function eventJson(event: WatchEvent): string {
	const { at, code, folder, facts } = event;
	return JSON.stringify({ at: new Date(at).toISOString(), code, ...(folder === '' ? {} : { folder }), facts });
}

/** What `watch --once` did, for a machine. */
export function watchedJson({ runs, unread, exit }: Watched): unknown {
	return {
		runs: runs.map(({ due, ...run }) => ({ due: new Date(due).toISOString(), ...run, ms: Math.round(run.ms) })),
		unread: [...unread].map(([folder, problem]) => ({ folder, problem })),
		exit,
	};
}

/** What `watch --once` did, a line a case. */
export function printWatched({ runs, unread }: Watched, words: Words): string {
	if (runs.length + unread.size === 0) return words.say('watch.none-due');
	const columns = [
		{ title: words.say('watch.column-case') },
		{ title: words.say('watch.column-exit'), align: 'right' as const },
		{ title: words.say('watch.column-waited'), align: 'right' as const },
		{ title: words.say('watch.column-took'), align: 'right' as const },
		{ title: words.say('watch.column-memory'), align: 'right' as const },
		{ title: words.say('watch.column-problem') },
	];
	const rows = runs.map(({ folder, exit, waited, ms, memory, killedBy, problem }) => [
		folder,
		String(exit),
		`${Math.round(waited / 1000)} s`,
		`${Math.round(ms / 1000)} s`,
		`${Math.round(memory / 1024 ** 2)} MB`,
		killedBy ?? problem ?? '',
	]);
	return table(columns, [...rows, ...[...unread].map(([folder, problem]) => [folder, '', '', '', '', problem])]);
}
