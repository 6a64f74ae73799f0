import { cp } from 'node:fs/promises';
import { thisProcess } from '../../src/cli/this-process.ts';
import { guardedRun } from '../../src/run/guarded-run.ts';

export interface SafetyTold {
	readonly ms: number;
	/** Milliseconds of processor time, of all threads. */
	readonly cpuMs: number;
	readonly timings: Readonly<Record<string, number>>;
}

/** Runs a case for the first time, as `liuxiang run` does. `job` of `child.ts`. @param folder to copy and run */
export async function job(folder: string, place: string): Promise<SafetyTold> {
	await cp(folder, place, { recursive: true });
	const cpu = process.cpuUsage();
	const start = performance.now();
	const result = await guardedRun(place, {
		program: 'bench',
		trigger: 'hand',
		command: 'run',
		self: thisProcess(),
		now: Date.now,
		onProgress: () => undefined,
	});
	const ms = performance.now() - start;
	const { user, system } = process.cpuUsage(cpu);
	return { ms, cpuMs: (user + system) / 1000, timings: result.timings };
}
