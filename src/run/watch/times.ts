import { Cron } from 'croner';

/** When a case is due, as its schedule says. Instants in milliseconds. */
export interface Times {
	/** The first time after an instant; undefined where none comes any more. */
	next(after: number): number | undefined;
	/** The last time up to an instant, the instant itself included. */
	last(upTo: number): number | undefined;
}

/**
 * The times of a cron expression. A day on which clocks are put forward or back has each fixed time once: what falls into the
 * missing hour comes right after it, and the hour that comes twice counts the first time. What is written with `*` in its
 * minutes or hours goes on at its own pace through both. So do the crons of Debian and of Vixie.
 *
 * @param zone an IANA name, or an offset such as `+08:00`
 * @throws Error in croner's words: an expression or a zone that cannot be read
 */
export function timesOf(cron: string, zone: string): Times {
	// A question mark stands for the moment at which it is read: then nobody could say when the case is due.
	if (!/^(@\w+|[^\s?]+(\s+[^\s?]+){4,5})$/.test(cron.trim()))
		throw new Error('five fields (minute, hour, day, month, weekday), or six with seconds first');
	const job = new Cron(cron.trim(), {
		paused: true,
		mode: '5-or-6-parts',
		fixedTimeRule: 'no-wildcard',
		...(/^[+-]/.test(zone) ? { utcOffset: minutesOf(zone) } : { timezone: zone }),
	});
	return {
		next: (after) => job.nextRun(new Date(after))?.getTime(),
		// Croner gives what lies before the instant that it is given.
		last: (upTo) => job.previousRuns(1, new Date(upTo + 1))[0]?.getTime(),
	};
}

function minutesOf(offset: string): number {
	const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
	return offset.startsWith('-') ? -minutes : minutes;
}
