import test from 'ava';
import { callMeasures } from '../../src/proceeds/yardsticks/calls.ts';
import { groupMeasures } from '../../src/proceeds/yardsticks/groups.ts';
import { datedLeads } from '../../src/proceeds/yardsticks/leads.ts';
import { lentMeasures } from '../../src/proceeds/yardsticks/lent.ts';
import { type Join, lossesOf } from '../../src/proceeds/yardsticks/losses.ts';
import { moneyMeasures } from '../../src/proceeds/yardsticks/money.ts';
import type { Member } from '../../src/proceeds/yardsticks/participation.ts';
import { teamsOf } from '../../src/proceeds/yardsticks/teams.ts';
import type { Measured } from '../../src/proceeds/yardsticks/types.ts';

const by = (all: readonly Measured[], name: Measured['name']) => {
	const one = all.find((measure) => measure.name === name);
	return [one?.documented, one?.inferred];
};

// 甲 is in group one all the time; 乙 in group one in March, two in April; 丙 is claimed in one, and no row shows them.
const A: Member = { party: 'a', spells: [{ group: '一组' }], rows: { from: '2023-03-05', until: '2023-04-10' } };
const B: Member = {
	party: 'b',
	spells: [
		{ group: '一组', from: '2023-03-01', until: '2023-03-31' },
		{ group: '二组', from: '2023-04-01' },
	],
	rows: { from: '2023-03-01', until: '2023-04-30' },
};
const C: Member = { party: 'c', spells: [{ group: '一组', from: '2023-04-01', until: '2023-04-05' }] };
const CORE: Member = { party: 'k', spells: [{ group: '' }], rows: { from: '2023-03-02', until: '2023-04-02' } };

test('what a group did is read over the days of participation, of the group that each was in that day', (t) => {
	const calls = [
		['a', '2023-03-05', 10n],
		['b', '2023-03-04', 20n],
		['b', '2023-03-06', 40n],
		['b', '2023-04-02', 80n],
		['a', '2023-04-03', 160n],
		['nobody', '2023-03-06', 1000n],
	].map(([party, day, count]) => ({ party, day, documented: count, inferred: count }) as never);
	const team = teamsOf([A, B, C, CORE], calls);
	// 甲: 03-05 to 04-10 shown; 乙 of 03-04 lies before, and comes in only as claimed (甲's spell has no first day).
	t.deepEqual(team(A).group, { documented: 210n, inferred: 230n });
	t.deepEqual(team(A).gang, { documented: 290n, inferred: 310n });
	// 乙: group one in March (10 + 20 + 40), group two in April (80); what 甲 did in April is not 乙's group any more.
	t.deepEqual(team(B).group, { documented: 150n, inferred: 150n });
	// 丙: no row shows them; claimed from 04-01 to 04-05.
	t.deepEqual(team(C), { group: { documented: 0n, inferred: 160n }, gang: { documented: 0n, inferred: 240n } });
	// A core member has no group: none is guessed. Shown in the gang until 04-02.
	t.deepEqual(team(CORE), { gang: { documented: 150n, inferred: 310n } });
});

const join = (rest: Partial<Join>): Join => ({
	group: 'g1@chatroom',
	member: 'wechat:v1',
	name: '',
	day: '2023-03-10',
	caller: 'a',
	...rest,
});
const victim = (pseudonym: string, loss: bigint, rest: { day?: string; group?: string } = {}) => ({
	id: pseudonym,
	pseudonym,
	loss,
	source: '',
	evidence: '',
	raw: '',
	...rest,
});

test('losses are tied by name to who brought the victim in, by group to a team, by day to the gang; the rest is said', (t) => {
	const joins = [
		join({ name: '张三' }),
		join({ name: '李四', caller: 'b', day: '2023-03-11', group: 'g2@chatroom' }),
		join({ name: '王五', caller: 'a', group: 'g2@chatroom' }),
		join({ name: '赵六', caller: 'b', day: '2023-04-11', group: 'g3@chatroom' }),
		join({ name: '钱七', caller: 'a', group: 'g3@chatroom' }),
	];
	const victims = [
		victim('张三', 100n, { day: '2023-03-20', group: 'g1@chatroom' }),
		victim('被害人1', 1000n, { group: 'g1@chatroom' }),
		victim('被害人2', 10_000n, { day: '2023-03-21', group: 'g2@chatroom' }),
		victim('被害人3', 100_000n, { day: '2023-03-22', group: 'g3@chatroom' }),
		victim('被害人4', 1_000_000n, { day: '2023-06-01' }),
	];
	const of = lossesOf([A, B, C, CORE], victims, joins);
	const [a, b, core] = [of?.(A) ?? [], of?.(B) ?? [], of?.(CORE) ?? []];
	t.deepEqual(by(a, 'loss-own'), [100n, 1100n]);
	t.deepEqual(by(b, 'loss-own'), [0n, 0n]);
	// g2 was filled by callers of group one alone, g3 by callers of both.
	t.deepEqual(by(a, 'loss-group'), [10_100n, 111_100n]);
	t.deepEqual(by(core, 'loss-group'), [undefined, undefined]);
	t.deepEqual(by(core, 'loss-gang'), [110_100n, 1_111_100n]);
	t.deepEqual(
		a.map(({ missing }) => missing.map(({ code, facts }) => [code, facts.count])),
		[[['law-loss-not-tied', 2]], [['law-loss-no-group', 1]], [['law-loss-no-day', 1]]],
	);
	t.is(lossesOf([A], [], joins), undefined, 'no victims’ file: no loss is made up from payments');
});

test('calls stand by what they are, and days without records are projected beside them', (t) => {
	const day = (attempted: number, minutes: number) => ({ attempted, answered: 0, long: 0, minutes });
	const calls = { attempted: 25, answered: 12, long: 3, numbers: 20, repeated: 5, seconds: 900 };
	const byDay = new Map([
		['2023-03-01', day(10, 480)],
		['2023-03-02', day(15, 0)],
		['2023-03-03', day(0, 480)],
		['2023-03-04', day(0, 0)],
	]);
	const all = callMeasures({ calls, byDay });
	t.deepEqual(by(all, 'calls'), [25n, 37n]);
	t.deepEqual(by(all, 'calls-answered'), [12n, undefined]);
	t.deepEqual(by(all, 'calls-numbers'), [20n, undefined]);
	t.deepEqual(all[0]?.missing, [{ code: 'law-calls-projected', facts: { daily: 12, days: 1, withCalls: 2 } }]);
});

test('a report of a day and its joins tell of the same leads', (t) => {
	const one = (basis: 'joined' | 'reported' | 'called', count: number) => ({
		payee: 'a',
		day: '2023-03-01',
		basis,
		count,
	});
	const [leads, ...others] = datedLeads([one('joined', 3), one('reported', 5), one('reported', 4), one('called', 99)]);
	t.deepEqual(leads, { party: 'a', day: '2023-03-01', documented: 3n, inferred: 5n });
	t.deepEqual(others, []);
});

test('an account is lent while it stands in one name and another uses it, and only then its inflow counts', (t) => {
	const card = 'bank:6222020000000000011';
	const claims = [
		{ party: 'a', account: card, grade: 'registered' as const },
		{ party: 'b', account: card, grade: 'controls' as const, from: 100, until: 200 },
		{ party: 'a', account: 'alipay:2088000000000001', grade: 'registered' as const },
		{ party: 'a', account: 'alipay:2088000000000001', grade: 'controls' as const },
		{ party: 'a', account: 'alipay:2088000000000001', grade: 'proposed' as const },
	];
	const inflow = (instant: number, amount: bigint, rest = {}) => ({ to: card, asset: 'CNY', instant, amount, ...rest });
	const lent = lentMeasures(claims, [
		inflow(99, 1n),
		inflow(100, 10n),
		inflow(200, 100n),
		inflow(201, 1000n),
		inflow(150, 10_000n, { exclusion: 'fee' as never }),
		{ ...inflow(150, 100_000n), to: 'alipay:2088000000000001' },
	]);
	t.deepEqual(
		[lent('a'), lent('b'), lent('c')].map((all) => all.map(({ documented }) => documented)),
		[
			[1n, 110n, 0n],
			[0n, 0n, 110n],
			[0n, 0n, 0n],
		],
	);
});

test('lead groups count by their owner, each account once a group; work groups never', (t) => {
	const group = (id: string, purpose: 'lead' | 'work' | 'unknown') => ({ group: id, name: id, purpose, source: '' });
	const member = (of: string, account: string, role: 'owner' | 'member') => ({ group: of, member: account, role });
	const groups = groupMeasures(
		[group('g', 'lead'), group('w', 'work'), group('u', 'unknown')],
		[...['g', 'w', 'u'].map((id) => member(id, 'wechat:a', 'owner')), member('g', 'wechat:x', 'member')],
		[
			{ group: 'g', member: 'wechat:x' },
			{ group: 'g', member: 'wechat:y' },
		],
		(account) => (account === 'wechat:a' ? 'a' : undefined),
	);
	t.deepEqual(by(groups?.('a') ?? [], 'groups-owned'), [1n, 2n]);
	t.deepEqual(by(groups?.('a') ?? [], 'groups-members'), [3n, 4n]);
	t.is(
		groupMeasures([], [member('g', 'wechat:x', 'member')], [], () => 'a'),
		undefined,
	);
});

test('an inferred cash-out is in no documented value, and received, passed on and kept stand apart', (t) => {
	const cap = { code: '', facts: {} };
	const bounds = {
		party: 'k',
		received: { least: 30n, shown: 1000n, most: 1000n, cap, missing: [] },
		passedOn: { least: 400n, shown: 500n, cap, missing: [] },
		kept: { most: 600n, cap, missing: [] },
	};
	const all = moneyMeasures({
		bounds,
		kept: 520n,
		traced: { fifo: 700n, lifo: 650n },
		converted: { stated: 0n, all: 900n, proposed: 2 },
	});
	t.deepEqual(by(all, 'received'), [30n, 1000n]);
	t.deepEqual(by(all, 'kept'), [undefined, 520n]);
	t.deepEqual(by(all, 'passed-on'), [400n, 500n]);
	t.deepEqual(by(all, 'converted'), [0n, 900n]);
	t.deepEqual(by(all, 'traced'), [undefined, 700n]);
	t.is(all.find(({ name }) => name === 'converted')?.most, 970n, 'of 1,000 at most, 30 certainly were no cash-out');
	t.is(all.find(({ name }) => name === 'passed-on')?.most, undefined);
});
