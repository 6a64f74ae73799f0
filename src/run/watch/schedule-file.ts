/** `schedule` of `case.yaml`: when `liuxiang watch` runs the case, and what a run may take. */
import { z } from 'zod';

export const scheduleSchema = z.strictObject({
	/** Five fields (minute, hour, day, month, weekday), or six with seconds first. */
	cron: z.string().min(1),
	/** IANA name. The case's own offset where it is left out. */
	timezone: z.string().min(1).optional(),
	/** What becomes of a time that passed while nobody watched: run once now, or wait for the next. */
	missed: z.enum(['run', 'skip']).default('run'),
	/** A run that takes longer is stopped; the next one goes on where it was. */
	time_limit: z
		.string()
		.regex(/^\d+(s|m|h)$/, 'a duration, such as 90s, 30m or 4h')
		.default('4h'),
	memory_limit: z
		.string()
		.regex(/^\d+(MB|GB)$/, 'a size, such as 512MB or 2GB')
		.default('4GB'),
	/** Report folders that are kept, the newest first; all where it is left out. */
	keep_runs: z.number().int().min(2).optional(),
});

export type ScheduleFile = z.infer<typeof scheduleSchema>;
