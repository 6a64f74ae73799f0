import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import type { Findings } from '../../../src/findings/schema.ts';
import { beginningOf, inputsOf, inputsRead } from '../../../src/run/custody/inputs.ts';
import { folder } from '../../sources/folder.ts';
import { writeFiles } from '../folders.ts';

/** A case with a file and an archive, and how a run of it would list what it read. */
async function begun(t: ExecutionContext) {
	const root = await folder(t, {
		'case.yaml': 'name: 一\n',
		'evidence/a.csv': 'a\n',
		'evidence/b.zip': 'not opened here',
	});
	const began = await beginningOf(root);
	const [hash] = (await inputsOf(root)).flatMap(({ name, sha256 }) => (name === 'evidence/a.csv' ? [sha256] : []));
	const files = [
		{ hash, paths: ['a.csv'] },
		{ hash: 'f'.repeat(64), paths: ['b.zip!/c.csv'] },
	] as unknown as Findings['evidence']['files'];
	return { root, read: async () => await inputsRead(root, began, files) };
}

test('a run lists what it read, not what came into the folder meanwhile', async (t) => {
	const { root, read } = await begun(t);
	const names = (await read()).map(({ name }) => name);
	t.deepEqual(names, ['case.yaml', 'evidence/a.csv', 'evidence/b.zip']);
	await writeFiles(root, [['evidence/late.csv', 'late\n']]);
	t.deepEqual(
		(await read()).map(({ name }) => name),
		names,
	);
});

for (const [what, change] of [
	['a file', (root: string) => writeFile(join(root, 'evidence', 'a.csv'), 'b\n')],
	['an archive', (root: string) => writeFile(join(root, 'evidence', 'b.zip'), 'another')],
	['an archive of one size', (root: string) => replaced(join(root, 'evidence', 'b.zip'), 'not opened HERE')],
	['an archive that is gone', (root: string) => rm(join(root, 'evidence', 'b.zip'))],
	['a table that was not there', (root: string) => writeFile(join(root, 'people.csv'), 'name\n')],
	['the decisions', (root: string) => writeFile(join(root, 'decisions.csv'), 'subject\n')],
] as const)
	test(`no run vouches for ${what} that was changed while it read`, async (t) => {
		const { root, read } = await begun(t);
		await change(root);
		t.like(await t.throwsAsync(read), { code: 'evidence.changed' });
	});

async function replaced(path: string, text: string): Promise<void> {
	await writeFile(`${path}.new`, text);
	await rename(`${path}.new`, path);
}
