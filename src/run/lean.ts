import type { LedgerRecord, Side } from '../ledger/record.ts';

/**
 * Makes the records of a case lean: the raw row stays in the store, and texts that stand in a million rows (the owner's
 * account and name, the source, the type) stand in memory once. Nothing else is changed.
 */
export function leanRecords(): (record: LedgerRecord) => LedgerRecord {
	const texts = new Map<string, string>();
	const sides = new Map<string, Side>();
	const one = (text: string): string => {
		const known = texts.get(text);
		if (known !== undefined) return known;
		texts.set(text, text);
		return text;
	};
	const sideOf = (side: Side): Side => {
		const known = sides.get(side.account);
		if (known && known.name === side.name) return known;
		sides.set(side.account, side);
		return side;
	};
	return (record) => ({
		...record,
		raw: '',
		source: one(record.source),
		institution: one(record.institution),
		own: one(record.own) as LedgerRecord['own'],
		from: sideOf(record.from),
		to: sideOf(record.to),
		asset: one(record.asset),
		medium: one(record.medium) as LedgerRecord['medium'],
		type: one(record.type),
		memo: one(record.memo),
	});
}
