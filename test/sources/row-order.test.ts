import test from 'ava';
import { runsNewestFirst } from '../../src/sources/row-order.ts';

test('the way a file runs is the way of most of its steps', (t) => {
	t.true(runsNewestFirst([5, 5, 4, undefined, 3, 9, 2]));
	t.false(runsNewestFirst([1, 2, 2, 3, 0, 4]));
});

test('a file whose times do not move stands as it is printed', (t) => {
	t.false(runsNewestFirst([]));
	t.false(runsNewestFirst([7, 7, 7]));
	t.false(runsNewestFirst([1, 2, 1]));
});
