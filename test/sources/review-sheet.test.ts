import { read } from '@e965/xlsx';
import test from 'ava';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { REVIEW_HEADS, type ReviewField, readReviewSheet } from '../../src/sources/review-sheet.ts';
import { writeReviewSheet } from '../../src/sources/review-sheet-write.ts';

const texts = {
	language: 'zh' as const,
	sheets: { todo: '待办', requests: '待调取清单', choices: '选项', notes: '填写说明' },
	requestHeads: ['序号', '账号'],
	notes: ['怎么填'],
};

const EMPTY = Object.fromEntries(Object.keys(REVIEW_HEADS).map((field) => [field, ''])) as Record<ReviewField, string>;

function row(more: Partial<Record<ReviewField, string>>) {
	return { cells: { ...EMPTY, ...more }, choices: ['确认', '驳回'], asksPerson: false };
}

/** Accounts and names as suspects and banks write them. */
const ODD = [
	'=HYPERLINK("http://x","y")',
	'+1',
	'@SUM(A1)',
	'-2',
	'6222020000000000011',
	'007',
	'<b>&"',
	' 空格 ',
	'a\u0000b',
];

test('whatever stands in a cell of the sheet is text: no formula, no rounded account', async (t) => {
	const bytes = writeReviewSheet(
		ODD.map((what, index) => row({ id: `q${index}`, what, subject: what, stake: '12.30', print: 'x' })),
		[['1', '=1+1']],
		texts,
	);
	const book = read(bytes, { cellFormula: true });
	t.deepEqual(book.SheetNames, ['待办', '待调取清单', '填写说明', '选项']);
	const sheet = book.Sheets.待办 ?? {};
	ODD.forEach((what, index) => {
		const cell = sheet[`F${index + 2}`];
		t.is(cell?.t, 's');
		t.is(cell?.f, undefined);
		t.is(cell?.v, what.replace('\u0000', ''));
		t.like(sheet[`D${index + 2}`], { t: 'n', v: 12.3 });
	});
	t.like(book.Sheets.待调取清单?.B2, { t: 's', v: '=1+1' });
	t.deepEqual(
		writeReviewSheet([row({ id: 'q1', print: 'x' })], [], texts),
		writeReviewSheet([row({ id: 'q1', print: 'x' })], [], texts),
	);
	const { filled, empty } = await readReviewSheet(memoryFile('review.xlsx', bytes));
	t.deepEqual([filled.length, empty], [0, ODD.length]);
});

test('a workbook that is no review sheet is told', async (t) => {
	const bytes = writeReviewSheet([], [['1', 'x']], { ...texts, sheets: { ...texts.sheets } });
	t.deepEqual((await readReviewSheet(memoryFile('review.xlsx', bytes))).filled, []);
	await t.throwsAsync(readReviewSheet(memoryFile('people.csv', Buffer.from('姓名,角色\n甲,组长\n'))), {
		message: /review\.no-sheet/,
	});
});
