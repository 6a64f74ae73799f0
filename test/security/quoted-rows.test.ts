/** What suspects write into a message or a memo must neither become a payment nor swallow one. */
import test from 'ava';
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
