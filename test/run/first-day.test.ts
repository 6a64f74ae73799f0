import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import test from 'ava';
import Papa from 'papaparse';
import { parse, stringify } from 'yaml';
import { makeDemo } from '../../datasets/demo/generate.ts';
import type { Findings } from '../../src/findings/schema.ts';
import { compareTruth } from '../../src/run/compare-truth.ts';
import { liuxiang } from '../cli/terminal.ts';
import { run, sharedFolder, writeFiles } from './folders.ts';

/** Two groups: an investigator's first day on the demo's evidence, before anybody is known. */
const { files, truth } = await makeDemo({ seed: 2, scale: 0.34 });
const TABLES = ['people.csv', 'accounts.csv', 'groups.csv'];
const root = await sharedFolder(test);
const folder = join(root, 'case');

let unknown: Findings;
let workbook: Findings;
let tables: Findings;
let firstCode: number;
let todo: Findings['todo'];

/** The three days one after another in one folder, as a person would go on. */
test.before(async () => {
	await writeFiles(
		folder,
		[...files].filter(([path]) => !TABLES.includes(path)),
	);
	firstCode = (await liuxiang(['run', folder, '--quiet', '--json'])).code;
	todo = JSON.parse((await liuxiang(['todo', folder, '--json'])).out);
	unknown = JSON.parse(await readFile(join(folder, 'reports/latest/findings.json'), 'utf8'));

	await fillWorkbook();
	const yaml = text('case.yaml');
	await writeFile(join(folder, 'case.yaml'), withoutRules(yaml));
	workbook = (await run(folder)).findings;

	await rm(join(folder, 'case.xlsx'));
	await writeFile(join(folder, 'case.yaml'), yaml);
	for (const path of TABLES) await writeFile(join(folder, path), files.get(path) as Uint8Array);
	tables = (await run(folder)).findings;
});

test('without a list of people the run works and says what it could not read', (t) => {
	t.is(firstCode, 1);
	t.deepEqual(
		unknown.incomplete.map((one) => one.code),
		['not-read-yet'],
	);
	t.deepEqual(unknown.people, []);
	t.deepEqual(unknown.seeds, []);
	t.true(unknown.reconciliation.balances);
	t.is(unknown.merging.records, tables.merging.records);
	t.is(unknown.evidence.rows.rejected, 0);
});

test('what to do names those who pay like leaders, and nobody else, with the core member above them', (t) => {
	const leaders = proposedAs('leader');
	t.deepEqual(leaders.map(({ subject }) => subject).sort(), accountsOf('组长'));
	const cores = proposedAs('core');
	t.deepEqual(
		leaders.map(({ adopt }) => adopt?.superior),
		leaders.map(() => cores[0]?.facts.name),
	);
});

test('what to do names those who are paid like callers and inspectors', (t) => {
	for (const [role, word] of [
		['caller', '话务'],
		['inspector', '质检'],
	] as const) {
		const true_ = new Set(accountsOf(word));
		const like = proposedAs(role).map(({ subject }) => subject);
		const right = like.filter((account) => true_.has(account));
		t.true(right.length >= 0.9 * true_.size, `${role}: ${right.length} of ${true_.size}`);
		t.true(right.length >= 0.9 * like.length, `${role}: ${right.length} right of ${like.length}`);
	}
});

test('inspect knows the evidence before anything is filled in', async (t) => {
	const { code, out } = await liuxiang(['inspect', join(folder, 'evidence'), '--case', folder, '--json']);
	t.is(code, 1);
	const seen = JSON.parse(out) as { path: string; source: string; rows: { rejected: number } }[];
	t.deepEqual(
		seen.filter((one) => one.source === '').map((one) => one.path.split('/')[0]),
		['案卷'],
	);
	t.true(seen.every((one) => one.rows.rejected === 0));
});

test('the workbook gives the figures that the tables give', (t) => {
	const figures = ({ people }: Findings) => people.map(({ id, name, figures }) => ({ id, name, figures }));
	t.deepEqual(figures(workbook), figures(tables));
	for (const part of ['seeds', 'cashOuts', 'payouts', 'reconciliation', 'conservation'] as const)
		t.deepEqual(withoutSource(workbook[part]), withoutSource(tables[part]), part);
	t.deepEqual(compareTruth(workbook, truth).differences, []);
	t.deepEqual(compareTruth(tables, truth).differences, []);
});

test('the rules of the workbook are printed as parameters', (t) => {
	t.true(Object.keys(workbook.parameters).some((key) => key === 'workbook.wages'));
	t.true(Object.keys(workbook.parameters).some((key) => key === 'workbook.commissions'));
});

function proposedAs(role: string): Findings['todo'] {
	return todo.filter(({ code, facts }) => code === 'role-proposed' && facts.role === role);
}

function text(path: string): string {
	return new TextDecoder().decode(files.get(path));
}

function rowsIn(path: string): Record<string, string>[] {
	return Papa.parse<Record<string, string>>(text(path).replace('\ufeff', ''), { header: true, skipEmptyLines: true })
		.data;
}

/** Accounts of everybody of a role whose returns or bills lie in the case. */
function accountsOf(role: string): string[] {
	const names = new Set(rowsIn('people.csv').flatMap((row) => (row.角色 === role ? [row.姓名] : [])));
	const inFiles = new Set(tables.people.flatMap((p) => (names.has(p.name) ? p.accounts.map((a) => a.account) : [])));
	return [...inFiles].filter((account) => account.startsWith('wechat:')).sort();
}

/** Fills the empty workbook of `init --xlsx` as a person would: below each sheet's header, in its own order of columns. */
async function fillWorkbook(): Promise<void> {
	const fresh = join(root, 'fresh');
	await liuxiang(['init', fresh, '--xlsx', '--quiet']);
	const book = read(await readFile(join(fresh, 'case.xlsx')));
	const { pay } = parse(text('case.yaml')) as { pay: Pay };
	const wages = pay.wages.map((rule) => ({
		类型: '工资',
		角色: ROLES[rule.role] ?? '',
		'金额(元)': rule.yuan_per_day,
	}));
	const commissions = pay.commissions.map(({ yuan_per_lead: yuan, group, from, until }) => ({
		类型: '提成',
		组别: group ?? '',
		起: from ?? '',
		止: until ?? '',
		...(typeof yuan === 'string' ? { '金额(元)': yuan } : { '最低(元)': yuan.min, '最高(元)': yuan.max }),
	}));
	const filled: Record<string, readonly Record<string, string>[]> = {
		人员: rowsIn('people.csv'),
		账号: rowsIn('accounts.csv'),
		群组: rowsIn('groups.csv'),
		计酬规则: [...wages, ...commissions],
	};
	for (const [name, rows] of Object.entries(filled)) {
		const sheet = book.Sheets[name];
		if (!sheet) throw new Error(`no sheet ${name}`);
		const [header] = utils.sheet_to_json<string[]>(sheet, { header: 1 });
		const cells = rows.map((row) => (header ?? []).map((column) => row[column] ?? ''));
		utils.sheet_add_aoa(sheet, cells, { origin: 'A2' });
	}
	await writeFile(join(folder, 'case.xlsx'), write(book, { type: 'buffer', bookType: 'xlsx' }));
}

interface Pay {
	readonly wages: readonly { readonly role: string; readonly yuan_per_day: string }[];
	readonly commissions: readonly {
		readonly yuan_per_lead: string | { readonly min: string; readonly max: string };
		readonly group?: string;
		readonly from?: string;
		readonly until?: string;
	}[];
}

const ROLES: Readonly<Record<string, string>> = { inspector: '质检', caller: '话务' };

/** The case file without what the workbook now says. */
function withoutRules(yaml: string): string {
	const file = parse(yaml) as { pay: object };
	return stringify({ ...file, pay: { ...file.pay, wages: [], commissions: [] } });
}

function withoutSource(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value, (key, inner) => (key === 'source' ? undefined : inner)));
}
