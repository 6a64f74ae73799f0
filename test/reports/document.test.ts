import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import type { Block } from '../../src/reports/document/blocks.ts';
import { documentOf } from '../../src/reports/document/document.ts';
import { initialsOf } from '../../src/reports/document/pinyin.ts';
import { typeset } from '../../src/reports/document/typeset.ts';
import type { PackageInput } from '../../src/reports/package/part.ts';
import { partInput } from '../../src/reports/part/part-input.ts';
import { ASSETS } from '../../src/run/package/assets.ts';
import { gang, LARGE_GANG } from './fixtures.ts';
import { leadDays, receipts, transferRows, wholeCase } from './whole-case.ts';

type Person = PackageInput['findings']['people'][number];

function inputOf(findings: PackageInput['findings']): PackageInput {
	return {
		findings,
		rows: [...transferRows()],
		leadDays: leadDays(),
		receipts: receipts(),
		cover: { level: 'court', names: 'full', run: 'run-0123456789ab' },
		figureTransfers: [],
		ways: [],
		terms: { origins: [], seeds: [], services: [], conversions: [], openings: [] },
		custody: { program: 'liuxiang 0', law: [], store: '', manifest: '', inputs: [] },
		assets: ASSETS,
	};
}

/** What poppler makes of a PDF: its text without line ends and blanks, and what its tools say of it. */
function read(pdf: Uint8Array): {
	text: string;
	lines: string;
	first: string;
	fonts: string;
	info: string;
	outline: string;
} {
	const folder = mkdtempSync(join(tmpdir(), 'liuxiang-pdf-'));
	try {
		const path = join(folder, 'report.pdf');
		writeFileSync(path, pdf);
		const run = (tool: string, ...args: string[]) =>
			execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
		const lines = run('pdftotext', '-raw', path, '-');
		return {
			lines,
			text: lines.replaceAll(/\s+/g, ''),
			first: run('pdftotext', '-raw', '-l', '1', path, '-').replaceAll(/\s+/g, ''),
			fonts: run('pdffonts', path),
			info: run('pdfinfo', path),
			outline: run('pdftohtml', '-xml', '-i', '-stdout', path).split('<outline>').slice(1).join(''),
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

test('the report says the whole case on its first page, and every person, file and doubt after it', async (t) => {
	const findings = wholeCase();
	const pdf = await typeset(await documentOf(inputOf(findings)), ASSETS);
	const { text, first, fonts, info, outline } = read(pdf);
	t.true(first.includes('一页摘要'), 'summary on the first page');
	t.true(first.includes('总账核对'), 'with the balance');
	t.false(first.includes('目录'), 'and nothing of the next');
	t.regex(info, /Tagged:\s+yes/);
	t.false(info.includes(`${new Date().getFullYear()}`), 'no clock');
	const rows = fonts.trim().split('\n').slice(2);
	t.true(rows.length >= 2 && rows.every((row) => /NotoSansSC-\w+ .* yes yes yes/.test(row)), fonts);
	for (const { hash } of findings.evidence.files) t.true(text.includes(hash), `file ${hash}`);
	for (const title of [
		'委托与检材',
		'方法与口径',
		'核心成员',
		'各组',
		'推定连线',
		'未能核实事项',
		'有利或另有解释',
		'人员索引',
	])
		t.true(outline.includes(title), `bookmark ${title}`);
	t.true(text.includes('不表示货币同一'));
});

test('text of evidence is set as text, whatever it says', async (t) => {
	const hostile = [
		'#panic("x")',
		'<img onerror=alert(1)>',
		"=cmd|' /C calc'!A0",
		'\u202egnp.exe',
		'*_`$x$` @ref <label> \\ // /* */',
		'🐟\u{2fa1d}',
		'x'.repeat(10_000),
	];
	const base = wholeCase();
	const crowd = ['', '-2', '-3', '-4'].flatMap((more) =>
		base.people.map((person) => ({ ...person, id: `${person.id}${more}` })),
	);
	const people = crowd.map((person, index) => {
		const name = hostile[index % hostile.length] as string;
		return { ...person, name, nicknames: [name], group: name, superior: name };
	});
	const pdf = await typeset(
		await documentOf(inputOf({ ...base, people, case: { ...base.case, name: hostile[0] as string } })),
		ASSETS,
	);
	const { text } = read(pdf);
	for (const name of hostile.slice(0, people.length)) {
		const shown = name.length > 100 ? `${name.slice(0, 32)}…（共10000字）` : name;
		const plain = shown.replace('\u202e', '‹U+202E›').replace('🐟', '‹U+1F41F›').replace('\u{2fa1d}', '‹U+2FA1D›');
		t.true(text.includes(plain.replaceAll(/\s+/g, '')), plain);
	}
	t.true(people.length >= hostile.length);
	t.false(/x{33}/.test(text), 'a name of 10,000 characters is told short, with how long it is');
});

test('a sheet that is longer than a page goes on on the next one', async (t) => {
	const base = wholeCase();
	const [person] = base.people;
	const [statement] = base.testimony;
	if (!person || !statement) return t.fail();
	const testimony = Array.from({ length: 200 }, (_, index) => ({
		...statement,
		party: person.id,
		claim: `第${index}句：当天收到的钱都转给了别人`,
	}));
	const input = inputOf({ ...base, testimony: testimony.map((one) => ({ ...one, disputes: false })) });
	const { text } = read(await typeset(await documentOf(input), ASSETS));
	for (const { claim } of testimony) t.true(text.includes(claim), claim);
});

/** Titles of the chapters, as they are numbered. */
function chaptersOf(blocks: readonly Block[]): string[] {
	return blocks.flatMap((block) =>
		block.kind === 'heading' && block.level === 1 && /^.、/.test(block.text) ? [block.text] : [],
	);
}

test('chapters are numbered as they stand, whatever is left out', async (t) => {
	const base = wholeCase();
	const { blocks } = await documentOf(inputOf(base));
	t.deepEqual(
		chaptersOf(blocks).map((title) => title[0]),
		[...'一二三四五六七八九十'],
	);
	// No groups, and more leaders than the first page holds.
	const leaders = Array.from({ length: 14 }, (_, index) => ({
		...(base.people[0] as Person),
		id: `leader-${index}`,
		role: 'leader' as const,
		group: '',
	}));
	const ungrouped = inputOf({ ...base, people: [...base.people.map((one) => ({ ...one, group: '' })), ...leaders] });
	const without = (await documentOf(ungrouped)).blocks;
	t.deepEqual(
		chaptersOf(without).map((title) => title[0]),
		[...'一二三四五六七八九'],
	);
	const named = (key: string) =>
		[...JSON.stringify(without).matchAll(new RegExp(`"${key}":"([^"]+)"`, 'g'))].map(([, id]) => id as string);
	const there = new Set(named('id'));
	t.deepEqual(
		named('to').filter((to) => !there.has(to)),
		[],
		'nothing leads to what is left out',
	);
});

test('the report of a part says nothing of the case as of its people', async (t) => {
	const base = wholeCase();
	const caller = base.people.find(({ role }) => role === 'caller') as Person;
	const people = new Set([caller.id]);
	const whole = inputOf(base);
	const part = { title: caller.name, people };
	const { blocks } = await documentOf(partInput({ ...whole, cover: { ...whole.cover, part } }, part));
	const said = JSON.stringify(blocks);
	for (const other of ['核心成员与组长', '组长不详', '全案资金情况', '组内人数'])
		t.false(
			blocks.some((block) => block.kind !== 'facts' && block.kind !== 'list' && JSON.stringify(block).includes(other)),
			other,
		);
	t.deepEqual(
		chaptersOf(blocks).map((title) => title.slice(2)),
		chaptersOf((await documentOf(whole)).blocks)
			.map((title) => title.slice(2).replace('全案资金情况', '资金情况'))
			.filter((title) => title !== '核心成员'),
	);
	const paid = base.payouts.filter(
		({ payee, certainty, kind }) => payee === caller.id && certainty === 'documented' && kind !== 'funding',
	);
	t.true(said.includes(`报酬${paid.length}笔`));
});

test('every person has a sheet, a bookmark and a line in the index; the same case gives the same bytes', async (t) => {
	const findings = gang(LARGE_GANG);
	const make = async () => typeset(await documentOf(inputOf(findings)), ASSETS);
	const pdf = await make();
	t.deepEqual(Buffer.from(await make()), Buffer.from(pdf));
	const { text, outline } = read(pdf);
	const index = text.slice(text.lastIndexOf('人员索引'));
	for (const { name } of findings.people) {
		t.true(outline.includes(name), `bookmark of ${name}`);
		t.true(index.includes(name), `index line of ${name}`);
	}
	for (const word of ['犯罪嫌疑人', '有罪', '罪犯', '赃款']) t.false(text.includes(word), word);
});

test('names stand under the letters by which they are spoken', (t) => {
	const letters = (names: string) => names.split(' ').map((name) => initialsOf(name).join(''));
	t.deepEqual(letters('阿姨 白 曹 杜 鄂 冯 郭 何 贾 孔 李 马 牛 欧 潘 钱 任 孙 唐 王 徐 杨 周'), [
		...'ABCDEFGHJKLMNOPQRSTWXYZ',
	]);
	t.deepEqual(letters('单雄信 仇英 朴实 解缙 曾巩 查良镛 褚遂良 窦宪 佟湘玉 臧霸'), [...'SQPXZZCDTZ']);
	t.deepEqual(letters('覃某 区某 Alice 𠮷田'), ['QT', 'OQ', 'A', '#']);
});
