import { readFileSync, writeFileSync } from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import type { FindingsPerson } from '../../src/findings/schema.ts';
import type { Cell } from '../../src/reports/cell.ts';
import type { LedgerRow } from '../../src/reports/ledger-row.ts';
import { balanceSheet } from '../../src/reports/ledgers/balance-sheet.ts';
import type { Schedule } from '../../src/reports/ledgers/ledger.ts';
import { payDayLedger } from '../../src/reports/ledgers/pay-days.ts';
import { personRows } from '../../src/reports/ledgers/person-rows.ts';
import type { PackageInput } from '../../src/reports/package/part.ts';
import { at } from '../payroll/world.ts';
import { anyCase, PEOPLE, settle } from '../proceeds/settled.ts';
import { bookCase } from './book-case.ts';

/** Schedules for which a package alone has the rows. */
for (const schedule of [personRows, balanceSheet, payDayLedger]) {
	// Checked by eye once. UPDATE_GOLDEN=1 writes the files anew: read the difference before you keep it.
	test(`${schedule.id} is as it was checked`, (t) => {
		const text = [...schedule.draw(bookCase())].join('');
		const golden = `test/reports/golden/${schedule.id}.csv`;
		if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text);
		t.is(text, readFileSync(golden, 'utf8'));
		t.deepEqual(text.match(/\[[a-z-]+\]/g) ?? [], []);
	});
}

/** The rows of a schedule, by the keys of its columns. */
function rowsOf(schedule: Schedule<PackageInput>, input: PackageInput): Record<string, Cell>[] {
	const { columns, rows } = schedule.table(input);
	return [...rows()].map((cells) => Object.fromEntries(columns.map(({ key }, at) => [key, cells[at] as Cell])));
}

const fen = (cell: Cell | undefined): bigint => (cell?.is === 'money' ? cell.amount : 0n);
const word = (cell: Cell | undefined): string => (cell?.is === 'text' ? cell.value : '');

test('lines of people and groups add up to the case, months to the whole, whatever counts for whom', (t) => {
	const base = bookCase();
	const [one, two] = base.findings.people as [
		(typeof base.findings.people)[number],
		(typeof base.findings.people)[number],
	];
	const people = [{ ...one, role: 'core' }, two, { ...two, id: 'p3', group: '', spells: [] }];
	const ids = [...base.rows].map(({ id }) => id);
	const names = ['cash-outs', 'funding', 'passed-on', 'wages', 'commissions', 'operating', 'open-in', 'disputed'];
	const figureTransfers = names.flatMap((name, n) =>
		people.map(({ id }, p) => ({
			...{ figure: `${id}/${name}`, transfer: ids[(n + p) % ids.length] as string, sign: 1 as const },
			amount: BigInt(100 + n * 7 + p),
		})),
	);
	const rows = rowsOf(balanceSheet, { ...base, findings: { ...base.findings, people }, figureTransfers });
	const whole = rows.filter(({ month }) => word(month) === '全期');
	const [total, ...parts] = whole;
	t.deepEqual(
		whole.map(({ scope }) => word(scope)),
		['全案', '核心成员', '组别', '未分组人员'],
	);
	for (const key of Object.keys(total as object)) {
		const sum = (of: typeof rows) => of.reduce((before, row) => before + fen(row[key]), 0n);
		t.is(sum(parts), fen(total?.[key]), key);
		const months = rows.filter(({ scope, month }) => word(scope) === '全案' && word(month) !== '全期');
		t.is(sum(months), fen(total?.[key]), key);
	}
});

test('pay by day adds up to the figures of a person', (t) => {
	const rows = rowsOf(payDayLedger, bookCase()).filter(({ partyId }) => word(partyId) === 'p2');
	const sum = (key: string) => rows.reduce((before, row) => before + fen(row[key]), 0n);
	t.is(sum('wages'), 20_000n);
	t.is(sum('commissions'), 4_500n);
	t.is(sum('paidThatDay'), 24_500n);
});

test('what was rounded down is taken off what was paid, and nothing is left unexplained', (t) => {
	const base = bookCase();
	const id = [...base.rows][0]?.id ?? '';
	const counts = (figure: string, amount: bigint, sign: 1 | -1 = 1) => ({ figure, transfer: id, amount, sign });
	const parts = [counts('p2/commissions', 24_600n), counts('p2/rounding', 100n, -1), counts('p1/passed-on', 24_500n)];
	const [total] = rowsOf(balanceSheet, { ...base, figureTransfers: parts });
	t.is(fen(total?.paidCommissions), 24_600n);
	t.is(fen(total?.paidBonuses), -100n);
	t.is(fen(total?.paidOther), 0n);
});

/** Before the day on which the caller changes groups, on it, and after. */
const DAYS = ['2023-03-10 20:00:00', '2023-03-31 00:00:00', '2023-04-02 21:00:00'];
const payments = fc.tuple(anyCase, fc.array(fc.constantFrom(...DAYS), { minLength: 25, maxLength: 25 }));

test('the balance and the pay of each day are the figures again: rounding, returns, costs, moves between groups', (t) => {
	const base = bookCase();
	const [template] = base.rows as [LedgerRow];
	const [told] = base.findings.people as [FindingsPerson];
	const spell = (group: string, more: { from?: number; until?: number }) => ({
		...{ role: 'caller', roleText: '话务', group, superior: '', introducer: '', province: '', office: '', batch: '' },
		...{ source: '', ...more },
	});
	const change = at(DAYS[1] as string);
	// Of the instant that both stretches hold, the later is told everywhere.
	const moves = [spell('甲组', { until: change }), spell('乙组', { from: change })];
	const people = PEOPLE.map((id) => ({
		...{ ...told, id, role: id.startsWith('core') ? 'core' : 'caller', group: id === 'leader' ? '' : '一组' },
		spells: id === 'caller' ? moves : [],
	}));
	fc.assert(
		fc.property(payments, ([pays, days]) => {
			const settled = settle(pays.map((pay, index) => ({ ...pay, at: days[index] as string })));
			const rows = settled.given.map(({ transfer: { id, instant } }) => ({ ...template, id, instant }));
			const input = { ...base, rows, figureTransfers: settled.rows, findings: { ...base.findings, people } };
			const figure = (...names: string[]) =>
				settled.figures.reduce((sum, { name, value }) => (names.includes(name) ? sum + value : sum), 0n);
			const sheet = rowsOf(balanceSheet, input);
			const sum = (of: typeof sheet, key: string) => of.reduce((before, row) => before + fen(row[key]), 0n);
			const [total, ...lines] = sheet.filter(({ month }) => word(month) === '全期');
			const months = sheet.filter(({ scope, month }) => word(scope) === '全案' && word(month) !== '全期');
			t.is(fen(total?.remains), settled.reconciliation.kept);
			t.is(fen(total?.inflow), figure('cash-outs', 'seeds'));
			t.is(fen(total?.paidOther), 0n);
			t.is(sum(lines, 'remains'), fen(total?.remains));
			t.is(sum(months, 'remains'), fen(total?.remains));
			const names = ['wages', 'commissions', 'bonuses', 'rounding'];
			t.is(fen(total?.ownPay), figure(...names));
			const daily = rowsOf(payDayLedger, input);
			for (const name of names) t.is(sum(daily, name), figure(name), name);
			t.is(sum(daily, 'paidThatDay'), figure(...names));
			const instants = new Map(rows.map(({ id, instant }) => [id, instant]));
			const later = settled.rows.filter(
				({ figure: id, transfer }) =>
					names.some((name) => id === `caller/${name}`) && (instants.get(transfer) as number) >= change,
			);
			t.is(
				sum(
					lines.filter(({ party }) => word(party) === '乙组'),
					'ownPay',
				),
				later.reduce((before, { amount, sign }) => before + BigInt(sign) * amount, 0n),
			);
		}),
		{ numRuns: 100, seed: 7 },
	);
});
