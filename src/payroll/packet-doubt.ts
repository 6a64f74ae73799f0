import type { Transfer } from '../ledger/transfer.ts';
import type { Explanation } from './explanation.ts';
import { LUCKY_SUMS } from './lexicon.ts';
import { reason } from './reasons.ts';
import type { Reason } from './types.ts';
import type { Parts } from './verdict.ts';

/**
 * Why a red packet that the pay rules explain is consistent with pay and no more: it is, or may be, a random share of a
 * group packet; or it is a sum that people give for luck, and nothing but the amount speaks for pay.
 *
 * A packet that its payee alone tells of is pay to the fen of a report or a list of joins, or as a whole wage: a share of
 * 9.55 is no two leads at five, and one of 10.00 need be none.
 */
export function packetDoubt(
	{ medium, amount, memo }: Transfer,
	{ basis, readings }: Explanation,
	parts: Parts,
): Reason | undefined {
	if (medium === 'group-packet') return parts.commission ? reason('pay-group-packet', { memo }) : undefined;
	if (medium !== 'red-packet' && medium !== 'received-packet') return undefined;
	const counted = basis.includes('report') || basis.includes('join');
	const exact = !parts.rounding && (!parts.commission || counted);
	if (medium === 'received-packet' && !exact) return reason('pay-received-packet', { readings: readings.length });
	if (parts.commission && basis.length === 0 && LUCKY_SUMS.has(amount)) return reason('pay-lucky-packet', {});
	return undefined;
}
