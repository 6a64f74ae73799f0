import test from 'ava';
import stringWidth from 'string-width';
import { fields, table } from '../../src/cli/table.ts';

test('columns line up on screen whatever the script', (t) => {
	const text = table(
		[{ title: '姓名' }, { title: 'yuan', align: 'right' }, { title: '附言' }],
		[
			['张三', '1,234.50', '工资'],
			['Smith 🎉', '5.00', ''],
			['欧阳 Emma', '200.00', 'x'],
		],
	);
	const lines = text.split('\n');
	t.is(lines.length, 5);
	const ends = lines.map((line) => {
		const match = /^.*?(?:\d\.\d\d|yuan|-{4,}(?= {2}-+$))/u.exec(line);
		return stringWidth(match?.[0] ?? '');
	});
	t.deepEqual(new Set(ends).size, 1);
});

test('an empty table is its header', (t) => {
	t.is(table([{ title: 'a' }, { title: 'bb' }], []), 'a  bb\n-  --');
});

test('what steers a terminal or the eye is shown, not obeyed', (t) => {
	const text = table([{ title: 'memo' }], [['\u001B[2Jgone'], ['\u202E00.5'], ['two\nlines']]);
	t.false(text.includes('\u001B') || text.includes('\u202E'));
	t.is(text.split('\n').length, 5);
	t.regex(fields([['name', 'a\u0007b']]), /name {2}a‹U\+0007›b/);
});
