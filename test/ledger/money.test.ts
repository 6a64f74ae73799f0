import test from 'ava';
import fc from 'fast-check';
import { CNY } from '../../src/ledger/asset.ts';
import { displayAmount, divideByLargestRemainder, formatAmount, parseAmount, percent } from '../../src/ledger/money.ts';

for (const [text, decimals, amount] of [
	['¥28.16', 2, 2816n],
	['￥1,234.56', 2, 123456n],
	['-1,200.0', 2, -120000n],
	['+5', 2, 500n],
	['.5', 2, 50n],
	['20000', 0, 20000n],
	['1.000000', 2, 100n],
	['5586.25', 6, 5586250000n],
	['0.000000000000000001', 18, 1n],
	['123456789012345678901234567890.12', 2, 12345678901234567890123456789012n],
] as const) {
	test(`reads ${text} with ${decimals} decimals exactly`, (t) =>
		t.deepEqual(parseAmount(text, decimals), { ok: true, amount }));
}

for (const [text, fault] of [
	['', 'empty'],
	['¥', 'empty'],
	['12a', 'not-a-number'],
	['1,23.00', 'not-a-number'],
	['1.005', 'too-precise'],
	['6.22E+18', 'damaged'],
	['一百', 'not-a-number'],
	['--5', 'not-a-number'],
] as const) {
	test(`refuses "${text}" as ${fault}`, (t) => t.deepEqual(parseAmount(text, 2), { ok: false, fault }));
}

test('what is formatted reads back, for any amount and number of decimals', (t) => {
	fc.assert(
		fc.property(fc.bigInt(-(10n ** 40n), 10n ** 40n), fc.integer({ min: 0, max: 24 }), (amount, decimals) => {
			const reading = parseAmount(formatAmount(amount, decimals), decimals);
			return reading.ok && reading.amount === amount;
		}),
		{ numRuns: 100 },
	);
	t.pass();
});

test('parts by largest remainder sum to the total and stay within one unit of their share', (t) => {
	fc.assert(
		fc.property(
			fc.bigInt(0n, 10n ** 30n),
			fc.array(fc.bigInt(0n, 10n ** 20n), { minLength: 1, maxLength: 9 }),
			(total, weights) => {
				const sum = weights.reduce((a, b) => a + b, 0n);
				fc.pre(sum > 0n);
				const parts = divideByLargestRemainder(total, weights);
				const near = parts.every((part, i) => {
					const exact = total * (weights[i] as bigint);
					return part * sum > exact - sum && part * sum < exact + sum;
				});
				return near && parts.reduce((a, b) => a + b, 0n) === total;
			},
		),
		{ numRuns: 100 },
	);
	t.deepEqual(divideByLargestRemainder(10n, [1n, 1n, 1n]), [4n, 3n, 3n], 'ties go to the lower index');
	t.throws(() => divideByLargestRemainder(1n, [0n]), { instanceOf: RangeError });
});

test('people see thousands commas, two decimals at least, and no float noise', (t) => {
	t.is(displayAmount(123456n, CNY), '1,234.56');
	t.is(displayAmount(100n, { id: 'x', symbol: 'USDT', decimals: 6 }), '0.0001');
	t.is(percent(1n, 3n), '33.3');
	t.is(percent(1n, 0n), '0.0');
});
