import type { CaseFolder } from '../../run/case-folder.ts';
import type { CheckResult } from './check.ts';

/**
 * When the schedule of a case comes next: read back to whoever wrote it. One that is not understood is told where case.yaml is
 * read. Nothing where a case has none.
 */
export async function checkSchedule({ file }: Pick<CaseFolder, 'file'>, now: number): Promise<readonly CheckResult[]> {
	if (!file.schedule) return [];
	const { timesOf } = await import('../../run/watch/times.ts');
	const { cron, timezone: zone = file.timezone } = file.schedule;
	const next = timesOf(cron, zone).next(now);
	if (next === undefined) return [];
	return [{ ok: true, code: 'doctor.schedule', facts: { cron, zone, next: new Date(next).toISOString() } }];
}
