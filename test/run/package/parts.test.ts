import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { drawEach } from '../../../src/run/package/draw-each.ts';
import { drawPackage } from '../../../src/run/package/draw-package.ts';
import { peopleList } from '../../../src/run/package/people-list.ts';
import { openQuestions } from '../../../src/run/questions/open.ts';
import { run, sharedFolder, writeFiles } from '../folders.ts';
import { CORE_CARD, LEADER_CARD, smallCase } from '../small-case.ts';

const root = await sharedFolder(test);
const folder = join(root, 'small');
const cards = [CORE_CARD, LEADER_CARD].map((card) => card.slice('bank:'.length));

test.before(async () => {
	await writeFiles(folder, smallCase());
	await run(folder);
});

async function written(of: string): Promise<string> {
	const names = await readdir(of, { recursive: true, withFileTypes: true });
	const files = names.filter((entry) => entry.isFile());
	return (await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')))).join('\n');
}

test.serial(
	'a package for a court tells no card, one for the house does; its ids are answered in the case folder',
	async (t) => {
		const only = ['schedules'];
		const court = await drawPackage(folder, { level: 'court', names: 'full', only });
		const house = await drawPackage(folder, { level: 'internal', names: 'full', only });
		const [shown, all] = [await written(court.folder), await written(house.folder)];
		for (const card of cards) {
			t.false(shown.includes(card));
			t.true(all.includes(card));
		}
		const [figure] = /p[0-9a-f]{12}\/received/.exec(shown) ?? [''];
		t.false(all.includes(figure));
		const questions = await openQuestions(folder);
		const answer = await questions.why(figure);
		t.regex(answer.id, /^p[0-9a-f]{12}\/received$/);
		t.true(all.includes(answer.id));
		t.true(answer.records.length > 0);
		const [transfer] = /t[0-9a-f]{24}/.exec(shown) ?? [''];
		t.true(all.includes((await questions.why(transfer)).id));
		await questions.close();
	},
);

test.serial('one package for each group sums to the case; another one tells of one person alone', async (t) => {
	const request = { level: 'court', names: 'full', only: ['schedules'] } as const;
	const { packages, reconciliation } = await drawEach(folder, request, 'group');
	t.is(packages.length, 2);
	t.regex(await readFile(reconciliation, 'utf8'), /"差额",0(,0\.00)+,0\r\n$/);
	const { folder: one } = await drawPackage(folder, { ...request, choice: { people: ['演示丙'] } });
	const { folder: hidden } = await drawPackage(folder, { ...request, names: 'masked', choice: { people: ['演示丙'] } });
	const { folder: two } = await drawPackage(folder, { ...request, choice: { people: ['演示丙', '演示丁'] } });
	t.is(new Set([one, hidden, two, ...packages.map((each) => each.folder)]).size, 5);
	t.false(`${hidden}${await written(hidden)}`.includes('演示丙'));
	const text = await written(one);
	t.true(text.includes('演示丙'));
	for (const other of ['演示甲', '演示乙', '演示丁', 'small_leader']) t.false(text.includes(other), other);
});

test('a list of people is read with a header and without one, in both encodings', async (t) => {
	const lists = {
		'header.csv': '﻿序号,姓名,证件号码\r\n1,演示甲,310101199003071234\r\n2,演示乙,\r\n',
		'plain.csv': '演示甲\n\n演示乙\n',
	};
	for (const [name, text] of Object.entries(lists)) await writeFile(join(root, name), text);
	t.deepEqual(await peopleList(join(root, 'header.csv')), ['310101199003071234', '演示乙']);
	t.deepEqual(await peopleList(join(root, 'plain.csv')), ['演示甲', '演示乙']);
	await writeFile(join(root, 'gb.csv'), Buffer.from('d0d5c3fb0ad1ddcabebcd70a', 'hex'));
	t.deepEqual(await peopleList(join(root, 'gb.csv')), ['演示甲']);
	await t.throwsAsync(peopleList(join(root, 'none.csv')), { message: /part\.list/ });
});
