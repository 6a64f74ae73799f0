import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { writeEntry } from '../../../src/run/journal/journal.ts';
import { keepRuns } from '../../../src/run/journal/keep-runs.ts';
import { sharedFolder } from '../folders.ts';

const root = await sharedFolder(test);

test('the newest report folders stay by the journal, with the last one and those that are named; none is left half', async (t) => {
	const reports = join(root, 'reports');
	for (const name of ['a', 'b', 'c', 'd', 'e', 'before-the-journal']) {
		await mkdir(join(reports, `run-${name}`), { recursive: true });
		await writeFile(join(reports, `run-${name}`, 'findings.json'), '{}');
	}
	// The case came back to the findings of run-a; the clock was put back meanwhile.
	for (const [index, name] of ['a', 'b', 'c', 'd', 'a', 'e'].entries())
		await writeEntry(root, {
			id: `r${index}`,
			started: 1000 - index,
			trigger: 'schedule',
			program: 'p',
			outcome: 'done',
			run: `run-${name}`,
		});
	await symlink('run-e', join(reports, 'latest'));
	t.deepEqual(await keepRuns(root, 3, ['run-b']), ['run-before-the-journal', 'run-c']);
	t.deepEqual((await readdir(reports)).sort(), ['latest', 'run-a', 'run-b', 'run-d', 'run-e']);
	t.deepEqual(await keepRuns(root, 4, []), []);
});

test('a case without reports has nothing to remove', async (t) => {
	t.deepEqual(await keepRuns(join(root, 'nowhere'), 2, []), []);
});
