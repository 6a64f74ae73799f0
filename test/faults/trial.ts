import { deepEqual } from 'node:assert/strict';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Cases } from './case.ts';
import { buildShim, Control, HARM_NAMES, type Harm } from './control.ts';
import { BEGINNINGS, type Beginning, type Counts, type Fault, type Schedule } from './schedule.ts';
import { leftovers, refuseHalves, results, theirs } from './whole.ts';
import { type Ending, Worker } from './worker.ts';

/** Exit codes that are documented, save that of a bug. */
const EXITS = new Set([0, 1, 2, 3, 4, 5]);
const STACK = /^\s+at .+[:(]\d+:\d+\)?$/m;

/** Runs of one small case that are disturbed and then finished, each beside what a run gives that nothing disturbs. */
export class Trials {
	readonly counts: Counts;
	readonly #cases: Cases;
	readonly #folder: string;
	readonly #control: Control;
	readonly #worker: Worker;
	readonly #expected: Map<string, string>;

	private constructor(parts: {
		cases: Cases;
		folder: string;
		control: Control;
		worker: Worker;
		expected: Map<string, string>;
		counts: Counts;
	}) {
		this.#cases = parts.cases;
		this.#folder = parts.folder;
		this.#control = parts.control;
		this.#worker = parts.worker;
		this.#expected = parts.expected;
		this.counts = parts.counts;
	}

	/** @returns undefined where the shim cannot be built */
	static async open(root: string, beginnings: readonly Beginning[] = BEGINNINGS): Promise<Trials | undefined> {
		await mkdir(root, { recursive: true });
		const library = await buildShim(root);
		if (library === undefined) return undefined;
		const control = new Control(join(root, 'control'));
		const worker = new Worker(library, control);
		const cases = new Cases(root);
		const folder = join(root, '案子 one');
		await cases.prepare(beginnings, async (place) => mustRun(await worker.warmUp(runArgs(place))));
		await cases.copy('new', folder);
		mustRun(await worker.warmUp(runArgs(folder)));
		const counts = new Map<Beginning, ReadonlyMap<Harm, number>>();
		for (const beginning of beginnings) {
			await cases.copy(beginning, folder);
			control.arm(
				folder,
				HARM_NAMES.map((harm) => ({ harm, nth: 0 })),
			);
			mustRun(await worker.call(runArgs(folder)));
			const seen = control.seen(HARM_NAMES.length);
			control.disarm();
			counts.set(beginning, new Map(HARM_NAMES.map((harm, at) => [harm, seen[at] ?? 0])));
		}
		const expected = await results(folder);
		return new Trials({ cases, folder, control, worker, expected, counts });
	}

	/**
	 * Disturbs runs of a case as the schedule says, then lets one run in peace.
	 *
	 * @returns what was done, a line each
	 * @throws Error that tells what was not as it must be
	 */
	async try(schedule: Schedule): Promise<string[]> {
		const folder = this.#folder;
		await this.#cases.copy(schedule.beginning, folder);
		const before = await theirs(folder);
		const told: string[] = [];
		try {
			for (const faults of schedule.runs) {
				const ending = await this.#disturbed(faults);
				told.push(...this.#control.told());
				await this.#judge(ending, told);
				deepEqual(await theirs(folder), before, 'what people put there was touched');
				await refuseHalves(folder);
			}
			mustRun(await this.#worker.call(runArgs(folder)));
			deepEqual(await results(folder), this.#expected, 'the next run differs from one that was never disturbed');
			deepEqual(await theirs(folder), before, 'what people put there was touched');
			deepEqual(await leftovers(folder), [], 'something is left behind');
			await refuseHalves(folder);
			return told;
		} catch (cause) {
			await this.#worker.stop();
			throw new Error(`after: ${told.join('; ') || 'nothing'}`, { cause });
		}
	}

	async close(): Promise<void> {
		await this.#worker.stop();
		this.#control.close();
		await rm(this.#folder, { recursive: true, force: true });
	}

	async #disturbed(faults: readonly Fault[]): Promise<Ending> {
		this.#control.arm(this.#folder, faults);
		try {
			return await this.#worker.call(runArgs(this.#folder));
		} finally {
			this.#control.disarm();
		}
	}

	/** A run that lives on to its end says in a sentence what happened, and never gives other results in silence. */
	async #judge(ending: Ending, told: readonly string[]): Promise<void> {
		if ('signal' in ending) {
			const killed = told.some((line) => line.startsWith('killed') || line.startsWith('power cut'));
			if (ending.signal === 'SIGKILL' && killed) return;
			throw new Error(`the process ended by itself: ${ending.signal}`);
		}
		const { code, err } = ending;
		if (!EXITS.has(code)) throw new Error(`exit code ${code}: ${err}`);
		if (STACK.test(err)) throw new Error(`a stack was printed: ${err}`);
		if (code > 1) {
			if (!/"message":"[^"]/.test(err)) throw new Error(`exit code ${code} without a sentence: ${err}`);
			return;
		}
		const now = await results(this.#folder);
		if ([...this.#expected].every(([path, digest]) => now.get(path) === digest)) return;
		const findings = JSON.parse(await readFile(join(this.#folder, 'reports', 'latest', 'findings.json'), 'utf8'));
		const said = (findings as { incomplete: { code: string }[] }).incomplete;
		if (code !== 1 || !said.some(({ code: what }) => what !== 'rejected-rows'))
			throw new Error(
				`exit code ${code} and other results, but nothing is said to be missing: ${JSON.stringify(said)}`,
			);
	}
}

function runArgs(folder: string): string[] {
	return ['run', folder, '--json', '--quiet', '--offline', '--lang', 'en'];
}

/** One row of the case cannot be read, so that a whole run ends with 1. */
function mustRun(ending: Ending): void {
	if ('signal' in ending || ending.code !== 1)
		throw new Error(`a run that nothing disturbed failed: ${JSON.stringify(ending).slice(0, 4000)}`);
}
