import { readFile } from 'node:fs/promises';
import test from 'ava';
import { caseWorkbook, readCaseWorkbook } from '../../src/sources/case-workbook.ts';
import { writeCaseWorkbook } from '../../src/sources/case-workbook-template.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';
import { faults, workbookFile } from './written.ts';

sourceContract(test, caseWorkbook, 'datasets/samples/case-workbook');

const SAMPLE = 'datasets/samples/case-workbook/case.xlsx';
const day = (text: string) => Date.parse(`${text}T00:00:00+08:00`);

test('the sheets of settings give starts, wages and commissions', async (t) => {
	const { starts, wages, commissions } = await readCaseWorkbook(memoryFile('case.xlsx', await readFile(SAMPLE)), HINTS);
	t.deepEqual(starts, [
		{ account: 'tron:TP5DC7QK1sStWmJ3x6WaZkF5zZcXH1tCPF', note: '境外付款钱包' },
		{ transfer: 't0123456789abcdef01234567', note: '某笔' },
	]);
	t.deepEqual(wages, [
		{ kind: 'wage', role: 'caller', fenPerDay: 20_000n },
		{ kind: 'wage', role: 'inspector', fenPerDay: 40_000n, from: day('2023-03-01'), until: day('2023-06-01') - 1 },
	]);
	t.deepEqual(commissions, [
		{ kind: 'commission', minFen: 500n, maxFen: 500n, until: day('2023-04-16') - 1 },
		{ kind: 'commission', minFen: 500n, maxFen: 1000n, group: '一组', from: day('2023-04-16') },
	]);
});

test('every cell that cannot be read is named as the spreadsheet names it', async (t) => {
	const said = await readCaseWorkbook(memoryFile('case.xlsx', await readFile(SAMPLE)), HINTS);
	t.deepEqual(faults(said), [
		'role 人员!D5',
		'account-checksum 账号!A4',
		'account 账号!A5',
		'role 案外人!D4',
		'account 起点!A4',
		'value 计酬规则!F6',
		'value 计酬规则!A7',
		'missing 计酬规则!B8',
		'value 计酬规则!E9',
	]);
});

test('the empty workbook is claimed, says nothing and has nothing wrong with it', async (t) => {
	const file = memoryFile('case.xlsx', writeCaseWorkbook());
	const sample = await sampleOf(file);
	t.is(caseWorkbook.identify(sample, HINTS)?.confidence, 80);
	t.deepEqual(
		sample.sheets.map(({ name }) => name),
		['人员', '账号', '起点', '计酬规则', '群组', '群成员', '案外人', '填写说明'],
	);
	const said = await gather(caseWorkbook.read(file, HINTS));
	t.is(said.read, 0);
	t.deepEqual(said.rejected, []);
	t.is(said.skipped.header, 7);
});

test('the empty workbook has the same bytes every time', (t) => {
	t.deepEqual(writeCaseWorkbook(), writeCaseWorkbook());
});

test('a sheet is known by its header, whatever it is called', async (t) => {
	const file = workbookFile('x.xlsx', {
		Sheet1: [['注：样例'], ['角色', '姓名'], ['话务', '演示甲']],
		toString: [['x']],
	});
	const said = await gather(caseWorkbook.read(file, HINTS));
	t.like(said.others.spells?.[0], { person: '演示甲', role: 'caller' });
	t.deepEqual(said.rejected, []);
});

test('the sheet 群成员 says who was in which group', async (t) => {
	const file = workbookFile('x.xlsx', {
		群组: [
			['群号', '用途'],
			['1@chatroom', '引流群'],
		],
		群成员: [
			['群号', '成员', '身份'],
			['1@chatroom', 'qq:10001', '托'],
			['1@chatroom', 'qq:10002', '客人'],
		],
	});
	const said = await gather(caseWorkbook.read(file, HINTS));
	t.like(said.others.members?.[0], { group: '1@chatroom', member: 'qq:10001', role: 'shill' });
	t.deepEqual(faults(said), ['role 群成员!C3']);
});

test('a sheet with a changed header is no preamble: its rows are rejects, and the settings tell of them', async (t) => {
	const file = workbookFile('x.xlsx', {
		人员: [
			['名字', '证件号码', '绰号', '角色', '组别', '上级', '介绍人', '省市'],
			['演示甲', '', '', '话务', '', '', '', ''],
		],
		群组: [
			['群号', '用途'],
			['1@chatroom', '引流群'],
		],
		笔记: [['随手记', '一'], ['二']],
	});
	const said = await gather(caseWorkbook.read(file, HINTS));
	const rejects = said.rejected.map(({ sheet, row, reason }) => `${sheet} ${row} ${reason}`);
	t.deepEqual(rejects, ['人员 1 columns', '人员 2 columns']);
	t.is(said.skipped.preamble, 2);
	t.is((await readCaseWorkbook(file, HINTS)).rejected.length, 2);
});
