import test from 'ava';
import { answersOf, inForceOf, reachedBy } from '../../src/proceeds/yardsticks/answers.ts';
import type { LawRule, Measured } from '../../src/proceeds/yardsticks/types.ts';

const value = (rest: Partial<Measured>): Measured => ({ name: 'received', missing: [], ...rest });

test('a threshold is reached at the very sum, by the surest value that reaches it, and never one unit below', (t) => {
	const all = value({ documented: 100n, inferred: 200n, most: 300n });
	t.is(reachedBy(all, 100n), 'documented');
	t.is(reachedBy(all, 101n), 'inferred');
	t.is(reachedBy(all, 200n), 'inferred');
	t.is(reachedBy(all, 201n), 'at-most');
	t.is(reachedBy(all, 300n), 'at-most');
	t.is(reachedBy(all, 301n), 'no');
});

test('what nothing bounds stays open, and what the case lacks is unknown, never no', (t) => {
	t.is(reachedBy(value({ documented: 5n, inferred: 9n }), 10n), 'open');
	t.is(reachedBy(value({ inferred: 9n }), 10n), 'open');
	t.is(reachedBy(value({}), 1n), 'unknown');
	t.is(reachedBy(undefined, 1n), 'unknown');
	t.is(reachedBy(value({ most: 9n }), 10n), 'no');
	t.is(reachedBy(value({ documented: 0n, inferred: 12n, most: 9n }), 10n), 'no');
	t.is(reachedBy(value({ documented: -5n, inferred: -5n, most: -1n }), 1n), 'no');
});

test('a rule is read where it was in force on any day from the first act to the judgment', (t) => {
	const acts = { from: '2023-03-01', until: '2023-05-31' };
	const read = (from: string, until?: string, judgment?: string) =>
		inForceOf({ from, ...(until === undefined ? {} : { until }) }, acts, judgment);
	t.is(read('2016-12-20'), 'both');
	t.is(read('2016-12-20', '2025-08-25'), 'act');
	t.is(read('2025-08-26'), 'judgment');
	t.is(read('2015-06-01', '2021-04-14'), undefined);
	t.is(read('2024-01-01', '2024-12-31'), 'between');
	t.is(read('2023-05-31', '2023-05-31'), 'act');
	t.is(read('2023-02-01', '2023-02-28'), undefined);
	t.is(read('2025-08-26', undefined, '2025-08-25'), undefined);
	t.is(read('2025-08-26', undefined, '2025-08-26'), 'judgment');
	t.is(read('2015-06-01', '2025-08-25', '2025-08-25'), 'both');
});

test('acts without days leave rules of the past readable, and say so', (t) => {
	t.is(inForceOf({ from: '2015-06-01', until: '2021-04-14' }, {}, undefined), 'undated');
	t.is(inForceOf({ from: '2015-06-01' }, {}, undefined), 'undated', 'not: came after the acts');
	t.is(inForceOf({ from: '2025-08-26' }, {}, '2024-01-01'), undefined);
});

test('where acts have no first or no last day, it is not said that a rule of that side came after or ended before', (t) => {
	const since = { from: '2023-03-01' };
	t.is(inForceOf({ from: '2025-08-26' }, since, undefined), 'undated');
	t.is(inForceOf({ from: '2015-06-01' }, since, undefined), 'both');
	t.is(inForceOf({ from: '2015-06-01', until: '2021-04-14' }, since, undefined), undefined);
	const until = { until: '2023-05-31' };
	t.is(inForceOf({ from: '2015-06-01', until: '2021-04-14' }, until, undefined), 'undated');
	t.is(inForceOf({ from: '2025-08-26' }, until, undefined), 'judgment');
	t.is(inForceOf({ from: '2025-08-26' }, until, '2024-01-01'), undefined);
});

const rule = (conditions: LawRule['conditions']): LawRule => ({
	id: 'r',
	yardstick: 'y',
	subject: 'aid',
	title: '',
	number: '',
	article: '',
	text: '',
	english: '',
	source: '',
	verified: false,
	from: '2020-01-01',
	conditions,
	also: [],
	notes: [],
});

test('several measures of a threshold are answered one by one; several conditions by the least certain', (t) => {
	const acts = { from: '2023-01-01', until: '2023-01-02' };
	const measured = new Map(
		[
			value({ documented: 10n }),
			value({ name: 'kept', documented: 2n, most: 3n }),
			value({ name: 'lent-accounts', documented: 3n }),
			value({ name: 'lent-inflow', documented: 1n, inferred: 30n }),
		].map((one) => [one.name, one] as const),
	);
	const law = (conditions: LawRule['conditions']) => ({ asOf: '2026-01-01', rules: [rule(conditions)] });
	const reached = (conditions: LawRule['conditions']) =>
		answersOf(law(conditions), measured, acts).map((one) => [one.measure, one.reached]);
	t.deepEqual(reached([{ measures: ['received', 'kept'], least: 5n }]), [
		['received', 'documented'],
		['kept', 'no'],
	]);
	const accounts = { measures: ['lent-accounts'], least: 3n } as const;
	t.deepEqual(reached([accounts, { measures: ['lent-inflow'], least: 30n }]), [['lent-accounts', 'inferred']]);
	t.deepEqual(reached([accounts, { measures: ['messages-sent'], least: 1n }]), [['lent-accounts', 'unknown']]);
});

test('a value that depends on a policy says under which policies it reaches the threshold', (t) => {
	const traced = value({ name: 'traced', inferred: 12n, policies: { fifo: 12n, lifo: 4n, haircut: 10n } });
	const law = { asOf: '2026-01-01', rules: [rule([{ measures: ['traced'], least: 10n }])] };
	const [answer] = answersOf(law, new Map([['traced', traced]]), { from: '2023-01-01' });
	t.deepEqual(answer?.policies, ['fifo', 'haircut']);
	t.is(answer?.reached, 'inferred');
});
