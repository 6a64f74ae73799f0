/** What suspects write into a message or a memo must neither become a payment nor swallow one. */
import test from 'ava';
import * as fc from 'fast-check';
import { cleanCell } from '../../src/sources/cells.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { readTable, type TableRow } from '../../src/sources/tables.ts';

const rowsOf = async (lines: readonly string[]): Promise<TableRow[]> => {
	const rows: TableRow[] = [];
	for await (const stretch of readTable(memoryFile('a', Buffer.from(`${lines.join('\n')}\n`)), {}))
		rows.push(...stretch);
	return rows;
};
const pay = (minute: number, memo = '"memo"') =>
	`2023-03-01 10:${String(minute).padStart(2, '0')}:00,甲,5.00,${memo},乙`;

for (const lines of [10, 30, 3000]) {
	test(`a payment written within a message of ${lines} lines is no payment`, async (t) => {
		const message = Array.from({ length: lines }, (_, i) => (i === lines - 3 ? pay(59, '伪造') : `行${i}`));
		const rows = await rowsOf([pay(0), `2023-03-01 10:01:00,甲,5.00,"${message.join('\n')}",乙`, pay(2)]);
		t.deepEqual(
			rows.map(({ row, fault, cells }) => [row, fault, cells.length, cells[0]]),
			[
				[1, undefined, 5, '2023-03-01 10:00:00'],
				[2, undefined, 5, '2023-03-01 10:01:00'],
				[2 + lines, undefined, 5, '2023-03-01 10:02:00'],
			],
		);
		t.is(rows[1]?.cells[3]?.split('\n').length, lines);
	});
}

for (const between of [5, 50]) {
	test(`a quote in one memo and one ${between} payments later make nothing of those between disappear`, async (t) => {
		const payments = Array.from({ length: between }, (_, i) => pay(i + 2, '饭'));
		const rows = await rowsOf([pay(0), pay(1, '"开'), ...payments, pay(58, '关"'), pay(59)]);
		t.is(rows.length, between + 4);
		t.deepEqual(
			rows.map(({ raw }) => raw),
			[pay(0), pay(1, '"开'), ...payments, pay(58, '关"'), pay(59)],
		);
		// Which of them are one cell and which are rows, nobody can tell: none is read.
		t.true(rows.slice(1, -1).every(({ fault }) => fault === 'columns'));
	});
}

test('a stray quote that never ends still costs one row, however many follow', async (t) => {
	const payments = Array.from({ length: 3000 }, (_, i) => pay(i % 60, '饭'));
	const rows = await rowsOf([pay(1, '"开'), ...payments]);
	t.is(rows.length, 3001);
	t.deepEqual(
		rows.map(({ fault }, i) => (fault ? i : -1)).filter((i) => i >= 0),
		[0],
	);
});

test('a header with line ends in its names is one row, whatever narrower rows stand above it', async (t) => {
	const rows = await rowsOf(['户名,张三', '序号,"交易', '时间","金额', '（元）",对方,备注', '1,2023-03-01,5.00,甲,饭']);
	t.deepEqual(
		rows.map(({ row, fault, cells }) => [row, fault, cells]),
		[
			[1, undefined, ['户名', '张三']],
			[2, undefined, ['序号', '交易\n时间', '金额\n（元）', '对方', '备注']],
			[5, undefined, ['1', '2023-03-01', '5.00', '甲', '饭']],
		],
	);
});

test('a message that ends in a list with commas is one cell', async (t) => {
	const chat = (minute: number, text: string) => `2024-08-14 20:0${minute}:00,样甲,wxid_a,样乙,wxid_b,${text}`;
	const list = '今天的名单：\n张三,50,李四,50,王五,50\n赵六,50,钱七,50,孙八,50';
	for (const above of [[chat(0, '在吗')], ['Time,SenderName,Sender,TalkerName,Talker,Content'], ['合计,12.00']]) {
		const rows = await rowsOf([...above, chat(1, `"${list}"`), chat(2, '好')]);
		t.deepEqual(
			rows.map(({ row, fault }) => [row, fault]),
			[
				[1, undefined],
				[2, undefined],
				[5, undefined],
			],
		);
		t.is(rows[1]?.cells[5], list);
	}
});

test('a quoted cell of twenty lines, or of more with blanks after its quote, is one cell', async (t) => {
	for (const [lines, end] of [
		[20, '"\t'],
		[20, '"'],
		[30, '"\t'],
		[30, '" '],
	] as const) {
		const memo = Array.from({ length: lines }, (_, i) => `行${i}`).join('\n');
		const rows = await rowsOf([pay(0), '', `2023-03-01 10:01:00,甲,5.00,"${memo}${end},乙`, pay(2)]);
		t.deepEqual(
			rows.map(({ fault, cells }) => [fault, cells.length]),
			[
				[undefined, 5],
				[undefined, 1],
				[undefined, 5],
				[undefined, 5],
			],
		);
		t.is(rows[2]?.cells[3], memo);
	}
});

test('a row that is too wide hides no two quotes below it', async (t) => {
	const lines = [pay(0, '"a"'), pay(1, 'b,c'), pay(2, '"开'), pay(3, '饭'), pay(4, '关"'), pay(5)];
	const rows = await rowsOf(lines);
	t.deepEqual(
		rows.map(({ raw }) => raw),
		lines,
	);
	t.deepEqual(
		rows.map(({ fault }) => fault),
		[undefined, undefined, 'columns', 'columns', 'columns', undefined],
	);
});

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
/** A line that begins with a comma could be a row with its first cell empty. */
const text = fc
	.string({ unit: fc.constantFrom('好', 'a', '5', ',', '"', '\n', ' ', '\n\n'), maxLength: 60, size: 'max' })
	.map((cell) => cell.replaceAll(/\n[\n,]*,/g, '\n'));

test('what a regular writer wrote is read as it was written, each row once', async (t) => {
	const row = fc.tuple(fc.integer({ min: 10, max: 59 }), text, text, fc.integer({ min: 1, max: 99_999 }), text);
	const table = fc.array(row, { minLength: 1, maxLength: 12 });
	const above = fc.subarray(['户名,张三', '', '流水明细', '起,止,页']);
	const property = fc.asyncProperty(table, above, fc.boolean(), async (written, preamble, turned) => {
		const header = ['时间', '对方\n户名', '备注', '金额', '留言'];
		const rows = [header, ...written.map(([at, ...cells]) => [`2023-03-01 10:${at}:00`, ...cells.map(String)])];
		const order = ([time, ...cells]: string[]) => [time, ...(turned ? cells.reverse() : cells)];
		const expected = rows.map((cells) => order(cells as string[]) as string[]);
		const read = await rowsOf([...preamble, ...expected.map((cells) => cells.map(quoted).join(','))]);
		t.deepEqual(
			read.slice(preamble.length).map(({ fault, cells }) => [fault, cells]),
			expected.map((cells) => [undefined, cells.map(cleanCell)]),
		);
	});
	await fc.assert(property, { numRuns: 100, seed: 20230301 });
});
