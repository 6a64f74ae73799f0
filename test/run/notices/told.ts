import { join } from 'node:path';
import type { CaseFolder } from '../../../src/run/case-folder.ts';
import { checkCase } from '../../../src/run/case-folder.ts';
import type { RunEntry } from '../../../src/run/journal/entry.ts';
import type { Delivery } from '../../../src/run/notices/deliver.ts';

/** The instant of these tests. */
export const NIGHT = Date.parse('2023-03-06T18:00:00.000Z');

export const SECRET = 'whsec_bm9ib2R5LWtub3dzLXRoaXMtc2VjcmV0LWF0LWFsbA==';

/** A case folder as `case.yaml` says it, without files. @param notices YAML of its `notices`, on one line */
export function caseWith(root: string, notices: string, more = ''): CaseFolder {
	const file = checkCase(`version: 1\nname: 张三案\n${more}notices: ${notices}\n`, 'case.yaml');
	const place = (name: string) => join(root, name);
	return {
		root,
		file,
		evidence: place('evidence'),
		store: place('store.duckdb'),
		rejects: place('rejects'),
		reports: place('reports'),
	};
}

export function entry(more: Partial<RunEntry> = {}): RunEntry {
	return {
		id: '20230306T180000000Z-1f3a9c02',
		started: NIGHT,
		ended: NIGHT + 61_000,
		outcome: 'done',
		exit: 0,
		trigger: 'schedule',
		program: 'liuxiang 0.1.0',
		counts: { files: 3, transfers: 12, people: 4 },
		...more,
	};
}

/** A clock that jumps where one would wait, and no chance. */
export function night(
	more: Partial<Delivery> = {},
): Delivery & { readonly waits: readonly number[]; skip(ms: number): void } {
	let now = NIGHT + 61_000;
	const waits: number[] = [];
	return {
		env: { HOOK: SECRET, MAIL: 'mail-password-canary' },
		budget: 10_000,
		now: () => now,
		random: () => 0.5,
		async sleep(ms) {
			waits.push(Math.round(ms));
			now += ms;
			return true;
		},
		waits,
		skip(ms) {
			now += ms;
		},
		...more,
	};
}
