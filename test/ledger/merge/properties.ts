import * as fc from 'fast-check';
import { KNOWN_ASSETS } from '../../../src/ledger/asset.ts';
import { mergeRecords } from '../../../src/ledger/merge/merge.ts';
import type { LedgerRecord } from '../../../src/ledger/record.ts';
import { record, type Said } from '../records.ts';

const assets = new Map(KNOWN_ASSETS.map((a) => [a.id, a]));
const side = fc.constantFrom('wechat:A', 'wechat:B', 'wechat:C', 'nick:wechat:A/x', 'bill:c', 'unknown:z-to');

/** Up to 12 rows of three files that share numbers, sides and amounts as closely as rows can. */
const cases = fc.array(
	fc.record({
		file: fc.constantFrom('a', 'b', 'c'),
		order: fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined }),
		merchant: fc.option(fc.constantFrom('m', 'n'), { nil: undefined }),
		parent: fc.option(fc.constantFrom('1', 'q'), { nil: undefined }),
		institution: fc.constantFrom('tenpay', 'bank:1', 'chain:eth'),
		own: fc.constantFrom('from' as const, 'to' as const, 'neither' as const),
		from: side,
		to: side,
		amount: fc.constantFrom(100n, 200n, undefined),
		medium: fc.constantFrom('chat-transfer' as const, 'refund' as const, 'group-packet' as const),
		at: fc.constantFrom(0, 1, 30, 4000),
	}),
	{ maxLength: 12 },
);

function rows(said: readonly Record<string, unknown>[]): LedgerRecord[] {
	return said.map((s, row) =>
		record({
			...(Object.fromEntries(Object.entries(s).filter(([k, v]) => v !== undefined || k === 'amount')) as Said),
			row,
		}),
	);
}

function merged(records: readonly LedgerRecord[]) {
	return mergeRecords({ records, assets, decisions: [] }).transfers;
}

function shown(records: readonly LedgerRecord[]): string {
	return JSON.stringify(mergeRecords({ records, assets, decisions: [] }), (_, v) =>
		typeof v === 'bigint' ? `${v}n` : v,
	);
}

/** What holds of every merge, for tests and for the torture run. */
export const MERGE_PROPERTIES = [
	{
		says: 'every record lies in exactly one transfer',
		property: fc.property(cases, (said) => {
			const records = rows(said);
			const told = merged(records).flatMap((x) => x.records);
			return told.length === records.length && new Set(told).size === records.length;
		}),
	},
	{
		says: 'the order in which records come, or a file coming twice, changes nothing',
		property: fc.property(cases, fc.integer(), (said, seed) => {
			const records = rows(said);
			const rank = ({ id }: LedgerRecord) => (Number.parseInt(id.slice(1, 8), 16) ^ seed) >>> 0;
			return shown(records) === shown([...records].sort((a, b) => rank(a) - rank(b)));
		}),
	},
	{
		says: 'ids of transfers are unique',
		property: fc.property(cases, (said) => {
			const transfers = merged(rows(said));
			return new Set(transfers.map((x) => x.id)).size === transfers.length;
		}),
	},
	{
		says: 'an account’s rows of one file stay distinct, unless a full identifier says that one was printed twice',
		property: fc.property(cases, (said) => {
			// Each file is of one institution, as files are.
			const books = { a: 'tenpay', b: 'bank:1', c: 'chain:eth' };
			const records = rows(said.map((s) => ({ ...s, institution: books[s.file] })));
			const byId = new Map(records.map((r) => [r.id, r]));
			return merged(records).every((transfer) => {
				const numbers = new Map<string, string | undefined>();
				return transfer.records.every((id) => {
					const { evidence, keys, own, from, to } = byId.get(id) as LedgerRecord;
					// A file that holds the rows of payer and payee tells of one movement twice.
					const book = own === 'from' ? from.account : own === 'to' ? to.account : '';
					const file = `${evidence.kind === 'file' ? evidence.file : ''} ${/^wechat:/.test(book) ? book : ''}`;
					const repeat = numbers.has(file) && (keys.order === undefined || numbers.get(file) !== keys.order);
					numbers.set(file, keys.order);
					return !repeat;
				});
			});
		}),
	},
] as const;
