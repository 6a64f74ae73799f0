import type { Receipt, VanishedTransfer } from '../../ledger/receipt.ts';
import { asksFor, covers } from '../../ledger/receipt.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import type { Store } from '../../stores/contract.ts';
import { ByHistory, recordsOf, type Stretches } from './stretches.ts';

/** What became of a stretch that was dropped. */
export interface Fate {
	readonly receipt: Receipt;
	/** Records that no live stretch holds though its history was asked again where they stood. */
	readonly vanished: readonly LedgerRecord[];
	/** Records that are not brought again, in marks that nobody has asked again yet. */
	readonly waiting: number;
}

/** Looks for what dropped stretches held among the live ones. */
export async function fatesOf(store: Store, { live, dropped }: Stretches): Promise<Fate[]> {
	const alive = new Set(live.map(({ id }) => id));
	const answered = new ByHistory(live.filter(covers));
	const fates: Fate[] = [];
	for (const receipt of dropped) {
		const records = await recordsOf(store, [receipt]);
		const again = new Set<string>();
		for (const { id, evidence } of await store.recordsById(records.map(({ id }) => id)))
			if (evidence.kind === 'chain' && alive.has(evidence.receipt)) again.add(id);
		const covering = answered.of(receipt);
		const lost = records.filter(({ id }) => !again.has(id));
		const vanished = lost.filter((record) => {
			const mark = receipt.unit === 'block' ? (record.block?.number ?? receipt.until) : record.moment.instant;
			// An answer about other tokens says nothing of this one.
			return covering.some((one) => one.from <= mark && mark <= one.until && asksFor(one, [record.asset]));
		});
		fates.push({ receipt, vanished, waiting: lost.length - vanished.length });
	}
	return fates;
}

/** Each vanished transfer once, by record: payer's and payee's history may both have shown it. */
export function vanishedTransfers(fates: readonly Fate[]): VanishedTransfer[] {
	const byRecord = new Map<string, VanishedTransfer>();
	for (const { receipt, vanished } of fates)
		for (const record of vanished) {
			const { evidence, block, from, to, asset, amount = 0n, moment } = record;
			if (evidence.kind !== 'chain') continue;
			const known = byRecord.get(record.id);
			if (known && known.receipt < receipt.id) continue;
			byRecord.set(record.id, {
				record: record.id,
				chain: evidence.chain,
				transaction: evidence.transaction,
				position: evidence.position,
				...(block ? { block: block.number } : {}),
				account: receipt.account,
				history: receipt.history,
				from: from.account,
				to: to.account,
				asset,
				amount,
				instant: moment.instant,
				receipt: receipt.id,
				seenAt: receipt.askedAt,
			});
		}
	return [...byRecord.values()].sort((a, b) => (a.record < b.record ? -1 : 1));
}
