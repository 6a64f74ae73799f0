import test from 'ava';
import fc from 'fast-check';
import { parseAmount } from '../../src/ledger/money.ts';
import { parseTime } from '../../src/ledger/time.ts';
import { plainAmount, readTime } from '../../src/sources/cells.ts';

test('the short way to an amount is the long way, wherever it goes', (t) => {
	const text = fc.array(fc.constantFrom(...'0012345678900..,-¥ eE+'), { maxLength: 17 }).map((parts) => parts.join(''));
	let short = 0;
	fc.assert(
		fc.property(text, fc.constantFrom(0, 2, 6, 18), (amount, decimals) => {
			const plain = plainAmount(amount, decimals);
			if (plain === undefined) return;
			short += 1;
			t.deepEqual(parseAmount(amount, decimals), { ok: true, amount: plain }, `${amount} ${decimals}`);
		}),
		{ numRuns: 5000, seed: 1 },
	);
	t.true(short > 300);
	t.is(plainAmount('999999999999.99', 2), 99999999999999n);
	t.is(plainAmount('9999999999999999', 2), undefined);
});

test('times are read as ever, in whatever zones they are asked for in turn', (t) => {
	for (const offset of [480, 0, 480, -300]) {
		for (const text of [
			'2023-03-01 10:00:00',
			'2023-02-30 10:00:00',
			'2023-03-01',
			'20230301100000',
			'x',
			'2023-03-01 25:00:00',
		]) {
			t.deepEqual(readTime(text, offset), parseTime(text, offset), `${text} ${offset}`);
		}
	}
});
