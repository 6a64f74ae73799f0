import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileTrouble } from '../../ledger/file-trouble.ts';
import { Problem } from '../../ledger/problem.ts';
import { checkCase } from '../case-folder.ts';
import type { RunEntry } from '../journal/entry.ts';
import { readJournal } from '../journal/journal.ts';
import { LOCK_FILE } from '../lock/case-lock.ts';
import { isGone, type Owner, readOwner, type Self } from '../lock/owner.ts';
import { countNotices } from '../notices/spool.ts';
import { defined } from '../settings.ts';
import { readWatched, type WatchedCase } from '../watch/watched-case.ts';
import { type CaseState, isAtWork, type Remark, remarksOn } from './judge.ts';

/** How a case is, for whoever looks in the morning and for what watches machines. Instants in milliseconds. */
export interface CaseHealth {
	readonly folder: string;
	/** '' where `case.yaml` cannot be read. */
	readonly case: string;
	/** False where somebody must look. */
	readonly healthy: boolean;
	readonly remarks: readonly Remark[];
	/** Who works on it now. */
	readonly owner?: Omit<Owner, 'nonce'>;
	readonly last?: RunEntry;
	/** When a run last came to its end. */
	readonly succeeded?: number;
	/** When its schedule runs it next; absent where it has none. */
	readonly next?: number;
	readonly notices: { readonly pending: number; readonly dead: number };
	readonly alarms: number;
}

/** Looks at a case without opening its store or waiting for anybody. Writes nothing. One that cannot be looked at hides no other. */
export async function caseHealth(root: string, self: Self, now: number): Promise<CaseHealth> {
	try {
		return await look(root, self, now);
	} catch (thrown) {
		const cause = fileTrouble(thrown, root);
		if (!(cause instanceof Problem)) throw cause;
		const remarks = [{ code: cause.code, facts: cause.facts, serious: true }];
		return { folder: root, case: '', healthy: false, remarks, notices: { pending: 0, dead: 0 }, alarms: 0 };
	}
}

async function look(root: string, self: Self, now: number): Promise<CaseHealth> {
	const { name, watched, problem } = await readCaseFile(root, now);
	const state = await stateOf(root, watched, self, now);
	const remarks = remarksOn(state, now);
	if (problem) remarks.unshift({ code: problem.code, facts: problem.facts, serious: true });
	const { nonce: _, ...owner } = state.owner ?? { nonce: '' };
	const succeeded = state.runs.findLast(({ outcome }) => outcome === 'done' || outcome === 'incomplete')?.ended;
	return {
		folder: root,
		case: name,
		healthy: !remarks.some(({ serious }) => serious),
		remarks,
		...(isAtWork(state) ? { owner: owner as Omit<Owner, 'nonce'> } : {}),
		...defined('last', state.runs.at(-1)),
		...defined('succeeded', succeeded),
		...defined('next', watched?.times?.next(now)),
		notices: state.notices,
		alarms: state.alarms,
	};
}

interface CaseFileRead {
	readonly name: string;
	readonly watched?: WatchedCase;
	readonly problem?: Problem;
}

async function readCaseFile(root: string, now: number): Promise<CaseFileRead> {
	try {
		const path = join(root, 'case.yaml');
		if (!existsSync(path)) throw new Problem('config', 'case.missing', { folder: root });
		const { name } = checkCase(await readFile(path, 'utf8'), path);
		return { name, watched: await readWatched(root, now) };
	} catch (cause) {
		if (!(cause instanceof Problem)) throw cause;
		return { name: '', problem: cause };
	}
}

async function stateOf(root: string, watched: WatchedCase | undefined, self: Self, now: number): Promise<CaseState> {
	// Before the journal and after it: a run that begins or ends just then would look as if it had been killed.
	const before = await ownerOf(root, self);
	const runs = await readJournal(root);
	const { owner, ownerGone } = isAtWork(before) ? before : await ownerOf(root, self);
	const report = runs.findLast(({ run }) => run !== undefined)?.run;
	const { counts = {}, alarms = [] } = runs.findLast((one) => one.counts !== undefined) ?? {};
	return {
		runs,
		...defined('owner', owner),
		ownerGone,
		...defined('due', watched?.times?.last(now)),
		...defined('served', watched?.since),
		timeLimit: watched?.limits.time ?? Number.POSITIVE_INFINITY,
		reportThere: report === undefined || existsSync(join(root, 'reports', report)),
		notices: await countNotices(root),
		alarms: counts.alarms ?? counts.hash_alarms ?? 0,
		alarmCodes: alarms,
	};
}

async function ownerOf(root: string, self: Self): Promise<Pick<CaseState, 'owner' | 'ownerGone'>> {
	const owner = readOwner(await readFile(join(root, LOCK_FILE), 'utf8').catch(() => ''));
	return { ...defined('owner', owner), ownerGone: owner !== undefined && (await isGone(owner, self)) };
}
