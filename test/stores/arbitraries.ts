import fc from 'fast-check';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import type { Transfer } from '../../src/ledger/transfer.ts';
import { hashOf, recordOf, transferOf } from './samples.ts';

/** Any text a file can hold, and some it can only hold by damage: NUL, control signs, half an emoji. */
export const text = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 20 }),
	fc.string({ unit: 'binary', maxLength: 20 }),
	fc.constantFrom(
		'',
		'\u0000',
		'\u0001x',
		'小鹿🦌',
		'\ud83e',
		'a\ud83eb',
		'null',
		'"',
		'\\',
		"'; DROP TABLE records; --",
	),
);

/** Amounts up to the 78 digits of a 256-bit integer. */
export const amount = fc.bigInt({ min: -(2n ** 256n), max: 2n ** 256n });

const side = fc.record({ account: text, name: text }, { requiredKeys: ['account'] });
const keys = fc.record(
	{ order: text, parent: text, merchant: text, clearing: text, log: fc.nat() },
	{ requiredKeys: [] },
);
const block = fc.record({ number: fc.nat(), index: fc.nat() }, { requiredKeys: ['number'] });
const instant = fc.integer({ min: -(2 ** 40), max: 2 ** 45 });

/** Records of one file, one to a row, each field any value or, where it may be, left out. */
export function recordsOf(hash: string): fc.Arbitrary<LedgerRecord[]> {
	const parts = fc.record(
		{
			from: side,
			to: side,
			own: fc.constantFrom('from' as const, 'to' as const, 'neither' as const),
			asset: text,
			amount: fc.option(amount, { nil: undefined }),
			packet: amount,
			refunded: amount,
			moment: fc.record({ instant, text, precision: fc.constantFrom('minute' as const, 'day' as const) }),
			block,
			keys,
			type: text,
			memo: text,
			balance: amount,
			card: text,
			raw: text,
		},
		{ requiredKeys: ['from', 'to', 'own', 'amount', 'moment', 'keys', 'raw'] },
	);
	return fc.array(parts, { maxLength: 30 }).map((list) => list.map((one, row) => recordOf(hash, row, one)));
}

export const transfers: fc.Arbitrary<Transfer[]> = fc
	.array(
		fc.record(
			{
				from: text,
				to: text,
				fromName: text,
				asset: text,
				amount,
				gross: amount,
				refunded: amount,
				instant,
				timeText: text,
				block,
				memo: text,
				exclusion: fc.constantFrom('failed' as const, 'zero' as const),
				card: text,
				transaction: text,
				tied: fc.boolean(),
			},
			{ requiredKeys: ['from', 'to', 'amount'] },
		),
		{ maxLength: 30 },
	)
	.map((list) => list.map((one, number) => transferOf(number, { ...one, records: [`r${hashOf(`${number}`)}`] })));
