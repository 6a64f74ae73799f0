import type { LedgerRecord } from '../record.ts';
import { byStrength, canBeOne } from './compatible.ts';
import { leading, placeOf, type Slot } from './slot.ts';

/**
 * Second rung of the ladder: one file's order or parent number is another's parent or merchant number. Joins two movements of one
 * institution where each fits only the other, and their own order numbers come from different files.
 */
export function joinByOtherNumbers(slots: readonly Slot[], apart: ReadonlySet<string>): Slot[] {
	const byOrder = new Map<string, Slot[]>();
	for (const slot of slots) {
		for (const key of new Set(slot.records.flatMap((r) => numberKeys(r, ['order', 'parent']))))
			push(byOrder, key, slot);
	}
	const gone = new Set<Slot>();
	for (const slot of slots) {
		if (gone.has(slot) || slot.records.some((r) => apart.has(r.id))) continue;
		const keys = new Set(slot.records.flatMap((r) => numberKeys(r, ['parent', 'merchant'])));
		const others = new Set([...keys].flatMap((key) => byOrder.get(key) ?? []));
		const homes = [...others].filter((other) => other !== slot && !gone.has(other) && fits(slot, other, apart));
		if (homes.length !== 1) continue;
		const home = homes[0] as Slot;
		home.records.push(...slot.records);
		home.records.sort(byStrength);
		home.rule = 'merchant';
		gone.add(slot);
	}
	return slots.filter((slot) => !gone.has(slot));
}

function fits(a: Slot, b: Slot, apart: ReadonlySet<string>): boolean {
	if (leading(a).medium === 'refund' || leading(b).medium === 'refund') return false;
	return a.records.every((x) =>
		b.records.every((y) => !apart.has(y.id) && placeOf(x) !== placeOf(y) && canBeOne(x, y)),
	);
}

function numberKeys(record: LedgerRecord, names: readonly ('order' | 'parent' | 'merchant')[]): string[] {
	return names.flatMap((name) => {
		const value = record.keys[name];
		return value === undefined ? [] : [`${record.institution}|${value}`];
	});
}

function push(map: Map<string, Slot[]>, key: string, slot: Slot): void {
	const list = map.get(key);
	if (list) list.push(slot);
	else map.set(key, [slot]);
}
