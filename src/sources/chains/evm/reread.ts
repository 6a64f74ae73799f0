import { Problem } from '../../../ledger/problem.ts';
import { covers, type Receipt } from '../../../ledger/receipt.ts';
import type { LedgerRecord } from '../../../ledger/record.ts';
import type { Exchange, ReaderTerms } from '../contract.ts';
import { answersOf } from '../outcome.ts';
import { recordsOf } from './draft.ts';
import type { Frame } from './frame.ts';
import type { EvmHistory } from './history.ts';
import { toldBy } from './rpc.ts';

/** See `ChainReader.reread`. @throws Problem `chain.kept-damaged` */
export function rereadHistory(
	history: Pick<EvmHistory, 'decode'>,
	terms: ReaderTerms,
	receipt: Receipt,
	exchanges: readonly Exchange[],
): LedgerRecord[] {
	if (!covers(receipt)) return [];
	const damaged = (reason: string) => new Problem('evidence', 'chain.kept-damaged', { file: receipt.id, reason });
	if (answersOf(exchanges).join() !== receipt.answers.join()) throw damaged('other answers than the receipt names');
	const { network, assets } = terms;
	const frame: Frame = { network, assets, ...receipt };
	try {
		const { drafts } = history.decode(frame, exchanges.map(toldBy));
		if (drafts.length === receipt.records) return recordsOf(drafts, network, receipt.id);
	} catch (error) {
		throw damaged(error instanceof Error ? error.message : String(error));
	}
	throw damaged('another number of transfers than the receipt names');
}
