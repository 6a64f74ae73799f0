import { createHash } from 'node:crypto';
import { type FileEvidence, recordId } from '../../src/ledger/evidence.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import type { Balance, Statements } from '../../src/ledger/statement.ts';
import type { Transfer } from '../../src/ledger/transfer.ts';
import type { Store, StoredFile } from '../../src/stores/contract.ts';
import { takeStock } from '../../src/stores/fingerprint.ts';

/** The hash of an invented file. */
export function hashOf(name: string): string {
	return createHash('sha256').update(name).digest('hex');
}

export function fileOf(hash: string, records = 0, others = 0): StoredFile {
	const total = records + others;
	return {
		hash,
		paths: [`returns/${hash.slice(0, 6)}.txt`],
		size: 1000,
		source: 'tenpay-trades',
		reading: 'tenpay-trades 1 +08:00',
		rows: { total: total + 2, read: total, skipped: { header: 1, blank: 1 }, rejected: 0, records, others },
	};
}

/** The only record of a row of a file, with nothing that may be left out. One minute lies between rows. */
export function recordOf(hash: string, row: number, parts: Partial<LedgerRecord> = {}): LedgerRecord {
	const evidence: FileEvidence = { kind: 'file', file: hash, sheet: '', row, part: 0 };
	return {
		id: recordId(evidence),
		evidence,
		source: 'tenpay-trades',
		institution: 'tenpay',
		own: 'from',
		from: { account: `wechat:wxid_payer${row % 7}` },
		to: { account: `wechat:wxid_payee${row % 5}` },
		asset: 'CNY',
		amount: BigInt(500 + row),
		moment: { instant: 1_690_862_400_000 + row * 60_000, text: '2023-08-01 12:00:00', precision: 'second' },
		sequence: row,
		keys: {},
		medium: 'red-packet',
		state: 'done',
		type: '微信红包（单发）',
		memo: '',
		raw: `${row}\t微信红包\t${500 + row}`,
		...parts,
	};
}

/** A record with every field there is. */
export function fullRecord(hash: string, row: number): LedgerRecord {
	return recordOf(hash, row, {
		from: { account: 'wechat:wxid_boss', name: '周 某👨‍👩‍👧' },
		to: { account: `nick:wechat:wxid_boss/小鹿🦌`, name: '小鹿🦌' },
		packet: 20_000n,
		refunded: 1_200n,
		block: { number: 71_000_000, index: 3 },
		keys: { order: '1000', parent: '2000', merchant: '3000', clearing: '4000', log: 0 },
		memo: '引流 8 人\n谢谢',
		balance: -5n,
		card: 'bank:6222000000000000001',
	});
}

export function transferOf(number: number, parts: Partial<Transfer> = {}): Transfer {
	const digits = hashOf(`transfer ${number}`).slice(0, 24);
	return {
		id: `t${digits}`,
		aliases: [`t${hashOf(`alias ${number}`).slice(0, 24)}`],
		records: [`r${hashOf(`one ${number}`).slice(0, 24)}`, `r${hashOf(`two ${number}`).slice(0, 24)}`],
		from: `wechat:wxid_payer${number % 7}`,
		to: `wechat:wxid_payee${number % 5}`,
		fromName: '周某',
		toName: '',
		asset: 'CNY',
		amount: BigInt(500 + number),
		gross: BigInt(500 + number),
		refunded: 0n,
		instant: 1_690_862_400_000,
		timeText: '2023-08-01 12:00:00',
		precision: 'second',
		sequence: number,
		medium: 'chat-transfer',
		type: '转账',
		memo: '',
		grade: 'one-ledger',
		rule: 'single',
		certain: true,
		tied: false,
		...parts,
	};
}

/** One statement of each kind beside records and calls, told apart by `name`. */
export function otherStatements(name: string): Required<Omit<Statements, 'records' | 'calls'>> {
	const moment = { instant: 1_690_862_400_000, text: '2023-08-01', precision: 'day' as const };
	return {
		attributions: [
			{
				id: `a-${name}`,
				account: 'tron:TXYZ',
				party: `境外上家${name}`,
				category: 'overseas',
				grade: 'controls',
				source: 'accounts.csv 2',
				confidence: 80,
				until: 5,
				withdrawn: { on: '2024-01-01', why: '误认' },
			},
		],
		spells: [{ person: `李${name}`, nicknames: ['小李'], role: 'caller', roleText: '话务员', source: 'people.csv 2' }],
		groups: [{ group: `g-${name}`, name: '一组🎣', purpose: 'lead', source: 'groups.csv 2' }],
		register: [{ file: `${name}.txt`, item: '检材1' }],
		leads: [
			{ id: `l-${name}`, caller: 'wechat:c', day: '2023-08-01', count: 3, basis: 'reported', evidence: 'e', raw: 'r' },
		],
		orders: [
			{
				id: `o-${name}`,
				account: 'tron:TXYZ',
				asset: 'tron:coin',
				side: 'sell',
				order: '7001',
				quantity: 10n ** 77n + 1n,
				yuan: -1n,
				price: '7.10',
				payAccount: 'bank:6222',
				moment,
				state: 'done',
				evidence: 'e',
				raw: '',
			},
		],
		receipts: [
			{
				id: `x-${name}`,
				account: 'tron:TXYZ',
				chain: 'tron',
				history: 'tokens',
				tokens: ['tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
				query: '/v1/accounts/TXYZ/transactions/trc20?limit=200',
				endpoint: 'https://node.example',
				unit: 'ms',
				from: 1,
				until: 2,
				fromInstant: 1,
				untilInstant: 2,
				latest: 3,
				final: 2,
				untilHash: 'ab12',
				provisional: false,
				cursor: 'f',
				answers: ['0f', '1f'],
				records: 1,
				decimals: { 'tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t': 6 },
				outcome: 'cut',
				reason: '限额',
				askedAt: 4,
			},
		],
		aliases: [{ account: 'wechat:c', name: `小鹿${name}🦌`, kind: 'nickname', evidence: 'e' }],
		members: [{ group: `g-${name}`, member: 'wechat:c', name: '小鹿', role: 'admin', from: 1, evidence: 'e' }],
		joins: [
			{
				id: `j-${name}`,
				group: `g-${name}`,
				groupName: '一组🎣',
				member: 'nick:wechat:g/新人',
				name: '新人',
				inviter: 'wechat:c',
				moment,
				evidence: 'e',
				raw: 'r',
			},
		],
		attendance: [{ id: `w-${name}`, worker: 'seat:8001', day: '2023-08-01', minutes: 450, evidence: 'e', raw: 'r' }],
		checks: [
			{ id: `k-${name}`, inspector: '周某', worker: 'seat:8001', moment, result: '合格', evidence: 'e', raw: 'r' },
		],
		testimony: [
			{
				id: `s-${name}`,
				person: `李${name}`,
				document: '讯问笔录1',
				page: '3',
				claim: '每天二百',
				amount: 10n ** 20n,
				disputes: true,
				about: 'wechat:c',
				evidence: 'e',
				raw: 'r',
			},
		],
		measures: [
			{
				id: `m-${name}`,
				kind: 'freeze',
				person: '',
				account: 'bank:6222',
				asset: 'CNY',
				amount: 10n ** 20n,
				document: '冻结1',
				until: 9,
				evidence: 'e',
				raw: 'r',
			},
		],
		victims: [
			{ id: `v-${name}`, pseudonym: '被害人1', loss: 10n ** 20n, source: 'victims.csv:2', evidence: 'e', raw: 'r' },
		],
		logins: [{ id: `i-${name}`, account: 'wechat:c', moment, ip: '127.0.0.1', evidence: 'e', raw: 'r' }],
	};
}

/** Writes one file whole. */
export async function put(store: Store, hash: string, statements: Statements): Promise<void> {
	const writer = await store.writeFile(hash);
	await writer.write(statements);
	await writer.commit(fileOf(hash, statements.records?.length ?? 0));
}

export async function all<T>(stream: AsyncIterable<readonly T[]>): Promise<T[]> {
	const list: T[] = [];
	for await (const batch of stream) list.push(...batch);
	return list;
}

export function byInstantThenId(a: LedgerRecord, b: LedgerRecord): number {
	return a.moment.instant - b.moment.instant || (a.id < b.id ? -1 : 1);
}

export function balanceOf(record: LedgerRecord): Balance {
	const side = record.own === 'from' ? record.from : record.to;
	const { asset, moment, id } = record;
	return { account: side.account, asset, amount: record.balance ?? 0n, moment, record: id };
}

/** One hash of all that a store holds, in the order in which it gives it. */
export async function fingerprint(store: Store): Promise<string> {
	return (await takeStock(store, 'counted')).fingerprint;
}
