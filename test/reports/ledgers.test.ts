import { readFileSync, writeFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import test from 'ava';
import { REPORTS } from '../../src/reports/list.ts';
import type { Report } from '../../src/reports/report.ts';
import { receipt } from '../ledger/receipts.ts';
import { leadDays, receipts, transferRows, wholeCase } from './whole-case.ts';

const GOLDEN = 'test/reports/golden';
const LEDGERS = REPORTS.filter((report) => report.id !== 'flow-chart');

async function drawn(report: Report, findings = wholeCase()): Promise<string> {
	let text = '';
	for await (const piece of report.draw({ findings, rows: transferRows(), leadDays: leadDays(), receipts: receipts() }))
		text += piece;
	return text;
}

for (const report of LEDGERS) {
	// Checked by eye once. UPDATE_GOLDEN=1 writes the files anew: read the difference before you keep it.
	test(`${report.id} is as it was checked`, async (t) => {
		const text = await drawn(report);
		const golden = `${GOLDEN}/${report.id}.csv`;
		if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text);
		t.is(text, readFileSync(golden, 'utf8'));
	});

	test(`${report.id} is one table with a byte order mark, CRLF, a header, and no formula`, async (t) => {
		const text = await drawn(report);
		t.true(text.startsWith('\ufeff'));
		t.false(/[^\r]\n|\r[^\n]/.test(text));
		const sheet = read(text.slice(1), { type: 'string', raw: false }).Sheets.Sheet1 ?? {};
		const cells = Object.entries(sheet).filter(([key]) => !key.startsWith('!'));
		t.deepEqual(
			cells.filter(([, cell]) => (cell as { f?: string }).f !== undefined),
			[],
		);
		const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false });
		t.is(rows.length, text.split('\r\n').length - 1);
		t.is(new Set(rows[0]).size, (rows[0] ?? []).length);
	});

	test(`${report.id} has a header and sound rows in English and in an empty case too`, async (t) => {
		const base = wholeCase();
		const text = await drawn(report, { ...base, case: { ...base.case, language: 'en' } });
		t.false(/[\u4e00-\u9fff]/.test(text.split('\r\n')[0] ?? ''));
		t.false(text.includes('undefined'));
		t.false(text.includes('[object'));
	});
}

test('no word is missing in any schedule', async (t) => {
	for (const report of LEDGERS) t.deepEqual((await drawn(report)).match(/\[[a-z-]+\]/g) ?? [], [], report.id);
});

test('every report has its own id and file name, with case and cut-off, safe for any file system', (t) => {
	const findings = wholeCase();
	t.is(new Set(REPORTS.map((report) => report.id)).size, REPORTS.length);
	t.deepEqual(
		REPORTS.map((report) => report.file(findings)),
		[
			'资金流向图_海风-引流案_截至2023-03-03.svg',
			'附表1_人员账户对照_海风-引流案_截至2023-03-03.csv',
			'附表2_资金往来汇总_海风-引流案_截至2023-03-03.csv',
			'附表3_逐笔明细_海风-引流案_截至2023-03-03.csv',
			'附表4_个人涉案收支_海风-引流案_截至2023-03-03.csv',
			'附表5_剔除记录及理由_海风-引流案_截至2023-03-03.csv',
			'附表5之二_剔除明细_海风-引流案_截至2023-03-03.csv',
			'附表6_电子数据清单_海风-引流案_截至2023-03-03.csv',
			'附表7_口径与参数_海风-引流案_截至2023-03-03.csv',
			'附表8_提成明细_海风-引流案_截至2023-03-03.csv',
			'附表9_兑现对应_海风-引流案_截至2023-03-03.csv',
			'附表10_通话出勤与引流_海风-引流案_截至2023-03-03.csv',
			'附表11_供述与辩解_海风-引流案_截至2023-03-03.csv',
			'附表12_冻结扣押退赃退赔_海风-引流案_截至2023-03-03.csv',
			'附表13_合并核对_海风-引流案_截至2023-03-03.csv',
			'附表14_各推定规则对照_海风-引流案_截至2023-03-03.csv',
			'附表15_层级与角色_海风-引流案_截至2023-03-03.csv',
			'附表16_引流提成日对照_海风-引流案_截至2023-03-03.csv',
			'附表16之二_应得推算对照_海风-引流案_截至2023-03-03.csv',
			'附表16之三_提成单价沿革_海风-引流案_截至2023-03-03.csv',
			'附表17_上下限_海风-引流案_截至2023-03-03.csv',
			'附表18_敏感性_海风-引流案_截至2023-03-03.csv',
			'附表19_待调取清单_海风-引流案_截至2023-03-03.csv',
			'附表20_链上查询回执_海风-引流案_截至2023-03-03.csv',
			'附表23_绰号暗语说明_海风-引流案_截至2023-03-03.csv',
			'附表24_法定数额对照_海风-引流案_截至2023-03-03.csv',
			'附表24之二_法定数额条款_海风-引流案_截至2023-03-03.csv',
		],
	);
	const hostile = { ...findings, case: { ...findings.case, name: '../../etc/passwd\u202e\0; rm -rf "$HOME" ' } };
	for (const report of REPORTS) t.regex(report.file(hostile), /^[^/\\\0:*?"<>|'`$&;\s\u202e]+\.(?:csv|svg)$/);
});

test('schedule 3 is streamed: a row is drawn before the next is asked for', async (t) => {
	const asked: number[] = [];
	const [first] = [...transferRows()];
	function* rows() {
		for (let i = 0; i < 3; i++) {
			asked.push(i);
			yield first as NonNullable<typeof first>;
		}
	}
	const ledger = REPORTS.find((report) => report.id === 'transfers') as Report;
	const pieces = (ledger.draw({ findings: wholeCase(), rows: rows(), leadDays: [], receipts: [] }) as Iterable<string>)[
		Symbol.iterator
	]();
	pieces.next();
	t.deepEqual(asked, []);
	pieces.next();
	t.deepEqual(asked, [0]);
	pieces.return?.();
});

test('schedule 20 has no time where nothing was asked, and none of a block that nobody has seen', (t) => {
	const ledger = REPORTS.find((report) => report.id === 'chain-receipts') as Report;
	const notKept = receipt({ outcome: 'not-kept', from: 0, until: 0, fromInstant: 0, untilInstant: 0, askedAt: 0 });
	const drawing = ledger.draw({ findings: wholeCase(), rows: [], leadDays: [], receipts: [notKept] });
	const text = [...(drawing as Iterable<string>)].join('');
	t.true(text.includes('0xa'));
	t.false(text.includes('1970'));
});
