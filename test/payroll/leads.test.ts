import test from 'ava';
import fc from 'fast-check';
import { impliedRate } from '../../src/findings/lead-pay.ts';
import { judge } from '../../src/payroll/judge.ts';
import { evidencedOf } from '../../src/payroll/leads/days.ts';
import { type LeadPay, leadPay } from '../../src/payroll/leads/lead-pay.ts';
import type { LeadStatement } from '../../src/payroll/leads/types.ts';
import { termBook } from '../../src/payroll/terms.ts';
import type { DayOfWork } from '../../src/payroll/work.ts';
import { BAND_CALLER, CALLER, LEADER, OFFSET, type Pay, RULES, transfers } from './world.ts';

const toCaller = { from: LEADER, to: CALLER };

function told(day: string, count: number, more: Partial<LeadStatement> = {}): LeadStatement {
	const place = { id: `l-${day}-${count}-${more.by ?? ''}`, evidence: `f:s:${count}` };
	return { ...place, payee: 'caller', day, count, basis: 'reported', by: 'unsaid', ...more };
}

function joins(day: string, count: number): LeadStatement[] {
	return Array.from({ length: count }, (_, i) => told(day, 1, { basis: 'joined', id: `j-${day}-${i}` }));
}

function set(
	pays: readonly Pay[],
	statements: readonly LeadStatement[],
	work: Record<string, DayOfWork> = {},
): LeadPay {
	const acted = transfers(pays);
	const leads = statements.map(({ payee, day, count, basis }) => ({ payee, day, count, basis }));
	const { judged } = judge(
		acted,
		leads.filter(({ basis }) => basis === 'reported'),
		RULES,
		OFFSET,
	);
	return leadPay({
		judged,
		acted: new Map(acted.map((one) => [one.transfer.id, one])),
		statements,
		work: new Map([['caller', new Map(Object.entries(work))]]),
		memberOn: (party) => (party === 'caller' ? { role: 'caller', group: '一组' } : undefined),
		rules: { pay: RULES, terms: termBook(RULES, OFFSET), fullDayMinutes: 480, offsetMinutes: OFFSET },
	});
}

function behind({ backing }: LeadPay): string[] {
	return backing.map(({ reports, reported, joined, days }) => {
		return [reports, reported, joined, ...days.map(({ day, leads }) => `${day.slice(5)}:${leads}`)].join(' ');
	});
}

const evening = (day: string, yuan: string, memo = ''): Pay => ({ ...toCaller, yuan, memo, at: `${day} 20:00:00` });
const morning = (day: string, yuan: string): Pay => ({ ...toCaller, yuan, at: `${day} 09:00:00` });

test('an evening is for its day, a morning for the day before or its own', (t) => {
	const reports = [told('2023-03-09', 9), told('2023-03-10', 7)];
	t.deepEqual(behind(set([evening('2023-03-10', '235')], reports)), ['exact 7 0 03-10:7']);
	t.deepEqual(behind(set([morning('2023-03-10', '245')], reports)), ['exact 9 0 03-09:9']);
	t.deepEqual(behind(set([morning('2023-03-10', '235')], reports)), ['exact 7 0 03-10:7']);
});

test('of two equal commissions one report backs one; the other has no lead behind it', (t) => {
	const both = set([evening('2023-03-10', '45'), evening('2023-03-10', '45')], [told('2023-03-10', 9)]);
	t.deepEqual(behind(both), ['exact 9 0 03-10:9', 'none 0 0 03-10:9']);
	t.deepEqual(both.sums.get('caller')?.commissions, { all: 2, exact: 1, differs: 0, joinsOnly: 0, none: 1 });
	t.deepEqual(both.sums.get('caller')?.overPaid, { days: 1, leads: 9 });
});

test('a commission that a person decided and no rate explains is shown with its days, its leads not counted', (t) => {
	const decided = { kind: 'commission' as const, disputed: false, by: '承办人', why: '供述' };
	const { backing, days, sums } = set([{ ...evening('2023-03-10', '313'), decided }], []);
	t.deepEqual(
		backing.map(({ leads, reports }) => [leads, reports]),
		[[undefined, 'none']],
	);
	t.deepEqual(
		days.map(({ day, commission, commissions, uncounted, paid }) => [day, commission, commissions, uncounted, paid]),
		[['2023-03-10', 31_300n, 1, 1, 0]],
	);
	t.is(sums.get('caller')?.commissions.none, 1);
});

test('reports go round so that as many commissions as can be have one', (t) => {
	// The first could have either report, the second, paid next morning, only that of the tenth.
	const pays = [morning('2023-03-10', '45'), morning('2023-03-11', '45')];
	const reports = [told('2023-03-10', 9, { id: 'l1' })];
	t.deepEqual(behind(set(pays, reports)), ['exact 9 0 03-10:9', 'none 0 0 03-10:9']);
	const more = [...reports, told('2023-03-09', 9, { id: 'l0' })];
	t.deepEqual(behind(set(pays, more)), ['exact 9 0 03-09:9', 'exact 9 0 03-10:9']);
});

test('a payout for two days has the reports of both, and each day its own leads and part of the commission', (t) => {
	const { backing, days } = set(
		[evening('2023-03-10', '445', '两天工资+提成9人')],
		[told('2023-03-09', 5), told('2023-03-10', 4)],
	);
	t.deepEqual(
		backing.map(({ days: own }) => own),
		[
			[
				{ day: '2023-03-09', leads: 5 },
				{ day: '2023-03-10', leads: 4 },
			],
		],
	);
	t.deepEqual(
		days.map(({ day, paid, commission, wage }) => [day, paid, commission, wage]),
		[
			['2023-03-09', 5, 2_500n, 0n],
			['2023-03-10', 4, 2_000n, 40_000n],
		],
	);
});

test('reported, joined and paid stand side by side, so that a claim of too many is seen', (t) => {
	const day = '2023-03-10';
	const reports = [told(day, 12, { by: 'caller' }), told(day, 10, { by: 'other' })];
	const { days, sums } = set([evening(day, '245', '工资+提成9人')], [...reports, ...joins(day, 9)]);
	t.like(days[0], { reported: { caller: 12, other: 10 }, joined: 9, paid: 9, commissions: 1, backed: 1 });
	t.deepEqual(days[0] && evidencedOf(days[0]), { leads: 9, by: 'joined' });
	t.like(sums.get('caller'), {
		reported: 12,
		joined: 9,
		paid: 9,
		overReported: { days: 1, leads: 3 },
		unpaid: { days: 1, leads: 3 },
		overPaid: { days: 0, leads: 0 },
		commissions: { all: 1, exact: 0, differs: 1, joinsOnly: 0, none: 0 },
	});
});

test('a join backs one commission: of nine joins four are left for the second', (t) => {
	const pays = [evening('2023-03-10', '25'), evening('2023-03-10', '45')];
	t.deepEqual(behind(set(pays, joins('2023-03-10', 9))), ['none 0 5 03-10:5', 'none 0 4 03-10:9']);
});

test('a lead that only the whole history counts is likely, not paid', (t) => {
	const band = { from: LEADER, to: BAND_CALLER };
	const pays = ['207', '221', '228', '277'].map((yuan, i) => ({ ...band, yuan, at: `2023-03-0${i + 1} 20:00:00` }));
	const { days } = set(pays, []);
	t.deepEqual(
		days.map(({ day, paid, likely, commission }) => [day, paid, likely, commission]),
		[
			['2023-03-01', 0, 1, 700n],
			['2023-03-02', 0, 3, 2_100n],
			['2023-03-03', 0, 4, 0n],
			['2023-03-04', 0, 11, 7_700n],
		],
	);
});

test('what was to be expected: days and leads by the evidence, wage and rate by the rules of each day', (t) => {
	const full = { attempted: 90, answered: 40, long: 9, minutes: 480 };
	const work = {
		'2023-04-14': full,
		'2023-04-15': { ...full, minutes: 200 },
		'2023-04-16': full,
		'2023-04-17': { ...full, minutes: 0 },
	};
	const reports = [told('2023-04-14', 8), told('2023-04-14', 6, { by: 'other' }), told('2023-04-16', 5)];
	// 14th 200 + 6..8 x 5, 15th 100..200, 16th 200 + 5 x 6, 17th calls but no time sheet: 0..200.
	t.deepEqual(set([], reports, work).sums.get('caller')?.expected, {
		basis: 'attendance',
		days: { min: 250, max: 400 },
		leads: { min: 11, max: 13 },
		wage: { min: 50_000n, max: 80_000n },
		commission: { min: 6_000n, max: 7_000n },
		wageRates: { min: 20_000n, max: 20_000n },
		leadRates: { min: 500n, max: 600n },
		missing: ['joins'],
	});
});

test('a rate is exact, or marked where it is rounded', (t) => {
	t.is(impliedRate(4_500n, 9), '5');
	t.is(impliedRate(4_500n, 8), '5.625');
	t.is(impliedRate(4_500n, 7), '≈6.4286');
	t.is(impliedRate(4_500n, 0), 'none');
});

const anyDay = fc.integer({ min: 10, max: 13 }).map((day) => `2023-03-${day}`);
const anyPay = fc.tuple(anyDay, fc.constantFrom('45', '25', '245', '35', '445'), fc.boolean());
const anyTold = fc.tuple(anyDay, fc.constantFrom(5, 7, 9), fc.boolean());

test('property: nothing backs two commissions, and neither order of transfers nor of statements matters', (t) => {
	fc.assert(
		fc.property(fc.array(anyPay, { maxLength: 10 }), fc.array(anyTold, { maxLength: 8 }), (paid, said) => {
			const pays = paid.map(([day, yuan, early]) => (early ? morning(day, yuan) : evening(day, yuan)));
			const statements = said.map(([day, count, joined], i) =>
				told(day, joined ? 1 : count, { id: `l${i}`, basis: joined ? 'joined' : 'reported' }),
			);
			const found = set(pays, statements);
			const used = found.backing.flatMap((one) => one.statements.map(({ id }) => id));
			t.is(new Set(used).size, used.length);
			for (const { leads, statements: own, reports } of found.backing) {
				const counted = own.filter(({ basis }) => basis === 'reported').reduce((sum, { count }) => sum + count, 0);
				if (reports === 'exact') t.is(counted, leads ?? -1);
			}
			const paidSum = found.days.reduce((sum, row) => sum + row.commission, 0n);
			const again = set(pays, [...statements].reverse());
			t.deepEqual(again, found);
			t.true(paidSum >= 0n);
		}),
		{ numRuns: 60, seed: 6 },
	);
});
