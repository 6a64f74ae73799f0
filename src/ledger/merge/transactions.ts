import type { LedgerRecord } from '../record.ts';
import type { Transfer } from '../transfer.ts';
import { leading, type Slot } from './slot.ts';

/** The transaction of a movement on a chain. What is kept apart moves nothing, and a fee goes to nobody of the transaction. */
export function transactionOf(slot: Slot, exclusion: Transfer['exclusion']): Pick<Transfer, 'transaction'> {
	if (exclusion !== undefined || leading(slot).medium === 'fee') return {};
	for (const record of slot.records) {
		const transaction = chainTransaction(record);
		if (transaction !== undefined) return { transaction };
	}
	return {};
}

/** Hash of the transaction on chain that a record is of; undefined for what is on no chain. */
export function chainTransaction({ evidence, institution, keys }: LedgerRecord): string | undefined {
	if (evidence.kind === 'chain') return evidence.transaction;
	return institution.startsWith('chain:') ? keys.order : undefined;
}

/** Keeps a transaction where it has several transfers: alone it says nothing. */
export function sharedTransactions(transfers: readonly Transfer[]): readonly Transfer[] {
	const counts = new Map<string, number>();
	for (const { transaction } of transfers)
		if (transaction !== undefined) counts.set(transaction, (counts.get(transaction) ?? 0) + 1);
	if (counts.size === 0) return transfers;
	return transfers.map((transfer) => {
		const { transaction, ...alone } = transfer;
		return transaction !== undefined && counts.get(transaction) === 1 ? alone : transfer;
	});
}
