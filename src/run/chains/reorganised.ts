import type { Receipt } from '../../ledger/receipt.ts';
import { finalOnes } from './plan.ts';
import type { Work } from './work.ts';

/**
 * Final stretches whose last block the chain no longer has: compared backwards, from the newest to the first that agrees.
 * A node that has no block at that mark at all says nothing: it may be behind.
 *
 * @throws ChainTrouble
 */
export async function takenBack({ held, settings, blockHash, head }: Work): Promise<Receipt[]> {
	const gone: Receipt[] = [];
	for (const receipt of finalOnes(held, settings.tokens).sort((a, b) => b.until - a.until)) {
		if (receipt.untilHash === undefined || receipt.until > head.latest) continue;
		const now = await blockHash(receipt.until);
		if (now === undefined || now === receipt.untilHash) break;
		gone.push(receipt);
	}
	return gone;
}
