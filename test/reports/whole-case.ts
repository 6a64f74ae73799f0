/** One small case with something in every part of the findings, hostile names included: for the schedules. */

import { receiptRows } from '../../src/findings/chains.ts';
import type { LeadDayRow } from '../../src/findings/lead-pay.ts';
import type { Findings, FindingsPerson } from '../../src/findings/schema.ts';
import type { Receipt } from '../../src/ledger/receipt.ts';
import { MEASURES } from '../../src/proceeds/yardsticks/measures.ts';
import type { LedgerRow } from '../../src/reports/ledger-row.ts';
import { receipt } from '../ledger/receipts.ts';
import { file, findings, link, node, START, USDT } from './fixtures.ts';

const HOUR_MS = 3_600_000;

const nothing = { least: '0', cap: { code: 'cap-unbounded', facts: { lacks: 'bounds.received_max' } }, missing: [] };
const UNBOUNDED: FindingsPerson['bounds'] = { received: nothing, passedOn: nothing, kept: nothing };

/** A member of whom nothing but these is known. */
export function person(id: string, name: string, role: string, more: Partial<FindingsPerson> = {}): FindingsPerson {
	return {
		id,
		name,
		nicknames: [],
		identity: '',
		role,
		spells: [],
		group: '一组',
		superior: '',
		accounts: [],
		figures: {},
		coins: [],
		leads: { paid: 0, reported: 0, joined: 0 },
		days: {},
		rates: [],
		traced: [],
		tracedTotals: [],
		bounds: UNBOUNDED,
		...more,
	};
}

const HOME = { introducer: '', province: '江苏', office: '某市公安局', batch: '第一批' };

const STRETCH = { from: START + 19 * HOUR_MS, until: START + 91 * 24 * HOUR_MS };
const ACCOUNT = 'wechat:wxid_nobody';

const HIERARCHY: Findings['hierarchy'] = {
	units: [
		{ id: 'p1', label: '=HYPERLINK("http://x.example")', party: 'p1', listed: true, accounts: [] },
		{ id: 'p2', label: '李四', party: 'p2', listed: true, accounts: [] },
		{ id: ACCOUNT, label: `小鹿 ${ACCOUNT}`, party: '', listed: false, accounts: [ACCOUNT] },
	],
	ties: [
		{
			payer: ACCOUNT,
			payee: 'p2',
			payments: 92,
			apart: 3,
			sum: '1764000',
			first: STRETCH.from,
			last: STRETCH.until,
			rhythm: 'daily',
			days: 73,
			spanDays: 92,
			weeks: 14,
			weeksPaid: 13,
			medianGap: 1,
			medianMinute: 1290,
			least: '500',
			medianDay: '24000',
			most: '29000',
			usualDay: '24500',
			usualDays: 9,
			payNotes: 37,
		},
	],
	roles: [
		{
			id: 'h0000000000000001',
			unit: ACCOUNT,
			role: 'leader',
			...STRETCH,
			confidence: 0.931818,
			status: 'proposed',
			reasons: [
				{ code: 'hierarchy-pays-daily', facts: { members: 7, yuan: '240.00', hour: '21:30' } },
				{ code: 'hierarchy-funding-unknown', facts: {} },
			],
			transfers: 511,
			groups: [{ group: '三组', members: 7 }],
		},
	],
	superiors: [
		{
			id: 'h0000000000000002',
			unit: 'p2',
			superior: ACCOUNT,
			...STRETCH,
			confidence: 0.986667,
			status: 'rejected',
			reasons: [
				{ code: 'hierarchy-paid', facts: { days: 73, span: 92, gap: 1, payments: 92, yuan: '17640.00' } },
				{ code: 'hierarchy-payers', facts: { days: 73, of: 73 } },
			],
			transfers: 92,
			days: 73,
			daysPaid: 73,
			sum: '1764000',
		},
	],
	moves: [{ unit: 'p2', at: STRETCH.from, from: 'p1', to: ACCOUNT }],
	differences: [
		{
			unit: 'p2',
			about: 'role',
			given: 'caller',
			proposed: 'inspector',
			source: '讯问笔录',
			reason: { code: 'hierarchy-role-differs', facts: { given: 'caller', proposed: 'inspector' } },
			proposals: ['h0000000000000002'],
		},
	],
	agreements: [{ basis: 'people-role', same: 1, different: 1 }],
	adopted: [],
};

const figure = (id: string, value: string, count: number) => ({ id, value, count });

const PEOPLE: readonly FindingsPerson[] = [
	person('p1', '=HYPERLINK("http://x.example")', 'core', {
		identity: '310101199003071234',
		nicknames: ['老板', '+86'],
		accounts: [
			{
				id: 'a0000000000000001',
				account: 'tron:TQ0xKfw3n8Yv5RbZ2cLmPsHdGjTaEuV09Qe',
				grade: 'controls',
				confidence: 90,
				source: '手机勘验',
				withdrawn: false,
			},
			{
				id: 'a0000000000000002',
				account: 'bank:6222021234567890123',
				grade: 'registered',
				confidence: 100,
				source: '开户资料',
				withdrawn: false,
			},
		],
		figures: {
			received: figure('p1/received', '7120000', 2),
			'passed-on': figure('p1/passed-on', '24500', 1),
			kept: figure('p1/kept', '7095500', 3),
			'cash-outs': figure('p1/cash-outs', '7120000', 2),
		},
		coins: [{ asset: USDT, received: '10000500000', count: 3 }],
	}),
	person('p2', '李四', 'caller', {
		identity: 'E12345678',
		superior: 'p1',
		spells: [
			{ role: 'caller', roleText: '话务', group: '一组', superior: '', ...HOME, from: START, source: '讯问笔录' },
		],
		figures: {
			received: figure('p2/received', '24500', 1),
			wages: figure('p2/wages', '20000', 1),
			commissions: figure('p2/commissions', '4500', 1),
			kept: figure('p2/kept', '-500', 2),
		},
		leads: { paid: 9, reported: 11, joined: 10 },
		bounds: {
			received: {
				least: '20000',
				most: '24500',
				cap: { code: 'cap-rows', facts: {} },
				missing: [{ code: 'lack-relation-alone', facts: { rows: 1, amount: '45.00' } }],
			},
			passedOn: { least: '0', most: '0', cap: { code: 'cap-rows', facts: {} }, missing: [] },
			kept: { least: '20000', most: '24500', cap: { code: 'cap-received-less-passed-on', facts: {} }, missing: [] },
		},
		work: {
			calls: {
				attempted: 520,
				answered: 310,
				long: 120,
				numbers: 500,
				repeated: 20,
				seconds: 16_000,
				first: START,
				last: START + 40 * HOUR_MS,
			},
			days: { worked: 2, minutes: 930, short: 1 },
			checked: 3,
			checksMade: 0,
		},
		leadPay: {
			reported: 11,
			joined: 10,
			paid: 9,
			likely: 10,
			overReported: { days: 1, leads: 1 },
			unpaid: { days: 1, leads: 2 },
			overPaid: { days: 0, leads: 0 },
			commissions: { all: 1, exact: 0, differs: 1, joinsOnly: 0, none: 0 },
			expected: {
				basis: 'attendance',
				days: { min: 150, max: 200 },
				leads: { min: 10, max: 11 },
				wage: { min: '30000', max: '40000' },
				commission: { min: '5000', max: '11000' },
				total: { min: '35000', max: '51000' },
				wageRates: { min: '20000', max: '20000' },
				leadRates: { min: '500', max: '1000' },
				missing: ['role'],
			},
		},
		rates: [
			{
				payer: 'p1',
				group: '一组',
				from: '2023-03-01',
				until: '2023-03-02',
				rates: ['500', '900'],
				stated: false,
				payouts: 2,
			},
		],
		days: { first: START + 10 * HOUR_MS, last: START + 34 * HOUR_MS },
		traced: [
			{ policy: 'fifo', asset: 'CNY', origin: 'tron:TQ', value: '20000', percent: '81.6' },
			{ policy: 'lifo', asset: 'CNY', origin: '?opening', value: '24500', percent: '100.0' },
			{ policy: 'haircut', asset: 'CNY', origin: 'tron:TQ', value: '18900', percent: '77.1' },
			{ policy: 'poison', asset: 'CNY', origin: '*', value: '24500', percent: '100.0' },
		],
		tracedTotals: [
			{ policy: 'fifo', asset: 'CNY', of: '24500', value: '20000', percent: '81.6' },
			{ policy: 'lifo', asset: 'CNY', of: '24500', value: '0', percent: '0.0' },
			{ policy: 'haircut', asset: 'CNY', of: '24500', value: '18900', percent: '77.1' },
			{ policy: 'poison', asset: 'CNY', of: '24500', value: '24500', percent: '100.0' },
		],
	}),
];

const PAYOUT: Findings['payouts'][number] = {
	id: 't000000000000000000000001',
	payer: 'p1',
	payee: 'p2',
	instant: START + 10 * HOUR_MS,
	amount: '24500',
	kind: 'wage-and-commission',
	certainty: 'documented',
	basis: ['relation', 'report'],
	reason: { code: 'pay-report', facts: { leads: 9 } },
	wage: '20000',
	commission: '4500',
	bonus: '0',
	rounding: '0',
	leads: 9,
	rate: '500',
	readings: [{ daysPercent: 100, wage: '20000', leads: 9, rate: '500', commission: '4500', rounding: '0' }],
	backing: { reports: 'differs', reported: 11, joined: 9, statements: [] },
	grade: 'both-sides',
};

const CASH_OUT: Findings['cashOuts'][number] = {
	id: 'c0000000000000001',
	party: 'p1',
	side: 'sold',
	pairing: 'one',
	coins: ['t000000000000000000000002'],
	yuan: ['t000000000000000000000003'],
	asset: USDT,
	quantity: '10000000000',
	fen: '7120000',
	rate: '7.120000',
	coinInstant: START,
	coinLast: START,
	yuanInstant: START + HOUR_MS,
	yuanLast: START + HOUR_MS,
	grade: 'inferred',
	status: 'accepted',
	score: 0.98,
	rivals: [],
	chance: 0.0004,
	why: 'unique',
	overturned: [],
};

const OPEN_READINGS: Findings['payouts'][number]['readings'] = [
	{ daysPercent: 50, wage: '10000', leads: 0, rate: '0', commission: '0', rounding: '0' },
	{ daysPercent: 0, wage: '0', leads: 10, rate: '1000', commission: '10000', rounding: '0' },
];

const RULE: Findings['yardsticks']['rules'][number] = {
	id: 'aid-2019-gain',
	yardstick: 'aid-gain',
	subject: 'aid',
	title: '解释（虚构）',
	number: '虚构〔2019〕15号',
	article: '第十二条第一款第四项',
	text: '违法所得一万元以上：“情节严重”',
	english: 'Unlawful gain of 10,000 yuan or more, "serious"',
	source: '虚构',
	verified: false,
	from: '2019-11-01',
	conditions: [{ measures: ['received', 'kept', 'traced'], least: '1000000' }],
	also: [{ text: '明知', english: 'Knowing' }],
	notes: [],
};

const YARDSTICKS: Findings['yardsticks'] = {
	judgmentDay: '2026-06-30',
	asOf: '2026-11-27',
	units: { ...MEASURES },
	rules: [
		RULE,
		{
			...RULE,
			id: 'concealment-2015-base-lowest',
			subject: 'concealment',
			until: '2021-04-14',
			band: 'lowest',
			verified: true,
			notes: [{ text: '已失效', english: 'No longer in force' }],
		},
		{
			...RULE,
			id: 'fraud-calls',
			subject: 'fraud',
			conditions: [{ measures: ['calls', 'calls-answered'], least: '500' }],
		},
	],
	lacks: ['calls', 'calls-answered'],
	people: [
		{
			person: 'p1',
			acts: { from: '2023-03-01' },
			measures: [
				{
					name: 'received',
					documented: '1000000',
					inferred: '2500000',
					missing: [{ code: 'lack-disputed', facts: { rows: 2, amount: '15000.00' } }],
				},
				{ name: 'kept', inferred: '-500', most: '900000', missing: [{ code: 'law-kept-unbounded', facts: {} }] },
				{
					name: 'traced',
					inferred: '1200000',
					policies: { fifo: '1200000', lifo: '0' },
					missing: [{ code: 'law-traced-presumed', facts: {} }],
				},
			],
			answers: [
				{ rule: 'aid-2019-gain', measure: 'received', inForce: 'both', reached: 'documented' },
				{ rule: 'aid-2019-gain', measure: 'kept', inForce: 'both', reached: 'no' },
				{ rule: 'aid-2019-gain', measure: 'traced', inForce: 'both', reached: 'inferred', policies: ['fifo'] },
				{ rule: 'concealment-2015-base-lowest', measure: 'kept', inForce: 'undated', reached: 'open' },
			],
		},
	],
};

export function wholeCase(): Findings {
	const bill = file('wechat-bill', 'bills/-李四.csv', 120);
	const refused = file('', 'odd.zip', 2);
	return findings({
		case: { name: '海风/引流案', language: 'zh', offsetMinutes: 480, maker: '甲', reviewer: '乙' },
		evidence: {
			files: [
				{
					...bill,
					hashCheck: 'equal',
					register: { item: '001', holder: '李四', notice: '2023-12', recordedHash: '0e'.repeat(32) },
				},
				{ ...refused, status: 'refused', problem: { code: 'evidence.zip-bomb', facts: {} } },
			],
			rows: { total: 120, read: 118, skipped: 1, rejected: 1 },
			cutOff: START + 48 * HOUR_MS,
		},
		merging: {
			records: 118,
			transfers: 100,
			byRule: { single: 82, order: 18 },
			uncertain: 2,
			tied: 3,
			exclusions: [{ reason: 'failed', transfers: 4, records: 5 }],
			joined: [{ sources: ['tenpay-trades', 'wechat-bill'], rule: 'order', transfers: 18 }],
			single: [{ source: 'wechat-bill', transfers: 82 }],
			owners: [{ bill: 'bill:0e0e0e0e0e0e', account: 'wechat:wxid_li4', rows: 18 }],
		},
		seeds: [
			{
				origin: 'tron:TQ',
				label: '境外上家甲',
				asset: USDT,
				amount: '10000500000',
				count: 3,
				first: START,
				last: START,
				source: 'accounts.csv',
			},
		],
		conservation: [
			{
				policy: 'fifo',
				asset: USDT,
				origin: 'tron:TQ',
				seeded: '10000500000',
				convertedIn: '0',
				held: '500000',
				delivered: '0',
				convertedOut: '10000000000',
				reseeded: '0',
			},
		],
		people: [...PEOPLE],
		payouts: [
			PAYOUT,
			{
				...PAYOUT,
				id: 't000000000000000000000004',
				amount: '10000',
				kind: 'open',
				certainty: 'consistent',
				basis: ['amount'],
				reason: { code: 'pay-ambiguous', facts: { readings: 2 } },
				wage: '0',
				commission: '0',
				readings: OPEN_READINGS,
				history: {
					alternatives: OPEN_READINGS.map((reading, i) =>
						i === 0 ? { reading } : { reading, worse: { name: 'changes', count: 1 } },
					),
				},
			},
		],
		cashOuts: [CASH_OUT],
		unmatched: { coins: ['t000000000000000000000005'], yuan: ['t000000000000000000000006'] },
		chance: { unrelated: 50, fitting: 7 },
		reconciliation: { inflow: '7120000', kept: '7120000', operating: '0', unresolved: '0', balances: true },
		flow: {
			nodes: [
				node('p1/yuan', 0, 'person', { label: '=HYPERLINK("http://x.example")' }),
				node('p2/yuan', 1, 'person', { label: '李四' }),
			],
			links: [link('p1/yuan', 'p2/yuan', 24_500n, { kinds: ['wage-and-commission'], traced: '20000' })],
			folded: { nodes: 0, links: 0, limit: '' },
		},
		hierarchy: HIERARCHY,
		testimony: [
			{
				id: 's1',
				party: 'p2',
				person: '李四',
				document: '=讯问笔录一',
				page: '3',
				claim: '每天底薪二百元',
				amount: '20000',
				day: '2023-03-01',
				disputes: false,
				about: '',
				evidence: `${'0e'.repeat(32)}:笔录:3`,
			},
		],
		measures: [
			{
				id: 'm1',
				kind: 'freeze',
				party: 'p2',
				person: '',
				account: 'bank:0012345678901234',
				asset: 'CNY',
				amount: '5000000',
				document: '冻结通知书1号',
				authority: '样例分局',
				from: START,
				until: START + 24 * HOUR_MS,
				evidence: `${'0e'.repeat(32)}::7`,
			},
		],
		victims: [{ group: '3000@chatroom', count: 2, loss: '1000000' }],
		yardsticks: YARDSTICKS,
		groups: [
			{
				group: '3000@chatroom',
				name: '福利群',
				purpose: 'lead',
				source: 'groups.csv:2',
				members: 3,
				joins: { lead: 10 },
			},
		],
		todo: [
			{
				id: 'q0123456789abcdef',
				code: 'request-return',
				subject: 'bank:6217000000000000022',
				facts: { platform: 'bank', name: '=甲' },
				stake: '300000',
				request: {
					platform: 'bank',
					account: 'bank:6217000000000000022',
					holder: '=甲',
					from: START,
					until: START + 86_400_000,
					want: 'history',
				},
			},
		],
		incomplete: [{ code: 'file-refused', facts: { file: 'odd.zip', problem: 'evidence.zip-bomb' } }],
	});
}

export function leadDays(): LeadDayRow[] {
	const nothing = { paid: 0, likely: 0, commissions: 0, backed: 0, uncounted: 0, wage: 0n, commission: 0n };
	const paid = { paid: 9, commissions: 1, backed: 1, wage: 20_000n, commission: 4_500n };
	const calls = { minutes: 480, attempted: 260, answered: 150, long: 60 };
	return [
		{
			...{ ...nothing, ...paid, ...calls, party: 'p2', name: '=李四', day: '2023-03-01' },
			...{ reportedByCaller: 11, reportedByOther: 9, joined: 9, basis: 'joined', rate: '5' },
			...{ reportedLessJoined: 2, paidLessReported: -2, paidLessJoined: 0 },
		},
		{
			...{ ...nothing, party: 'p2', name: '=李四', day: '2023-03-02', likely: 10, reportedUnsaid: 10 },
			...{ basis: 'unsaid', rate: 'none', paidLessReported: -10 },
		},
	];
}

/** Four answers that leave nothing on the sheet of an account, and mean four different things; one of a chain without a name. */
export function receipts(): Receipt[] {
	return receiptRows([
		receipt({ tokens: [USDT], untilHash: `0x${'ab'.repeat(32)}` }),
		receipt({ from: 200, until: 299, outcome: 'rate-limited', reason: '429 =1+1\u202e', answers: [] }),
		receipt({ history: 'coins', outcome: 'cut', reason: '10000 rows', cursor: 'page 10', answers: ['0f'] }),
		receipt({ history: 'internal', outcome: 'range-refused', answers: [] }),
		receipt({ account: 'evm-31337:0xb', chain: 'evm-31337', outcome: 'empty', provisional: true }),
		receipt({ account: 'tron:T', chain: 'tron', unit: 'ms', from: START, until: START + 9, cursor: '=f' }),
	]);
}

export function* transferRows(): Iterable<LedgerRow> {
	const place = { path: 'bills/-李四.csv', sheet: '', row: '18', hash: '0e'.repeat(32) };
	yield {
		id: 't000000000000000000000001',
		instant: START + 10 * HOUR_MS,
		payer: '=HYPERLINK("http://x.example")',
		payerId: '',
		payerAccount: 'wechat:wxid_core',
		payerCard: '',
		payee: '李四',
		payeeId: '',
		payeeAccount: 'wechat:wxid_li4',
		amount: 24_500n,
		asset: 'CNY',
		medium: 'red-packet',
		order: '1000039801202303011234567890',
		transaction: '',
		tied: false,
		memo: '底薪+提成9人',
		kind: 'wage-and-commission',
		certainty: 'documented',
		exclusion: '',
		grade: 'both-sides',
		rule: 'order',
		evidence: [
			place,
			{ ...place, path: 'returns/TenpayTrades.txt', row: '2' },
			{ path: 'eth x0123', sheet: 'log 3', row: '', hash: '' },
		],
	};
	yield {
		id: 't000000000000000000000002',
		instant: START,
		payer: '@core',
		payerId: '',
		payerAccount: 'tron:TQ0xKfw3n8Yv5RbZ2cLmPsHdGjTaEuV09Qe',
		payerCard: '',
		payee: '',
		payeeId: '',
		payeeAccount: 'bank:0012345678901234',
		amount: 10_000_000_001n,
		asset: USDT,
		medium: 'token',
		order: '12345678901234567890',
		transaction: '',
		tied: false,
		memo: '-1\n"x"',
		kind: '',
		certainty: '',
		exclusion: '',
		grade: 'both-sides',
		rule: 'chain',
		evidence: [],
	};
	yield {
		id: 't000000000000000000000003',
		instant: START,
		payer: '',
		payerId: '',
		payerAccount: 'tron:TQ0xKfw3n8Yv5RbZ2cLmPsHdGjTaEuV09Qe',
		payerCard: '',
		payee: '李四',
		payeeId: '',
		payeeAccount: 'tron:TLookAlike',
		amount: 5_000_000_000_000_000_000n,
		asset: 'tron:TFakeToken',
		medium: 'token',
		order: 'ab12',
		transaction: '',
		tied: false,
		memo: '',
		kind: '',
		certainty: '',
		exclusion: 'look-alike-token',
		grade: 'both-sides',
		rule: 'single',
		evidence: [],
	};
}
