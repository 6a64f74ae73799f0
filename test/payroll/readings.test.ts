import test from 'ava';
import fc from 'fast-check';
import { agree, fitBook, ranked, readingsOf } from '../../src/payroll/readings.ts';
import { termBook } from '../../src/payroll/terms.ts';
import type { Reading } from '../../src/payroll/types.ts';
import { at, OFFSET, RULES, yuan } from './world.ts';

const book = termBook(RULES, OFFSET);
const EVENING = '2023-03-10 20:00:00';
const caller = (group: string, when = EVENING) => book({ role: 'caller', group }, at(when));

function shown(readings: Iterable<Reading>): string[] {
	return ranked([...readings], new Set()).map(
		(r) => `${r.daysPercent}% ${r.leads}x${Number(r.rate) / 100} ${Number(r.rounding) / 100}`,
	);
}

for (const [amount, group, expected] of [
	['245', '一组', ['100% 9x5 0']],
	['200', '一组', ['100% 0x0 0']],
	['45', '一组', ['0% 9x5 0']],
	['100', '一组', ['50% 0x0 0']],
	['100', '十元组', ['0% 10x10 0', '50% 0x0 0']],
	['445', '一组', ['200% 9x5 0']],
	['290', '一组', ['100% 18x5 0']],
	['295', '一组', []],
	['45', '幅度组', ['0% 5x9 0', '0% 9x5 0']],
	['243', '一组', []],
] as const) {
	test(`${amount} yuan to a caller of ${group} reads as ${expected.join(' or ') || 'nothing exact'}`, (t) => {
		t.deepEqual(shown(readingsOf(yuan(amount), caller(group), 0n)), [...expected]);
	});
}

test('a rounded reading misses the amount by at most the slack, in either direction', (t) => {
	t.deepEqual(shown(readingsOf(yuan('244.50'), caller('一组'), 100n)), ['100% 9x5 -0.5']);
	t.deepEqual(shown(readingsOf(yuan('246'), caller('一组'), 100n)), ['100% 9x5 1']);
	t.deepEqual(shown(readingsOf(yuan('247.50'), caller('一组'), 100n)), []);
});

test('rounding alone is no reading of an amount below the slack', (t) => {
	t.deepEqual([...readingsOf(50n, caller('一组'), 100n)], []);
});

test('only callers bring leads; inspectors earn their own wage', (t) => {
	const inspector = book({ role: 'inspector', group: '一组' }, at(EVENING));
	t.deepEqual(shown(readingsOf(yuan('400'), inspector, 0n)), ['100% 0x0 0']);
	t.deepEqual(shown(readingsOf(yuan('445'), inspector, 0n)), []);
	t.deepEqual(book({ role: 'leader', group: '一组' }, at(EVENING)).wageParts.length, 1);
});

test('the rate changes with the day, and a payout before noon may be for the day before', (t) => {
	t.deepEqual(caller('一组', '2023-04-15 20:00:00').rates, [500n]);
	t.deepEqual(caller('一组', '2023-04-16 09:00:00').rates, [500n, 600n]);
	t.deepEqual(caller('一组', '2023-04-16 12:00:00').rates, [600n]);
	t.false(caller('一组', '2023-04-16 09:00:00').rateGiven);
});

test('a rule for the group beats the general one, and nobody known may be of any group', (t) => {
	t.deepEqual(caller('十元组').rates, [1000n]);
	t.deepEqual(caller('三组').rates, [500n]);
	t.deepEqual(book({}, at(EVENING)).rates, [500n, 600n, 700n, 800n, 900n, 1000n]);
	t.true(fitBook(0n)(yuan('400'), book({}, at(EVENING))));
});

test('a band counts whole yuan only', (t) => {
	const rules = { ...RULES, commissions: [{ minFen: 550n, maxFen: 750n }] };
	t.deepEqual(termBook(rules, OFFSET)({ role: 'caller' }, at(EVENING)).rates, [600n, 700n]);
});

test('readings agree where wage and commission do, whatever the leads', (t) => {
	t.true(agree([...readingsOf(yuan('45'), caller('幅度组'), 0n)]));
	t.false(agree([...readingsOf(yuan('100'), caller('十元组'), 0n)]));
	t.false(agree([]));
});

test('a reading backed by a report goes before one that is not, exact before rounded above all', (t) => {
	const readings = [...readingsOf(yuan('100'), caller('幅度组'), 100n)];
	const backed = readings.find((r) => r.leads === 11 && r.rounding !== 0n);
	const exact = readings.find((r) => r.leads === 10 && r.rounding === 0n);
	t.truthy(backed);
	t.truthy(exact);
	if (!backed || !exact) return;
	const order = ranked(readings, new Set([backed]));
	t.true(order.indexOf(exact) < order.indexOf(backed));
	t.is(
		order.findIndex((r) => r.rounding !== 0n),
		order.indexOf(backed),
	);
});

test('property: every reading sums to the amount, stays within the slack, and none comes twice', (t) => {
	fc.assert(
		fc.property(
			fc.bigInt(1n, 200_000n),
			fc.constantFrom('一组', '十元组', '幅度组'),
			fc.constantFrom(0n, 100n),
			(amount, group, slack) => {
				const readings = [...readingsOf(amount, caller(group), slack)];
				for (const r of readings) {
					t.is(r.wage + r.commission + r.rounding, amount);
					t.is(r.commission, BigInt(r.leads) * r.rate);
					t.true(r.rounding <= slack && -r.rounding <= slack);
				}
				const ids = readings.map((r) => `${r.daysPercent}|${r.wage}|${r.leads}|${r.rate}`);
				t.is(new Set(ids).size, readings.length);
			},
		),
		{ numRuns: 100, seed: 1 },
	);
});

test('property: whatever the rules pay is among the readings', (t) => {
	fc.assert(
		fc.property(
			fc.constantFrom([0, 0n], [50, 10_000n], [100, 20_000n], [200, 40_000n]) as fc.Arbitrary<[number, bigint]>,
			fc.integer({ min: 1, max: 18 }),
			fc.integer({ min: 5, max: 10 }),
			([days, wage], leads, rate) => {
				const amount = wage + BigInt(leads * rate * 100);
				const readings = [...readingsOf(amount, caller('幅度组'), 0n)];
				t.true(readings.some((r) => r.daysPercent === days && r.leads === leads && r.rate === BigInt(rate * 100)));
			},
		),
		{ numRuns: 100, seed: 2 },
	);
});
