import { join } from 'node:path';
import test from 'ava';
import { thisProcess } from '../../src/cli/this-process.ts';
import { withLock } from '../../src/run/lock/case-lock.ts';
import { hashesBelow, sharedFolder, writeFiles } from '../run/folders.ts';
import { smallCase } from '../run/small-case.ts';
import { liuxiang } from './terminal.ts';

const root = await sharedFolder(test);

test('while a case is worked on, no command writes into it, and each says who is at work', async (t) => {
	const folder = join(root, 'case');
	await writeFiles(folder, smallCase());
	t.is((await liuxiang(['run', folder, '--quiet'])).code, 0);
	const writing = [
		['run', folder],
		['fetch', folder],
		['follow', 'T1', folder, '--chain', 'tron', '--budget', '5'],
		['copy', folder, '--to', join(root, 'copy.duckdb')],
		['report', folder],
		['decide', 'c1', folder, '--confirm', '--by', '李检', '--why', '一致'],
		['inspect', join(folder, 'evidence'), '--case', folder, '--save-mapping'],
	];
	const reading = [
		['run', folder, '--dry-run'],
		['person', '演示丙', folder],
		['verify', folder],
	];
	const terms = { self: thisProcess(), command: 'copy', now: Date.now };
	await withLock(folder, terms, async () => {
		const before = await hashesBelow(folder);
		for (const args of writing) {
			const { code, err } = await liuxiang([...args, '--json', '--quiet']);
			t.is(code, 5, `${args[0]}: ${err}`);
			const { problem } = JSON.parse(err.trim().split('\n').at(-1) ?? '');
			t.is(problem.code, 'case.locked', args[0]);
			t.like(problem.facts, { pid: terms.self.pid, command: 'copy' });
		}
		for (const args of reading) t.is((await liuxiang([...args, '--quiet'])).code, 0, args[0]);
		t.deepEqual(await hashesBelow(folder), before);
	});
	t.is((await liuxiang(['report', folder, '--only', 'schedules', '--quiet'])).code, 0);
});
