import test from 'ava';
import fc from 'fast-check';
import { compareHierarchy, type Given } from '../../src/payroll/hierarchy/compare.ts';
import { proposeHierarchy } from '../../src/payroll/hierarchy/propose.ts';
import { calling, days, hour, type Paid, propose, roles, superiors, transfersOf } from './hierarchy-world.ts';
import { OFFSET } from './world.ts';

const MONTH = days(1, 30);
const CALLERS = ['a', 'bb', 'ccc', 'dddd', 'eeeee'];
const WEEKS = [1, 8, 15, 22, 29];

/** One core member, one leader, five callers, an inspector: every payment for the work. */
const TEAM: readonly Paid[] = [
	...WEEKS.map((day) => ({ from: 'core', to: 'boss', day, yuan: 9000, clock: '18:00' })),
	...CALLERS.flatMap((caller) => calling('boss', caller, MONTH)),
	...MONTH.map((day) => ({ from: 'boss', to: 'checker', day, yuan: day % 9 === 0 ? 200 : 400 })),
];

/** Life around them, much of which is regular too. */
const LIFE: readonly Paid[] = [
	...MONTH.map((day) => ({ from: 'boss', to: 'stall', day, yuan: 15 + (day % 7), clock: '08:00' })),
	...WEEKS.map((day) => ({ from: 'boss', to: 'lines', day, yuan: 500, clock: '20:00' })),
	...WEEKS.map((day) => ({ from: 'boss', to: 'lists', day, yuan: 300, memo: '号码名单' })),
	...CALLERS.flatMap((caller) =>
		[1, 31, 61].map((day) => ({ from: 'firm', to: caller, day, yuan: 3200, memo: '工资' })),
	),
	...CALLERS.flatMap((caller) => [5, 35, 66].map((day) => ({ from: caller, to: 'landlord', day, yuan: 1500 }))),
	{ from: 'boss', to: 'friend', day: 3, yuan: 45, medium: 'red-packet' as const },
	{ from: 'friend', to: 'boss', day: 4, yuan: 66, medium: 'red-packet' as const },
	{ from: 'boss', to: 'a', day: 6, yuan: 500, memo: '借你应急' },
	{ from: 'a', to: 'boss', day: 16, yuan: 500, memo: '还你的钱' },
	{ from: 'bb', to: 'ccc', day: 9, yuan: 38.5 },
];

test('bonuses of a day without other pay add up', (t) => {
	const bonus = { from: 'boss', to: 'a', memo: '奖金' };
	const [tie] = propose([
		{ ...bonus, day: 1, yuan: 50 },
		{ ...bonus, day: 1, yuan: 30 },
	]).ties;
	t.is(tie?.amounts.medianDay, 8000n);
});

test('a leader is known by a team paid every day, the core by funding the leader, and life around them is not the gang', (t) => {
	const found = propose([...TEAM, ...LIFE]);
	t.deepEqual(
		superiors(found),
		[...CALLERS.map((caller) => `boss>${caller} 1-30`), 'boss>checker 1-30', 'core>boss 1-29'].sort(),
	);
	t.deepEqual(
		roles(found).filter((one) => !one.includes('outsider')),
		[
			'boss leader 1-30',
			'checker inspector 1-30',
			...CALLERS.map((caller) => `${caller} caller 1-30`),
			'core core 1-29',
		].sort(),
	);
	const outsiders = found.roles.filter(({ role }) => role === 'outsider');
	t.deepEqual(
		outsiders.map(({ unit, reasons }) => `${unit} ${reasons[0]?.code}`),
		[
			'wechat:firm hierarchy-pays-monthly',
			'wechat:landlord hierarchy-paid-monthly',
			'wechat:lines hierarchy-other-rhythm',
			'wechat:stall hierarchy-other-amount',
		],
	);
	t.true(found.roles.every(({ reasons, confidence }) => reasons.length > 0 && confidence > 0 && confidence < 1));
});

test('reasons and confidence are counted from the payments: Laplace’s (fits + 1) / (observations + 2)', (t) => {
	const found = propose(TEAM);
	const boss = found.roles.find(({ unit }) => unit === 'wechat:boss');
	t.is(boss?.confidence, 0.96875);
	t.deepEqual(boss?.reasons[0], { code: 'hierarchy-pays-daily', facts: { members: 6, yuan: '230.00', hour: '21:00' } });
	const checker = found.roles.find(({ unit }) => unit === 'wechat:checker');
	t.deepEqual(checker?.reasons, [
		{ code: 'hierarchy-fixed', facts: { days: 30, fits: 30, yuan: '400.00', team: '230.00' } },
	]);
	const above = found.superiors.find(({ unit }) => unit === 'wechat:checker');
	t.deepEqual(above?.reasons[0], {
		code: 'hierarchy-paid',
		facts: { days: 30, span: 30, gap: 1, payments: 30, yuan: '11400.00' },
	});
	t.is(above?.transfers.length, 30);
	// Without coins from overseas the top may be a go-between: never likelier than not.
	t.true((found.roles.find(({ role }) => role === 'core')?.confidence ?? 1) < 0.5);
});

test('overseas coins make a core member of who funds a leader, whatever buyers pay for them', (t) => {
	const coins: Paid = { from: 'tron:o', to: 'tron:w', day: 1, yuan: 90_000, asset: 'usdt', medium: 'token' };
	const buyers = [7, 14, 21, 28].map((day) => ({ from: 'bank:1', to: 'core', day, yuan: 20_000 }));
	const list = [coins, ...TEAM, ...buyers];
	const [seed] = transfersOf(list);
	const holder = (account: string) =>
		account === 'tron:w' || account === 'wechat:core' ? { party: 'p-core', category: 'person' as const } : undefined;
	const found = propose(list, { seeds: new Set([seed?.id ?? '']), holder });
	const core = found.roles.find(({ role }) => role === 'core');
	t.is(core?.unit, 'p-core');
	t.true((core?.confidence ?? 0) > 0.6);
	t.false(found.superiors.some(({ unit }) => unit === 'p-core'));
});

test('a caller who goes over to another leader has two superiors, one after the other; a stand-in of two days is none', (t) => {
	const other = ['x', 'yy', 'zzz'].flatMap((caller) => calling('chief', caller, MONTH));
	const moved = [...calling('boss', 'mover', days(1, 14)), ...calling('chief', 'mover', days(15, 30))];
	const stand = calling('chief', 'a', [10, 11]);
	const team = TEAM.filter(({ to, day }) => to !== 'a' || (day !== 10 && day !== 11));
	const found = propose([...team, ...other, ...moved, ...stand]);
	t.deepEqual(
		superiors(found).filter((one) => /mover|>a /.test(one)),
		['boss>a 1-30', 'boss>mover 1-14', 'chief>mover 15-30'],
	);
	t.deepEqual(
		roles(found).filter((one) => one.startsWith('mover')),
		['mover caller 1-30'],
	);
});

test('somebody may have two roles: first caller and then inspector, or leader of some and caller of another', (t) => {
	const promoted = [
		...calling('boss', 'riser', days(1, 15)),
		...days(16, 30).map((day) => ({ from: 'boss', to: 'riser', day, yuan: 400 })),
	];
	const foreman = [
		...calling('boss', 'foreman', MONTH),
		...WEEKS.map((day) => ({ from: 'core', to: 'foreman', day, yuan: 9000, clock: '18:00' })),
		...['x', 'yy', 'zzz'].flatMap((caller) => calling('foreman', caller, MONTH)),
	];
	const found = propose([...TEAM, ...promoted, ...foreman]);
	t.deepEqual(
		roles(found).filter((one) => /^(?:riser|foreman)/.test(one)),
		['foreman caller 1-30', 'foreman leader 1-30', 'riser caller 1-15', 'riser inspector 16-30'],
	);
	t.deepEqual(
		superiors(found).filter((one) => one.includes('>foreman')),
		['core>foreman 1-29'],
	);
});

test('packets of a few yuan for each lead are a rhythm too', (t) => {
	const packets = CALLERS.flatMap((caller) =>
		MONTH.flatMap((day) =>
			days(1, 1 + ((day + caller.length) % 5)).map((turn) => ({
				...{ from: 'boss', to: caller, day, yuan: turn % 2 === 0 ? 5 : 10, medium: 'red-packet' as const },
			})),
		),
	);
	const found = propose(packets);
	t.deepEqual(superiors(found), CALLERS.map((caller) => `boss>${caller} 1-30`).sort());
	t.true(roles(found).includes('boss leader 1-30'));
});

test('what differs from people.csv, the dialler and the checks is listed with the payments behind it', (t) => {
	const found = propose(TEAM);
	const given = (role: Given['spells'][number]['role'], superior = '', more: Partial<Given> = {}): Given => ({
		spells: [
			{
				role,
				superior,
				source: '笔录',
				from: hour(1, '00:00'),
				...(superior ? { superiorParty: `wechat:${superior}` } : {}),
			},
		],
		teams: [],
		checksMade: 0,
		...more,
	});
	const team = { team: '甲队', from: hour(1, '09:00'), until: hour(30, '18:00'), calls: 90 };
	const { differences, agreements } = compareHierarchy(
		found,
		new Map([
			['wechat:boss', given('leader', 'core')],
			['wechat:a', given('inspector', 'boss', { teams: [team] })],
			['wechat:bb', given('caller', 'core', { teams: [team] })],
			['wechat:ccc', given('caller', 'boss', { checksMade: 40 })],
			['wechat:ghost', given('caller', 'boss')],
		]),
		(unit) => unit,
	);
	t.deepEqual(
		differences.map(({ unit, about, given: said, proposed }) => [unit, about, said, proposed]),
		[
			['wechat:a', 'role', 'inspector', 'caller'],
			['wechat:bb', 'superior', 'core', 'wechat:boss'],
			['wechat:ccc', 'checks', 'inspector', 'caller'],
			['wechat:ghost', 'unpaid', 'caller', ''],
		],
	);
	const known = new Map([...found.roles, ...found.superiors].map(({ id, transfers }) => [id, transfers]));
	for (const { about, proposals } of differences)
		if (about !== 'unpaid') t.true(proposals.length > 0 && proposals.every((id) => (known.get(id) ?? []).length > 0));
	t.deepEqual(agreements, [
		{ basis: 'checks', same: 0, different: 1 },
		{ basis: 'dialler', same: 2, different: 0 },
		{ basis: 'people-role', same: 3, different: 1 },
		{ basis: 'people-superior', same: 3, different: 1 },
	]);
});

test('whatever order the transfers come in, the same is proposed', (t) => {
	const transfers = transfersOf([...TEAM, ...LIFE]);
	const evidence = { holder: () => undefined, seeds: new Set<string>(), offsetMinutes: OFFSET, checksMade: new Map() };
	const expected = proposeHierarchy({ ...evidence, transfers });
	const shuffled = fc.shuffledSubarray(transfers, { minLength: transfers.length });
	fc.assert(
		fc.property(shuffled, (mixed) => {
			t.deepEqual(proposeHierarchy({ ...evidence, transfers: mixed }), expected);
		}),
		{ numRuns: 20 },
	);
});
