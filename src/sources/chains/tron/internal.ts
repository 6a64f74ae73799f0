/** TRX and TRC-10 that contracts sent, out of TronGrid's history of internal transactions. */
import type { JsonRow } from '../../token-json.ts';
import { tronAccount } from '../../token-json-record.ts';
import { hashOf } from '../../token-record.ts';
import { chainMove } from './chain-move.ts';
import { damageOf } from './damage.ts';
import { type Move, NETWORK, type Notes, type Subject, TRX } from './subject.ts';
import { type TokenTen, tokenIdOf } from './trc10.ts';

/** TRX among the values of an internal transaction; the others are numbers of TRC-10 tokens. */
const COIN = '_';

/** Kinds that move what they name. Rows of some full nodes have none. */
const MOVING: ReadonlySet<string> = new Set(['', 'call', 'create', 'suicide', 'withdrawExpireUnfreezeWhileSuiciding']);
/**
 * Kinds of a contract that stakes, lends energy or bandwidth, votes or takes its reward: each names the sum that it
 * stakes or lends for, as if it went to whom it is lent, and the coins stay where they are (java-tron, `Program`,
 * `addInternalTx`).
 */
const STILL =
	/^(?:(?:un)?freeze(?:BalanceV2)?For|(?:unD|d)elegateResourceOf|cancelAllUnfreezeV2|withdrawExpireUnfreeze$|voteWitness|withdrawReward)/;

/** @throws Damage */
export function internalMoves(
	rows: readonly JsonRow[],
	subject: Subject,
	notes: Notes,
	trc10: TokenTen,
): readonly Move[] {
	return rows.flatMap((row) => {
		try {
			return movesOf(row, subject, notes, trc10);
		} catch (error) {
			throw damageOf(error, row.text('internal_tx_id'));
		}
	});
}

function movesOf(row: JsonRow, subject: Subject, notes: Notes, trc10: TokenTen): Move[] {
	const transaction = hashOf(NETWORK, row.needed('tx_id'));
	if (transaction === undefined) throw row.fault(['tx_id'], 'value');
	const rejected = row.needed('data.rejected');
	if (rejected !== 'true' && rejected !== 'false') throw row.fault(['data.rejected'], 'value');
	const values = row.entries('data.call_value');
	if (values === undefined) throw row.fault(['data.call_value'], 'missing');
	const kind = wordIn(row.text('data.note'));
	if (!MOVING.has(kind)) {
		if (!STILL.test(kind)) notes.add(`internal transaction of kind ${kind.slice(0, 40)}, which is not read`);
		return [];
	}
	const place = `call ${row.needed('internal_tx_id')}`;
	const common = {
		row,
		transaction,
		from: tronAccount(row, ['from_address']),
		to: tronAccount(row, ['to_address']),
		type: kind,
		state: rejected === 'true' ? 'failed' : 'done',
	} as const;
	return values.flatMap(([name, text]) => {
		if (!/^\d{1,40}$/.test(text)) throw row.fault([`data.call_value.${name}`], 'amount');
		const amount = BigInt(text);
		if (amount === 0n) return [];
		if (name === COIN) return [chainMove({ ...common, position: place, asset: TRX, amount, medium: 'coin' })];
		const asset = tokenIdOf(name);
		if (!trc10.reads(asset, subject, notes)) return [];
		return [chainMove({ ...common, position: `${place} ${name}`, asset, amount, medium: 'token' })];
	});
}

/** `63616c6c` is `call`. */
function wordIn(hex: string): string {
	return /^(?:[0-9a-f]{2})+$/i.test(hex) ? Buffer.from(hex, 'hex').toString('latin1') : hex;
}
