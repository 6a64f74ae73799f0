import test from 'ava';
import { workOf } from '../../src/payroll/work.ts';

const RULES = { longSeconds: 30, fullDayMinutes: 480 };

test('calls are counted as attempted, answered and long, numbers once', (t) => {
	const call = (callee: string, seconds: number, instant: number) => ({ party: 'p', callee, seconds, instant });
	const calls = [call('138****1', 0, 5), call('138****1', 29, 9), call('139****2', 30, 2), call('139****2', 31, 3)];
	t.deepEqual(workOf({ calls, days: [], checks: [] }, RULES, 480).get('p')?.calls, {
		attempted: 4,
		answered: 3,
		long: 2,
		numbers: 2,
		repeated: 2,
		seconds: 90,
		first: 2,
		last: 9,
	});
});

test('shifts of a day add up within a file; a second file of the same day adds nothing', (t) => {
	const day = (file: string, name: string, minutes: number) => ({ party: 'p', file, day: name, minutes });
	const days = [day('a', '03-01', 240), day('a', '03-01', 240), day('b', '03-01', 300), day('b', '03-02', 479)];
	t.deepEqual(workOf({ calls: [], days, checks: [] }, RULES, 480).get('p')?.days, {
		worked: 2,
		minutes: 959,
		short: 1,
	});
});

test('a check counts for who made it and for who was checked', (t) => {
	const work = workOf(
		{
			calls: [],
			days: [],
			checks: [
				{ inspector: 'i', worker: 'p' },
				{ inspector: 'i', worker: undefined },
			],
		},
		RULES,
		480,
	);
	t.is(work.get('i')?.checksMade, 2);
	t.is(work.get('p')?.checked, 1);
	t.is(work.size, 2);
});
