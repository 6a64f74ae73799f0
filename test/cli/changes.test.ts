import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { sharedFolder, writeFiles } from '../run/folders.ts';
import { smallCase } from '../run/small-case.ts';
import { liuxiang } from './terminal.ts';

const root = await sharedFolder(test);

test('run tells whether anything changed, a scheduler by its exit code, and changes shows it', async (t) => {
	const folder = join(root, 'case');
	await writeFiles(folder, smallCase());
	t.is((await liuxiang(['changes', folder, '--lang', 'en'])).code, 2);
	const first = await liuxiang(['run', folder, '--fail-on-change', '--quiet', '--lang', 'en']);
	t.is(first.code, 0);
	t.regex(first.out, /^Changes +first run, nothing to compare with$/m);

	await appendFile(join(folder, 'people.csv'), '演示戊,,,话务,一组,演示乙,虚构\n');
	const second = await liuxiang(['run', folder, '--fail-on-change', '--json', '--quiet']);
	t.is(second.code, 1);
	const { changes } = JSON.parse(second.out) as { changes: { changed: boolean; counts: Record<string, number> } };
	t.like(changes, { changed: true, basis: 'compared', alarms: [] });
	t.is(changes.counts.people_come, 1);

	const shown = await liuxiang(['changes', folder, '--lang', 'en']);
	t.is(shown.code, 0);
	t.regex(shown.out, /^新增 +演示戊 +liuxiang person p[0-9a-f]+$/m);
	const [one = '', other = ''] = (await readdir(join(folder, 'reports'))).filter((name) => name.startsWith('run-'));
	const between = await liuxiang(['changes', folder, '--from', one, '--to', other, '--json']);
	t.like(JSON.parse(between.out), { schema: 'liuxiang/changes/1', before: { run: one }, after: { run: other } });
	t.is((await liuxiang(['changes', folder, '--to', one])).code, 2);
	t.true((await liuxiang(['changes', folder, '--as', 'html'])).out.startsWith('<!doctype html>'));
});
