import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { parse } from 'yaml';
import { makeCaseFolder } from '../../src/cli/init/case-folder.ts';
import { caseYaml } from '../../src/cli/init/case-yaml.ts';
import { caseFileJsonSchema } from '../../src/run/case-file.ts';
import { checkCase, openCase } from '../../src/run/case-folder.ts';
import { emptyFolder } from './folder.ts';
import { liuxiang } from './terminal.ts';

/** A setting that is off: `# key: …` or `# - …`, in ASCII; prose is Chinese. */
const OFF = /^(\s*)# ( *(?:- |[a-z_0-9]+: ).*)$/;

test('a new case folder opens as it is', async (t) => {
	const folder = join(await emptyFolder(t), '案件一');
	const { code, out, err } = await liuxiang(['init', folder]);
	t.is(code, 0);
	t.regex(out, /case\.yaml/);
	t.regex(err, /liuxiang run/);
	t.is((await openCase(folder)).file.name, '案件一');
	t.deepEqual((await readdir(folder)).sort(), [
		'accounts.csv',
		'case.schema.json',
		'case.yaml',
		'decisions.csv',
		'evidence',
		'evidence.csv',
		'group-members.csv',
		'groups.csv',
		'people.csv',
	]);
	t.deepEqual(JSON.parse(await readFile(join(folder, 'case.schema.json'), 'utf8')), caseFileJsonSchema());
	t.regex(await readFile(join(folder, 'people.csv'), 'utf8'), /^\uFEFF姓名,.*来源\r\n$/);
});

test('a workbook takes the place of the tables it holds', async (t) => {
	const folder = await emptyFolder(t);
	await makeCaseFolder(folder, new Uint8Array([80, 75]));
	const names = await readdir(folder);
	t.true(names.includes('case.xlsx'));
	for (const name of ['people.csv', 'accounts.csv', 'groups.csv']) t.false(names.includes(name));
	for (const name of ['evidence.csv', 'decisions.csv']) t.true(names.includes(name));
});

test('a folder that is not empty is refused and left as it was', async (t) => {
	const folder = await emptyFolder(t);
	await writeFile(join(folder, 'notes.txt'), 'mine');
	const { code, err } = await liuxiang(['init', folder]);
	t.is(code, 2);
	t.regex(err, /not empty.*notes\.txt/);
	t.deepEqual(await readdir(folder), ['notes.txt']);
});

test('a file is no folder', async (t) => {
	const file = join(await emptyFolder(t), 'case');
	await writeFile(file, '');
	const { code, err } = await liuxiang(['init', file]);
	t.is(code, 2);
	t.regex(err, /is not a folder/);
});

test('the template says every setting of a case file', (t) => {
	const text = caseYaml('x');
	for (const key of settings(caseFileJsonSchema())) t.regex(text, new RegExp(`(?:^|[\\s{,])${key}\\b`), key);
});

/** Names of all settings, the mappings' free columns aside. */
function settings(schema: unknown): string[] {
	if (typeof schema !== 'object' || schema === null) return [];
	const { properties, ...rest } = schema as { properties?: Record<string, unknown> };
	const own = Object.entries(properties ?? {}).flatMap(([name, inner]) =>
		name === 'mappings' ? [name] : [name, ...settings(inner)],
	);
	return [...own, ...Object.values(rest).flatMap(settings)];
}

test('every setting that is off in the template is right when turned on', (t) => {
	const lines = caseYaml('x').split('\n');
	const off = lines.filter((line) => OFF.test(line));
	t.true(off.length > 5);
	// An empty list gives way to the examples below it.
	const on = caseYaml('x')
		.replaceAll(/^( *)(\w+): \[\]\n((?: *#.*\n)+)/gm, (whole, indent, key, below) =>
			below.includes('# - ') ? `${indent}${key}:\n${below}` : whole,
		)
		.split('\n')
		.map((line) => line.replace(OFF, '$1$2'))
		.join('\n');
	const file = checkCase(on, 'case.yaml');
	t.is(file.trace.depth, 20);
	t.is(file.trace.hub, 10_000);
	t.is(file.pay.leads_per_day_max, 40);
	t.is(file.period.from, '2023-03-01');
	t.is(file.cash_outs.rates.length, 1);
	t.is(file.assets.length, 1);
	t.is(file.mappings[0]?.yields, 'leads');
	t.is(file.neo4j?.user, 'neo4j');
	t.deepEqual(
		file.chains.map(({ network }) => network),
		['eth', 'tron'],
	);
});

test('a name is quoted, whatever stands in it', (t) => {
	for (const name of ['a: b', '"x"', '案 #3', "$'", '{{name}}']) t.is(parse(caseYaml(name)).name, name);
});
