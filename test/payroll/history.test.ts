import test from 'ava';
import fc from 'fast-check';
import { COST_NAMES, type Cost, compareCosts, costOf, excess, FREE, sum } from '../../src/payroll/history/cost.ts';
import { settleHistory } from '../../src/payroll/history/solve.ts';
import type { Choice, Step } from '../../src/payroll/history/types.ts';
import { judge } from '../../src/payroll/judge.ts';
import type { DayLeads, Judged, Reading } from '../../src/payroll/types.ts';
import { movesFrom, START, type State } from './plain-moves.ts';
import { BAND_CALLER, LEADER, line, OFFSET, type Pay, RULES, report, TEN_CALLER, transfers } from './world.ts';

const toBand = { from: LEADER, to: BAND_CALLER };
const toTen = { from: LEADER, to: TEN_CALLER };

/** A payment each evening from the first of March on. */
function evenings(pay: Omit<Pay, 'yuan'>, amounts: readonly string[]): Pay[] {
	return amounts.map((yuan, i) => ({ ...pay, yuan, at: `2023-03-${String(i + 1).padStart(2, '0')} 20:00:00` }));
}

function told(pays: readonly Pay[], leads: readonly DayLeads[] = []) {
	return judge(transfers(pays), leads, RULES, OFFSET);
}

function alternatives({ history }: Judged): string[] {
	return (history?.alternatives ?? []).map(({ reading, worse }) => {
		const read = reading ? `${Number(reading.wage) / 100}+${reading.leads}x${Number(reading.rate) / 100}` : 'odd';
		return worse ? `${read} ${worse.name} +${worse.count}` : read;
	});
}

test('one change of rate is found, with its dates, and chooses among readings without making them certain', (t) => {
	// 7 yuan: 207, 221 and 277 fit no other rate; 8 yuan: 208, 232, 288. 228 is 200+4x7 or 100+16x8.
	const { judged, rates } = told(evenings(toBand, ['207', '221', '228', '277', '208', '232', '288', '216']));
	t.deepEqual(
		rates.map(({ from, until, rates: paid, stated }) => [from, until, paid, stated]),
		[
			['2023-03-01', '2023-03-04', [700n], false],
			['2023-03-05', '2023-03-08', [800n], false],
		],
	);
	const third = judged[2] as Judged;
	t.is(line(third), 'open consistent pay-history');
	t.deepEqual(third.reason.facts, { wage: '200.00', commission: '28.00', worse: 'changes', count: 1 });
	t.deepEqual(alternatives(third), ['200+4x7', '100+16x8 changes +1']);
	t.is(third.wage + third.commission, 0n);
});

test('a single payment at another rate costs less than changing there and back', (t) => {
	const { judged, rates } = told(evenings(toBand, ['207', '221', '209', '207', '277']));
	t.is(line(judged[2]), 'wage-and-commission documented pay-amount 200+9');
	t.deepEqual(
		rates.map(({ rates: paid, payouts }) => [paid, payouts]),
		[[[700n], 5]],
	);
});

test('where two explanations are equally good the payout stays ambiguous and both are listed', (t) => {
	const { judged } = told(evenings(toTen, ['210', '150', '230']));
	t.is(line(judged[1]), 'open consistent pay-ambiguous');
	t.deepEqual(alternatives(judged[1] as Judged), ['0+15x10', '100+5x10 part-days +1']);
});

test('a wage for more days than have passed is an exception', (t) => {
	const days = evenings({ ...toTen, memo: '工资' }, ['200', '200', '200', '200', '200']);
	const again = { ...toTen, yuan: '100', at: '2023-03-05 20:01:00' };
	const last = told([...days, again]).judged.at(-1) as Judged;
	t.is(line(last), 'open consistent pay-history');
	t.deepEqual(
		alternatives(last),
		['0+10x10', '50 doubled +1'].map((text) => text.replace('50 d', '100+0x0 d')),
	);
});

test('a report that another payout names is no longer there: what is left is documented', (t) => {
	const named = { ...toTen, yuan: '100', memo: '提成10人', at: '2023-03-10 20:00:00' };
	const silent = { ...toTen, yuan: '100', at: '2023-03-10 20:00:20' };
	const day = report(TEN_CALLER, '2023-03-10', 10);
	t.is(line(told([named, silent], [day]).judged[1]), 'wage documented pay-other-reports 100+0');
	const eve = report(TEN_CALLER, '2023-03-09', 10);
	t.is(line(told([named, silent], [day, eve]).judged[1]), 'open consistent pay-ambiguous');
	t.is(line(told([named, silent]).judged[1]), 'open consistent pay-ambiguous');
});

test('the rate that the case states is shown as stated', (t) => {
	const { rates } = told(evenings(toTen, ['210', '220']));
	t.deepEqual(
		rates.map(({ payee, payer, group, from, until, rates: paid, stated, payouts }) => ({
			...{ payee, payer, group, from, until },
			...{ paid, stated, payouts },
		})),
		[
			{
				...{ payee: 'ten-caller', payer: 'leader', group: '十元组', from: '2023-03-01', until: '2023-03-02' },
				...{ paid: [1000n], stated: true, payouts: 2 },
			},
		],
	);
});

test('costs are counted one by one, and the weightiest difference tells two explanations apart', (t) => {
	const many = sum(costOf('changes', 4000), costOf('doubled', 8000), costOf('rounded', 90_000));
	t.true(compareCosts(many, costOf('odd')) < 0);
	t.deepEqual(excess(costOf('odd'), many), { name: 'odd', count: 1 });
	t.deepEqual(excess(sum(many, costOf('part-days', 3)), many), { name: 'part-days', count: 3 });
	t.is(excess(many, many), undefined);
	for (const name of COST_NAMES) t.deepEqual(excess(costOf(name, 7), FREE), { name, count: 7 });
});

const reading = (leads: number, rate: bigint, daysPercent: number): Reading => ({
	...{ leads, rate, daysPercent, rounding: 0n },
	...{ wage: BigInt(daysPercent) * 200n, commission: BigInt(leads) * rate },
});
const anyChoice: fc.Arbitrary<Choice> = fc
	.record({
		leads: fc.constantFrom(0, 3),
		rate: fc.constantFrom(500n, 600n, 700n),
		percent: fc.constantFrom(0, 50, 100, 200),
		reports: fc.subarray(['a', 'b']),
		cost: fc.constantFrom(FREE, costOf('contradictions'), costOf('unreported'), costOf('odd')),
	})
	.map(({ leads, rate, percent, reports, cost }) => ({
		reading: reading(leads, rate, percent),
		...(percent > 0 && { wage: 20_000n }),
		reports: leads > 0 ? reports : [],
		cost,
	}));

test('property: the price of every reading is that of the best of all explanations that hold it', (t) => {
	const anySteps = fc.array(
		fc.tuple(fc.integer({ min: 0, max: 2 }), fc.array(anyChoice, { minLength: 1, maxLength: 3 }), fc.boolean()),
		{ minLength: 1, maxLength: 5 },
	);
	fc.assert(
		fc.property(anySteps, (drawn) => {
			let day = 10;
			const steps = drawn.map(([later, choices, few], index): Step => {
				day += later;
				const free: Choice = { reading: reading(0, 0n, 0), reports: [], cost: costOf('odd', 2) };
				const rates = few ? [500n, 600n] : [500n, 600n, 700n];
				return { id: `t${index}`, day, morning: !few, choices: [...choices, free], rates, wages: [20_000n] };
			});
			const prices = everyPrice(steps);
			const best = [...prices.values()].reduce((a, b) => (compareCosts(a, b) <= 0 ? a : b));
			for (const [index, settled] of (settleHistory(steps, 2) ?? []).entries()) {
				t.is(settled.readings.length, steps[index]?.choices.length ?? 0);
				for (const one of settled.readings) {
					const place = steps[index]?.choices.findIndex((choice) => choice.reading === one.reading);
					const price = prices.get(`${index}/${place}`) as Cost;
					t.deepEqual(excess(one.cost, settled.best), excess(price, best));
					t.is(one.equal, price.deciding === best.deciding);
				}
			}
		}),
		{ numRuns: 60, seed: 5 },
	);
});

/** By brute force: the cheapest of all explanations with each choice of each step. */
function everyPrice(steps: readonly Step[]): Map<string, Cost> {
	const prices = new Map<string, Cost>();
	const walk = (index: number, state: State, cost: Cost, taken: readonly string[]): void => {
		const step = steps[index];
		if (!step) {
			for (const key of taken) {
				const known = prices.get(key);
				if (!known || compareCosts(cost, known) < 0) prices.set(key, cost);
			}
			return;
		}
		const scene = {
			...{ step, previous: steps[index - 1], daysMax: 2 },
			claimedLater: () => true,
		};
		for (const move of movesFrom(state, scene))
			walk(index + 1, move.state, sum(cost, move.cost), [...taken, `${index}/${step.choices.indexOf(move.choice)}`]);
	};
	walk(0, START, FREE, []);
	return prices;
}
