import { isChain, networkOf } from '../account.ts';
import type { LedgerRecord, Side } from '../record.ts';
import { amountOf, leading, type Slot } from './slot.ts';

/**
 * Joins what an exchange says of a withdrawal with the chain's own row of it: one transaction hash, coin, amount and
 * receiver. The chain names the exchange's wallet as the payer, the exchange its user: the user is who paid, so the
 * exchange's record leads. Where one transaction has two such movements nothing is joined.
 *
 * @param apart ids of records that a decision split from their merge
 * @returns the movements that remain
 */
export function joinWithdrawals(slots: readonly Slot[], apart: ReadonlySet<string>): Slot[] {
	const free = slots.filter((slot) => !slot.records.some((r) => apart.has(r.id)));
	const withdrawals = free.filter((slot) => isWithdrawal(leading(slot)));
	if (withdrawals.length === 0) return [...slots];
	const onChain = new Map<string, Slot[]>();
	for (const slot of free) {
		const lead = leading(slot);
		if (!lead.institution.startsWith('chain:') || lead.medium === 'fee') continue;
		const key = movementKey(slot);
		onChain.set(key, [...(onChain.get(key) ?? []), slot]);
	}
	const gone = new Set<Slot>();
	for (const slot of withdrawals) {
		const [twin, ...others] = onChain.get(movementKey(slot)) ?? [];
		if (!twin || others.length > 0 || gone.has(twin)) continue;
		slot.records.push(...twin.records);
		slot.rule = 'chain';
		gone.add(twin);
	}
	return slots.filter((slot) => !gone.has(slot));
}

/** The side behind an exchange's wallet, where the exchange's own record tells it. */
export function payerBehind(slot: Slot): Side | undefined {
	return slot.records.length > 1 ? slot.records.find(isWithdrawal)?.from : undefined;
}

function isWithdrawal({ institution, own, medium, to }: LedgerRecord): boolean {
	return institution.startsWith('exchange:') && own === 'from' && medium !== 'fee' && isChain(to.account);
}

function movementKey(slot: Slot): string {
	const { keys, asset, to } = leading(slot);
	return [networkOf(to.account), keys.order, asset, to.account, amountOf(slot)].join('|');
}
