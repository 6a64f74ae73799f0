import type { LedgerRecord } from '../record.ts';
import { sidesAgree } from './compatible.ts';
import { leading, type Slot } from './slot.ts';

/** A refund row without a number of its order is paired only with a payment of the last 30 days. */
const REFUND_WINDOW_MS = 30 * 86_400_000;

/**
 * Ties refund rows to the movements they pay back: by the merchant's or parent's number, which a refund keeps, else by counterparty
 * where exactly one earlier movement states just this refund. A tied refund is no movement of its own: what was paid is
 * reduced, once, however many rows say so. An untied one stays a transfer of kind refund.
 */
export function tieRefunds(slots: readonly Slot[]): void {
	const payments = new Map<string, Slot[]>();
	const byPair = new Map<string, Slot[]>();
	const refunds: Slot[] = [];
	for (const slot of slots) {
		const lead = leading(slot);
		if (lead.medium === 'refund') {
			refunds.push(slot);
			continue;
		}
		for (const key of numbersOf(slot)) push(payments, key, slot);
		if (statedRefund(slot) > 0n) push(byPair, pairKey(lead, lead.from.account, lead.to.account), slot);
	}
	refunds.sort(
		(a, b) => leading(a).moment.instant - leading(b).moment.instant || (leading(a).id < leading(b).id ? -1 : 1),
	);
	for (const refund of refunds) tie(refund, payments, byPair);
}

function tie(refund: Slot, payments: ReadonlyMap<string, Slot[]>, byPair: ReadonlyMap<string, Slot[]>): void {
	const lead = leading(refund);
	const amount = lead.amount ?? 0n;
	const numbered = [...new Set(numbersOf(refund).flatMap((key) => payments.get(key) ?? []))].filter((p) =>
		fits(p, lead),
	);
	// A packet's refund belongs to the whole packet, not to a share: its shares were taken and stay paid.
	const whole = numbered.filter((slot) => slot.packetTotal);
	const sole = whole.length === 1 ? whole : numbered;
	if (sole.length === 1) {
		attach(refund, sole[0] as Slot, amount);
		return;
	}
	if (sole.length > 1) return;
	const stated = (byPair.get(pairKey(lead, lead.to.account, lead.from.account)) ?? []).filter(
		(slot) =>
			statedRefund(slot) === amount &&
			slot.refundRows === 0n &&
			leading(slot).moment.instant <= lead.moment.instant &&
			lead.moment.instant - leading(slot).moment.instant <= REFUND_WINDOW_MS,
	);
	if (stated.length !== 1) return;
	refund.certain = false;
	attach(refund, stated[0] as Slot, amount);
}

function attach(refund: Slot, payment: Slot, amount: bigint): void {
	refund.refundOf = payment;
	payment.refundRows += amount;
}

/** What the movement's own rows say was given back; several rows repeat one another, so the largest counts. */
export function statedRefund(slot: Slot): bigint {
	return slot.records.reduce((most, r) => (r.refunded !== undefined && r.refunded > most ? r.refunded : most), 0n);
}

function fits(payment: Slot, refund: LedgerRecord): boolean {
	const lead = leading(payment);
	const whole = lead.packet ?? lead.amount;
	return (
		lead.asset === refund.asset &&
		sidesAgree(lead.from.account, refund.to.account) &&
		(payment.packetTotal || sidesAgree(lead.to.account, refund.from.account)) &&
		lead.moment.instant <= refund.moment.instant &&
		(whole === undefined || refund.amount === undefined || refund.amount <= whole)
	);
}

function numbersOf(slot: Slot): string[] {
	const keys = new Set<string>();
	for (const { institution, keys: k } of slot.records) {
		if (k.merchant !== undefined) keys.add(`${institution}|m|${k.merchant}`);
		if (k.parent !== undefined) keys.add(`${institution}|p|${k.parent}`);
	}
	return [...keys];
}

function pairKey(record: LedgerRecord, from: string, to: string): string {
	return `${record.institution}|${record.asset}|${from}|${to}`;
}

function push(map: Map<string, Slot[]>, key: string, slot: Slot): void {
	const list = map.get(key);
	if (list) list.push(slot);
	else map.set(key, [slot]);
}
