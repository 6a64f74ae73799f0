import { type AccountId, CLEARING_ACCOUNTS, vagueness } from '../account.ts';
import type { LedgerRecord } from '../record.ts';
import { byStrength } from './compatible.ts';
import { amountOf, leading, type Slot } from './slot.ts';

/** Two institutions print one payment within a minute of each other (docs/formats.md, "One payment in several files"). */
const MIRROR_WINDOW_MS = 60_000;
/** Money paid out to a card is booked by the bank within the day. */
const PAYOUT_WINDOW_MS = 86_400_000;

/**
 * Joins movements that two independent institutions each tell of: a payment made through a card (the firm's row names
 * the card, the bank's row the firm) and a transfer between two banks. By clearing number where both print one, else by
 * amount and time between the same accounts; the latter is never certain and a decision can undo it.
 *
 * @param apart ids of records that a decision split from their merge
 * @returns the movements that remain
 */
export function joinMirrors(slots: readonly Slot[], apart: ReadonlySet<string>): Slot[] {
	const gone = new Set<Slot>();
	const lanes = new Map<string, Slot[]>();
	for (const slot of slots) {
		const lane = laneOf(slot);
		if (lane === undefined || slot.records.some((r) => apart.has(r.id))) continue;
		const list = lanes.get(lane);
		if (list) list.push(slot);
		else lanes.set(lane, [slot]);
	}
	const numbering = sharedNumbering(slots);
	for (const lane of lanes.values()) if (institutionsOf(lane).size > 1) pairLane(lane, gone, numbering);
	return slots.filter((slot) => !gone.has(slot));
}

function institutionsOf(slots: readonly Slot[]): Set<string> {
	const institutions = new Set<string>();
	for (const { records } of slots) for (const { institution } of records) institutions.add(institution);
	return institutions;
}

/**
 * What two rows of one payment have in common across institutions: asset, amount, and the card with its direction, or
 * both bank accounts. Undefined for movements that no second institution can tell of.
 */
function laneOf(slot: Slot): string | undefined {
	const lead = leading(slot);
	const amount = amountOf(slot);
	if (amount === undefined || lead.medium === 'refund' || lead.state === 'failed' || lead.state === 'closed')
		return undefined;
	const through = cardPassage(lead);
	if (through !== undefined) return `${lead.asset}|${amount}|${through}`;
	if (vagueness(lead.from.account) > 0 || vagueness(lead.to.account) > 0) return undefined;
	return `${lead.asset}|${amount}|${lead.from.account}>${lead.to.account}`;
}

/** `card>firm` or `firm>card` where the row shows money passing between a card and a payment firm. */
function cardPassage(record: LedgerRecord): string | undefined {
	const { from, to, card, own } = record;
	if (CLEARING_ACCOUNTS.has(to.account)) return `${from.account}>${to.account}`;
	if (CLEARING_ACCOUNTS.has(from.account)) return `${from.account}>${to.account}`;
	const firm = clearingOf(record);
	if (firm === undefined) return undefined;
	if (from.account.startsWith('bank:')) return `${from.account}>${firm}`;
	if (to.account.startsWith('bank:')) return `${firm}>${to.account}`;
	if (card !== undefined && own === 'from') return `${card}>${firm}`;
	return undefined;
}

function clearingOf(record: LedgerRecord): AccountId | undefined {
	return [...CLEARING_ACCOUNTS].find((account) => account.startsWith(`${record.institution}:`));
}

/** Pairs the movements of one lane, nearest in time first; ties by id. One movement joins one of each other institution. */
function pairLane(lane: readonly Slot[], gone: Set<Slot>, numbering: ReadonlySet<string>): void {
	const pairs: { a: Slot; b: Slot; apart: number; exact: boolean }[] = [];
	const sorted = [...lane].sort((x, y) => byTime(leading(x), leading(y)));
	sorted.forEach((a, i) => {
		for (let j = i + 1; j < sorted.length; j++) {
			const b = sorted[j] as Slot;
			const apart = leading(b).moment.instant - leading(a).moment.instant;
			if (apart > PAYOUT_WINDOW_MS) break;
			if (!independent(a, b)) continue;
			const exact = sharesClearing(a, b);
			if (conflicts(a, b, numbering) || (!exact && apart > windowOf(a, b))) continue;
			pairs.push({ a, b, apart, exact });
		}
	});
	pairs.sort(
		(x, y) =>
			Number(y.exact) - Number(x.exact) ||
			x.apart - y.apart ||
			byTime(leading(x.a), leading(y.a)) ||
			byTime(leading(x.b), leading(y.b)),
	);
	for (const { a, b, exact } of pairs) {
		if (gone.has(a) || gone.has(b) || !independent(a, b)) continue;
		absorb(a, b, exact);
		gone.add(b);
	}
}

function absorb(into: Slot, other: Slot, exact: boolean): void {
	into.records.push(...other.records);
	into.records.sort(preferFirm);
	into.rule = exact ? 'clearing' : 'amount-time';
	into.certain = into.certain && other.certain && exact;
	into.refundRows += other.refundRows;
	if (other.refundOf && !into.refundOf) into.refundOf = other.refundOf;
}

/** The firm's row names payer and payee; the bank's row only the firm: the firm's leads. */
function preferFirm(a: LedgerRecord, b: LedgerRecord): number {
	const firm = (r: LedgerRecord) =>
		Number(CLEARING_ACCOUNTS.has(r.from.account) || CLEARING_ACCOUNTS.has(r.to.account));
	return firm(a) - firm(b) || byStrength(a, b);
}

function windowOf(a: Slot, b: Slot): number {
	const coarse = [leading(a), leading(b)].some((r) => r.moment.precision === 'day');
	const payout = [leading(a), leading(b)].some((r) => r.medium === 'withdrawal');
	return coarse || payout ? PAYOUT_WINDOW_MS : MIRROR_WINDOW_MS;
}

/** Different books, and no file in common: one institution's rows are distinct movements already. */
function independent(a: Slot, b: Slot): boolean {
	return !a.records.some((x) => b.records.some((y) => x.institution === y.institution));
}

/** Different clearing numbers contradict a join only where the two institutions print one and the same numbering. */
function conflicts(a: Slot, b: Slot, numbering: ReadonlySet<string>): boolean {
	if (clearings(a).size === 0 || clearings(b).size === 0 || sharesClearing(a, b)) return false;
	return a.records.some((x) => b.records.some((y) => numbering.has(`${x.institution}|${y.institution}`)));
}

/**
 * Pairs of institutions that print the same clearing number at least once in the case. A bank's own serial (交易流水号)
 * stands in the same column as a number of the clearing and is no contradiction to one.
 */
function sharedNumbering(slots: readonly Slot[]): Set<string> {
	const institutions = new Map<string, Set<string>>();
	for (const { keys, institution } of slots.flatMap((slot) => slot.records)) {
		if (keys.clearing === undefined) continue;
		const known = institutions.get(keys.clearing) ?? new Set<string>();
		institutions.set(keys.clearing, known.add(institution));
	}
	const pairs = new Set<string>();
	for (const known of institutions.values())
		for (const a of known) for (const b of known) if (a !== b) pairs.add(`${a}|${b}`);
	return pairs;
}

function sharesClearing(a: Slot, b: Slot): boolean {
	const y = clearings(b);
	return [...clearings(a)].some((key) => y.has(key));
}

function clearings(slot: Slot): Set<string> {
	return new Set(slot.records.flatMap((r) => (r.keys.clearing === undefined ? [] : [r.keys.clearing])));
}

function byTime(a: LedgerRecord, b: LedgerRecord): number {
	return a.moment.instant - b.moment.instant || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
