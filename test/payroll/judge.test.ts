import test from 'ava';
import fc from 'fast-check';
import { judge } from '../../src/payroll/judge.ts';
import type { DayLeads, Judged } from '../../src/payroll/types.ts';
import * as world from './world.ts';
import { line, OFFSET, type Pay, RULES, report, transfer, transfers, yuan } from './world.ts';

const { CALLER, CALLER2, CORE, CORE2, FIRM, FORMER, FRIEND, INSPECTOR, LEADER, LEADER2 } = world;
const { BAND_CALLER, PARENT, SHOP, TEN_CALLER, VENDOR } = world;

function judged(pays: readonly Pay[], leads: readonly DayLeads[] = []): Judged[] {
	return judge(transfers(pays), leads, RULES, OFFSET).judged;
}

/** The verdict on the last of the payments. */
function last(pays: readonly Pay[], leads: readonly DayLeads[] = []): string {
	return line(judged(pays, leads).at(-1));
}

const toCaller = { from: LEADER, to: CALLER };

const PAYOUTS: readonly (readonly [string, Pay, string])[] = [
	['245 is a day and nine leads', { ...toCaller, yuan: '245' }, 'wage-and-commission documented pay-amount 200+45 9x5'],
	['45 from a superior is nine leads', { ...toCaller, yuan: '45' }, 'commission documented pay-amount 0+45 9x5'],
	['200 is a day', { ...toCaller, yuan: '200' }, 'wage documented pay-amount 200+0'],
	['100 is half a day where the rate is five', { ...toCaller, yuan: '100' }, 'wage documented pay-amount 100+0'],
	['400 to an inspector is a day', { from: LEADER, to: INSPECTOR, yuan: '400' }, 'wage documented pay-amount 400+0'],
	[
		'100 at ten yuan a lead is ambiguous',
		{ from: LEADER, to: TEN_CALLER, yuan: '100' },
		'open consistent pay-ambiguous',
	],
	[
		'100 called commission is ten leads',
		{ from: LEADER, to: TEN_CALLER, yuan: '100', memo: '提成' },
		'commission documented pay-memo 0+100 10x10',
	],
	[
		'100 called wages is half a day',
		{ from: LEADER, to: TEN_CALLER, yuan: '100', memo: '半天工资' },
		'wage documented pay-memo 100+0',
	],
	[
		'in a band the amount is documented and the leads are not',
		{ from: LEADER, to: BAND_CALLER, yuan: '45' },
		'commission documented pay-amount 0+45',
	],
	[
		'in a band the note counts the leads',
		{ from: LEADER, to: BAND_CALLER, yuan: '45', memo: '提成9人' },
		'commission documented pay-memo 0+45 9x5',
	],
	[
		'a rounded payout shows its rounding',
		{ ...toCaller, yuan: '246' },
		'wage-and-commission documented pay-amount 200+45 rounding 1 9x5',
	],
	['two days and leads', { ...toCaller, yuan: '445' }, 'wage-and-commission documented pay-amount 400+45 9x5'],
	[
		'199 called wages is a day less a yuan, though it also is half a day and eleven leads at nine',
		{ from: LEADER, to: BAND_CALLER, yuan: '199', memo: '工资' },
		'wage documented pay-memo 200+0 rounding -1',
	],
	[
		'after the change nine leads are 54',
		{ ...toCaller, yuan: '254', at: '2023-05-02 20:00:00' },
		'wage-and-commission documented pay-amount 200+54 9x6',
	],
	[
		'before the change 54 is no commission',
		{ ...toCaller, yuan: '254' },
		'wage-and-commission documented pay-amount 200+55 rounding -1 11x5',
	],
	['no reading at all', { ...toCaller, yuan: '313' }, 'open open no-reading'],
	['a note that nothing fits', { ...toCaller, yuan: '45', memo: '工资' }, 'open open contradicts-memo'],
	[
		'a bonus is the whole amount',
		{ ...toCaller, yuan: '66', memo: '全勤奖金' },
		'bonus documented memo-bonus bonus 66',
	],
	['a bonus within wages is not split', { ...toCaller, yuan: '266', memo: '工资加全勤' }, 'open open memo-mixed'],
	[
		'a birthday packet is private, though 45',
		{ ...toCaller, yuan: '45', memo: '生日快乐' },
		'private documented memo-private',
	],
	['a birthday within pay stays open', { ...toCaller, yuan: '245', memo: '工资，生日快乐' }, 'open open memo-mixed'],
	['money for a purchase is no wage', { ...toCaller, yuan: '200', memo: '买设备' }, 'open open memo-other'],
	[
		"another group's leader has no relation",
		{ from: LEADER2, to: CALLER, yuan: '45' },
		'open consistent pay-no-relation',
	],
	['another leader and no fit', { from: LEADER2, to: CALLER, yuan: '313' }, 'open open no-reading'],
	[
		'a proposed account documents nothing',
		{ from: { ...LEADER, attribution: 'proposed' }, to: CALLER, yuan: '45' },
		'open consistent pay-proposed-account',
	],
	['45 to nobody known is consistent at most', { from: LEADER, yuan: '45' }, 'open consistent amount-alone'],
	[
		'45 to a non-member is consistent at most',
		{ from: LEADER, to: FRIEND, yuan: '45' },
		'open consistent amount-alone',
	],
	[
		'45 to a former caller is outside the spell',
		{ from: LEADER, to: FORMER, yuan: '45' },
		'open consistent outside-spell',
	],
	[
		'a share of a group packet is nothing by its amount',
		{ ...toCaller, yuan: '45', medium: 'group-packet' },
		'open open group-packet',
	],
	[
		'a group packet called commission is consistent at most',
		{ ...toCaller, yuan: '45', medium: 'group-packet', memo: '提成' },
		'open consistent pay-group-packet',
	],
	[
		'a group packet called wages is wages',
		{ ...toCaller, yuan: '200', medium: 'group-packet', memo: '工资' },
		'wage documented pay-memo 200+0',
	],
	[
		'a packet told by its payee alone may be a share: a rounded fit is consistent at most',
		{ ...toCaller, yuan: '44.55', medium: 'received-packet' },
		'open consistent pay-received-packet',
	],
	[
		'and an exact one too, where nothing but its amount speaks for it',
		{ ...toCaller, yuan: '45', medium: 'received-packet' },
		'open consistent pay-received-packet',
	],
	[
		'a sum that people give for luck is consistent at most, where nothing but its amount speaks for it',
		{ ...toCaller, yuan: '6.66', medium: 'red-packet', at: '2023-05-20 12:27:00' },
		'open consistent pay-lucky-packet',
	],
	[
		'and is commission where the note says so',
		{ ...toCaller, yuan: '66', medium: 'red-packet', memo: '提成', at: '2023-05-20 20:00:00' },
		'commission documented pay-memo 0+66 11x6',
	],
	[
		'a whole wage in such a packet is a wage',
		{ ...toCaller, yuan: '200', medium: 'received-packet' },
		'wage documented pay-amount 200+0',
	],
	['core to leader is funding', { from: CORE, to: LEADER, yuan: '8000' }, 'funding documented funding'],
	[
		'core to leader called 工资款 is funding',
		{ from: CORE, to: LEADER, yuan: '8000', memo: '工资款' },
		'funding documented memo-funding',
	],
	[
		'core to leader called wages without a rule is funding',
		{ from: CORE, to: LEADER, yuan: '8000', memo: '工资' },
		'funding documented funding',
	],
	['core lends to leader', { from: CORE, to: LEADER, yuan: '8000', memo: '借你周转一下' }, 'loan documented memo-loan'],
	['工资款 to a caller is wages', { ...toCaller, yuan: '200', memo: '工资款' }, 'wage documented pay-memo 200+0'],
	['a purse for a caller is funding', { ...toCaller, yuan: '200', memo: '备用金' }, 'funding documented memo-funding'],
	['core to core is between peers', { from: CORE, to: CORE2, yuan: '8000' }, 'between-peers documented peers'],
	[
		'caller to caller is between peers, though 45',
		{ from: CALLER2, to: CALLER, yuan: '45' },
		'between-peers documented peers',
	],
	['upwards without a word is open', { from: CALLER, to: LEADER, yuan: '45' }, 'open open upwards'],
];

for (const [title, pay, expected] of PAYOUTS) {
	test(title, (t) => {
		t.is(last([pay]), expected);
	});
}

const OTHERS: readonly (readonly [string, Pay, string])[] = [
	[
		'a seed is a seed before anything else',
		{ from: FRIEND, to: CORE, yuan: '50000', seed: true, memo: '借款' },
		'seed documented seed',
	],
	[
		'a matched cash-out is never more than consistent',
		{ from: FRIEND, to: CORE, yuan: '71200', cashOut: 'c1' },
		'cash-out consistent cash-out',
	],
	[
		'one party on both sides is an own move',
		{ from: CORE, to: CORE, yuan: '5000', medium: 'bank' },
		'own-move documented own-move',
	],
	[
		'a withdrawal is an own move',
		{ from: CORE, yuan: '5000', medium: 'withdrawal' },
		'own-move documented own-move-medium',
	],
	[
		"a top-up of another person's wallet is none",
		{ from: CALLER, to: CALLER2, yuan: '50', medium: 'top-up' },
		'between-peers documented peers',
	],
	[
		'a refund row is a refund',
		{ from: SHOP, to: CALLER, yuan: '45', medium: 'refund' },
		'refund documented refund-row',
	],
	[
		'a payout refunded in full is a refund',
		{ ...toCaller, yuan: '0', refunded: '200', exclusion: 'fully-refunded' },
		'refund documented fully-refunded',
	],
	['rows kept apart are not judged', { ...toCaller, yuan: '200', exclusion: 'failed' }, 'not judged'],
	['strangers are not judged', { from: FRIEND, to: SHOP, yuan: '200' }, 'not judged'],
	["a former member's own life is not judged", { from: FRIEND, to: FORMER, yuan: '200' }, 'not judged'],
	['a vendor by attribution', { from: LEADER, to: VENDOR, yuan: '3000' }, 'operating-cost documented operating'],
	[
		'a vendor by its note',
		{ from: LEADER, to: FRIEND, yuan: '3000', memo: '线路费' },
		'operating-cost documented memo-operating',
	],
	[
		"a shop's goods are no operating cost",
		{ from: CALLER, to: SHOP, yuan: '50', memo: '话费充值50元' },
		'private documented merchant',
	],
	['a shop nobody attributed', { from: CALLER, yuan: '45', medium: 'payment' }, 'private consistent merchant'],
	['family by attribution', { from: CALLER, to: PARENT, yuan: '200' }, 'family documented family'],
	['family by its note', { from: CALLER, to: FRIEND, yuan: '200', memo: '给爸妈' }, 'family documented memo-family'],
	[
		"an employer's salary is private",
		{ from: FIRM, to: CALLER, yuan: '4500', memo: '工资' },
		'private documented employer',
	],
	['a loan to a friend', { from: CALLER, to: FRIEND, yuan: '500', memo: '借你' }, 'loan documented memo-loan'],
	['a stranger pays, no fit', { from: FRIEND, to: CALLER, yuan: '777' }, 'open open unexplained-in'],
	[
		'a stranger pays what fits',
		{ from: FRIEND, to: CALLER, yuan: '200', memo: '工资' },
		'open consistent amount-alone',
	],
	['a member pays a stranger, no fit', { from: CALLER, to: FRIEND, yuan: '777' }, 'open open unexplained-out'],
];

for (const [title, pay, expected] of OTHERS) {
	test(title, (t) => {
		t.is(last([pay]), expected);
	});
}

const byPerson = { by: '检察官甲', why: '供述', disputed: false };
const DECIDED: readonly (readonly [string, Pay, string])[] = [
	[
		'a dispute goes before everything',
		{ ...toCaller, yuan: '245', seed: true, decided: { ...byPerson, kind: 'wage', disputed: true } },
		'disputed open disputed',
	],
	[
		'a decided wage is the whole amount',
		{ ...toCaller, yuan: '500', decided: { ...byPerson, kind: 'wage' } },
		'wage documented decided 500+0',
	],
	[
		'a decided commission keeps its leads',
		{ from: LEADER, to: TEN_CALLER, yuan: '100', decided: { ...byPerson, kind: 'commission' } },
		'commission documented decided 0+100 10x10',
	],
	[
		'a decided bonus',
		{ from: FRIEND, to: CALLER, yuan: '88', decided: { ...byPerson, kind: 'bonus' } },
		'bonus documented decided bonus 88',
	],
	[
		'a decided split that only one reading gives',
		{ ...toCaller, yuan: '245', decided: { ...byPerson, kind: 'wage-and-commission' } },
		'wage-and-commission documented decided 200+45 9x5',
	],
	[
		'a decided split that no reading gives',
		{ ...toCaller, yuan: '313', decided: { ...byPerson, kind: 'wage-and-commission' } },
		'wage-and-commission consistent decided-without-split',
	],
	[
		'decided to be private',
		{ ...toCaller, yuan: '245', decided: { ...byPerson, kind: 'private' } },
		'private documented decided',
	],
];

for (const [title, pay, expected] of DECIDED) {
	test(title, (t) => {
		t.is(last([pay]), expected);
	});
}

const DAY = '2023-03-10';
const EVE = '2023-03-09';
const tenLeads = { from: LEADER, to: TEN_CALLER, yuan: '100' };

test('a report chooses between half a day and ten leads', (t) => {
	t.is(last([tenLeads], [report(TEN_CALLER, DAY, 10)]), 'commission documented pay-report 0+100 10x10');
	const morning = { ...tenLeads, at: '2023-03-10 09:00:00' };
	t.is(last([morning], [report(TEN_CALLER, EVE, 10)]), 'commission documented pay-report 0+100 10x10');
	t.is(last([tenLeads], [report(TEN_CALLER, EVE, 10)]), 'open consistent pay-ambiguous');
	t.is(last([tenLeads], [report(TEN_CALLER, DAY, 4)]), 'wage documented pay-amount 100+0');
});

test('a report of another day or person, or a count of calls, says nothing', (t) => {
	t.is(last([tenLeads], [report(TEN_CALLER, '2023-03-08', 10)]), 'open consistent pay-ambiguous');
	t.is(last([tenLeads], [report(CALLER, DAY, 10)]), 'open consistent pay-ambiguous');
	t.is(last([tenLeads], [report(TEN_CALLER, DAY, 10, 'called')]), 'open consistent pay-ambiguous');
});

test('one report cannot tell two equal payouts apart', (t) => {
	const both = judged([tenLeads, { ...tenLeads, at: '2023-03-10 21:00:00' }], [report(TEN_CALLER, DAY, 10)]);
	t.deepEqual(both.map(line), ['open consistent pay-ambiguous', 'open consistent pay-ambiguous']);
});

test('joins are a basis of their own', (t) => {
	const [one] = judged([tenLeads], [report(TEN_CALLER, DAY, 10, 'joined')]);
	t.deepEqual(one?.basis, ['relation', 'join']);
});

test('a report counts the leads of a band', (t) => {
	const pay = { from: LEADER, to: BAND_CALLER, yuan: '245' };
	t.is(last([pay], [report(BAND_CALLER, DAY, 9)]), 'wage-and-commission documented pay-report 200+45 9x5');
});

test('in the evening a report of the day before does not count the leads of a band', (t) => {
	const pay = { from: LEADER, to: BAND_CALLER, yuan: '256' };
	t.is(last([pay], [report(BAND_CALLER, EVE, 7)]), 'wage-and-commission documented pay-amount 200+56');
	t.is(
		last([{ ...pay, at: '2023-03-10 09:00:00' }], [report(BAND_CALLER, EVE, 7)]),
		'wage-and-commission documented pay-report 200+56 7x8',
	);
});

test('a report that no reading has contradicts; the readings stay to be seen', (t) => {
	const [one] = judged([{ ...toCaller, yuan: '245' }], [report(CALLER, DAY, 11), report(CALLER, EVE, 7)]);
	t.is(line(one), 'open open contradicts-report');
	t.deepEqual(one?.reason.facts, { reported: '11, 7', readings: 1 });
	t.is(one?.readings[0]?.leads, 9);
});

test('a wage paid apart is not contradicted by a report', (t) => {
	t.is(last([{ ...toCaller, yuan: '200' }], [report(CALLER, DAY, 9)]), 'wage documented pay-amount 200+0');
});

test('a note that names the leads goes before the report', (t) => {
	const pay = { ...toCaller, yuan: '245', memo: '工资加提成9人' };
	t.is(last([pay], [report(CALLER, DAY, 11)]), 'wage-and-commission documented pay-memo 200+45 9x5');
});

test("two days' pay is held against the sum of both reports", (t) => {
	const leads = [report(CALLER, DAY, 9), report(CALLER, EVE, 8)];
	t.is(last([{ ...toCaller, yuan: '485' }], leads), 'wage-and-commission documented pay-report 400+85 17x5');
});

test('a return is known by its note, to a former payer only', (t) => {
	const back = { from: CALLER, to: LEADER, yuan: '45', memo: '多发退回', at: '2023-03-30 10:00:00' };
	t.is(last([{ ...toCaller, yuan: '245' }, back]), 'return-by-payee documented memo-return');
	t.is(last([back]), 'open open upwards');
	t.is(last([{ ...toCaller, yuan: '20' }, back]), 'open open upwards');
});

test('a return without a note is the exact amount within seven days, once', (t) => {
	const paid = { ...toCaller, yuan: '245' };
	const back = (when: string, amount = '245') => ({ from: CALLER, to: LEADER, yuan: amount, at: when });
	t.is(last([paid, back('2023-03-12 09:00:00')]), 'return-by-payee consistent amount-return');
	t.is(last([paid, back('2023-03-18 09:00:00')]), 'open open upwards');
	t.is(last([paid, back('2023-03-12 09:00:00', '200')]), 'open open upwards');
	t.is(last([paid, back('2023-03-12 09:00:00'), back('2023-03-12 09:01:00')]), 'open open upwards');
});

test('a loan is repaid by its exact amount, or by a note', (t) => {
	const lent = { from: CALLER, to: CALLER2, yuan: '500', memo: '借我的先拿去' };
	const back = { from: CALLER2, to: CALLER, yuan: '500', at: '2023-03-20 10:00:00' };
	t.is(last([lent, back]), 'repayment consistent amount-repayment');
	t.is(last([lent, { ...back, yuan: '300', memo: '还你' }]), 'repayment documented memo-repayment');
	t.is(last([lent, { ...back, yuan: '300' }]), 'between-peers documented peers');
});

test('a superior who owes exactly that amount may repay instead of paying', (t) => {
	const lent = { from: CALLER, to: LEADER, yuan: '200', memo: '借款', at: '2023-03-01 10:00:00' };
	t.is(last([lent, { ...toCaller, yuan: '200' }]), 'open consistent pay-or-repayment');
	t.is(last([lent, { ...toCaller, yuan: '200', memo: '工资' }]), 'wage documented pay-memo 200+0');
});

test('the net amount is what is read, and the basis says on what it rests', (t) => {
	const [one] = judged([{ ...toCaller, yuan: '245', refunded: '12' }]);
	t.is(line(one), 'wage-and-commission documented pay-amount 200+45 9x5');
	t.deepEqual(one?.basis, ['relation', 'amount']);
	const [two] = judged([{ ...toCaller, yuan: '245', memo: '工资加提成9人' }], [report(CALLER, DAY, 9)]);
	t.deepEqual(two?.basis, ['relation', 'memo', 'report']);
});

test('verdicts come in time order, ties by id', (t) => {
	const late = transfer('a', { ...toCaller, yuan: '200', at: '2023-03-12 10:00:00' });
	const tied = [transfer('c', { ...toCaller, yuan: '200' }), transfer('b', { ...toCaller, yuan: '45' })];
	t.deepEqual(
		judge([late, ...tied], [], RULES, OFFSET).judged.map((j) => j.transfer),
		['b', 'c', 'a'],
	);
});

const actors = fc.constantFrom(
	CORE,
	LEADER,
	LEADER2,
	INSPECTOR,
	CALLER,
	CALLER2,
	TEN_CALLER,
	BAND_CALLER,
	FRIEND,
	FORMER,
);
const anyPay: fc.Arbitrary<Pay> = fc.record({
	from: actors,
	to: actors,
	yuan: fc.constantFrom('245', '45', '100', '200', '400', '8000', '313', '246'),
	at: fc.integer({ min: 1, max: 20 }).map((day) => `2023-03-${String(day).padStart(2, '0')} 20:00:00`),
	memo: fc.constantFrom('', '工资', '提成9人', '借你', '还你', '多发退回', '生日'),
	medium: fc.constantFrom('red-packet', 'group-packet', 'chat-transfer', 'refund') as fc.Arbitrary<'red-packet'>,
});

test('property: a permutation of the input changes nothing', (t) => {
	const leads = [report(TEN_CALLER, DAY, 10), report(CALLER, DAY, 9), report(CALLER, EVE, 9)];
	fc.assert(
		fc.property(fc.array(anyPay, { maxLength: 25 }), fc.integer(), (pays, salt) => {
			const given = transfers(pays);
			const mixed = [...given].sort((a, b) => hashed(a.transfer.id, salt) - hashed(b.transfer.id, salt));
			t.deepEqual(judge(mixed, [...leads].reverse(), RULES, OFFSET), judge(given, leads, RULES, OFFSET));
		}),
		{ numRuns: 100, seed: 3 },
	);
});

test('property: parts of documented pay sum to the amount, and nothing else has parts', (t) => {
	fc.assert(
		fc.property(anyPay, (pay) => {
			for (const verdict of judged([pay])) {
				const sum = verdict.wage + verdict.commission + verdict.bonus + verdict.rounding;
				const divided = ['wage', 'commission', 'wage-and-commission', 'bonus'].includes(verdict.kind);
				t.is(sum, divided ? yuan(pay.yuan) : 0n);
				if (divided) t.is(verdict.certainty, 'documented');
			}
		}),
		{ numRuns: 100, seed: 4 },
	);
});

function hashed(id: string, salt: number): number {
	let h = salt | 0;
	for (const char of id) h = Math.imul(h ^ char.charCodeAt(0), 0x9e3779b1);
	return h;
}
