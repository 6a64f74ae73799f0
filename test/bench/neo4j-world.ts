import { createHash } from 'node:crypto';
import { recordId } from '../../src/ledger/evidence.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import { CHINA_OFFSET_MINUTES, formatTime } from '../../src/ledger/time.ts';
import type { Transfer } from '../../src/ledger/transfer.ts';
import { seededNumbers, zipf } from './random.ts';

export const TRANSFERS = 200_000;
export const ACCOUNTS = 20_000;
const FILES = 40;
/** One transfer in so many has a second record, from the payee's file. */
const TWO_SIDED = 0.3;
const START = 1_690_819_200_000;
const STEP_MS = 60_000;
const MEMOS = ['', '', '引流 8 人', '恭喜发财，大吉大利', '谢谢', '今日工资'];

/** A case for a graph server: transfers in total order, the records that show them, the hashes of their files. */
export interface GraphWorld {
	readonly transfers: readonly Transfer[];
	readonly records: readonly LedgerRecord[];
	readonly files: readonly string[];
	/** By rank: the first pay most often. */
	readonly accounts: readonly string[];
}

/**
 * A seeded case in yuan: payers by Zipf 1.0, so that few pay very often, payees alike likely, instants all different,
 * three transfers in ten seen from both sides.
 *
 * @param size transfers
 */
export function graphWorld(size = TRANSFERS): GraphWorld {
	const next = seededNumbers(20230802);
	const payer = zipf(ACCOUNTS, next);
	const accounts = Array.from({ length: ACCOUNTS }, (_, n) => `wechat:wxid_${digest(`account ${n}`, 14)}`);
	const files = Array.from({ length: FILES }, (_, n) => digest(`file ${n}`, 64));
	const transfers: Transfer[] = [];
	const records: LedgerRecord[] = [];
	for (let k = 0; k < size; k++) {
		const from = payer();
		let to = from;
		while (to === from) to = Math.floor(next() * ACCOUNTS);
		const instant = START + k * STEP_MS + Math.floor(next() * STEP_MS);
		const amount = BigInt(Math.floor(100 * 10 ** (4 * next())));
		const memo = MEMOS[Math.floor(next() * MEMOS.length)] as string;
		const sides = next() < TWO_SIDED ? (['from', 'to'] as const) : (['from'] as const);
		const shown = sides.map((own): LedgerRecord => {
			const file = files[(own === 'from' ? from : to) % FILES] as string;
			return record({
				own,
				file,
				row: own === 'from' ? 2 * k + 1 : 2 * k + 2,
				from: accounts[from] as string,
				to: accounts[to] as string,
				instant,
				amount,
				memo,
			});
		});
		for (const one of shown) records.push(one);
		transfers.push(transfer(k, shown));
	}
	return { transfers, records, files, accounts };
}

interface Told {
	readonly own: 'from' | 'to';
	readonly file: string;
	readonly row: number;
	readonly from: string;
	readonly to: string;
	readonly instant: number;
	readonly amount: bigint;
	readonly memo: string;
}

function record({ own, file, row, from, to, instant, amount, memo }: Told): LedgerRecord {
	const evidence = { kind: 'file', file, sheet: '', row, part: 0 } as const;
	const text = formatTime(instant, CHINA_OFFSET_MINUTES);
	const order = `1000050001${String(row).padStart(18, '0')}`;
	return {
		id: recordId(evidence),
		evidence,
		source: 'tenpay-trades',
		institution: 'tenpay',
		own,
		from: { account: from, name: `付款人${from.slice(-3)}` },
		to: { account: to, name: `收款人${to.slice(-3)}` },
		asset: 'CNY',
		amount,
		moment: { instant, text, precision: 'second' },
		sequence: row,
		keys: { order },
		medium: 'chat-transfer',
		state: 'done',
		type: '转账',
		memo,
		raw: [from, order, own === 'from' ? '出' : '入', '转账', to, amount, text, memo].join('\t'),
	};
}

function transfer(k: number, shown: readonly LedgerRecord[]): Transfer {
	const { from, to, asset, amount = 0n, moment, sequence, medium, type, memo } = shown[0] as LedgerRecord;
	return {
		id: `t${digest(`transfer ${k}`, 24)}`,
		aliases: shown.map(({ id }) => `t${digest(`alias ${id}`, 24)}`),
		records: shown.map(({ id }) => id).sort(),
		from: from.account,
		to: to.account,
		fromName: from.name ?? '',
		toName: to.name ?? '',
		asset,
		amount,
		gross: amount,
		refunded: 0n,
		instant: moment.instant,
		timeText: moment.text,
		precision: moment.precision,
		sequence,
		medium,
		type,
		memo,
		grade: 'one-ledger',
		rule: shown.length > 1 ? 'order' : 'single',
		certain: true,
		tied: false,
	};
}

function digest(text: string, digits: number): string {
	return createHash('sha256').update(text).digest('hex').slice(0, digits);
}
