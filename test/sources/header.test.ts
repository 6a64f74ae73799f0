import test from 'ava';
import { columnNames, findHeader, hasAll } from '../../src/sources/header.ts';

const WANTED = {
	time: ['交易时间', '交易日期'],
	amount: ['交易金额'],
	own: ['网联/银联'],
	other: ['网联/银联'],
} as const;

test('the header is the row with the most wanted columns, wherever it stands', (t) => {
	const rows = [
		['交易时间', '说明'],
		[],
		['交易时间', '交易金额', '网联/银联', '别的', '网联/银联'],
		['2023', '1', '', '', ''],
	];
	const header = findHeader(rows, WANTED);
	t.is(header?.index, 2);
	t.deepEqual({ ...header?.columns }, { time: 0, amount: 1, own: 2, other: 4 });
	t.deepEqual(header?.unknown, [3]);
});

test('brackets, units, spaces and case make no difference; a whole name beats one without its unit', (t) => {
	const header = findHeader([['Ip地址', '交易 时间', '交易金额（分）', '交易金额']], { ...WANTED, ip: ['IP地址'] }, 3);
	t.deepEqual({ ...header?.columns }, { ip: 0, time: 1, amount: 3 });
	const unit = findHeader([['交易日期', '交易金额(元)', '网联/银联']], WANTED);
	t.deepEqual(unit && columnNames(unit), { time: '交易日期', amount: '交易金额(元)', own: '网联/银联' });
});

test('too few wanted columns are no header, nor is one below row 40', (t) => {
	t.is(findHeader([['交易时间', '交易金额']], WANTED), undefined);
	const late = Array.from({ length: 40 }, () => ['x']);
	t.is(findHeader([...late, ['交易时间', '交易金额', '网联/银联']], WANTED), undefined);
});

test('a column called as a part of every object is a column', (t) => {
	const header = findHeader([['__proto__', 'constructor', '交易金额']], {
		__proto: ['__proto__'],
		time: ['constructor'],
		amount: ['交易金额'],
	});
	t.is(header && hasAll(header, ['__proto', 'time', 'amount']), true);
	const none = findHeader([['a', 'b', 'c', '交易金额']], WANTED, 1);
	t.is(none && hasAll(none, ['amount', 'toString' as 'time']), false);
});
