import type { AccountId } from '../../../ledger/account.ts';
import type { AssetId } from '../../../ledger/asset.ts';
import type { Medium, RecordState } from '../../../ledger/record.ts';
import type { JsonRow } from '../../token-json.ts';
import { INSTITUTION, type Move } from './subject.ts';

/** What the movements of one row have in common. */
export interface MoveFacts {
	readonly row: JsonRow;
	readonly transaction: string;
	readonly from: AccountId;
	readonly type: string;
	readonly state: RecordState;
}

interface OneMove extends MoveFacts {
	readonly position: string;
	readonly to: AccountId;
	readonly asset: AssetId;
	/** Smallest units. */
	readonly amount: bigint;
	readonly medium: Medium;
}

/** A movement of coins. @throws RowFault */
export function chainMove(move: OneMove): Move {
	const { row, transaction, position, from, to, asset, amount, medium, type, state } = move;
	const text = row.needed('block_timestamp');
	const block = row.text('blockNumber');
	if (!/^\d{0,15}$/.test(block)) throw row.fault(['blockNumber'], 'value');
	return {
		transaction,
		position,
		record: {
			institution: INSTITUTION,
			own: 'neither',
			from: { account: from },
			to: { account: to },
			asset,
			amount,
			moment: { instant: Number(text), text, precision: 'millisecond' },
			...(block === '' ? {} : { block: { number: Number(block) } }),
			keys: { order: transaction },
			medium,
			state,
			type,
			memo: '',
			raw: row.raw,
		},
	};
}
