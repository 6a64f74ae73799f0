import { type AccountId, accountOf } from '../../../ledger/account.ts';
import { type ChainEvidence, recordId } from '../../../ledger/evidence.ts';
import type { LedgerRecord } from '../../../ledger/record.ts';

/** What answers say of one movement: a record before the receipt that it names is there. */
export interface Draft extends Pick<LedgerRecord, 'asset' | 'amount' | 'medium' | 'state' | 'type'> {
	readonly transaction: string;
	/** See `ChainEvidence`. */
	readonly position: string;
	readonly from: AccountId;
	readonly to: AccountId;
	readonly block: number;
	/** Place in the block: see `blockPlace`. */
	readonly place: number;
	/** Seconds since 1970. */
	readonly seconds: number;
	readonly log?: number;
	/** The node's own words, as it printed them. */
	readonly raw: string;
}

/** Drafts of one stretch, and what is to be said of them. */
export interface Decoded {
	readonly drafts: readonly Draft[];
	/** How many there are of what the receipt must mention. */
	readonly notes: Readonly<Record<string, number>>;
}

/** The records of a stretch. */
export function recordsOf(drafts: readonly Draft[], chain: string, receipt: string): LedgerRecord[] {
	const institution = `chain:${chain}`;
	return drafts.map((draft) => {
		const { transaction, position, from, to, seconds, log } = draft;
		const evidence: ChainEvidence = { kind: 'chain', chain, transaction, position, receipt };
		// By one literal: they are made by the million.
		return {
			id: recordId(evidence),
			evidence,
			source: 'evm-rpc',
			institution,
			own: 'neither',
			from: { account: from },
			to: { account: to },
			asset: draft.asset,
			amount: draft.amount,
			moment: { instant: seconds * 1000, text: String(seconds), precision: 'second' },
			block: { number: draft.block, index: draft.place },
			sequence: 0,
			keys: log === undefined ? { order: transaction } : { order: transaction, log },
			medium: draft.medium,
			state: draft.state,
			type: draft.type,
			memo: '',
			raw: draft.raw,
		};
	});
}

/** Where fees go: nobody's own account. */
export function feeSink(network: string): AccountId {
	return `${network}:@fee`;
}

/** @throws Error where the node's own answer is no address: checked before */
export function accountAt(network: string, address: string): AccountId {
	const account = accountOf(network, address);
	if (account === undefined) throw new Error(`no address: ${address}`);
	return account;
}

/** The same for many: the same few addresses come thousands of times. */
export function accountsOn(network: string): (address: string) => AccountId {
	const known = new Map<string, AccountId>();
	return (address) => {
		let account = known.get(address);
		if (account === undefined) {
			account = accountAt(network, address);
			known.set(address, account);
		}
		return account;
	};
}
