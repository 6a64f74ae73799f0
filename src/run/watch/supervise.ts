import { resolve } from 'node:path';
import { BUG_EXIT, EXIT_CODES, type Facts, Problem } from '../../ledger/problem.ts';
import { readJournal } from '../journal/journal.ts';
import type { Self } from '../lock/owner.ts';
import type { NoticeTerms } from '../notices/tell.ts';
import { Board, type Due, type Missed, type Moment } from './board.ts';
import { type ChildRun, type EndedRun, type Program, startRun } from './child-run.ts';
import type { Room } from './choose.ts';
import { isHeldUp, pastOf, waitFor } from './past.ts';
import { Roster } from './roster.ts';
import { tellEnd } from './told-ends.ts';
import { hasFolderOfCases, needOf, type WatchedCase } from './watched-case.ts';

export interface WatchTerms {
	/** Case folders, and folders of case folders. */
	readonly folders: readonly string[];
	readonly room: Room;
	readonly program: Program;
	/** Further words of each `run`. */
	readonly args: readonly string[];
	/** Ends when these are through: the cases that are due now, or all. Without it, it goes on until it is stopped. */
	readonly once?: 'due' | 'all';
	readonly clock: () => Moment;
	readonly self: Self;
	/** How it is told of runs that could not tell of themselves. */
	readonly notices: NoticeTerms;
	/** Told to stop. */
	readonly signal: AbortSignal;
	readonly onEvent: (event: WatchEvent) => void;
}

/** Something that happened, for a person or a log: no name of a person, no account, nothing out of the evidence. */
export interface WatchEvent {
	/** On the wall's clock. */
	readonly at: number;
	/** Sentence of the catalogue. */
	readonly code: `watch.${string}`;
	readonly folder: string;
	readonly facts: Facts;
}

/** One run, as `watch --once` sums it up. Milliseconds, bytes. */
export interface WatchedRun extends EndedRun {
	readonly folder: string;
	readonly due: number;
	/** From the time it was due to its beginning. */
	readonly waited: number;
	/** From its slot to its beginning; 0 where it began before. */
	readonly late: number;
	readonly expected: number;
}

export interface Watched {
	readonly runs: readonly WatchedRun[];
	/** Cases whose file could not be read, by the code of the problem. */
	readonly unread: ReadonlyMap<string, string>;
	/** The worst exit code of them all. */
	readonly exit: number;
}

/** The clocks and the folders are looked at as often, so that a clock that is set or a case that is changed is noticed. */
const LOOK_MS = 2000;
/** A first look waits so long for disks that do not answer. */
const PATIENCE_MS = 10_000;

/**
 * Watches cases and runs each, in a process of its own, when its schedule says so. Keeps nothing of a case but when it is due and
 * what its last run took. Whatever becomes of one case, the others go on.
 */
export async function superviseCases(terms: WatchTerms): Promise<Watched> {
	return await new Supervisor(terms).run();
}

class Supervisor {
	private readonly terms: WatchTerms;
	private readonly board: Board;
	private readonly roster: Roster;
	private readonly cases = new Map<string, WatchedCase>();
	private readonly children = new Map<string, ChildRun>();
	private readonly atWork = new Set<Promise<void>>();
	private readonly runs: WatchedRun[] = [];
	private readonly unread = new Map<string, string>();
	/** How often a case was tried in vain because somebody else is at it. */
	private readonly heldUp = new Map<string, number>();
	private worst = 0;
	private wake: () => void = () => undefined;
	private woken = false;

	constructor(terms: WatchTerms) {
		this.terms = terms;
		this.board = new Board(terms.room);
		this.roster = new Roster(terms.folders, () => terms.clock().wall, {
			onCase: (folder, found) => this.takeUp(folder, found),
			onTrouble: (folder, cause) => this.unreadable(folder, cause),
			onGone: (folder) => {
				this.board.drop(folder);
				this.cases.delete(folder);
				this.unread.delete(folder);
				this.tell('watch.gone', folder);
			},
		});
	}

	async run(): Promise<Watched> {
		const { signal, once, clock } = this.terms;
		signal.addEventListener('abort', () => this.rouse());
		const first = this.roster.look().finally(() => this.rouse());
		await this.sleep(PATIENCE_MS);
		if (await this.isHopeless())
			throw new Problem('config', 'watch.nothing', { folders: this.terms.folders.join(', ') });
		if (once) this.board.close();
		let looked = clock().steady;
		while (!signal.aborted && !(once && this.board.idle)) {
			const now = clock();
			if (!once && now.steady - looked >= LOOK_MS) {
				looked = now.steady;
				void this.roster.look();
			}
			for (const missed of this.board.look(now)) this.tellMissed(missed);
			for (const run of this.board.start(now)) this.begin(run, now);
			await this.sleep(Math.min(this.board.wakeIn(now), LOOK_MS));
		}
		if (this.children.size > 0) this.tell('watch.stopping', '', { running: this.children.size });
		for (const child of this.children.values()) child.stop();
		await Promise.all(this.atWork);
		for (const folder of this.roster.unanswered) this.unreadable(folder, 'no answer');
		if (this.roster.unanswered.length === 0) await first;
		return { runs: this.runs, unread: this.unread, exit: this.worst };
	}

	/** Whether there is nothing to run, nor will be: no case, and no folder in which one may appear. */
	private async isHopeless(): Promise<boolean> {
		const { folders, once } = this.terms;
		if (this.unread.size + this.roster.unanswered.length > 0) return false;
		if ([...this.cases.values()].some(({ times }) => once || times)) return false;
		return once !== undefined || !(await hasFolderOfCases(folders));
	}

	private takeUp(folder: string, found: WatchedCase): void {
		const { once, clock } = this.terms;
		const now = clock();
		this.cases.set(folder, found);
		this.unread.delete(folder);
		if (found.times === undefined && !once) {
			this.board.drop(folder);
			this.tell('watch.unscheduled', folder);
			return;
		}
		const missed = this.board.put(
			folder,
			{ ...found.plan, times: found.times ?? NEVER },
			now,
			once === 'all' ? now.wall : found.since,
		);
		if (found.times === undefined || once === 'all') this.board.demand(folder, now);
		if (missed) this.tellMissed(missed);
		const next = this.board.nextOf(folder);
		if (!once) this.tell('watch.case', folder, { next: next === undefined ? '' : timeOf(next) });
		if (!once) this.rouse();
	}

	private unreadable(folder: string, cause: unknown): void {
		const code = cause instanceof Problem ? cause.code : String((cause as NodeJS.ErrnoException).code ?? cause);
		this.worst = Math.max(this.worst, cause instanceof Problem ? EXIT_CODES[cause.kind] : EXIT_CODES.config);
		this.unread.set(folder, code);
		this.tell('watch.unread', folder, { problem: code });
	}

	private begin(run: Due & { readonly started: number }, now: Moment): void {
		const work = this.carryOut(run, now)
			// Of one case: the others go on.
			.catch((cause: unknown) => {
				this.board.ended(run.folder, this.terms.clock());
				this.trouble(run.folder, cause);
			})
			.finally(() => {
				this.atWork.delete(work);
				this.children.delete(run.folder);
				this.rouse();
			});
		this.atWork.add(work);
	}

	private async carryOut(run: Due & { readonly started: number }, now: Moment): Promise<void> {
		const { program, args, clock, once } = this.terms;
		const { folder, due } = run;
		const found = this.cases.get(folder);
		if (!found || (await this.isServed(run))) {
			this.heldUp.delete(folder);
			this.board.ended(folder, clock());
			this.tell('watch.served', folder, { due: timeOf(due) });
			return;
		}
		const facts = { waited: now.wall - due, late: Math.max(0, now.steady - run.slot) };
		if (!this.heldUp.has(folder)) this.tell('watch.started', folder, { due: timeOf(due), ...seconds(facts) });
		const words = ['run', resolve(folder), '--json', '--quiet', '--trigger', 'schedule', '--due', String(due), ...args];
		const child = startRun(program, words, found.limits, () => clock().steady);
		this.children.set(folder, child);
		if (this.terms.signal.aborted) child.stop();
		const ended = await child.ended;
		// Who runs once must end, or a process that hangs would keep every case from the next look.
		const patient = once === undefined || clock().steady - run.ready <= found.limits.time;
		if (isHeldUp(ended.problem) && ended.killedBy === undefined && patient) {
			const tries = this.heldUp.get(folder) ?? 0;
			if (tries === 0) this.tell('watch.held-up', folder);
			this.heldUp.set(folder, tries + 1);
			this.board.ended(folder, clock(), waitFor(ended.problem, tries));
			return;
		}
		this.heldUp.delete(folder);
		await this.tellEnd(folder, due, ended, found);
		this.note(run, { ...ended, ...facts }, found);
	}

	private async tellEnd(folder: string, due: number, ended: EndedRun, { limits }: WatchedCase): Promise<void> {
		const { self, notices, signal, program, clock } = this.terms;
		const terms = { self, notices, signal, program: program.name, env: program.env, now: () => clock().wall };
		await tellEnd(folder, due, ended, limits, terms).catch((cause: unknown) => this.trouble(folder, cause));
	}

	/** Whether another supervisor, or this one before it was started anew, did what is due. */
	private async isServed({ folder, due, notBefore }: Due): Promise<boolean> {
		if (notBefore === undefined) return false;
		const { served } = pastOf(await readJournal(folder), this.terms.clock().wall);
		return served !== undefined && served >= due;
	}

	private note(
		{ folder, due, expected }: Due,
		run: Omit<WatchedRun, 'folder' | 'due' | 'expected'>,
		found: WatchedCase,
	) {
		const { ms, exit, memory, killedBy, problem } = run;
		this.worst = Math.max(this.worst, exit);
		if (this.terms.once) this.runs.push({ ...run, folder, due, expected });
		if (exit <= 1) {
			const past = { took: ms, ...(memory > 0 ? { memory } : {}) };
			this.board.learn(folder, needOf(past, found.limits));
		}
		const missed = this.board.ended(folder, this.terms.clock());
		const told = { exit, ...seconds({ took: ms }), megabytes: Math.round(memory / 1024 ** 2) };
		if (killedBy === 'time' || killedBy === 'memory') this.tell(`watch.over-${killedBy}`, folder, told);
		else this.tell(exit <= 1 ? 'watch.ended' : 'watch.failed', folder, { ...told, problem: problem ?? '' });
		if (missed) this.tellMissed(missed);
	}

	private trouble(folder: string, cause: unknown): void {
		this.worst = Math.max(this.worst, BUG_EXIT);
		// The code alone, of a problem or of the system: its facts may hold what no log may.
		this.tell('watch.trouble', folder, { text: String((cause as NodeJS.ErrnoException).code ?? cause) });
	}

	private tellMissed({ folder, due, runs }: Missed): void {
		this.tell(runs ? 'watch.missed-runs' : 'watch.missed-skips', folder, { due: timeOf(due) });
	}

	private tell(code: WatchEvent['code'], folder: string, facts: Facts = {}): void {
		this.terms.onEvent({ at: this.terms.clock().wall, code, folder, facts });
	}

	private rouse(): void {
		this.woken = true;
		this.wake();
	}

	private async sleep(ms: number): Promise<void> {
		if (!this.woken)
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, ms);
				this.wake = () => {
					clearTimeout(timer);
					resolve();
				};
			});
		this.woken = false;
	}
}

const NEVER = { next: () => undefined, last: () => undefined };

function timeOf(ms: number): string {
	return new Date(ms).toISOString();
}

/** Milliseconds as seconds with one digit. */
function seconds(times: Readonly<Record<string, number>>): Facts {
	return Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, Math.round(ms / 100) / 10]));
}
