import { readFile } from 'node:fs/promises';
import test from 'ava';
import { parse } from 'yaml';
import { caseFileSchema } from '../../src/run/case-file.ts';
import { settingsOf } from '../../src/run/settings.ts';
import { mappedSources } from '../../src/sources/mapped.ts';
import { MAPPED_TABLES, MAPPED_YIELDS } from '../../src/sources/mapping.ts';

const DOCUMENT = 'docs/case-folder.md';

function settingsWith(mappings: readonly unknown[]) {
	const assets = [{ id: 'usd', symbol: 'USD', decimals: 2 }];
	return settingsOf(caseFileSchema.parse({ version: 1, name: 'x', assets, mappings }));
}

async function examples(): Promise<readonly unknown[]> {
	const text = await readFile(DOCUMENT, 'utf8');
	const blocks = Array.from(text.matchAll(/^```yaml\n(mappings:\n.*?)^```$/gms), (match) => match[1] ?? '');
	return blocks.flatMap((block) => parse(block).mappings);
}

test('the manual has an example of every kind of table, and each of them works', async (t) => {
	const settings = settingsWith(await examples());
	t.is(mappedSources(settings).length, settings.mappings.length);
	t.deepEqual(new Set(settings.mappings.map(({ yields }) => yields)), new Set(MAPPED_YIELDS));
});

test('the manual lists every column of every kind of table, and no other', async (t) => {
	const text = await readFile(DOCUMENT, 'utf8');
	const table = text.slice(text.indexOf('| yields |'), text.indexOf('A column that the kind of table'));
	for (const name of MAPPED_YIELDS) {
		const row = table.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
		const listed = new Set(Array.from(row.matchAll(/`(\w+)`/g), (match) => match[1]));
		listed.delete(name);
		const { needed, further } = MAPPED_TABLES[name];
		t.deepEqual([...listed].sort(), [...new Set([...needed.flat(), ...further])].sort(), name);
	}
});

test('words and fixed values of a mapping reach its source', (t) => {
	const { mappings } = settingsWith([
		{
			name: 'a',
			when: ['x'],
			yields: 'orders',
			columns: { time: 'x' },
			done_words: ['好'],
			cancelled_words: ['不'],
			kind: 'freeze',
			disputes: true,
		},
	]);
	t.like(mappings[0], { doneWords: ['好'], cancelledWords: ['不'], kind: 'freeze', disputes: true });
});

test('a kind of table that there is not is refused with those that there are', (t) => {
	const error = t.throws(() => settingsWith([{ name: 'a', when: ['x'], yields: 'phones', columns: {} }]));
	for (const name of MAPPED_YIELDS) t.true(error?.message.includes(name), name);
});
