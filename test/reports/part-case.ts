/** Random cases of a few groups: seeds, cash-outs, pay, returns, cards, services, equal instants. */

import type { LedgerRow } from '../../src/reports/ledger-row.ts';
import type { PackageInput } from '../../src/reports/package/part.ts';
import { findings, START, USDT } from './fixtures.ts';
import { person, transferRows } from './whole-case.ts';

export const GROUPS = ['第1组', '第2组', '第3组'] as const;
const PEOPLE = 9;
const SERVICE = 'bank:0000000000000009';

/** Everybody has a chat account and a card, the first three a wallet as well. */
export function randomCase(below: (limit: number) => number): Omit<PackageInput, 'cover'> {
	const ids = Array.from({ length: PEOPLE }, (_, index) => `p${index.toString(16).padStart(12, '0')}`);
	const rows = [...rowsOf(below, ids)];
	const figureTransfers = rows.flatMap(({ id, payeeId, amount, asset }) =>
		payeeId === '' || asset !== 'CNY'
			? []
			: [{ figure: `${payeeId}/received`, transfer: id, amount, sign: 1 as const }],
	);
	const people = ids.map((id, index) => {
		const own = figureTransfers.filter(({ figure }) => figure === `${id}/received`);
		const value = own.reduce((sum, { amount }) => sum + amount, 0n).toString();
		const home = {
			province: `省${index % 2}`,
			office: `局${index % 4}`,
			batch: '',
			group: GROUPS[index % 3] as string,
		};
		return person(id, index > 6 ? '同名' : `成员${index}`, 'caller', {
			group: home.group,
			spells: [{ ...home, role: 'caller', roleText: '话务', superior: '', introducer: '', source: 'people.csv:2' }],
			figures: { received: { id: `${id}/received`, value, count: own.length } },
		});
	});
	const coins = rows.filter(({ asset, payeeId }) => asset === USDT && payeeId !== '');
	const [sold, bought] = [rows.filter(({ asset, payeeId }) => asset === USDT && payeeId === ''), rows.filter(isYuan)];
	return {
		findings: findings({ people }),
		rows,
		leadDays: [],
		receipts: [],
		figureTransfers,
		ways: [],
		terms: {
			origins: ['tron:over0', 'tron:over1'],
			seeds: coins.map(({ id }, index) => [id, index % 2]),
			services: [SERVICE],
			conversions: sold.flatMap(({ id }, index) => {
				const yuan = bought[index];
				return yuan === undefined ? [] : [{ id: `c${index}`, gives: [id], gets: [yuan.id] }];
			}),
			openings: [{ account: 'wechat:4', asset: 'CNY', amount: 700n }],
		},
		assets: { font: async () => new Uint8Array(), pageScript: async () => '', pdf: async () => new Uint8Array() },
		custody: { program: 'liuxiang 0', inputs: [], law: [], store: '', manifest: '' },
	};
}

/** Yuan from a desk, which may stand for coins. */
function isYuan({ payerAccount }: LedgerRow): boolean {
	return payerAccount.startsWith('bank:desk');
}

function* rowsOf(below: (limit: number) => number, ids: readonly string[]): Generator<LedgerRow> {
	const [blank] = [...transferRows()] as [LedgerRow];
	const base = { ...blank, payerCard: '', exclusion: '', memo: '', order: '', transaction: '', evidence: [] };
	let instant = START;
	for (let index = 0; index < 90; index++) {
		const step = below(4);
		instant += step * 60_000;
		const [a, b] = [below(PEOPLE), below(PEOPLE)];
		const [payer, payee] = [ids[a] as string, ids[b] as string];
		const row = { ...base, id: `t${index.toString(16).padStart(24, '0')}`, instant, tied: step === 0 && index > 0 };
		const coins = { asset: USDT, amount: BigInt(1 + below(90)) * 1_000_000n };
		const yuan = { asset: 'CNY', amount: BigInt(1 + below(900)) };
		const [none, excluded] = ['', below(12) === 0 ? 'failed' : ''];
		switch (below(8)) {
			case 0:
				yield {
					...row,
					...coins,
					payerId: none,
					payerAccount: `tron:over${below(2)}`,
					payeeId: ids[a % 3] as string,
					payeeAccount: `tron:${a % 3}`,
				};
				break;
			case 1:
				yield {
					...row,
					...coins,
					payerId: ids[a % 3] as string,
					payerAccount: `tron:${a % 3}`,
					payeeId: none,
					payeeAccount: 'tron:desk',
				};
				break;
			case 2:
				yield {
					...row,
					...yuan,
					payerId: none,
					payerAccount: `bank:desk${below(2)}`,
					payeeId: ids[a % 3] as string,
					payeeAccount: `bank:${a % 3}`,
				};
				break;
			case 3:
				yield {
					...row,
					...yuan,
					payerId: payer,
					payerAccount: `bank:${a}`,
					payeeId: payer,
					payeeAccount: `wechat:${a}`,
					exclusion: excluded,
				};
				break;
			case 4:
				yield { ...row, ...yuan, payerId: payer, payerAccount: `wechat:${a}`, payeeId: none, payeeAccount: SERVICE };
				break;
			case 5:
				yield { ...row, ...yuan, payerId: none, payerAccount: SERVICE, payeeId: payee, payeeAccount: `wechat:${b}` };
				break;
			default: {
				const payerCard = below(3) === 0 ? `bank:${a}` : '';
				yield {
					...row,
					...yuan,
					payerId: payer,
					payerAccount: `wechat:${a}`,
					payerCard,
					payeeId: payee,
					payeeAccount: `wechat:${b}`,
				};
			}
		}
	}
}
