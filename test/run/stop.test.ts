import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { makeDemo } from '../../datasets/demo/generate.ts';
import { readJournal } from '../../src/run/journal/journal.ts';
import { LOCK_FILE } from '../../src/run/lock/case-lock.ts';
import { moduleUrl, NODE_ARGS } from '../another.ts';
import { hashesBelow, run, sharedFolder, writeFiles } from './folders.ts';

const { files } = await makeDemo({ seed: 6, scale: 0.05 });
const root = await sharedFolder(test);

/** A run in a process of its own, stopped by a signal when it says that the step begins. */
async function stoppedAt(folder: string, step: RegExp, signal: NodeJS.Signals) {
	const args = [...NODE_ARGS, fileURLToPath(moduleUrl('src/cli/main')), 'run', folder, '--lang', 'en'];
	const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	if (!child.stderr) throw new Error('no pipe');
	const closed = once(child, 'close');
	let asked = Number.NaN;
	let told = '';
	for await (const line of createInterface({ input: child.stderr })) {
		told += `${line}\n`;
		if (!step.test(line) || !Number.isNaN(asked)) continue;
		asked = performance.now();
		child.kill(signal);
	}
	const [code] = await closed;
	return { code, told, seconds: (performance.now() - asked) / 1000 };
}

test('a run that is told to end does so within ten seconds, says so, and the next one goes on to the same bytes', async (t) => {
	const [stopped, whole] = [join(root, 'stopped'), join(root, 'whole')];
	await writeFiles(stopped, files);
	await writeFiles(whole, files);
	const moments = [
		[/^reading/i, 'SIGTERM', 143],
		[/writing the store/, 'SIGINT', 130],
	] as const;
	for (const [step, signal, exit] of moments) {
		const { code, told, seconds } = await stoppedAt(stopped, step, signal);
		t.is(code, exit, told);
		t.true(seconds < 10, `${seconds} s`);
		t.regex(told, /Stopping at the next point[\s\S]*Stopped as asked/);
		t.notRegex(told, /details:/);
		const last = (await readJournal(stopped)).at(-1);
		t.like(last, { outcome: 'stopped', exit, problem: { code: 'run.stopped' } });
		t.false(existsSync(join(stopped, LOCK_FILE)));
		t.false(existsSync(join(stopped, 'reports', 'latest')));
	}
	const [finished, untouched] = [await run(stopped), await run(whole)];
	t.is(basename(finished.folder), basename(untouched.folder));
	t.deepEqual(await hashesBelow(finished.folder), await hashesBelow(untouched.folder));
	t.deepEqual((await readdir(join(stopped, 'reports'))).sort(), (await readdir(join(whole, 'reports'))).sort());
});
