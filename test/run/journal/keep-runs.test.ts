import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { writeEntry } from '../../../src/run/journal/journal.ts';
import { keepRuns } from '../../../src/run/journal/keep-runs.ts';
import { sharedFolder } from '../folders.ts';

const root = await sharedFolder(test);

test('the newest report folders stay by the journal, with the last one and those that are named; none is left half', async (t) => {
	const reports = join(root, 'reports');
	const nameOf = (letter: string) => `run-${letter.repeat(12)}`;
	const copy = 'run-for-the-court';
	// 0 is older than the journal.
	for (const name of [...'abcde0'].map(nameOf).concat(copy)) {
		await mkdir(join(reports, name), { recursive: true });
		await writeFile(join(reports, name, 'findings.json'), '{}');
	}
	// The case came back to the findings of a; the clock was put back meanwhile.
	for (const [index, name] of ['a', 'b', 'c', 'd', 'a', 'e'].entries())
		await writeEntry(root, {
			id: `r${index}`,
			started: 1000 - index,
			trigger: 'schedule',
			program: 'p',
			outcome: 'done',
			run: nameOf(name),
		});
	await symlink(nameOf('e'), join(reports, 'latest'));
	t.deepEqual(await keepRuns(root, 3, [nameOf('b')]), [nameOf('0'), nameOf('c')]);
	t.deepEqual((await readdir(reports)).sort(), ['latest', ...[...'abde'].map(nameOf), copy]);
	t.deepEqual(await keepRuns(root, 4, []), []);
});

test('a case without reports has nothing to remove', async (t) => {
	t.deepEqual(await keepRuns(join(root, 'nowhere'), 2, []), []);
});
