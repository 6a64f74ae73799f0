import type { LedgerRecord } from '../record.ts';
import { byStrength, canBeOne } from './compatible.ts';
import { bookOf, fileOf, inOnePlace, leading, type Slot } from './slot.ts';

/**
 * Second rung of the ladder: one file's parent or merchant number is another's order or parent number. Movements that
 * such numbers tie together become one where every two of them can be one and come from different files; a knot in
 * which any two cannot stays as it is.
 */
export function joinByOtherNumbers(slots: readonly Slot[], apart: ReadonlySet<string>): Slot[] {
	const free = slots.filter((slot) => leading(slot).medium !== 'refund' && !slot.records.some((r) => apart.has(r.id)));
	const gone = new Set<Slot>();
	for (const knot of knotsOf(free)) {
		if (!knot.every((a) => knot.every((b) => a === b || fits(a, b)))) continue;
		const home = knot[0] as Slot;
		for (const other of knot.slice(1)) {
			home.records.push(...other.records);
			gone.add(other);
		}
		home.records.sort(byStrength);
		home.rule = 'merchant';
	}
	return slots.filter((slot) => !gone.has(slot));
}

/** Groups of two and more movements that fit one another over a shared number. */
function knotsOf(slots: readonly Slot[]): Slot[][] {
	const shared = sharedBooks(slots);
	const keysOf = (slot: Slot, names: readonly NumberName[]): Set<string> =>
		new Set(slot.records.flatMap((r) => (shared.has(r.institution) ? numberKeys(r, names) : [])));
	const byNumber = new Map<string, Slot[]>();
	for (const slot of slots) for (const key of keysOf(slot, ['order', 'parent'])) push(byNumber, key, slot);
	const neighbours = new Map<Slot, Set<Slot>>();
	for (const slot of slots) {
		for (const key of keysOf(slot, ['parent', 'merchant'])) {
			for (const other of byNumber.get(key) ?? [])
				if (other !== slot && fits(slot, other)) link(neighbours, slot, other);
		}
	}
	const seen = new Set<Slot>();
	return [...neighbours.keys()].flatMap((start) => {
		if (seen.has(start)) return [];
		const knot = [start];
		seen.add(start);
		for (const slot of knot) {
			for (const next of neighbours.get(slot) ?? []) {
				if (seen.has(next)) continue;
				seen.add(next);
				knot.push(next);
			}
		}
		return [knot];
	});
}

function link(neighbours: Map<Slot, Set<Slot>>, a: Slot, b: Slot): void {
	for (const [x, y] of [
		[a, b],
		[b, a],
	] as const) {
		const known = neighbours.get(x);
		if (known) known.add(y);
		else neighbours.set(x, new Set([y]));
	}
}

function fits(a: Slot, b: Slot): boolean {
	return a.records.every((x) => b.records.every((y) => !inOnePlace(x, y) && canBeOne(x, y)));
}

type NumberName = 'order' | 'parent' | 'merchant';

/**
 * Institutions that print such numbers, and whose rows come from more than one place: rows of one place are never joined,
 * whatever numbers they share.
 */
function sharedBooks(slots: readonly Slot[]): Set<string> {
	const numbering = new Set<string>();
	for (const { records } of slots)
		for (const { institution, keys } of records)
			if (keys.parent !== undefined || keys.merchant !== undefined) numbering.add(institution);
	const places = new Map<string, string>();
	const shared = new Set<string>();
	for (const { records } of slots) {
		for (const record of records) {
			if (!numbering.has(record.institution) || shared.has(record.institution)) continue;
			const place = `${fileOf(record)} ${bookOf(record) ?? ''}`;
			const known = places.get(record.institution);
			if (known === undefined) places.set(record.institution, place);
			else if (known !== place) shared.add(record.institution);
		}
	}
	return shared;
}

function numberKeys(record: LedgerRecord, names: readonly NumberName[]): string[] {
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
