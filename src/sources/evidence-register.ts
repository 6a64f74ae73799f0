/** evidence.csv, or the sheet 检材: how each file came into the case, whose it is, and the hash taken then. */
import type { RegisterEntry } from '../ledger/statement.ts';
import { writtenAccount } from './attribution-words.ts';
import { type CaseTable, caseTableSource, validity } from './case-table.ts';
import type { Row } from './row.ts';

type Field =
	| 'file'
	| 'item'
	| 'holder'
	| 'obtained'
	| 'notice'
	| 'provider'
	| 'extractor'
	| 'witness'
	| 'time'
	| 'hash'
	| 'from'
	| 'until';

export const registerTable: CaseTable<Field> = {
	id: 'evidence-register',
	columns: {
		file: ['文件', '文件名', '文件路径'],
		item: ['检材编号', '检材'],
		holder: ['持有人', '账号持有人'],
		obtained: ['取得方式', '来源方式'],
		notice: ['通知书号', '调证通知书号', '文书号'],
		provider: ['提供方', '提供单位'],
		extractor: ['提取人'],
		witness: ['见证人'],
		time: ['时间', '提取时间'],
		hash: ['校验值', '哈希值', '完整性校验值', 'SHA256', 'SHA-256'],
		from: ['期间起', '调取期间起', '起始日期'],
		until: ['期间止', '调取期间止', '截止日期'],
	},
	required: ['file', 'holder'],
	read: (row, { offsetMinutes }) => ({ register: [entryOf(row, offsetMinutes)] }),
};

export const evidenceRegisterSource = caseTableSource(registerTable);

function entryOf(row: Row<Field>, offsetMinutes: number): RegisterEntry {
	const holder = row.text('holder');
	const hash = recordedHash(row);
	return {
		file: folderPath(row.needed('file')),
		...row.optional('item', 'obtained', 'notice', 'provider', 'extractor', 'witness', 'time'),
		...(holder === '' ? {} : { holder: holderOf(row, holder) }),
		...(hash === '' ? {} : { hash }),
		...validity(row, 'from', 'until', offsetMinutes),
	};
}

/** A path under evidence/, as the folder walk names it: `/` between parts, without the folder's own name. */
function folderPath(text: string): string {
	return text
		.replaceAll('\\', '/')
		.replace(/^(?:\.\/)+/, '')
		.replace(/^evidence\//, '');
}

/** An account in its canonical spelling, or a name as written. A name with a colon is none: it is an account that fails. */
function holderOf(row: Row<Field>, text: string): string {
	if (!/[:：]/.test(text)) return text;
	const reading = writtenAccount(text);
	if (reading.ok) return reading.account;
	throw row.fault('holder', reading.fault === 'checksum' ? 'account-checksum' : 'account');
}

/** With blanks between its digits. Of what is longer the rest makes no hash of it: its length is wrong either way. */
const HASH_LENGTH_MAX = 400;

/** Bare hexadecimal in lower case is a SHA-256. A hash of another kind keeps its kind before a colon: `md5:…`. */
function recordedHash(row: Row<Field>): string {
	const match = /^(?:(sha-?256|sm3|md5|sha-?1)\s*[:：])?\s*([0-9a-f\s]*)$/i.exec(
		row.text('hash').slice(0, HASH_LENGTH_MAX),
	);
	const digits = match?.[2]?.replaceAll(/\s/g, '').toLowerCase() ?? '';
	const kind = match?.[1]?.replace('-', '').toLowerCase() ?? (digits.length === 32 ? 'md5' : 'sha256');
	const length = { md5: 32, sha1: 40, sm3: 64, sha256: 64 }[kind];
	if (!match || (digits !== '' && digits.length !== length)) throw row.fault('hash', 'value');
	return digits === '' || kind === 'sha256' ? digits : `${kind}:${digits}`;
}
