import { countNotices } from '../../run/notices/spool.ts';
import type { CheckResult } from './check.ts';

/** Whether notices were given up that somebody was waiting for. */
export async function checkNotices(root: string): Promise<readonly CheckResult[]> {
	const { dead } = await countNotices(root);
	return dead > 0 ? [{ ok: false, code: 'status.notices-dead', facts: { dead } }] : [];
}
