/**
 * Runs a case on file systems that are really full: made, filled and enlarged in a mount namespace of this process alone.
 * Arguments: seed, rounds. Ends with 0 where each run ended as it must.
 */
import { deepEqual } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { Cases } from './case.ts';
import { buildShim, Control } from './control.ts';
import { BEGINNINGS } from './schedule.ts';
import { leftovers, refuseHalves, results, theirs } from './whole.ts';
import { Worker } from './worker.ts';

const [seed = 1, rounds = 1] = process.argv.slice(2).map(Number);
const PAGE = 4096;

// Mounts below are seen by nobody else, and gone with this process.
const root = mkdtempSync(join(tmpdir(), 'liuxiang-full-'));
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1g', 'none', root]);
const library = await buildShim(root);
if (library === undefined) throw new Error('no C compiler (cc) on this machine');
const worker = new Worker(library, new Control(join(root, 'control')));
const cases = new Cases(root);
await cases.prepare(BEGINNINGS, async (place) => await worker.warmUp(runArgs(place)));
const disk = join(root, 'disk');
mkdirSync(disk);
const folder = join(disk, '案子 one');

mount('1g');
await cases.copy('new', folder);
const before = used();
mustEnd(await worker.warmUp(runArgs(folder)), 1);
const [expected, after] = [await results(folder), used()];
unmount();

const points = fc.record({
	beginning: fc.constantFrom(...BEGINNINGS),
	share: fc.double({ min: 0, max: 1.1, noNaN: true }),
});
let full = 0;
for (const [round, { beginning, share }] of fc.sample(points, { seed, numRuns: rounds }).entries()) {
	mount('1g');
	try {
		await cases.copy(beginning, folder);
		const people = await theirs(folder);
		const pages = Math.max(1, Math.ceil((used() + share * (after - before)) / PAGE));
		remount(String(pages * PAGE));
		const ending = await worker.call(runArgs(folder));
		if ('signal' in ending) throw new Error(`the process ended by itself: ${ending.signal}`);
		if (ending.code === 5) full += 1;
		else mustEnd(ending, 1);
		if (ending.code === 5 && !/"code":"(?:files\.full|files\.not-made|store\.full|case\.lock-failed)"/.test(ending.err))
			throw new Error(ending.err);
		await refuseHalves(folder);
		deepEqual(await theirs(folder), people);
		remount('1g');
		mustEnd(await worker.call(runArgs(folder)), 1);
		deepEqual(await results(folder), expected);
		deepEqual(await theirs(folder), people);
		deepEqual(await leftovers(folder), []);
	} catch (cause) {
		console.error(`round ${round}: ${beginning} case, room for ${share} of what a run writes: ${cause}`);
		process.exitCode = 1;
	}
	unmount();
}
console.log(`full: ${full} of ${rounds} runs found the disk full`);
await worker.stop();
process.exit();

function mount(size: string): void {
	execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', disk]);
}

function remount(size: string): void {
	execFileSync('mount', ['-o', `remount,size=${size}`, disk]);
}

function unmount(): void {
	execFileSync('umount', [disk]);
}

/** Bytes in use on the small disk. */
function used(): number {
	const { blocks, bfree, bsize } = statfsSync(disk);
	return (blocks - bfree) * bsize;
}

function runArgs(place: string): string[] {
	return ['run', place, '--json', '--quiet', '--offline', '--lang', 'en'];
}

function mustEnd(ending: Awaited<ReturnType<Worker['call']>>, code: number): void {
	if ('signal' in ending || ending.code !== code) throw new Error(JSON.stringify(ending).slice(0, 3000));
}
