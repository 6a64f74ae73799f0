/** `schedule` of `case.yaml`: when `liuxiang watch` runs the case, and what a run may take. */
import { z } from 'zod';
import { millisecondsOf } from '../durations.ts';
import { bytesOf } from './limits.ts';
import { timesOf } from './times.ts';

/** From here on every expression that ever comes true has a next time. */
const SOME_DAY = Date.UTC(2000, 0, 1);
/** A run needs as much before it has read a row. */
const LEAST_MEMORY = bytesOf('256MB');
/** A run that is longer than this is none that anybody waits for. */
const MOST_TIME = millisecondsOf('720h');

export const scheduleSchema = z
	.strictObject({
		/** Five fields (minute, hour, day, month, weekday), or six with seconds first. */
		cron: z.string().min(1),
		/** IANA name. The case's own offset where it is left out. */
		timezone: z.string().min(1).optional(),
		/** What becomes of a time that passed while nobody watched: run once now, or wait for the next. */
		missed: z.enum(['run', 'skip']).default('run'),
		/** A run that takes longer is stopped; the next one goes on where it was. */
		time_limit: z
			.string()
			.regex(/^[1-9]\d{0,6}(s|m|h)$/, 'a duration, such as 90s, 30m or 4h')
			.refine((text) => millisecondsOf(text) <= MOST_TIME, 'at most 720h')
			.default('4h'),
		memory_limit: z
			.string()
			.regex(/^[1-9]\d{0,6}(MB|GB)$/, 'a size, such as 512MB or 2GB')
			.refine((text) => bytesOf(text) >= LEAST_MEMORY, 'at least 256MB: no run gets along with less')
			.default('4GB'),
		/** Report folders that are kept, the newest first; all where it is left out. */
		keep_runs: z.number().int().min(2).optional(),
	})
	.superRefine(({ cron, timezone }, context) => {
		const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
		const zone = firstTime('* * * * *', timezone ?? 'UTC');
		if (typeof zone === 'string') return refuse('timezone', 'the name of a time zone, such as Asia/Shanghai');
		const first = firstTime(cron, 'UTC');
		if (typeof first === 'string') refuse('cron', first);
		else if (first === undefined) refuse('cron', 'a time that comes');
	});

/** @returns the instant; undefined where none comes; what is wrong */
function firstTime(cron: string, zone: string): number | string | undefined {
	try {
		return timesOf(cron, zone).next(SOME_DAY);
	} catch (cause) {
		return cause instanceof Error ? cause.message : String(cause);
	}
}
