/** What explorers' exports of coin movements have in common: the coin that moved, and the fee that its sender paid. */
import type { AccountId } from '../ledger/account.ts';
import type { LedgerRecord, RecordState } from '../ledger/record.ts';
import type { Moment } from '../ledger/time.ts';
import type { Row } from './row.ts';
import { blockIn, transactionHash } from './token-record.ts';

/** What a source has settled about a row that moves a chain's own coin. */
export interface CoinRow {
	readonly source: string;
	readonly network: string;
	readonly from: AccountId;
	readonly to: AccountId;
	/** Smallest units. */
	readonly amount: bigint;
	/** Paid by `from` whether or not the transaction came through. 0: none, or not printed. */
	readonly fee: bigint;
	readonly state: RecordState;
	readonly type: string;
	readonly memo: string;
}

/**
 * The movement (part 0) and its fee (part 1), which goes to the network's fee account: nobody's own.
 *
 * @throws RowFault naming the cell that cannot be read
 */
export function coinRecords(
	row: Row<'hash' | 'block'>,
	coin: CoinRow,
	moment: Moment,
	sequence: number,
): LedgerRecord[] {
	const { source, network, from, to, amount, fee, state, type, memo } = coin;
	const moved: LedgerRecord = {
		id: row.recordId(),
		evidence: row.evidence(),
		source,
		institution: `chain:${network}`,
		own: 'neither',
		from: { account: from },
		to: { account: to },
		asset: `${network}:coin`,
		amount,
		moment,
		...blockIn(row),
		sequence,
		keys: { order: transactionHash(row, network) },
		medium: 'coin',
		state,
		type,
		memo,
		raw: row.raw,
	};
	if (fee === 0n) return [moved];
	const sink = { account: `${network}:@fee` };
	return [
		moved,
		{ ...moved, id: row.recordId(1), evidence: row.evidence(1), to: sink, amount: fee, medium: 'fee', state: 'done' },
	];
}
