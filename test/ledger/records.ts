import { recordId } from '../../src/ledger/evidence.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';

/** What a test says of a record; the rest is a plain, finished WeChat transfer of 10 yuan from A to B. */
export type Said = Partial<Omit<LedgerRecord, 'id' | 'evidence' | 'from' | 'to' | 'moment' | 'keys'>> & {
	readonly file?: string;
	readonly row?: number;
	readonly part?: number;
	readonly from?: string;
	readonly to?: string;
	readonly at?: number;
	readonly precision?: LedgerRecord['moment']['precision'];
	readonly order?: string;
	readonly parent?: string;
	readonly merchant?: string;
	readonly clearing?: string;
	readonly log?: number;
};

/** Noon of 1 March 2023 in China. */
export const NOON = Date.UTC(2023, 2, 1, 4);

/** A record as a source would make it. `at` is seconds after noon. */
export function record(said: Said): LedgerRecord {
	const {
		file = 'a',
		row = 1,
		part = 0,
		from = 'wechat:A',
		to = 'wechat:B',
		at = 0,
		precision = 'second',
		...rest
	} = said;
	const { order, parent, merchant, clearing, log, ...fields } = rest;
	const evidence = { kind: 'file' as const, file: file.padEnd(64, '0'), sheet: '', row, part };
	const keys = Object.fromEntries(
		Object.entries({ order, parent, merchant, clearing, log }).filter(([, value]) => value !== undefined),
	);
	return {
		id: recordId(evidence),
		evidence,
		source: 'test',
		institution: 'tenpay',
		own: 'from',
		from: { account: from },
		to: { account: to },
		asset: 'CNY',
		amount: 1000n,
		moment: { instant: NOON + at * 1000, text: `+${at}s`, precision },
		sequence: row,
		keys,
		medium: 'chat-transfer',
		state: 'done',
		type: '',
		memo: '',
		raw: '',
		...fields,
	};
}
