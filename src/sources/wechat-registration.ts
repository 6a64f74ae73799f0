import { type AccountId, billAccount, tenpayAccount } from '../ledger/account.ts';
import type { Alias } from '../ledger/statement.ts';
import { parseTime } from '../ledger/time.ts';
import { identified } from './attribution-id.ts';
import { BatchBuilder, type Fate } from './batches.ts';
import { cleanCell, emptyIfNone } from './cells.ts';
import type { EvidenceFile, Hints, Source } from './contract.ts';
import type { TableRow } from './rows.ts';
import { sampleOf } from './sample.ts';
import { optionsFor } from './table-rows.ts';
import { readTable } from './tables.ts';

type Key = 'account' | 'handle' | 'nickname' | 'phone' | 'opened' | 'name' | 'identity';

const KEYS: ReadonlyMap<string, Key> = new Map([
	['微信号', 'account'],
	['别名', 'handle'],
	['昵称', 'nickname'],
	['当前绑定手机号', 'phone'],
	['绑定手机号', 'phone'],
	['注册时间', 'opened'],
	...['姓名', '真实姓名', '实名姓名', '注册姓名'].map((name) => [name, 'name'] as const),
	...['身份证号', '身份证号码', '证件号码', '注册身份证号'].map((name) => [name, 'identity'] as const),
]);

const ALIASES: Readonly<Partial<Record<Key, Alias['kind']>>> = {
	handle: 'handle',
	nickname: 'nickname',
	phone: 'phone',
	name: 'name',
};

/** A real name behind a payment account is checked against the identity card. */
const CONFIDENCE = 95;

/**
 * regInfobasicInfo: by what a WeChat account is called, a line for each thing said (`微信号: …`). Names it only, unless a real
 * name stands there.
 */
export const wechatRegistration: Source = {
	id: 'wechat-registration',
	version: 1,
	identify({ form, text }) {
		if (form !== 'text') return undefined;
		const keys = new Set(text.split('\n', 60).map((line) => saidIn(line)?.key));
		const names = keys.has('account') || keys.has('handle');
		return names && (keys.has('phone') || keys.has('opened')) && keys.has('nickname') ? { confidence: 90 } : undefined;
	},
	async *read(file, hints) {
		const options = optionsFor(await sampleOf(file), '');
		const accounts: Registered[] = [];
		for await (const rows of readTable(file, options)) for (const row of rows) note(row, accounts);
		const builder = new BatchBuilder();
		let at = 0;
		let named = false;
		for await (const rows of readTable(file, options)) {
			for (const row of rows) {
				if (startsAccount(row)) {
					if (named) at += 1;
					named = true;
				}
				builder.row(row, fateOf(row, accounts[at], file, hints));
			}
			yield builder.take();
		}
	},
};

/** What a file says of one account, all its lines together. */
interface Registered {
	readonly said: Map<Key, string>;
}

/** Lines from the second account's number on are the second account's: a file may hold several. */
function startsAccount(row: TableRow): boolean {
	return !row.fault && saidIn(row.raw)?.key === 'account';
}

function note(row: TableRow, accounts: Registered[]): void {
	const said = row.fault ? undefined : saidIn(row.raw);
	if (!said) return;
	const last = accounts.at(-1);
	const current = last && !(said.key === 'account' && last.said.has('account')) ? last : { said: new Map() };
	if (current !== last) accounts.push(current);
	if (!current.said.has(said.key)) current.said.set(said.key, said.value);
}

function saidIn(line: string): { readonly key: Key; readonly value: string } | undefined {
	const match = /^([^:：]{1,20})[:：](.*)$/.exec(cleanCell(line));
	const key = KEYS.get(cleanCell(match?.[1] ?? ''));
	return key && { key, value: emptyIfNone(cleanCell(match?.[2] ?? '')) };
}

function accountOf({ said }: Registered, file: EvidenceFile, hints: Hints): AccountId {
	const named = tenpayAccount(said.get('account') ?? '');
	return named ?? hints.owner ?? tenpayAccount(said.get('handle') ?? '') ?? billAccount(file.hash);
}

function fateOf(row: TableRow, registered: Registered | undefined, file: EvidenceFile, hints: Hints): Fate {
	if (row.raw.trim() === '') return { skip: 'blank' };
	if (row.fault) return { reject: row.fault, column: '', value: '' };
	const said = saidIn(row.raw);
	if (!said || !registered || said.value === '') return { skip: 'not-a-transfer' };
	const { key, value } = said;
	if (key === 'opened' && !parseTime(value, hints.offsetMinutes)) return { reject: 'time', column: '注册时间', value };
	const kind = ALIASES[key];
	// A masked name or number is nobody's.
	if (!kind || value.includes('*')) return { skip: 'not-a-transfer' };
	const account = accountOf(registered, file, hints);
	const aliases = [{ account, name: value, kind, evidence: `${file.hash}::${row.row}` }];
	if (key !== 'name') return { aliases };
	const opened = parseTime(registered.said.get('opened') ?? '', hints.offsetMinutes);
	const identity = registered.said.get('identity') ?? '';
	const claim = {
		account,
		party: value,
		...(identity === '' || identity.includes('*') ? {} : { identity }),
		category: 'person' as const,
		grade: 'registered' as const,
		source: `regInfobasicInfo ${file.hash.slice(0, 12)}:${row.row}`,
		confidence: CONFIDENCE,
		...(opened ? { from: opened.instant } : {}),
	};
	return { aliases, attributions: [identified(claim)] };
}
