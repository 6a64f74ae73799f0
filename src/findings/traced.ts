import { type CashOut, isSettled } from '../cashouts/types.ts';
import type { Derived, Traced } from './input.ts';

/** Cash-outs across which lots convert: accepted by rule, or confirmed by a person. */
export function acceptedCashOuts(derived: Derived): readonly CashOut[] {
	return derived.cashOuts.cashOuts.filter(isSettled);
}

/** Of a transfer, what is traced to seeds under the policy, in smallest units. */
export function tracedAmount(traced: Traced, transfer: string): bigint {
	const shares = traced.shares(transfer).filter((s) => !s.origin.startsWith('?'));
	// Poison marks the whole for each origin: the whole is counted once.
	if (traced.policy === 'poison') return shares[0]?.amount ?? 0n;
	return shares.reduce((sum, s) => sum + s.amount, 0n);
}
