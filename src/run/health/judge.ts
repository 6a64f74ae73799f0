import type { Facts } from '../../ledger/problem.ts';
import type { RunEntry } from '../journal/entry.ts';
import type { Owner } from '../lock/owner.ts';

/** What is known of a case without opening its store. Instants and durations in milliseconds. */
export interface CaseState {
	/** Runs in the order in which they began. */
	readonly runs: readonly RunEntry[];
	/** Who works on it, as its lock says. */
	readonly owner?: Owner;
	/** Whether that can no longer be true. */
	readonly ownerGone: boolean;
	/** Of the schedule: the last time that passed, and up to when its times are done with. */
	readonly due?: number;
	readonly served?: number;
	/** How long a run may take, and so how long one may have to wait for others. */
	readonly timeLimit: number;
	/** Whether the report folder of the last run that made one is there. */
	readonly reportThere: boolean;
	readonly notices: { readonly pending: number; readonly dead: number };
	/** Alarms that stand, by the report of changes or by the register. */
	readonly alarms: number;
	/** Their codes, each once. */
	readonly alarmCodes: readonly string[];
}

/** Something that a person should know of a case; `serious` where somebody must look. */
export interface Remark {
	readonly code: string;
	readonly facts: Facts;
	readonly serious: boolean;
}

/** What there is to say of a case, the serious first. */
export function remarksOn(state: CaseState, now: number): Remark[] {
	const last = state.runs.findLast((run) => run.outcome !== undefined || !isAtWork(state));
	const remarks = [
		...(last === undefined ? [] : lastRun(last, state)),
		...atWork(state, now),
		...overdue(state, now),
		...standing(state),
	];
	return [...remarks.filter(({ serious }) => serious), ...remarks.filter(({ serious }) => !serious)];
}

/** Whether somebody works on the case now, as far as anybody can know. */
export function isAtWork({ owner, ownerGone }: Pick<CaseState, 'owner' | 'ownerGone'>): boolean {
	return owner !== undefined && !ownerGone;
}

function lastRun(last: RunEntry, { runs }: CaseState): Remark[] {
	const { outcome = 'broken', exit = -1, problem, counts = {} } = last;
	const facts = { started: iso(last.started), exit, problem: problem?.code ?? '' };
	if (outcome === 'done') return [];
	if (outcome === 'incomplete')
		return [{ code: 'status.incomplete', facts: { gaps: counts.incomplete ?? 0 }, serious: false }];
	const since = runs.findLast((run) => run.outcome === 'done' || run.outcome === 'incomplete');
	const facing = { ...facts, since: since?.ended === undefined ? '' : iso(since.ended) };
	return [{ code: `status.${outcome}`, facts: facing, serious: true }];
}

function atWork(state: CaseState, now: number): Remark[] {
	const { owner, ownerGone, timeLimit } = state;
	if (owner === undefined) return [];
	const { pid, host, command, since } = owner;
	const facts = { pid, host, command, since: iso(since) };
	if (ownerGone) return [{ code: 'status.lock-left', facts, serious: false }];
	const tooLong = now - since > timeLimit;
	return [{ code: tooLong ? 'status.too-long' : 'status.at-work', facts, serious: tooLong }];
}

function overdue(state: CaseState, now: number): Remark[] {
	const { due, served = Number.NEGATIVE_INFINITY, timeLimit } = state;
	if (due === undefined || due <= served || now - due <= timeLimit || isAtWork(state)) return [];
	return [{ code: 'status.overdue', facts: { due: iso(due) }, serious: true }];
}

function standing({ runs, reportThere, notices, alarms, alarmCodes }: CaseState): Remark[] {
	const remarks: Remark[] = [];
	if (runs.length === 0) remarks.push({ code: 'status.never-run', facts: {}, serious: false });
	if (!reportThere) remarks.push({ code: 'status.no-report', facts: {}, serious: true });
	if (alarms > 0)
		remarks.push({ code: 'status.alarms', facts: { alarms, codes: alarmCodes.join(', ') }, serious: true });
	if (notices.dead > 0) remarks.push({ code: 'status.notices-dead', facts: { dead: notices.dead }, serious: true });
	if (notices.pending > 0)
		remarks.push({ code: 'status.notices-pending', facts: { pending: notices.pending }, serious: false });
	return remarks;
}

function iso(ms: number): string {
	return new Date(ms).toISOString();
}
