import test from 'ava';
import * as fc from 'fast-check';
import { Board, type Plan } from '../../../src/run/watch/board.ts';
import { choose, type Waiting } from '../../../src/run/watch/choose.ts';
import { slotsOf } from '../../../src/run/watch/slots.ts';
import { timesOf } from '../../../src/run/watch/times.ts';
import { MIDNIGHT, type Played, play } from './simulation.ts';

const MINUTE = 60_000;
const GB = 1024 ** 3;
const NEVER = { next: () => undefined, last: () => undefined };

const plan = (cron: string, expected = MINUTE, more: Partial<Plan> = {}): Plan => ({
	times: timesOf(cron, 'UTC'),
	missed: 'run',
	expected,
	memory: GB,
	...more,
});

test('slots: the shortest first, on the worker that is free first, equal ones by name', (t) => {
	const cases = [
		{ folder: 'd', expected: 10 },
		{ folder: 'c', expected: 4 },
		{ folder: 'a', expected: 4 },
		{ folder: 'b', expected: 1 },
	];
	const expected = new Map([
		['b', 100],
		['a', 100],
		['c', 101],
		['d', 104],
	]);
	t.deepEqual(slotsOf(cases, 100, 2), expected);
	t.deepEqual(slotsOf([...cases].reverse(), 100, 2), expected);
});

test('forty cases due at one minute on two workers: none begins later than its own run time after its slot', (t) => {
	const cases = Array.from({ length: 40 }, (_, n): Played => {
		const expected = (n + 1) * 10_000;
		// Some take longer than the last time, some less.
		return {
			folder: `case-${n}`,
			plan: plan('0 2 * * *', expected),
			takes: () => expected * (n % 3 === 0 ? 1.6 : 0.8),
		};
	});
	const { ran, missed } = play(cases, { workers: 2, memory: 400 * GB }, 24 * 60 * MINUTE);
	t.is(ran.length, 40);
	t.deepEqual(missed, []);
	for (const { folder, started, slot, expected } of ran) t.true(started <= slot + expected, folder);
	// Without anybody behind the plan two would run at a time; some were late and ran beside.
	t.true(Math.max(...ran.map(({ beside }) => beside)) < 6);
});

test('a short case does not wait behind two long ones, but begins beside them after its own run time', (t) => {
	const long = (folder: string): Played => ({
		folder,
		plan: plan('0 2 * * *', 240 * MINUTE),
		takes: () => 240 * MINUTE,
	});
	const short: Played = { folder: 'short', plan: plan('5 2 * * *', MINUTE), takes: () => MINUTE };
	const { ran } = play([long('a'), long('b'), short], { workers: 2, memory: 400 * GB }, 300 * MINUTE);
	t.is(ran.find(({ folder }) => folder === 'short')?.started, 126 * MINUTE);
});

test('with all memory taken the short case waits for it, and says nothing begins meanwhile that would delay it', (t) => {
	const waiting = (folder: string, slot: number, expected: number, memory: number): Waiting => ({
		folder,
		slot,
		expected,
		memory,
	});
	const busy = [{ folder: 'long', started: 0, expected: 100, memory: 3 * GB }];
	const room = { workers: 4, memory: 4 * GB };
	const chosen = (...cases: Waiting[]) => choose(50, cases, busy, room).map(({ folder }) => folder);
	// Large needs what long holds until 100. Quick is through by then; slow is not, and takes what large needs.
	t.deepEqual(chosen(waiting('large', 10, 500, 4 * GB)), []);
	t.deepEqual(chosen(waiting('large', 10, 500, 4 * GB), waiting('quick', 20, 50, GB)), ['quick']);
	t.deepEqual(chosen(waiting('large', 10, 500, 4 * GB), waiting('slow', 20, 51, GB)), []);
	// Of 4 GB large leaves one: who takes no more than that delays nobody.
	t.deepEqual(chosen(waiting('large', 10, 500, 3 * GB), waiting('slow', 20, 51, GB), waiting('more', 21, 51, GB)), [
		'slow',
	]);
	// A case for which the machine is too small runs when nothing else does.
	t.deepEqual(chosen(waiting('huge', 10, 500, 9 * GB)), []);
	t.deepEqual(
		choose(50, [waiting('huge', 10, 500, 9 * GB), waiting('quick', 20, 1, GB)], [], room).map(({ folder }) => folder),
		['huge'],
	);
});

const anyCase = fc.record({
	cron: fc.constantFrom('0 1 * * *', '*/10 * * * *', '5 * * * *', '0 */2 * * *', '*/2 * * * *'),
	seconds: fc.integer({ min: 1, max: 3000 }),
	gigabytes: fc.integer({ min: 1, max: 5 }),
	stretch: fc.constantFrom(0.3, 1, 1, 1.7, 6),
	missed: fc.constantFrom<'run' | 'skip'>('run', 'skip'),
});

test('whatever the cases: none runs twice at once, none waits beyond what is promised, memory is never overdrawn', (t) => {
	const property = fc.property(
		fc.array(anyCase, { minLength: 1, maxLength: 12 }),
		fc.integer({ min: 1, max: 4 }),
		fc.boolean(),
		(drawn, workers, ample) => {
			const cases = drawn.map(({ cron, seconds, gigabytes, stretch, missed }, n): Played => {
				const expected = seconds * 1000;
				return {
					folder: `case-${n}`,
					plan: plan(cron, expected, { missed, memory: gigabytes * GB }),
					takes: (run) => Math.round(expected * (run % 2 === 0 ? stretch : 1)),
				};
			});
			const memory = ample ? 1000 * GB : 6 * GB;
			const { ran } = play(cases, { workers, memory }, 150 * MINUTE);
			for (const { folder, due, started, slot, ready, expected, beside } of ran) {
				if (started < ready || slot < ready || MIDNIGHT + started < due) throw new Error(`${folder} began too early`);
				if (ample && started > slot + expected) throw new Error(`${folder} waited ${started - slot} of ${expected}`);
				if (beside >= workers && started < slot + expected) throw new Error(`${folder} began beside without need`);
			}
			for (const { started } of ran) {
				const there = ran.filter((one) => one.started <= started && started < one.ended);
				const taken = there.reduce((sum, one) => sum + one.memory, 0);
				if (taken > memory && there.length > 1) throw new Error(`${taken} bytes of ${memory}`);
			}
			const reversed = play([...cases].reverse(), { workers, memory }, 150 * MINUTE).ran;
			const told = (runs: typeof ran) => runs.map(({ folder, due, started }) => `${started} ${folder} ${due}`).sort();
			t.deepEqual(told(reversed), told(ran));
		},
	);
	fc.assert(property, { numRuns: 40, seed: 20260301 });
});

test('every time of the schedule is run, or passed while the case ran or waited', (t) => {
	const quick: Played = { folder: 'quick', plan: plan('*/10 * * * *', MINUTE), takes: () => MINUTE };
	const slow: Played = { folder: 'slow', plan: plan('*/10 * * * *', MINUTE), takes: () => 25 * MINUTE };
	const { ran, missed } = play([quick, slow], { workers: 2, memory: 100 * GB }, 65 * MINUTE);
	const minutes = (folder: string) =>
		ran
			.filter((one) => one.folder === folder)
			.map(({ started }) => started / MINUTE)
			.sort((a, b) => a - b);
	t.deepEqual(minutes('quick'), [10, 20, 30, 40, 50, 60]);
	// 20 and 30 passed while it ran: once for both, at once.
	t.deepEqual(minutes('slow'), [10, 35, 60]);
	t.deepEqual(
		missed.map(({ due, runs }) => [(due - MIDNIGHT) / MINUTE, runs]),
		[
			[30, true],
			[50, true],
		],
	);
	const skipping: Played = { ...slow, plan: plan('*/10 * * * *', MINUTE, { missed: 'skip' }) };
	const skipped = play([skipping], { workers: 1, memory: 100 * GB }, 65 * MINUTE);
	t.deepEqual(
		skipped.ran.map(({ started }) => started / MINUTE),
		[10, 40],
	);
});

test('a time that passed while nobody watched: run once now, or wait for the next', (t) => {
	const now = { wall: MIDNIGHT + 8 * 60 * MINUTE, steady: 5 };
	const two = MIDNIGHT + 2 * 60 * MINUTE;
	const started = (missed: 'run' | 'skip', since: number) => {
		const board = new Board({ workers: 1, memory: GB });
		const told = board.put('case', plan('0 2 * * *', MINUTE, { missed }), now, since);
		return { told, due: board.start(now).map(({ due }) => due), next: board.nextOf('case') };
	};
	const next = two + 24 * 60 * MINUTE;
	t.deepEqual(started('run', two - 1), { told: { folder: 'case', due: two, runs: true }, due: [two], next });
	t.deepEqual(started('skip', two - 1), { told: { folder: 'case', due: two, runs: false }, due: [], next });
	t.deepEqual(started('run', two), { told: undefined, due: [], next });
	// A watcher that was started some minutes after the time did not miss it.
	const late = new Board({ workers: 1, memory: GB });
	t.is(late.put('case', plan('55 7 * * *', MINUTE, { missed: 'skip' }), now, 0), undefined);
	t.is(late.start(now).length, 1);
});

test('forty that were missed share the time from now on, not from when they were due', (t) => {
	const board = new Board({ workers: 2, memory: 400 * GB });
	const now = { wall: MIDNIGHT + 8 * 60 * MINUTE, steady: 0 };
	for (let n = 0; n < 40; n++) board.put(`case-${n}`, plan('0 2 * * *'), now, 0);
	t.is(board.start(now).length, 2);
	// The third of forty equal ones has its slot after the first two, and is late a minute after that.
	t.is(board.start({ wall: now.wall + 119_999, steady: 119_999 }).length, 0);
	t.is(board.start({ wall: now.wall + 120_000, steady: 120_000 }).length, 2);
});

test('a clock that is put back by an hour passes no time twice; one that was wrong by a week is not waited for', (t) => {
	const board = new Board({ workers: 9, memory: 100 * GB });
	const at = (wall: number, steady: number) => ({ wall: MIDNIGHT + wall * MINUTE, steady: steady * MINUTE });
	board.put('case', plan('0 2 * * *'), at(100, 0));
	board.look(at(120, 20));
	t.is(board.start(at(120, 20)).length, 1);
	board.ended('case', at(121, 21));
	board.look(at(61, 21.5));
	t.is(board.nextOf('case'), MIDNIGHT + 26 * 60 * MINUTE);
	// A week ahead: what was due is taken up once. Back again: the next night counts.
	t.is(board.look(at(61 + 7 * 1440, 22)).length, 1);
	t.is(board.start(at(61 + 7 * 1440, 22)).length, 1);
	board.ended('case', at(62 + 7 * 1440, 23));
	board.look(at(63, 24));
	t.is(board.nextOf('case'), MIDNIGHT + 120 * MINUTE);
});

test('a case that is locked by somebody keeps its place and is tried again', (t) => {
	const board = new Board({ workers: 1, memory: GB });
	const at = (ms: number) => ({ wall: MIDNIGHT + ms, steady: ms });
	board.put('case', plan('0 2 * * *'), at(0));
	board.demand('case', at(0));
	t.is(board.start(at(0)).length, 1);
	board.ended('case', at(10), 30_000);
	t.deepEqual(board.start(at(11)), []);
	t.is(board.wakeIn(at(11)), 29_999);
	t.like(board.start(at(30_010)), [{ folder: 'case', slot: 0, started: 30_010 }]);
});

test('a time that came just before the schedule was changed is not lost', (t) => {
	const board = new Board({ workers: 1, memory: GB });
	board.put('case', plan('0 2 * * *'), { wall: MIDNIGHT, steady: 0 });
	const now = { wall: MIDNIGHT + 120 * MINUTE + 5, steady: 120 * MINUTE + 5 };
	t.is(board.put('case', plan('0 3 * * *'), now), undefined);
	t.deepEqual(
		board.start(now).map(({ due }) => due),
		[MIDNIGHT + 120 * MINUTE],
	);
	t.is(board.nextOf('case'), MIDNIGHT + 180 * MINUTE);
});

test('a case that is changed, dropped or demanded', (t) => {
	const board = new Board({ workers: 1, memory: GB });
	const now = { wall: MIDNIGHT, steady: 0 };
	board.put('case', plan('0 2 * * *'), now);
	board.put('case', plan('0 3 * * *'), now);
	t.is(board.nextOf('case'), MIDNIGHT + 180 * MINUTE);
	board.put('plain', plan('0 0 1 1 *', MINUTE, { times: NEVER }), now);
	board.demand('case', now);
	board.demand('plain', now);
	board.drop('case');
	t.deepEqual(
		board.start(now).map(({ folder }) => folder),
		['plain'],
	);
	board.drop('plain');
	t.false(board.idle);
	board.ended('plain', now);
	t.true(board.idle);
	t.is(board.wakeIn(now), Number.POSITIVE_INFINITY);
});
