import type { Findings } from '../findings/schema.ts';
import type { LedgerRecord } from '../ledger/record.ts';

/** Yuan in the rows of each file whose bytes are not those that were recorded when it was received: hash -> fen. */
export function alarmedFiles(
	evidence: Findings['evidence'],
	records: readonly LedgerRecord[],
): ReadonlyMap<string, bigint> {
	const sums = new Map(evidence.files.filter((f) => f.hashCheck === 'different').map(({ hash }) => [hash, 0n]));
	if (sums.size === 0) return sums;
	for (const { evidence: place, asset, amount, state } of records) {
		const sum = place.kind === 'file' ? sums.get(place.file) : undefined;
		if (place.kind !== 'file' || sum === undefined || asset !== 'CNY' || state !== 'done') continue;
		sums.set(place.file, sum + (amount ?? 0n));
	}
	return sums;
}
