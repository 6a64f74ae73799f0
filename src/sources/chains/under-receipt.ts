import type { LedgerRecord } from '../../ledger/record.ts';

/** The same records as part of a receipt. @throws Error where one is of no chain: a bug */
export function underReceipt(records: readonly LedgerRecord[], receipt: string): LedgerRecord[] {
	return records.map((record) => {
		if (record.evidence.kind !== 'chain') throw new Error(`the record ${record.id} is of no chain`);
		return { ...record, evidence: { ...record.evidence, receipt } };
	});
}
