import test from 'ava';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { lastRowOf, readTable, type TableOptions, type TableRow } from '../../src/sources/tables.ts';

async function rows(text: string, options: TableOptions = {}): Promise<TableRow[]> {
	const all: TableRow[] = [];
	for await (const stretch of readTable(memoryFile('a', Buffer.from(text)), options)) all.push(...stretch);
	return all;
}

const cells = async (text: string, options?: TableOptions) => (await rows(text, options)).map((row) => row.cells);

test('quotes may be irregular: a TAB beside them is no part of the cell', async (t) => {
	t.deepEqual(await cells('2019,"商户","¥1,234.56","3985734"\t,"129"\t,"/"\n'), [
		['2019', '商户', '¥1,234.56', '3985734', '129', '/'],
	]);
	t.deepEqual(await cells('"他说""好"" 😀",b\n'), [['他说"好" 😀', 'b']]);
	t.deepEqual(await cells('a"b,c\n'), [['a"b', 'c']]);
});

test('a quoted cell may span lines, and its row has the number of the first', async (t) => {
	const [first, second] = await rows('a,"b\nc",d\ne,f,g\n');
	t.deepEqual([first?.row, first?.cells, first?.raw], [1, ['a', 'b\nc', 'd'], 'a,"b\nc",d']);
	t.deepEqual([second?.row, second?.cells], [3, ['e', 'f', 'g']]);
});

test('a stray quote costs its own row and swallows no other', async (t) => {
	const lines = ['a,1', 'b,"2', ...Array.from({ length: 200 }, (_, i) => `c${i},3`)];
	const read = await rows(`${lines.join('\n')}\n`);
	t.is(read.length, lines.length);
	t.deepEqual(
		read.filter((row) => row.fault).map(({ row, fault, raw }) => [row, fault, raw]),
		[[2, 'columns', 'b,"2']],
	);
	t.deepEqual(read.at(-1)?.cells, ['c199', '3']);
});

test('a file that ends within a quoted cell is cut short', async (t) => {
	const [first, last] = await rows('a,b\nc,"d');
	t.is(first?.fault, undefined);
	t.is(last?.fault, 'truncated');
});

test('the raw row is the line verbatim, and only the last can be open', async (t) => {
	const read = await rows(' `a`\t x \u00a0\t\t/\r\nlast', { delimiter: '\t' });
	t.deepEqual(read[0]?.cells, ['a', 'x', '', '/']);
	t.is(read[0]?.raw, ' `a`\t x \u00a0\t\t/');
	t.deepEqual(
		read.map((row) => row.open),
		[undefined, true],
	);
});

test('TAB-separated text knows no quotes', async (t) => {
	t.deepEqual(await cells('"a\tb"\n', { delimiter: '\t' }), [['"a', 'b"']]);
});

test('a broken byte marks its row', async (t) => {
	const bytes = Buffer.from('甲,1\n乙,2\n丙,3\n');
	bytes[6] = 0xff;
	const read: TableRow[] = [];
	for await (const stretch of readTable(memoryFile('a', bytes), {})) read.push(...stretch);
	t.deepEqual(
		read.map((row) => row.fault),
		[undefined, 'encoding', undefined],
	);
});

test('the last row number is known beforehand', async (t) => {
	t.is(await lastRowOf(memoryFile('a', Buffer.from('a\nb\nc')), {}), 3);
	t.is(await lastRowOf(memoryFile('a', Buffer.from('')), {}), 0);
});
