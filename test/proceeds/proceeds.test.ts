import test from 'ava';
import fc from 'fast-check';
import { FIGURES } from '../../src/proceeds/types.ts';
import type { Pay } from '../payroll/world.ts';
import * as world from '../payroll/world.ts';
import { anyCase, PEOPLE, settle } from './settled.ts';

const { BAND_CALLER, CALLER, CALLER2, CORE, FRIEND, INSPECTOR, LEADER, SHOP, TEN_CALLER, VENDOR } = world;

/** Coins sold for 10,000; 3,000 to the leader, who pays 645 + 45 and buys a line; one row disputed. */
const CASE: readonly Pay[] = [
	{ from: FRIEND, to: CORE, yuan: '10000', cashOut: 'c1', medium: 'bank' },
	{ from: CORE, to: LEADER, yuan: '3000' },
	{ from: LEADER, to: CALLER, yuan: '246' },
	{ from: LEADER, to: INSPECTOR, yuan: '400' },
	{ from: LEADER, to: BAND_CALLER, yuan: '45', refunded: '15' },
	{ from: LEADER, to: CALLER, yuan: '66', memo: '奖励' },
	{ from: LEADER, to: TEN_CALLER, yuan: '100' },
	{ from: LEADER, to: VENDOR, yuan: '500' },
	{ from: CALLER, to: LEADER, yuan: '46', memo: '多发退回', at: '2023-03-11 09:00:00' },
	{ from: CALLER, to: SHOP, yuan: '30', medium: 'payment' },
	{ from: CALLER2, to: CALLER, yuan: '88' },
	{ from: FRIEND, to: CALLER, yuan: '500', memo: '借你' },
	{ from: LEADER, to: CALLER, yuan: '200', decided: { disputed: true, why: '', by: '' } },
	{ from: LEADER, to: CALLER, yuan: '0', refunded: '77', exclusion: 'fully-refunded' },
	{ from: LEADER, to: FRIEND, yuan: '45' },
	{ from: CALLER, to: CALLER, yuan: '999' },
];

for (const [id, expected] of [
	['caller/received', '31200 (2)'],
	['caller/wages', '20000 (1)'],
	['caller/commissions', '4500 (1)'],
	['caller/rounding', '100 (1)'],
	['caller/bonuses', '6600 (1)'],
	['caller/passed-on', '0 (0)'],
	['caller/kept', '31200 (2)'],
	['caller/returned', '4600 (1)'],
	['caller/refunded', '7700 (1)'],
	['caller/disputed', '20000 (1)'],
	['caller/private-out', '3000 (1)'],
	['caller/peers-in', '8800 (1)'],
	['caller/loans-in', '50000 (1)'],
	['band-caller/received', '4500 (1)'],
	['band-caller/refunded', '1500 (1)'],
	['ten-caller/received', '0 (0)'],
	['ten-caller/consistent', '10000 (1)'],
	['leader/received', '300000 (1)'],
	['leader/funding', '300000 (1)'],
	['leader/passed-on', '75700 (4)'],
	['leader/kept', '224300 (5)'],
	['leader/returned-to', '4600 (1)'],
	['leader/disputed', '20000 (1)'],
	['leader/operating', '50000 (1)'],
	['leader/open-out', '14500 (2)'],
	['core/received', '1000000 (1)'],
	['core/cash-outs', '1000000 (1)'],
	['core/kept', '700000 (2)'],
	['former/received', '0 (0)'],
] as const) {
	test(`${id} is ${expected} fen (transfers)`, (t) => {
		t.is(settle(CASE).value(id), expected);
	});
}

test('the case total is the inflow once: kept + operating costs, nothing unresolved', (t) => {
	t.deepEqual(settle(CASE).reconciliation, {
		inflow: 1_000_000n,
		kept: 950_000n,
		operating: 50_000n,
		unresolved: 0n,
		balances: true,
	});
});

test('a disputed inflow is unresolved, with its row', (t) => {
	const { reconciliation, rows } = settle([
		{ from: FRIEND, to: CORE, yuan: '700', seed: true },
		{ from: FRIEND, to: CORE, yuan: '300', cashOut: 'c1', decided: { disputed: true, why: '', by: '' } },
	]);
	t.deepEqual(reconciliation, { inflow: 100_000n, kept: 70_000n, operating: 0n, unresolved: 30_000n, balances: true });
	t.deepEqual(
		rows.filter((row) => row.figure === 'case/unresolved'),
		[{ figure: 'case/unresolved', transfer: 't001', amount: 30_000n, sign: 1 }],
	);
});

test('pay that a decision says came from outside is no inflow and stays unresolved', (t) => {
	const { reconciliation } = settle([
		{ from: FRIEND, to: CALLER, yuan: '200', decided: { kind: 'wage', disputed: false, why: '', by: '' } },
	]);
	t.deepEqual(reconciliation, { inflow: 0n, kept: 20_000n, operating: 0n, unresolved: -20_000n, balances: true });
});

test('a seed that a decision calls wages still came in from outside, and is counted', (t) => {
	const { reconciliation } = settle([
		{ from: FRIEND, to: CALLER, yuan: '200', seed: true, decided: { kind: 'wage', disputed: false, why: '', by: '' } },
	]);
	t.deepEqual(reconciliation, { inflow: 20_000n, kept: 20_000n, operating: 0n, unresolved: 0n, balances: true });
});

test('no decision makes a payment of an own move', (t) => {
	const { rows, reconciliation } = settle([
		{ from: CORE, to: CORE, yuan: '200', seed: true, decided: { kind: 'wage', disputed: false, why: '', by: '' } },
	]);
	t.deepEqual(rows, []);
	t.is(reconciliation.inflow, 0n);
});

test('kept is negative where a leader paid from the own pocket', (t) => {
	t.is(settle([{ from: LEADER, to: CALLER, yuan: '245' }]).value('leader/kept'), '-24500 (1)');
});

test("an account that is nobody's is no member, however the list of people looks", (t) => {
	const { reconciliation, value } = settle([{ from: LEADER, yuan: '45' }]);
	t.is(value('leader/open-out'), '4500 (1)');
	t.true(reconciliation.balances);
});

test('figures come by person in order of id, each in the order of the list', (t) => {
	const { figures } = settle([], ['b', 'a']);
	t.deepEqual(
		figures.map((f) => f.id),
		['a', 'b'].flatMap((party) => FIGURES.map((name) => `${party}/${name}`)),
	);
});

test('property: rows sum to figures, and every transfer stands once in a figure', (t) => {
	fc.assert(
		fc.property(anyCase, (pays) => {
			const { figures, rows } = settle(pays);
			t.is(new Set(rows.map((r) => `${r.figure}|${r.transfer}`)).size, rows.length);
			for (const figure of figures) {
				const own = rows.filter((row) => row.figure === figure.id);
				t.is(
					own.reduce((sum, row) => sum + BigInt(row.sign) * row.amount, 0n),
					figure.value,
				);
				t.is(own.length, figure.count);
				t.true(own.every((row) => row.amount > 0n));
			}
		}),
		{ numRuns: 100, seed: 5 },
	);
});

test('property: the inflow is conserved, and the parts of received sum to it', (t) => {
	fc.assert(
		fc.property(anyCase, (pays) => {
			const { reconciliation, figures } = settle(pays);
			t.true(reconciliation.balances);
			const of = (party: string, ...names: string[]) =>
				figures
					.filter((f) => f.id.startsWith(`${party}/`) && names.includes(f.name))
					.reduce((sum, f) => sum + f.value, 0n);
			for (const party of PEOPLE) {
				const parts = ['wages', 'commissions', 'bonuses', 'rounding', 'funding', 'cash-outs', 'seeds'];
				t.is(of(party, ...parts), of(party, 'received'));
				t.is(of(party, 'received') - of(party, 'passed-on'), of(party, 'kept'));
			}
		}),
		{ numRuns: 100, seed: 6 },
	);
});

test('property: all that moved in or out of a member stands in exactly one of the columns', (t) => {
	const columnsIn = ['received', 'consistent', 'open-in', 'returned-to', 'private-in', 'peers-in', 'loans-in'];
	const columnsOut = ['passed-on', 'open-out', 'returned', 'operating', 'private-out', 'peers-out', 'loans-out'];
	fc.assert(
		fc.property(anyCase, (pays) => {
			const { rows, judged } = settle(pays);
			for (const verdict of judged.filter((j) => j.payer !== j.payee && j.kind !== 'disputed')) {
				const own = rows.filter((row) => row.transfer === verdict.transfer);
				for (const [party, columns] of [
					[verdict.payee, columnsIn],
					[verdict.payer, columnsOut],
				] as const) {
					const found = own.filter((row) => columns.some((name) => row.figure === `${party}/${name}`));
					t.is(found.length, PEOPLE.includes(party ?? '') ? 1 : 0);
				}
			}
		}),
		{ numRuns: 100, seed: 7 },
	);
});
