/** A small case in which everything that must be hidden stands wherever it may stand. */

import type { Attribution } from '../../../src/ledger/attribution.ts';
import type { Spell } from '../../../src/ledger/person.ts';
import type { LedgerRow } from '../../../src/reports/ledger-row.ts';
import type { MaskedParty } from '../../../src/reports/masking/subjects.ts';
import type { Cover, PackageInput } from '../../../src/reports/package/part.ts';
import { START, USDT } from '../fixtures.ts';
import { leadDays, person, receipts, transferRows, wholeCase } from '../whole-case.ts';

const [LEADER, CALLER] = ['p00000000000a', 'p00000000000b'] as const;
const LEADER_ID = '310101198003071234';
const CALLER_ID = '32010219900105432X';
const CARDS = ['bank:6222020000000001234', 'bank:6222021111111111234', 'bank:6222023333333331234'] as const;
const LOGIN = 'alipay:13912345678';
const USER = 'alipay:2088139123456780';
const CHAT = ['wechat:wxid_leader01', 'wechat:wx13800138000'] as const;
const STRANGER = 'wechat:wxid_stranger99';
const WALLET = 'tron:TLBEcrPCnvwkrj3rbwxW3AB5rTEo5US4eY';

export const SECRETS = {
	always: [
		...[LEADER_ID, CALLER_ID, '13912345678', '13800138000', '13700001111', '6222020000000001234'],
		...['6222021111111111234', '6222023333333331234', '周大海', '小绿茶77', 'stranger99', 'mail.person@example.com'],
	],
	accounts: ['wxid_leader01', '2088139123456780', 'TLBEcrPCnvwkrj3rbwxW3AB5rTEo5US4eY', '5c'.repeat(32), '10001234567'],
	names: ['欧阳明月', '林晓', '阿星', '周队'],
} as const;

function held(account: string, of: Pick<MaskedParty, 'name' | 'identity'>): Attribution {
	const id = `a${account.length.toString(16).padStart(16, '0')}`;
	const claim = { party: of.name, identity: of.identity, category: 'person', grade: 'registered' } as const;
	return { id, account, ...claim, source: `${of.identity}_注册信息.csv:2`, confidence: 90 };
}

function party(id: string, name: string, identity: string, nick: string, accounts: readonly string[]): MaskedParty {
	const spell = { nicknames: [nick], role: 'caller', roleText: '话务' } as unknown as Spell;
	const of = { name, identity };
	const attributions = accounts.map((account) => held(account, of));
	return { id, name, identity, category: 'person', spells: [spell], attributions };
}

/** Two members, a firm. */
export const PARTIES: readonly MaskedParty[] = [
	party(LEADER, '欧阳明月', LEADER_ID, '阿星', [CARDS[0], CARDS[1], CHAT[0], WALLET, USER]),
	party(CALLER, '林晓', CALLER_ID, '周队', [CHAT[1], LOGIN]),
	{
		...{ id: 'p00000000000c', name: '好味面馆', identity: '', category: 'merchant', spells: [] },
		attributions: [held('tenpay:1900000007@mch.tenpay.com', { name: '好味面馆', identity: '' })],
	},
];

const MEMO =
	'欧阳明月给林晓的，找周大海13700001111或 mail.person@example.com，卡6222 0211 1111 1111 234，证32010219900105432x';
const PATH = `IDCARD/${LEADER_ID}/wxid_leader01/周大海/导出20230301101530.txt`;

function rows(): LedgerRow[] {
	const [first] = [...transferRows()] as [LedgerRow];
	const base = { ...first, memo: MEMO, evidence: [{ path: PATH, sheet: '阿星', row: '7', hash: '0e'.repeat(32) }] };
	const from = { payer: '欧阳明月', payerId: LEADER, payerAccount: CHAT[0], payerCard: CARDS[0] };
	const nobody = { payeeId: '', payee: '周大海' };
	const to = [
		{ payee: '林晓', payeeId: CALLER, payeeAccount: CHAT[1] },
		{ payee: '林晓', payeeId: CALLER, payeeAccount: LOGIN },
		{ ...nobody, payeeAccount: STRANGER },
		{ ...nobody, payeeAccount: 'wechat:wxid_other_st99' },
		{ ...nobody, payee: '小绿茶77', payeeAccount: `nick:${STRANGER}/小绿茶77` },
		{ ...nobody, payeeAccount: CARDS[2] },
		{ payee: '欧阳明月', payeeId: LEADER, payeeAccount: CARDS[0] },
		{ payee: '欧阳明月', payeeId: LEADER, payeeAccount: CARDS[1] },
		{ payee: '好味面馆', payeeId: 'p00000000000c', payeeAccount: 'tenpay:1900000007@mch.tenpay.com' },
		{ payee: '欧阳明月', payeeId: LEADER, payeeAccount: WALLET },
		{ payee: '欧阳明月', payeeId: LEADER, payeeAccount: USER },
	];
	return to.map((payee, index) => ({
		...base,
		...from,
		...payee,
		id: `t${index.toString(16).padStart(24, '0')}`,
		instant: START + (index < 4 ? 0 : index * 1000),
		tied: index < 4,
		amount: BigInt(index) * 1_234_567n + 13_800_138_001n,
		order: index === 0 ? '5c'.repeat(32) : `10001234567${index}`,
	}));
}

export function maskedCase(cover: Cover): PackageInput {
	const findings = wholeCase();
	const told = rows();
	const [leader, caller] = PARTIES as [MaskedParty, MaskedParty];
	const people = [leader, caller].map(({ id, name, identity, attributions }, index) =>
		person(id, name, 'caller', {
			identity,
			nicknames: [index === 0 ? '阿星' : '周队'],
			superior: index === 0 ? '' : '欧阳明月',
			accounts: attributions.map(({ id: claim, account, source }) => ({
				...{ id: claim, account, source, grade: 'registered', confidence: 90, withdrawn: false },
			})),
			figures: { received: { id: `${id}/received`, value: '13800138001', count: 2 } },
		}),
	);
	return {
		cover,
		findings: {
			...findings,
			people,
			parameters: { [`bounds.${LEADER_ID}`]: MEMO },
			seeds: findings.seeds.map((seed) => ({ ...seed, origin: WALLET, source: MEMO })),
			todo: findings.todo.map((point) => ({
				...point,
				subject: STRANGER,
				facts: {
					account: STRANGER,
					name: '周大海',
					amount: '13800138001',
					alias: `小绿茶77 nick:${STRANGER}/小绿茶77`,
				},
				request: { platform: 'wechat', account: STRANGER, holder: '周大海', want: 'history' },
			})),
			hierarchy: {
				...findings.hierarchy,
				units: [
					{ id: STRANGER, label: `周大海 ${STRANGER}`, party: '', listed: false, accounts: [STRANGER, CARDS[2]] },
				],
			},
			testimony: findings.testimony.map((said) => ({ ...said, person: '周大海', claim: MEMO })),
			measures: findings.measures.map((measure) => ({
				...measure,
				person: '林晓',
				account: CARDS[0],
				authority: MEMO,
			})),
		},
		rows: told,
		leadDays: leadDays().map((day) => ({ ...day, party: CALLER, name: '林晓' })),
		receipts: receipts().map((receipt) => ({ ...receipt, query: `${receipt.query} ${WALLET.slice(5)}` })),
		figureTransfers: told.slice(0, 2).map(({ id, amount }) => {
			return { figure: `${CALLER}/received`, transfer: id, amount, sign: 1 as const };
		}),
		ways: [],
		terms: {
			origins: [WALLET],
			seeds: [[told[9]?.id as string, 0]],
			services: ['tenpay:1900000007@mch.tenpay.com'],
			conversions: [{ id: 'c0000000000000001', gives: [told[9]?.id as string], gets: [told[1]?.id as string] }],
			openings: [{ account: CARDS[0], asset: USDT, amount: 13_800_138_001n }],
		},
		custody: {
			...{ program: 'liuxiang 0', law: [], store: '0e', manifest: '0e' },
			inputs: [{ name: PATH, size: 1, sha256: '0e'.repeat(32), sm3: '0e'.repeat(32) }],
		},
		assets: { font: async () => new Uint8Array(), pageScript: async () => '', pdf: async () => new Uint8Array() },
	};
}
