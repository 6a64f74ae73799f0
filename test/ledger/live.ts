import { type ChainEvidence, recordId } from '../../src/ledger/evidence.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import { record, type Said } from './records.ts';

/** What a test says of a live record; the rest is a finished token transfer of 10 units from A to B on Ethereum. */
export type SaidLive = Omit<Said, 'file' | 'row' | 'part' | 'order'> &
	Partial<Omit<ChainEvidence, 'kind'>> & { readonly log?: number };

export const TX = `0x${'ab'.repeat(32)}`;
export const USDT_ETH = 'eth:0xdAC17F958D2ee523a2206206994597C13D831ec7';

/** A record as a reader of a chain would make it. */
export function live(said: SaidLive = {}): LedgerRecord {
	const { chain = 'eth', transaction = TX, position = `log ${said.log ?? 1}`, receipt = 'x1', ...rest } = said;
	const evidence: ChainEvidence = { kind: 'chain', chain, transaction, position, receipt };
	return {
		...record({
			institution: `chain:${chain}`,
			own: 'neither',
			source: 'evm-rpc',
			from: `${chain}:0xa`,
			to: `${chain}:0xb`,
			asset: USDT_ETH,
			medium: 'token',
			order: transaction,
			...rest,
		}),
		id: recordId(evidence),
		evidence,
	};
}
