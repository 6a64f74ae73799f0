import { deepEqual } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { runCase } from '../../src/run/run-case.ts';
import { writeRunFolder } from '../bench/run-folder.ts';
import type { Torture } from './torture.ts';

const ROWS = 5_000;
const CHILD = fileURLToPath(new URL('./run-child.ts', import.meta.url));

/** When a run is killed: so long after it told its nth step. The seed gives both; what happens in a millisecond is chance. */
interface Point {
	readonly step: number;
	readonly afterMs: number;
}

/**
 * A run that is killed leaves a case whose next run gives the findings of one that was never disturbed, byte for byte;
 * and no report folder that is not whole.
 */
export const kills: Torture = {
	name: 'kills',
	rounds: 50,
	async run(seed, rounds) {
		const scratch = await mkdtemp(join(tmpdir(), 'liuxiang-kills-'));
		try {
			const fresh = join(scratch, 'fresh');
			await writeRunFolder(fresh, ROWS, seed);
			const undisturbed = join(scratch, 'undisturbed');
			await cp(fresh, undisturbed, { recursive: true });
			const steps = await runUntil(undisturbed, undefined);
			const expected = await digestsOf(undisturbed);
			const points = fc.record({ step: fc.nat({ max: steps - 1 }), afterMs: fc.nat({ max: 60 }) });
			for (const point of fc.sample(points, { seed, numRuns: rounds })) {
				const folder = join(scratch, 'killed');
				await cp(fresh, folder, { recursive: true });
				await runUntil(folder, point);
				await refuseHalves(folder);
				await runCase(folder, { program: 'torture', dryRun: false, onProgress: () => undefined });
				deepEqual(await digestsOf(folder), expected, `killed ${point.afterMs} ms after step ${point.step}`);
				await rm(folder, { recursive: true });
			}
		} finally {
			await rm(scratch, { recursive: true, force: true });
		}
	},
};

/** Runs the case in a process of its own, to its end or to the point. @returns steps told */
async function runUntil(folder: string, point: Point | undefined): Promise<number> {
	const child = spawn(process.execPath, ['--import=tsx/esm', CHILD, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = new Promise((resolve) => child.once('close', resolve));
	let told = 0;
	for await (const _ of createInterface({ input: child.stdout })) {
		if (told++ !== point?.step) continue;
		await wait(point.afterMs);
		child.kill('SIGKILL');
	}
	const code = await ended;
	if (point === undefined && code !== 0) throw new Error(`a run that nobody disturbed ended with ${code}`);
	return told;
}

/** Name and hash of every file of the last run. */
async function digestsOf(folder: string): Promise<[string, string][]> {
	const latest = join(folder, 'reports', 'latest');
	const names = (await readdir(latest)).sort();
	return await Promise.all(
		names.map(async (name): Promise<[string, string]> => [name, await sha256(join(latest, name))]),
	);
}

/** A folder under its final name holds all that its manifest lists. */
async function refuseHalves(folder: string): Promise<void> {
	const reports = join(folder, 'reports');
	if (!existsSync(reports)) return;
	for (const run of (await readdir(reports)).filter((name) => name.startsWith('run-'))) {
		const manifest = JSON.parse(await readFile(join(reports, run, 'manifest.json'), 'utf8')) as {
			files: { name: string; sha256: string }[];
		};
		for (const { name, sha256: hash } of manifest.files) {
			if ((await sha256(join(reports, run, name))) !== hash)
				throw new Error(`${run}/${name} is not what its manifest says`);
		}
	}
}

async function sha256(path: string): Promise<string> {
	return createHash('sha256')
		.update(await readFile(path))
		.digest('hex');
}
