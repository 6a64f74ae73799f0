import test from 'ava';
import { onceAcrossFiles } from '../../src/ledger/once.ts';

const said = (file: string, row: number, text: string) => ({ evidence: `${file}::${row}`, text });
const once = (...all: ReturnType<typeof said>[]) => onceAcrossFiles(all, ({ text }) => text).map((s) => s.evidence);

test('equal rows of one file are as many things as there are rows', (t) => {
	t.deepEqual(once(said('a', 1, 'x'), said('a', 2, 'x')), ['a::1', 'a::2']);
});

test('an export made twice says everything once, whatever the order in which the files come', (t) => {
	const [a1, a2, b1, b2] = [said('a', 1, 'x'), said('a', 2, 'y'), said('b', 1, 'x'), said('b', 2, 'y')];
	t.deepEqual(once(a1, a2, b1, b2), ['a::1', 'a::2']);
	t.deepEqual(once(b1, b2, a1, a2), ['a::1', 'a::2']);
});

test('of overlapping files each thing counts as often as the file shows it that shows it most', (t) => {
	t.deepEqual(once(said('a', 1, 'x'), said('b', 1, 'x'), said('b', 2, 'x'), said('b', 3, 'z')), [
		'b::1',
		'b::2',
		'b::3',
	]);
});
