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

/** What is alike in all drafts of a network. */
export function draftOn(
	network: string,
	said: Pick<Draft, 'transaction' | 'position' | 'asset' | 'amount' | 'medium' | 'state' | 'type'> & {
		readonly from: string;
		readonly to: string;
		readonly block: number;
		/** Place in the block: see `blockPlace`. */
		readonly place: number;
		/** Seconds since 1970. */
		readonly seconds: number;
		readonly log?: number;
		readonly raw: unknown;
	},
): Draft {
	const { from, to, block, place, seconds, log, raw, transaction, position, asset, amount, medium, state, type } = said;
	return {
		transaction,
		position,
		source: 'evm-rpc',
		institution: `chain:${network}`,
		own: 'neither',
		from: { account: accountAt(network, from) },
		to: { account: accountAt(network, to) },
		asset,
		amount,
		moment: { instant: seconds * 1000, text: String(seconds), precision: 'second' },
		block: { number: block, index: place },
		sequence: 0,
		keys: log === undefined ? { order: transaction } : { order: transaction, log },
		medium,
		state,
		type,
		memo: '',
		raw: JSON.stringify(raw),
	};
}

/** The records of a stretch. */
export function recordsOf(drafts: readonly Draft[], chain: string, receipt: string): LedgerRecord[] {
	return drafts.map(({ transaction, position, ...said }) => {
		const evidence: ChainEvidence = { kind: 'chain', chain, transaction, position, receipt };
		return { id: recordId(evidence), evidence, ...said };
	});
}

/** Where fees go: nobody's own account. */
export const FEE_SINK = '@fee';

/** @throws Error where the node's own answer is no address: checked before */
export function accountAt(network: string, address: string): AccountId {
	if (address === FEE_SINK) return `${network}:${FEE_SINK}`;
	const account = accountOf(network, address);
	if (account === undefined) throw new Error(`no address: ${address}`);
	return account;
}
