import type { Context, Question, Rule } from './context.ts';
import { explanationOf } from './pay.ts';
import { reason } from './reasons.ts';
import type { Actor, Reason } from './types.ts';
import type { Verdict } from './verdict.ts';

/** What the attribution of the other side says of a transfer: vendor, family, employer, shop. */
export const otherSide: Rule = ({ acted: { payer, payee, transfer }, direction }) => {
	if (direction !== 'outside') return undefined;
	if (payee?.category === 'operating') return attributed('operating-cost', reason('operating', {}));
	if (payer?.category === 'family' || payee?.category === 'family') return attributed('family', reason('family', {}));
	if (payer?.category === 'employer') return attributed('private', reason('employer', {}));
	if (payer?.category === 'merchant' || payee?.category === 'merchant') {
		return attributed('private', reason('merchant', {}));
	}
	if (transfer.medium === 'fee')
		return { kind: 'private', certainty: 'documented', basis: [], reason: reason('fee', {}) };
	// A shop nobody attributed: the kind of payment says so, not who it is.
	if (transfer.medium !== 'payment' || payee?.memberOtherwise) return undefined;
	return { kind: 'private', certainty: 'consistent', basis: [], reason: reason('merchant', {}) };
};

/** Members among whom no superior pays. */
export const members: Rule = ({ acted: { payer, payee }, direction }) => {
	if (direction === 'up') return { kind: 'open', certainty: 'open', basis: [], reason: reason('upwards', {}) };
	if (direction !== 'level') return undefined;
	const why = reason('peers', { payerRole: payer?.member?.role ?? '', payeeRole: payee?.member?.role ?? '' });
	return { kind: 'between-peers', certainty: 'documented', basis: ['attribution'], reason: why };
};

/** Whatever is left stays open; where the amount alone fits the pay rules, it is consistent with pay and no more. */
export function leftOpen(question: Question, context: Context): Verdict {
	const { payer, payee, transfer } = question.acted;
	const found =
		transfer.medium === 'group-packet' || beyondPay(payer, payee) ? undefined : explanationOf(question, context);
	if (found?.outcome !== 'fits') {
		const why = payer?.member
			? reason('unexplained-out', { payee: payee?.name ?? transfer.toName })
			: reason('unexplained-in', { payer: payer?.name ?? transfer.fromName });
		return { kind: 'open', certainty: 'open', basis: [], reason: why };
	}
	const readings = found.readings.length;
	const once = payer?.memberOtherwise || payee?.memberOtherwise;
	const why = once ? reason('outside-spell', { readings }) : reason('amount-alone', { readings });
	return { kind: 'open', certainty: 'consistent', basis: ['amount'], reason: why };
}

/** Services and overseas accounts neither pay wages in yuan nor earn them. */
function beyondPay(...sides: readonly (Actor | undefined)[]): boolean {
	return sides.some((side) => side?.category === 'service' || side?.category === 'overseas');
}

function attributed(kind: 'operating-cost' | 'family' | 'private', why: Reason): Verdict {
	return { kind, certainty: 'documented', basis: ['attribution'], reason: why };
}
