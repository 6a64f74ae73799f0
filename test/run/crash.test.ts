import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { makeDemo } from '../../datasets/demo/generate.ts';
import { seeded } from '../../datasets/demo/random.ts';
import { programVersion } from '../../src/cli/package-root.ts';
import { readJournal } from '../../src/run/journal/journal.ts';
import { LOCK_FILE } from '../../src/run/lock/case-lock.ts';
import { runCase } from '../../src/run/run-case.ts';
import { moduleUrl, NODE_ARGS } from '../another.ts';
import { liuxiang } from '../cli/terminal.ts';
import { hashesBelow, sharedFolder, writeFiles } from './folders.ts';

const { files } = await makeDemo({ seed: 4, scale: 0.17 });
const root = await sharedFolder(test);
const folder = join(root, 'killed');

/** With a row that cannot be read, so that a reject file is at stake as well. */
const CASE = new Map<string, string | Uint8Array>([
	...files,
	['evidence/坏行.csv', '日期,组别,话务员,引流人数,填报人\n二月三十,第1组,某人,多,某人\n'],
]);

test.before(async () => await writeFiles(folder, CASE));

/** `liuxiang run` in a process of its own; `at` waits until it says that a step began. */
function start(): { child: ChildProcess; at(step: number): Promise<void> } {
	const args = [...NODE_ARGS, fileURLToPath(moduleUrl('src/cli/main')), 'run', folder, '--lang', 'en'];
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
	if (!child.stderr) throw new Error('no pipe');
	const lines = createInterface({ input: child.stderr })[Symbol.asyncIterator]();
	return {
		child,
		at: async (step) => {
			for (let seen = 0; seen < step; seen++) if ((await lines.next()).done) return;
		},
	};
}

async function kill(child: ChildProcess): Promise<void> {
	const closed = once(child, 'close');
	child.kill('SIGKILL');
	await closed;
}

test.serial('of two runs at once the second says who works on the case, and the first goes on', async (t) => {
	const { child, at } = start();
	await at(1);
	await wait(300);
	const { code, out, err } = await liuxiang(['run', folder, '--json']);
	t.is(code, 5);
	t.is(out, '');
	const { problem } = JSON.parse(err.trim().split('\n').at(-1) ?? '');
	t.is(problem.code, 'case.locked');
	t.is(problem.facts.pid, child.pid);
	t.is(problem.facts.command, 'run');
	for (const lang of ['zh', 'en']) {
		const told = await liuxiang(['todo', folder, '--lang', lang]);
		t.is(told.code, 5);
		t.true(told.err.includes(String(child.pid)));
	}
	t.is(child.exitCode, null);
	await kill(child);
});

test.serial('a run killed at any moment is finished by the next one, to the same bytes', async (t) => {
	const random = seeded('crash moments');
	// Steps in the order in which a run tells them: reading comes first and takes longest.
	for (const step of [1, random.int(2, 7), random.int(8, 9)]) {
		const { child, at } = start();
		await at(step);
		await wait(random.int(0, step === 1 ? 1500 : 200));
		await kill(child);
	}
	const program = `liuxiang ${programVersion()}`;
	const told = await liuxiang(['run', folder, '--quiet']);
	// The lock of a process that is gone was taken over; of the killed runs nobody knows more than that they broke off.
	t.true(told.code <= 1, told.err);
	const outcomes = (await readJournal(folder)).map(({ outcome }) => outcome);
	t.is(outcomes.length, 5);
	t.is(outcomes[0], 'broken');
	t.is(outcomes.at(-1), 'incomplete');
	t.false(outcomes.includes(undefined));
	t.false(existsSync(join(folder, LOCK_FILE)));
	const finished = { folder: await realpath(join(folder, 'reports', 'latest')) };
	const whole = join(root, 'whole');
	await writeFiles(whole, CASE);
	const untouched = await runCase(whole, { program, dryRun: false, onProgress: () => {} });
	t.is(basename(finished.folder), basename(untouched.folder));
	t.deepEqual(await hashesBelow(finished.folder), await hashesBelow(untouched.folder));
	t.deepEqual(await hashesBelow(join(folder, 'rejects')), await hashesBelow(join(whole, 'rejects')));
	t.is((await readdir(join(folder, 'rejects'))).length, 1);
	t.deepEqual((await readdir(join(folder, 'reports'))).sort(), (await readdir(join(whole, 'reports'))).sort());
});
