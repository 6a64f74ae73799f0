import { type AccountId, accountOf } from '../../../ledger/account.ts';
import { type ChainEvidence, recordId } from '../../../ledger/evidence.ts';
import type { LedgerRecord } from '../../../ledger/record.ts';

/** A record before the receipt that it names is there. */
export type Draft = Omit<LedgerRecord, 'id' | 'evidence'> & Pick<ChainEvidence, 'transaction' | 'position'>;

/** Drafts of one stretch, and what was passed over, for the receipt's reason. */
export interface Decoded {
	readonly drafts: readonly Draft[];
	/** What is no movement of the history, by what it is. */
	readonly passed: Readonly<Record<string, number>>;
}

/** The records of a stretch. */
export function recordsOf(drafts: readonly Draft[], chain: string, receipt: string): LedgerRecord[] {
	return drafts.map(({ transaction, position, ...said }) => {
		const evidence: ChainEvidence = { kind: 'chain', chain, transaction, position, receipt };
		return { id: recordId(evidence), evidence, ...said };
	});
}

/** @throws Error where the node's own answer is no address: checked before */
export function accountAt(network: string, address: string): AccountId {
	const account = accountOf(network, address);
	if (account === undefined) throw new Error(`no address: ${address}`);
	return account;
}
