import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { writeDemo } from '../../src/cli/init/demo-folder.ts';
import { emptyFolder } from './folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const FILES = new Map([
	['truth.json', bytes('{}')],
	['decisions.csv', bytes('header\r\n')],
	['evidence/a/b.csv', bytes('1')],
]);

test('a demo is written, folders and all', async (t) => {
	const folder = join(await emptyFolder(t), 'demo');
	await writeDemo(folder, FILES);
	t.is(await readFile(join(folder, 'evidence/a/b.csv'), 'utf8'), '1');
});

test('a demo is made again over an earlier one, and decisions made on it stay', async (t) => {
	const folder = await emptyFolder(t);
	await writeDemo(folder, FILES);
	await writeFile(join(folder, 'decisions.csv'), 'mine');
	await writeFile(join(folder, 'evidence/a/b.csv'), 'spoilt');
	await writeDemo(folder, FILES);
	t.is(await readFile(join(folder, 'decisions.csv'), 'utf8'), 'mine');
	t.is(await readFile(join(folder, 'evidence/a/b.csv'), 'utf8'), '1');
});

test('a folder that holds anything else is refused', async (t) => {
	const folder = await emptyFolder(t);
	await writeFile(join(folder, 'case.yaml'), 'a real case');
	const problem = await t.throwsAsync(writeDemo(folder, FILES));
	t.like(problem, { code: 'demo.folder-in-use', kind: 'usage' });
	t.is(await readFile(join(folder, 'case.yaml'), 'utf8'), 'a real case');
});
