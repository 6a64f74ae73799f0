import type { LedgerRecord } from '../record.ts';
import type { MergeRule } from '../transfer.ts';
import { byStrength, canBeOne, openness, type RowFees, rowFees } from './compatible.ts';
import { inOneFile, inOnePlace, leading, type Slot, slotOf, tellsFrom } from './slot.ts';

/**
 * Joins the records that share one identifier into movements.
 *
 * Rows of one file are distinct movements, unless every field that identifies them is equal (one row printed twice
 * under one full identifier, `dropRepeats`). Across files they pair one to one, so that there are as many movements as
 * the fullest file shows: never the sum, never one.
 *
 * A row that could belong to several different movements (two payees with equal shares, and a bill that names neither)
 * stays alone: nothing is guessed.
 */
export function pairRecords(records: readonly LedgerRecord[], rule: MergeRule, dropRepeats: boolean): Slot[] {
	if (records.length === 1) return [slotOf(records[0] as LedgerRecord)];
	const fees = rowFees(records);
	const sorted = [...records].sort(byStrength);
	const pair = (some: readonly LedgerRecord[]) => {
		const slots: Slot[] = [];
		for (const record of some) place(slots, record, rule, dropRepeats, fees);
		return slots;
	};
	const failed = rule === 'chain' ? sorted.filter(({ state }) => state === 'failed') : [];
	if (failed.length === 0) return pair(sorted);
	// A contract may try a send that failed again, equal to the first: paired by that first, or neither would be the failed one.
	const slots = pair(sorted.filter(({ state }) => state !== 'failed'));
	for (const slot of pair(failed)) placeFailed(slots, slot, fees);
	return slots;
}

/** Of a movement that failed where some say so: another source may not know it. */
function placeFailed(slots: Slot[], failed: Slot, fees: RowFees): void {
	const fits = (a: LedgerRecord) => failed.records.every((b) => !inOnePlace(a, b) && canBeOne(a, b, fees));
	const home = soleHome(slots.filter(({ records }) => records.every(fits)));
	if (!home) {
		slots.push(failed);
		return;
	}
	home.records.push(...failed.records);
	home.records.sort(byStrength);
	home.rule = 'chain';
}

function place(slots: Slot[], record: LedgerRecord, rule: MergeRule, dropRepeats: boolean, fees: RowFees): void {
	const twin = dropRepeats ? slots.find((slot) => slot.records.some((r) => isRepeat(r, record))) : undefined;
	const slot =
		twin ?? soleHome(slots.filter((s) => !tellsFrom(s, record) && s.records.every((r) => canBeOne(r, record, fees))));
	if (!slot) {
		slots.push(slotOf(record));
		return;
	}
	slot.records.push(record);
	slot.rule = rule;
}

/** The only movement a row can belong to; of several that cannot be told apart, the first. */
function soleHome(homes: readonly Slot[]): Slot | undefined {
	const [first, ...rest] = homes;
	if (!first) return undefined;
	const lead = leading(first);
	const same = rest.every((slot) => {
		const other = leading(slot);
		return other.from.account === lead.from.account && other.to.account === lead.to.account;
	});
	return same ? first : undefined;
}

/** Two rows of one file that carry the same full identifier are one row printed twice. */
function isRepeat(a: LedgerRecord, b: LedgerRecord): boolean {
	return (
		inOneFile(a, b) &&
		a.own === b.own &&
		a.moment.instant === b.moment.instant &&
		a.amount === b.amount &&
		a.packet === b.packet &&
		a.asset === b.asset &&
		a.medium === b.medium &&
		a.state === b.state &&
		a.keys.order === b.keys.order &&
		a.keys.parent === b.keys.parent &&
		openness(a) === 0 &&
		a.from.account === b.from.account &&
		a.to.account === b.to.account
	);
}
