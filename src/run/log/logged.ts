import { basename } from 'node:path';
import type { Changes } from '../../findings/changes/schema.ts';
import { Problem } from '../../ledger/problem.ts';
import type { FileNews } from '../evidence-intake.ts';
import type { RunEntry } from '../journal/entry.ts';
import type { Owner } from '../lock/owner.ts';
import type { NoticeTerms } from '../notices/tell.ts';
import type { RunOptions } from '../run-case.ts';
import type { RunLog } from './run-log.ts';

/** The same options, with everything that they are told put down in the log too. */
export function logged<Options extends Omit<RunOptions, 'dryRun'>>(options: Options, log: RunLog): Options {
	return {
		...options,
		onProgress: (step, done, total) => {
			log.step(step);
			options.onProgress(step, done, total);
		},
		onFile: (news) => {
			tellFile(news, log);
			options.onFile?.(news);
		},
		onChains: (taken) => {
			const { intake, damaged } = taken;
			const level = damaged.length + intake.vanished.length > 0 ? 'warn' : 'info';
			const { size: stretches } = intake.hashes;
			log.tell('chain.taken', { stretches, damaged: damaged.length, vanished: intake.vanished.length }, level);
			options.onChains?.(taken);
		},
	};
}

function tellFile(news: FileNews, log: RunLog): void {
	if ('begun' in news) {
		log.tell('file.begun', news.begun);
		return;
	}
	const { hash, path, source, status, problem, rows } = news.taken;
	const { total, rejected, records } = rows;
	const fields = { hash, path, source, status, problem: problem?.code, rows: total, rejected, records };
	log.tell('file.taken', fields, status === 'read' ? 'info' : 'warn');
}

export interface Found {
	readonly pid: number;
	/** Whose lock was taken over. */
	readonly tookFrom: Owner | undefined;
	readonly broken: readonly RunEntry[];
}

export function tellBegin(begun: RunEntry, { pid, tookFrom, broken }: Found, log: RunLog): void {
	const { trigger, due, program, before } = begun;
	log.tell('run.begun', { trigger, due, program, before, pid });
	if (tookFrom) log.tell('run.took-over', tookFrom, 'warn');
	for (const { id } of broken) log.tell('run.broken', { broken: id }, 'warn');
}

export function tellEnd(entry: RunEntry, log: RunLog): void {
	const { outcome, exit, run, memory, started, ended = started } = entry;
	log.tell('run.ended', { outcome, exit, run, memory, ms: ended - started }, exit === 0 ? 'info' : 'warn');
}

/** The same terms, with what became of the notices put down too: how many, not where to. */
export function loggedNotices(terms: NoticeTerms, log: RunLog): NoticeTerms {
	return {
		...terms,
		onSent: (delivered) => {
			const { sent, waiting, givenUp, faults } = delivered;
			log.tell('notices.sent', { sent, waiting, given_up: givenUp, faults }, waiting + givenUp > 0 ? 'warn' : 'info');
			terms.onSent(delivered);
		},
		onTrouble: (problem) => {
			tellTrouble(problem, log);
			terms.onTrouble(problem);
		},
	};
}

/** How many changes and alarms; what they are of is in the report, which stays in the case. */
export function tellChanges({ changed, alarms }: Changes, log: RunLog): void {
	const fresh = alarms.filter((alarm) => alarm.fresh);
	log.tell('changes.told', { changed: Number(changed), alarms: alarms.length, fresh: fresh.length });
	for (const { code, facts } of fresh) log.tell('alarm', { code, facts }, 'warn');
}

/** Trouble that ended a run. Its facts may name people: they are in the journal, which stays in the case. */
export function tellTrouble(cause: unknown, log: RunLog): void {
	if (cause instanceof Problem)
		log.tell('problem', { code: cause.code, kind: cause.kind, facts: cause.facts }, 'error');
	else log.tell('problem', { code: 'bug', kind: 'bug', stack: cause }, 'error');
}

/** What could not be written beside the run, such as its figures: no reason for the run to fail. */
export function tellNotWritten(what: string, cause: unknown, log: RunLog): void {
	const fault = (cause as NodeJS.ErrnoException | undefined)?.code ?? 'unknown';
	log.tell('not-written', { what: basename(what), fault }, 'error');
}
