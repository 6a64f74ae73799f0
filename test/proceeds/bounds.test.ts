import test from 'ava';
import fc from 'fast-check';
import { judge } from '../../src/payroll/judge.ts';
import type { Actor, DayLeads } from '../../src/payroll/types.ts';
import { boundsOf } from '../../src/proceeds/bounds.ts';
import { type BoundQuestion, type Bounds, DOUBTS } from '../../src/proceeds/bounds-types.ts';
import { SENTENCES } from '../../src/reports/words.ts';
import * as world from '../payroll/world.ts';
import { at, OFFSET, type Pay, RULES, report, transfers } from '../payroll/world.ts';
import { isAround } from './around.ts';

const { CALLER, CALLER2, CORE, FRIEND, INSPECTOR, LEADER } = world;
const MEMBERS = [CORE, LEADER, INSPECTOR, CALLER, CALLER2];
const PERIOD = { from: at('2023-03-01'), until: at('2023-03-31 23:59:59.999') };
const WHOLE = [PERIOD];
const account = ({ party }: Actor) => `wechat:${party}`;

interface Given {
	readonly covered?: readonly Actor[];
	readonly known?: readonly Actor[];
	readonly leads?: readonly DayLeads[];
	readonly apart?: readonly Pay[];
	readonly more?: Partial<BoundQuestion>;
	readonly caps?: Partial<BoundQuestion['caps']>;
}

/** Everybody's accounts are known; those of `covered` have a whole history in the case. */
function ask(pays: readonly Pay[], { covered = [], known = MEMBERS, leads = [], apart = [], more, caps }: Given = {}) {
	const acted = transfers(pays);
	const question: BoundQuestion = {
		judged: judge(acted, leads, RULES, OFFSET).judged,
		acted: new Map(acted.map((one) => [one.transfer.id, one])),
		apart: transfers(apart),
		people: MEMBERS.map((actor) => ({
			party: actor.party,
			spells: [{ role: actor.member?.role ?? 'other', group: actor.member?.group ?? '', ...PERIOD }],
			superiors: [],
			accounts: [{ account: account(actor) }],
			wallets: actor === CORE ? ['tron:core'] : [],
		})),
		coverage: new Map(covered.map((actor) => [account(actor), WHOLE])),
		contested: new Set(),
		firmCashOuts: new Set(),
		coins: [],
		unmatched: new Map(),
		crossed: new Set(),
		priced: () => true,
		rates: [],
		lag: { beforeMs: 0, afterMs: 0 },
		leads,
		pay: RULES,
		offsetMinutes: OFFSET,
		caps: {
			period: PERIOD,
			accountsKnown: new Set(known.map(({ party }) => party)),
			receivedMax: [],
			coinsOnly: false,
			...caps,
		},
		...more,
	};
	const result = boundsOf(question);
	return (actor: Actor) => {
		const bounds = result.people.get(actor.party);
		if (!bounds) throw new Error(`no bounds of ${actor.party}`);
		return bounds;
	};
}

/** `24500..30000 rows` and what is missing. */
function said({ least, most, cap, missing }: Bounds): string {
	const codes = [cap, ...missing].map(({ code }) => code.replace(/^(?:cap|lack)-/, ''));
	return [`${least ?? '-'}..${most ?? '?'}`, ...codes].join(' ');
}

const WITH_NOTE: Pay = { from: LEADER, to: CALLER, yuan: '245', memo: '工资+提成9人' };

test('rows alone: what a note proves is certain when the history of either side is whole', (t) => {
	const bounds = ask([WITH_NOTE], { covered: [CALLER] });
	t.is(said(bounds(CALLER).received), '24500..24500 rows');
	t.is(said(bounds(CALLER).kept), '24500..24500 received-less-passed-on');
	t.is(said(ask([WITH_NOTE], { covered: [CORE, LEADER, INSPECTOR] })(CALLER).received), '24500..24500 rows');
});

test('nothing bounds pay where neither side has a whole history and the case states nothing', (t) => {
	const { received, kept } = ask([WITH_NOTE])(CALLER);
	t.is(said(received), '24500..? unbounded return-missing payers-incomplete');
	t.deepEqual(received.cap.facts, { lacks: 'bounds.bonuses_max_yuan' });
	t.is(kept.most, undefined);
});

test('an account that nobody knows of may have been paid, unless the case states that all are known', (t) => {
	t.is(
		said(ask([WITH_NOTE], { covered: [CALLER, LEADER], known: [LEADER] })(CALLER).received),
		'24500..? unbounded accounts-not-known payers-incomplete',
	);
});

test('amount and relation alone prove nothing: not a commission, nor a wage that may repay what nobody saw', (t) => {
	const pays: Pay[] = [
		{ from: LEADER, to: CALLER, yuan: '200' },
		{ from: LEADER, to: CALLER, yuan: '45' },
	];
	t.is(said(ask(pays, { covered: [CALLER] })(CALLER).received), '20000..24500 rows commission-by-amount');
	t.is(
		said(ask(pays, { caps: { bonusesMax: 0n } })(CALLER).received)
			.split(' ')
			.slice(2)
			.join(' '),
		'commission-by-amount relation-alone return-missing payers-incomplete',
	);
	// A report of nine leads on the day speaks for the commission.
	t.is(
		said(ask(pays, { covered: [CALLER], leads: [report(CALLER, '2023-03-10', 9)] })(CALLER).received),
		'24500..24500 rows',
	);
	// Money lent to the leader before: the wage may be its repayment.
	const lent: Pay = { from: CALLER, to: LEADER, yuan: '300', at: '2023-03-05 12:00:00' };
	t.is(
		said(ask([lent, ...pays], { covered: [CALLER] })(CALLER).received),
		'0..24500 rows commission-by-amount may-repay',
	);
});

test('rows that could be pay are possible and no more: open, consistent, disputed, unconfirmed', (t) => {
	const given: Given = {
		covered: [CALLER],
		apart: [{ from: LEADER, to: CALLER, yuan: '1000', exclusion: 'unconfirmed' }],
	};
	const pays: Pay[] = [
		{ from: LEADER, to: CALLER, yuan: '45', memo: '提成9人', medium: 'group-packet' },
		{ from: LEADER, to: CALLER, yuan: '33.33' },
		{ from: LEADER, to: CALLER, yuan: '200', memo: '工资', decided: { disputed: true, why: '', by: '' } },
		{ from: LEADER, to: CALLER, yuan: '500', memo: '借你应急' },
		{ from: FRIEND, to: CALLER, yuan: '200' },
	];
	const { received } = ask(pays, given)(CALLER);
	t.is(said(received), '0..127833 rows consistent disputed open unconfirmed');
	t.deepEqual(
		received.missing.map(({ facts }) => facts.amount),
		['4500', '20000', '3333', '100000'],
	);
});

test('a contested account, and an inferred cash-out, are in no lower bound', (t) => {
	const contested = new Set([account(CALLER)]);
	t.is(
		said(ask([WITH_NOTE], { covered: [CALLER], more: { contested } })(CALLER).received),
		'0..24500 rows contested-account',
	);
	const sold: Pay = { from: FRIEND, to: CORE, yuan: '7000', cashOut: 'c1', medium: 'bank' };
	t.is(said(ask([sold], { covered: [CORE] })(CORE).received), '0..700000 rows inferred-cash-out');
	t.is(
		said(ask([sold], { covered: [CORE], more: { firmCashOuts: new Set(['t000']) } })(CORE).received),
		'700000..700000 rows',
	);
});

test('the pay rules cap a caller: 31 days and the two that a payment may be for, 200 + 18 leads at 6, rounding, bonuses', (t) => {
	const { received } = ask([WITH_NOTE], { caps: { bonusesMax: 100_00n } })(CALLER);
	// March only: 5 yuan a lead until 15 April; the spell begins with the month.
	t.is(received.most, 31n * (200_00n + 18n * 5_00n + 1_00n) + 100_00n);
	t.is(received.cap.code, 'cap-pay-rules');
});

test('an account that two claims tie to one person is missing once, for the time of both', (t) => {
	const first = { account: account(CALLER), until: at('2023-03-20') };
	const second = { account: account(CALLER), from: at('2023-03-10'), until: at('2023-03-25 23:59:59.999') };
	const person = (role: 'leader' | 'caller') => ({
		spells: [{ role, group: '', ...PERIOD }],
		superiors: [],
		wallets: [],
	});
	const people = [
		{ ...person('leader'), party: LEADER.party, accounts: [{ account: account(LEADER) }] },
		{ ...person('caller'), party: CALLER.party, accounts: [first, second] },
	];
	const { received } = ask([], { more: { people } })(CALLER);
	t.deepEqual(
		received.missing.filter(({ facts }) => facts.account !== undefined),
		[
			{
				code: 'lack-return-missing',
				facts: { account: account(CALLER), from: PERIOD.from, until: second.until, days: 25 },
			},
		],
	);
});

test('a hole of two days is capped by its own days', (t) => {
	const hole = { from: at('2023-03-20'), until: at('2023-03-21 23:59:59.999') };
	const coverage = new Map([
		[
			account(CALLER),
			[
				{ from: PERIOD.from, until: hole.from - 1 },
				{ from: hole.until + 1, until: PERIOD.until },
			],
		],
	]);
	const { received } = ask([WITH_NOTE], { more: { coverage }, caps: { bonusesMax: 0n } })(CALLER);
	// Two days, and two before them that a payment of two days may be for.
	t.is(received.most, 245_00n + 4n * (200_00n + 18n * 5_00n + 1_00n));
	t.is(received.cap.code, 'cap-pay-rules-gap');
	t.deepEqual(received.missing[0], {
		code: 'lack-return-missing',
		facts: { account: account(CALLER), from: hole.from, until: hole.until, days: 2 },
	});
});

const COIN = { side: 'sold', asset: 'usdt', decimals: 6, other: 'desk' } as const;
const SOLD = {
	coins: [{ ...COIN, transfer: 'x1', party: 'core', instant: at('2023-03-02'), quantity: 1000_000_000n }],
	rates: [{ min: '6.90', max: '7.00', source: 's' }],
};

test('coins cap what a core had, that caps what it passed on, and that what a leader got', (t) => {
	const given: Given = {
		more: { ...SOLD, coverage: new Map([['tron:core', WHOLE]]) },
		caps: { coinsOnly: true, ownMoneyMax: 50_00n },
	};
	const funded: Pay = { from: CORE, to: LEADER, yuan: '3000', memo: '备用金' };
	const bounds = ask([funded], given);
	t.is(said(bounds(CORE).received), '0..700000 coins return-missing');
	t.is(said(bounds(CORE).passedOn), '300000..705000 received-and-own return-missing payees-incomplete');
	t.is(said(bounds(LEADER).received), '300000..705000 payers return-missing payers-incomplete');
	t.is(bounds(LEADER).kept.least, -50_00n);
	// Without the wallet's history nothing says how many coins there were.
	const lost = ask([funded], { ...given, more: SOLD })(CORE).received;
	t.is(lost.most, undefined);
	t.deepEqual(lost.cap.facts, { lacks: 'wallet-history' });
});

test('what payees could have got caps what a leader passed on', (t) => {
	const { passedOn } = ask([WITH_NOTE], { covered: [INSPECTOR, CALLER2], caps: { bonusesMax: 0n } })(LEADER);
	t.is(passedOn.cap.code, 'cap-payees');
	t.is(passedOn.most, 31n * (200_00n + 18n * 5_00n + 1_00n));
});

test('a stated cap that certain rows exceed bounds nothing', (t) => {
	const receivedMax = [{ role: 'leader' as const, fenPerDay: 1n }];
	const { received } = ask([{ from: CORE, to: LEADER, yuan: '3000', memo: '备用金' }], { caps: { receivedMax } })(
		LEADER,
	);
	t.is(received.most, undefined);
	t.is(ask([], { caps: { receivedMax } })(LEADER).received.most, 31n);
});

test('reports of days without any payment are named', (t) => {
	const leads = [report(CALLER, '2023-03-10', 9), report(CALLER, '2023-03-20', 4)];
	const { received } = ask([WITH_NOTE], { covered: [CALLER], leads })(CALLER);
	t.deepEqual(received.missing, [{ code: 'lack-reports-imply', facts: { days: 1, leads: 4 } }]);
});

test('every doubt has its sentence in both languages', (t) => {
	for (const doubt of DOUBTS)
		for (const language of ['zh', 'en'] as const) t.true(`lack-${doubt}` in SENTENCES[language], doubt);
});

// What the case states is wide enough here not to be contradicted by certain rows.
test('evidence only narrows: a history or a row less never raises what is certain nor lowers what is possible', (t) => {
	const payments = fc.array(
		fc.record({
			from: fc.constantFrom(CORE, LEADER, CALLER, FRIEND),
			to: fc.constantFrom(CORE, LEADER, CALLER, CALLER2),
			yuan: fc.constantFrom('200', '245', '45', '100', '66', '3000'),
			memo: fc.constantFrom('', '工资', '提成9人', '备用金', '借你', '还款'),
			at: fc.constantFrom('2023-03-05 20:00:00', '2023-03-10 20:00:00', '2023-03-20 09:00:00'),
		}),
		{ maxLength: 6 },
	);
	const caps = {
		bonusesMax: 20_000_00n,
		ownMoneyMax: 20_000_00n,
		receivedMax: [{ role: 'leader' as const, fenPerDay: 5_000_00n }],
	};
	fc.assert(
		fc.property(payments, fc.subarray(MEMBERS), fc.nat(), (pays, covered, pick) => {
			const more = ask(pays, { covered, caps });
			const less = ask(pays, { covered: covered.filter((_, index) => index !== pick % (covered.length || 1)), caps });
			return MEMBERS.every((actor) =>
				(['received', 'passedOn', 'kept'] as const).every((figure) =>
					isAround(less(actor)[figure], more(actor)[figure]),
				),
			);
		}),
		{ numRuns: 100 },
	);
	t.pass();
});
