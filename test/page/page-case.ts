import type { Findings, FindingsPerson } from '../../src/findings/schema.ts';
import type { LedgerRow } from '../../src/reports/ledger-row.ts';
import type { PackageInput } from '../../src/reports/package/part.ts';
import { file, findings, START, USDT } from '../reports/fixtures.ts';

/**
 * A case whose every answer is known:
 *
 *   overseas --1,000 USDT--> core wallet --1,000--> desk (service) ~~cash-out~~ stranger --7,000 yuan--> core card
 *   --7,000--> core chat --3,000--> leader --85--> caller; before the 3,000 a friend paid the leader 50.
 *
 * Of the 85 yuan 35 came from overseas first in, first out (the friend's 50 went first), all 85 last in, first out, and
 * 83.61 by shares (85 x 3,000 / 3,050). Every text of the evidence is hostile.
 */
export const HOSTILE = {
	markup: '<img src=x onerror="window.hit=1"><b>粗</b>',
	script: '</script><script>window.hit=1</script><!--',
	formula: '=cmd|/C calc!A0',
	override: '李\u202e四gpj.exe',
	emoji: '🀄️👨‍👩‍👧‍👦',
	long: '长'.repeat(10_000),
	template: '{{7*7}}<%=7*7%>&lt;i&gt;&quot;\'"`',
} as const;

const MINUTE_MS = 60_000;
const OVERSEAS = 'tron:TOverseas<script>';
const WALLET = 'tron:TWallet';
const DESK = 'tron:TDesk';
const CARD = 'bank:6222000000000001234';
const CORE = 'wechat:wxid_core';
const LEADER = `wechat:wxid_leader"${HOSTILE.formula}`;
const CALLER = 'wechat:wxid_caller';
const EVIDENCE = { path: `账单/${HOSTILE.markup}.csv`, sheet: HOSTILE.override, row: '18', hash: '0e'.repeat(32) };

export const id = (number: number) => `t${String(number).padStart(24, '0')}`;

/** @param noise so many further transfers between people of no account */
export function pageCase(noise: number, language: 'zh' | 'en' = 'zh'): Omit<PackageInput, 'assets'> {
	const rows = [...known(), ...noiseRows(noise)];
	return {
		findings: told(language),
		rows,
		leadDays: [],
		receipts: [],
		cover: { level: 'court', names: 'full', run: 'run-0123456789ab' },
		custody: { program: '', inputs: [], law: [], store: '', manifest: '' },
		figureTransfers: [
			{ figure: 'p3/commissions', transfer: id(6), amount: 8_500n, sign: 1 },
			{ figure: 'p3/received', transfer: id(6), amount: 8_500n, sign: 1 },
			{ figure: 'p2/passed-on', transfer: id(6), amount: 8_500n, sign: 1 },
			{ figure: 'p3/refunded', transfer: id(8), amount: 2_000n, sign: 1 },
			{ figure: 'p2/received', transfer: id(5), amount: 300_000n, sign: 1 },
		],
		ways: [],
		terms: {
			origins: [OVERSEAS],
			seeds: [[id(1), 0]],
			services: [DESK],
			conversions: [{ id: 'c1', gives: [id(2)], gets: [id(3)] }],
			openings: [],
		},
	};
}

function* known(): Generator<LedgerRow> {
	const token = { asset: USDT, medium: 'token', grade: 'both-sides', rule: 'chain' } as const;
	yield row(1, OVERSEAS, WALLET, 1_000_000_000n, { ...token, payer: HOSTILE.script, payeeId: 'p1', payee: '核心甲' });
	yield row(2, WALLET, DESK, 1_000_000_000n, { ...token, payerId: 'p1', payer: '核心甲', payee: '场外商' });
	yield row(3, 'bank:6230', CARD, 700_000n, { payeeId: 'p1', payee: '核心甲', kind: 'cash-out', medium: 'bank' });
	yield row(4, CARD, CORE, 700_000n, { payerId: 'p1', payeeId: 'p1', kind: 'own-move', medium: 'top-up' });
	yield row(7, 'wechat:wxid_friend', LEADER, 5_000n, { payeeId: 'p2', kind: 'private', memo: HOSTILE.long });
	yield row(5, CORE, LEADER, 300_000n, { payerId: 'p1', payeeId: 'p2', kind: 'funding', certainty: 'documented' });
	yield row(6, LEADER, CALLER, 8_500n, {
		payer: HOSTILE.markup,
		payerId: 'p2',
		payee: HOSTILE.override,
		payeeId: 'p3',
		kind: 'commission',
		certainty: 'documented',
		medium: 'red-packet',
		memo: HOSTILE.script,
		order: HOSTILE.override,
		evidence: [EVIDENCE, { ...EVIDENCE, path: 'returns/TenpayTrades.txt', row: '2' }],
	});
	const refunded = { exclusion: 'fully-refunded', kind: 'refund', certainty: 'documented' } as const;
	yield row(8, LEADER, CALLER, 0n, { payerId: 'p2', payeeId: 'p3', ...refunded });
	yield row(9, LEADER, CALLER, 50_000n, { payerId: 'p2', payeeId: 'p3', exclusion: 'failed' });
}

function* noiseRows(count: number): Generator<LedgerRow> {
	for (let k = 0; k < count; k++) {
		const [from, to] = [`wechat:wxid_${k % 997}`, `wechat:wxid_${(k * 7 + 1) % 991}x`];
		yield row(100 + k, from, to, BigInt(100 + (k % 900)), {
			payer: `某${k % 997}`,
			payee: `某${(k * 7 + 1) % 991}`,
			order: `20230301${String(k).padStart(20, '0')}`,
			memo: k % 50 === 0 ? `备注${k}` : '',
		});
	}
}

function row(
	number: number,
	payerAccount: string,
	payeeAccount: string,
	amount: bigint,
	more: Partial<LedgerRow>,
): LedgerRow {
	return {
		id: id(number),
		instant: START + (number === 7 ? 4.5 : number) * MINUTE_MS,
		payer: '',
		payerId: '',
		payerAccount,
		payerCard: '',
		payee: '',
		payeeId: '',
		payeeAccount,
		amount,
		asset: 'CNY',
		medium: 'chat-transfer',
		order: '',
		transaction: '',
		tied: false,
		memo: '',
		kind: '',
		certainty: '',
		exclusion: '',
		grade: 'one-ledger',
		rule: 'single',
		evidence: [EVIDENCE],
		...more,
	};
}

function told(language: 'zh' | 'en'): Findings {
	const empty = { least: '0', most: '0', cap: { code: 'cap-rows', facts: {} }, missing: [] };
	const person = (
		one: Pick<FindingsPerson, 'id' | 'name' | 'role' | 'figures'> & Partial<FindingsPerson>,
	): FindingsPerson => ({
		nicknames: [],
		identity: '',
		spells: [],
		group: '',
		superior: '',
		accounts: [],
		coins: [],
		leads: { paid: 0, reported: 0, joined: 0 },
		rates: [],
		days: {},
		traced: [],
		tracedTotals: [],
		bounds: { received: empty, passedOn: empty, kept: empty },
		...one,
	});
	const figures = (of: string, received: string, passedOn: string, more: FindingsPerson['figures'] = {}) => ({
		received: { id: `${of}/received`, value: received, count: 1 },
		'passed-on': { id: `${of}/passed-on`, value: passedOn, count: 1 },
		kept: { id: `${of}/kept`, value: String(BigInt(received) - BigInt(passedOn)), count: 2 },
		...more,
	});
	const account = (text: string, grade: string) => ({
		id: `a-${text}`,
		account: text,
		grade,
		confidence: 90,
		source: HOSTILE.script,
		withdrawn: false,
	});
	return findings({
		case: { name: HOSTILE.script, language, offsetMinutes: 480, maker: HOSTILE.markup, reviewer: HOSTILE.formula },
		parameters: { 'trace.policy': 'fifo', hostile: HOSTILE.template },
		evidence: {
			files: [{ ...file('wechat-bill', EVIDENCE.path, 120), register: { item: HOSTILE.markup } }],
			rows: { total: 120, read: 118, skipped: 1, rejected: 1 },
			cutOff: START + 48 * 60 * MINUTE_MS,
		},
		seeds: [
			{
				origin: OVERSEAS,
				label: HOSTILE.script,
				asset: USDT,
				amount: '1000000000',
				count: 1,
				first: START,
				last: START,
				source: HOSTILE.markup,
			},
		],
		people: [
			person({
				id: 'p1',
				name: '核心甲',
				role: 'core',
				figures: figures('p1', '700000', '300000'),
				accounts: [account(CARD, 'registered')],
			}),
			person({
				id: 'p2',
				name: HOSTILE.markup,
				role: 'leader',
				group: HOSTILE.script,
				figures: figures('p2', '300000', '8500'),
			}),
			person({
				id: 'p3',
				name: HOSTILE.override,
				role: 'caller',
				nicknames: [HOSTILE.markup, HOSTILE.formula, HOSTILE.emoji, HOSTILE.template, HOSTILE.long],
				identity: 'E12345678',
				group: '一组',
				accounts: [account(CALLER, 'uses')],
				figures: figures('p3', '8500', '0', {
					commissions: { id: 'p3/commissions', value: '8500', count: 1 },
					refunded: { id: 'p3/refunded', value: '2000', count: 1 },
				}),
				days: { first: START, last: START },
			}),
		],
		payouts: [
			{
				id: id(6),
				payer: 'p2',
				payee: 'p3',
				instant: START,
				amount: '8500',
				kind: 'commission',
				certainty: 'documented',
				basis: ['relation', 'memo'],
				reason: { code: 'pay-memo', facts: { memo: HOSTILE.script, leads: 17 } },
				wage: '0',
				commission: '8500',
				bonus: '0',
				rounding: '0',
				leads: 17,
				rate: '500',
				readings: [],
				grade: 'one-ledger',
			},
		],
		incomplete: [{ code: 'file-rejected', facts: { file: HOSTILE.markup, rows: 1 } }],
		reconciliation: { inflow: '700000', kept: '700000', operating: '0', unresolved: '0', balances: true },
	});
}
