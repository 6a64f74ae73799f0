import test from 'ava';
import * as fc from 'fast-check';
import {
	AMOUNT_END,
	addTo,
	apportion,
	exceeds,
	highLimb,
	joinLimbs,
	lowLimb,
	readAmount,
	subtractFrom,
	TOTAL_END,
	writeAmount,
} from '../../src/tracing/amount.ts';

const amount = fc.oneof(
	fc.bigInt(0n, AMOUNT_END - 1n),
	fc.bigInt(0n, 3n * 10n ** 15n),
	fc.constantFrom(0n, 10n ** 15n - 1n, 10n ** 15n, 2n ** 53n - 1n, 2n ** 53n, 9n * 10n ** 15n - 1n, TOTAL_END - 1n),
);

test('an amount is the same after it was two limbs', (t) => {
	fc.assert(
		fc.property(amount, (value) => {
			t.is(joinLimbs(highLimb(value), lowLimb(value)), value);
			t.true(Number.isSafeInteger(highLimb(value)) && lowLimb(value) < 1e15);
		}),
		{ numRuns: 100, seed: 1 },
	);
});

test('sums, differences and comparisons of limbs are those of the amounts', (t) => {
	fc.assert(
		fc.property(amount, amount, (a, b) => {
			fc.pre(a + b < TOTAL_END);
			const cells = new Float64Array(6);
			writeAmount(cells, 0, a);
			writeAmount(cells, 2, b);
			writeAmount(cells, 4, a);
			t.is(exceeds(cells, 0, cells, 2), a > b);
			addTo(cells, 4, cells, 2);
			t.is(readAmount(cells, 4), a + b);
			subtractFrom(cells, 4, cells, 0);
			t.is(readAmount(cells, 4), b);
		}),
		{ numRuns: 100, seed: 2 },
	);
});

test('shares by largest remainder sum to the whole and are within a unit of the exact share', (t) => {
	const parts = fc.array(fc.bigInt(1n, 10n ** 25n), { minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(fc.bigInt(0n, 10n ** 25n), parts, (total, given) => {
			const whole = given.reduce((sum, part) => sum + part, 0n);
			const shares = apportion(total, given);
			t.is(
				shares.reduce((sum, share) => sum + share, 0n),
				total,
			);
			for (const [k, share] of shares.entries()) {
				const floor = (total * (given[k] as bigint)) / whole;
				t.true(share === floor || share === floor + 1n);
			}
		}),
		{ numRuns: 100, seed: 3 },
	);
});

test('a unit left over goes to the first of equal remainders', (t) => {
	t.deepEqual(apportion(1n, [1n, 1n, 1n]), [1n, 0n, 0n]);
	t.deepEqual(apportion(5n, [1n, 1n, 1n]), [2n, 2n, 1n]);
	t.deepEqual(apportion(10n, [5n, 3n, 2n]), [5n, 3n, 2n]);
});
