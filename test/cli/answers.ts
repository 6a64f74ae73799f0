/** Answers of a small invented case, as the run layer gives them. */

import type { CaseUnits } from '../../src/cli/views/hops.ts';
import type { Findings } from '../../src/findings/schema.ts';
import { KNOWN_ASSETS } from '../../src/ledger/asset.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import type { Held } from '../../src/reports/yardsticks.ts';
import type { Inspection } from '../../src/run/inspect.ts';
import type { Hop } from '../../src/run/questions/hops.ts';
import type { PersonAnswer } from '../../src/run/questions/person.ts';
import type { WhyAnswer } from '../../src/run/questions/why.ts';
import type { RunResult } from '../../src/run/run-case.ts';

export const USDT = 'tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';

export const units: CaseUnits = {
	assets: new Map(KNOWN_ASSETS.map((asset) => [asset.id, asset])),
	offsetMinutes: 480,
};

/** 2023-03-05 20:00:00 in China. */
export const EVENING = Date.UTC(2023, 2, 5, 12);

export const hop: Hop = {
	transfer: 't000000000000000000000001',
	instant: EVENING,
	from: 'wechat:wxid_a',
	to: 'wechat:wxid_b',
	fromName: '王组长',
	toName: '',
	asset: 'CNY',
	amount: 24_500n,
	traced: 20_000n,
	grade: 'one-ledger',
	rows: 'one-ledger',
	ties: [],
	depth: 1,
};

export const record: LedgerRecord = {
	id: 'r000000000000000000000001',
	evidence: { kind: 'file', file: 'ab'.repeat(32), sheet: '', row: 18, part: 0 },
	source: 'tenpay-trades',
	institution: 'tenpay',
	own: 'from',
	from: { account: 'wechat:wxid_a', name: '王组长' },
	to: { account: 'wechat:wxid_b' },
	asset: 'CNY',
	amount: 24_500n,
	moment: { instant: EVENING, text: '2023-03-05 20:00:00', precision: 'second' },
	sequence: 0,
	keys: { order: '1000039801202303050001' },
	medium: 'red-packet',
	state: 'done',
	type: '微信红包',
	memo: '工资\u202E',
	raw: 'wxid_a\t1000039801202303050001\t出\t24500',
};

const payout: Findings['payouts'][number] = {
	id: hop.transfer,
	payer: 'p1',
	payee: 'p2',
	instant: EVENING,
	amount: '24500',
	kind: 'wage-and-commission',
	certainty: 'documented',
	basis: ['relation', 'amount'],
	reason: { code: 'pay-amount', facts: { readings: 1 } },
	wage: '20000',
	commission: '4500',
	bonus: '0',
	rounding: '0',
	leads: 9,
	rate: '500',
	readings: [],
	grade: 'one-ledger',
};

const cashOut: Findings['cashOuts'][number] = {
	id: 'c0000000000000001',
	party: 'p1',
	side: 'sold',
	pairing: 'one',
	coins: ['t1'],
	yuan: ['t2'],
	asset: USDT,
	quantity: '1000000000',
	fen: '690000',
	rate: '6.900000',
	coinInstant: EVENING,
	coinLast: EVENING,
	yuanInstant: EVENING + 60_000,
	yuanLast: EVENING + 60_000,
	grade: 'inferred',
	status: 'accepted',
	score: 0.97,
	rivals: [],
	chance: 0.001,
	why: 'rule',
	overturned: [],
};

/** Twelve histories of one account that a chain did not show. */
export const gaps: PersonAnswer['gaps'] = Array.from({ length: 12 }, (_, day) => ({
	code: 'chain-rate-limited',
	facts: {
		...{ account: 'tron:TQ', chain: 'tron', history: 'tokens', reason: '429' },
		...{ from: `2023-03-${day + 10}`, until: '2023-04-01' },
	},
}));

function held(id: string, reached: Held['answer']['reached'], article: string): Held {
	return {
		rule: {
			id,
			yardstick: id,
			subject: 'aid',
			title: '解释（虚构）',
			number: '虚构〔2019〕1号',
			article,
			text: '一万元以上',
			english: '10,000 yuan or more',
			source: '虚构',
			verified: false,
			from: '2019-11-01',
			conditions: [{ measures: ['kept'], least: '1000000' }],
			also: [],
			notes: [],
		},
		answer: { rule: id, measure: 'kept', inForce: 'both', reached },
		value: {
			name: 'kept',
			documented: '1000000',
			inferred: '1200000',
			missing: [{ code: 'law-kept-unbounded', facts: {} }],
		},
		least: '1000000',
		unit: 'fen',
	};
}

export const personAnswer: PersonAnswer = {
	gaps,
	person: {
		id: 'p2',
		name: '李小话',
		nicknames: ['小李'],
		identity: '000000200001010011',
		role: 'caller',
		spells: [
			{
				role: 'caller',
				roleText: '话务',
				group: '一组',
				superior: '王组长',
				introducer: '',
				province: '',
				office: '',
				batch: '',
				from: EVENING,
				source: '讯问笔录',
			},
		],
		group: '一组',
		superior: '王组长',
		accounts: [
			{
				id: 'a0000000000000001',
				account: 'wechat:wxid_b',
				grade: 'registered',
				confidence: 100,
				source: '注册信息',
				withdrawn: false,
			},
			{
				id: 'a0000000000000002',
				account: 'qq:10001',
				grade: 'proposed',
				confidence: 40,
				source: '推定',
				withdrawn: true,
			},
		],
		figures: {
			received: { id: 'p2/received', value: '24500', count: 1 },
			kept: { id: 'p2/kept', value: '-500', count: 2 },
		},
		coins: [],
		leads: { paid: 9, reported: 11, joined: 10 },
		days: { first: EVENING, last: EVENING },
		rates: [
			{
				...{ payer: 'p0000000000001', group: '一组', from: '2023-03-01', until: '2023-03-31' },
				...{ rates: ['700', '800'], stated: false, payouts: 3 },
			},
		],
		leadPay: {
			...{ reported: 11, joined: 10, paid: 9, likely: 2 },
			overReported: { days: 1, leads: 1 },
			unpaid: { days: 1, leads: 2 },
			overPaid: { days: 0, leads: 0 },
			commissions: { all: 1, exact: 0, differs: 1, joinsOnly: 0, none: 0 },
			expected: {
				basis: 'calls',
				days: { min: 150, max: 200 },
				leads: { min: 10, max: 11 },
				wage: { min: '30000', max: '40000' },
				commission: { min: '5000', max: '11000' },
				total: { min: '35000', max: '51000' },
				wageRates: { min: '20000', max: '20000' },
				leadRates: { min: '500', max: '1000' },
				missing: ['attendance'],
			},
		},
		traced: [
			{ policy: 'fifo', asset: 'CNY', origin: 'tron:TQ', value: '20000', percent: '81.6' },
			{ policy: 'haircut', asset: 'CNY', origin: 'tron:TQ', value: '18900', percent: '77.1' },
		],
		tracedTotals: [
			{ policy: 'fifo', asset: 'CNY', of: '24500', value: '20000', percent: '81.6' },
			{ policy: 'haircut', asset: 'CNY', of: '24500', value: '18900', percent: '77.1' },
		],
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
			calls: { attempted: 520, answered: 310, long: 120, numbers: 500, repeated: 20, seconds: 16_000 },
			days: { worked: 2, minutes: 930, short: 1 },
			checked: 3,
			checksMade: 0,
		},
	},
	ranks: {
		roles: [
			{
				...{ id: 'h0000000000000001', unit: 'p2', role: 'caller', from: EVENING, until: EVENING, confidence: 0.941176 },
				...{ status: 'adopted', transfers: 28, groups: [] },
				reasons: [
					{
						code: 'hierarchy-varied',
						facts: { days: 21, fits: 15, least: '136.00', most: '266.00', median: '248.00' },
					},
				],
			},
		],
		superiors: [
			{
				...{ id: 'h0000000000000002', unit: 'p2', superior: 'p1', from: EVENING, until: EVENING, confidence: 0.95 },
				...{ status: 'rejected', transfers: 28, days: 21, daysPaid: 21, sum: '492400' },
				reasons: [{ code: 'hierarchy-payers', facts: { days: 21, of: 21 } }],
			},
		],
		team: [],
		differences: [
			{
				...{ unit: 'p2', about: 'role', given: 'inspector', proposed: 'caller', source: '笔录', proposals: [] },
				reason: { code: 'hierarchy-role-differs', facts: { given: 'inspector', proposed: 'caller' } },
			},
		],
		adopted: [
			{
				...{ point: 'q0000000000000001', person: '李小话', identity: '', role: 'caller', superior: '王组长' },
				...{ source: 'decisions.csv:2 李检：辨认笔录', payouts: 28 },
			},
		],
		labels: { p1: '王组长' },
	},
	received: [payout],
	paid: [{ ...payout, id: 't9', certainty: 'open', kind: 'open' }],
	cashOuts: [cashOut],
	testimony: [
		{
			id: 's1',
			party: 'p2',
			person: '李四',
			document: '讯问笔录一',
			page: '3',
			claim: '底薪没有发足',
			amount: '20000',
			day: '2023-03-01',
			disputes: true,
			about: '',
			evidence: 'e:1',
		},
	],
	measures: [
		{
			id: 'm1',
			kind: 'freeze',
			party: 'p2',
			person: '',
			account: 'bank:6222',
			asset: 'CNY',
			amount: '5000000',
			document: '冻结通知书1号',
			authority: '',
			until: EVENING,
			evidence: 'e:2',
		},
	],
	leadDays: [
		{
			...{ party: 'p0000000000002', name: '李四', day: '2023-03-01', attempted: 52, joined: 9, reportedByCaller: 11 },
			...{ reportedByOther: 9, paid: 9, likely: 0, commissions: 1, backed: 1, uncounted: 0 },
			...{ wage: '20000', commission: '4500', basis: 'joined', rate: '5' },
		},
	],
	names: { p1: '王组长' },
	origins: { 'tron:TQ': '境外上家甲' },
	yardsticks: {
		asOf: '2026-11-27',
		acts: { from: '2023-03-01', until: '2023-05-31' },
		held: [held('aid-gain', 'documented', '第十二条第一款第四项'), held('aid-gain-fivefold', 'no', '第十二条第二款')],
		lacking: [{ rule: held('messages', 'unknown', '二（四）').rule, measures: ['messages-sent'] }],
	},
	sensitivity: {
		varied: ['ties-reversed'],
		figures: 20,
		moved: [
			{
				person: 'p2',
				figure: 'traced',
				asset: 'CNY',
				variation: 'ties-reversed',
				base: '20000',
				value: '19000',
				by: '-1000',
			},
		],
	},
};

export const inspection: Inspection = {
	path: 'returns.zip!/TP1/TenpayTrades.txt',
	hash: 'ab'.repeat(32),
	size: 1234,
	form: 'text',
	encoding: 'utf-8',
	source: 'tenpay-trades',
	confidence: 95,
	sheet: '',
	headerRow: 1,
	columns: { amount: '交易金额(分)' },
	rows: { total: 12, read: 9, skipped: 2, rejected: 1 },
	records: [record, { ...record, amount: undefined }],
	rejects: [{ sheet: '', row: 7, column: '交易金额(分)', value: '12a', reason: 'amount', raw: 'x' }],
};

export const why: WhyAnswer = {
	kind: 'transfer',
	id: hop.transfer,
	facts: { grade: 'one-ledger' },
	records: [record],
	paths: { [record.evidence.kind === 'file' ? record.evidence.file : '']: 'tenpay/TenpayTrades.txt' },
	receipts: [],
	rivals: ['c0000000000000002'],
	leads: [
		{
			id: 'l0000000000000001',
			payee: 'p0000000000002',
			day: '2023-03-01',
			count: 9,
			basis: 'reported',
			by: 'other',
			evidence: `${record.evidence.kind === 'file' ? record.evidence.file : ''}:日报:7`,
		},
	],
	alternatives: [
		{
			reading: { daysPercent: 100, wage: '20000', leads: 4, rate: '700', commission: '2800', rounding: '0' },
		},
		{ worse: { name: 'odd', count: 1 } },
	],
};

const none = { value: '0', count: 0 };

export const result: RunResult = {
	folder: 'my-case/reports/2023-run',
	files: ['chart.svg', 'figures.jsonl'],
	timings: { read: 1200, trace: 300 },
	complete: false,
	findings: {
		case: { name: '演示案', language: 'zh', offsetMinutes: 480, maker: '', reviewer: '' },
		evidence: {
			files: [
				{ status: 'read', hashCheck: 'different' },
				{ status: 'unknown-format', hashCheck: 'none-recorded' },
			],
			rows: { total: 12, read: 9, skipped: 2, rejected: 1 },
		},
		merging: {
			records: 20,
			transfers: 15,
			exclusions: [{ reason: 'failed', transfers: 2, records: 2 }],
		},
		people: [personAnswer.person],
		payouts: [payout, { ...payout, certainty: 'consistent' }, { ...payout, commission: '0' }],
		cashOuts: [cashOut, { ...cashOut, status: 'proposed' }],
		chains: { histories: [{ state: 'complete' }, { state: 'incomplete' }], disagreements: [], vanished: [] },
		reconciliation: { inflow: '690000', kept: '600000', operating: '90000', unresolved: '0', balances: true },
		sensitivity: {
			varied: ['ties-reversed'],
			figures: 20,
			moved: personAnswer.sensitivity.moved,
		},
		todo: [{ code: 'open-kind', subject: 't9', facts: { reason: 'no-reading' }, stake: '24500' }],
		figures: none,
	} as unknown as Findings,
};
