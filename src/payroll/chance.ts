import { fitBook } from './readings.ts';
import { directionOf } from './relation.ts';
import { termBook } from './terms.ts';
import type { ActedTransfer, PayRules } from './types.ts';

/** Payments of the case that no pay relation joins, and how many of them the pay rules would explain by amount. */
export interface Chance {
	readonly unrelated: number;
	readonly fitting: number;
}

/**
 * How little an amount proves in this case: of the transfers between parties without a relation in the gang (neither
 * side a member, one side only, or members none of whom is the other's superior), how many fit the pay rules. Seeds,
 * cash-outs, own moves, refunds, fees and rows kept apart are not asked.
 */
export function chance(transfers: readonly ActedTransfer[], rules: PayRules, offsetMinutes: number): Chance {
	const terms = termBook(rules, offsetMinutes);
	const fits = fitBook(rules.roundingMaxFen);
	let [unrelated, fitting] = [0, 0];
	for (const acted of transfers) {
		if (!isPayment(acted)) continue;
		const direction = directionOf(acted.payer, acted.payee);
		if (direction === 'down' || direction === 'up') continue;
		unrelated++;
		const { amount, instant } = acted.transfer;
		const own = terms(acted.payee?.member ?? {}, instant);
		if (fits(amount, own)) fitting++;
	}
	return { unrelated, fitting };
}

const NO_PAYMENTS: ReadonlySet<string> = new Set(['withdrawal', 'top-up', 'refund', 'fee']);

function isPayment({ transfer, payer, payee, seed, cashOut }: ActedTransfer): boolean {
	if (transfer.exclusion !== undefined || seed || cashOut !== undefined) return false;
	if (payer !== undefined && payer.party === payee?.party) return false;
	return !NO_PAYMENTS.has(transfer.medium);
}
