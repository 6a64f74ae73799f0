import type { Rule } from './context.ts';
import { RETURN_DAYS } from './dealings.ts';
import type { Topic } from './lexicon.ts';
import { speaksOfPay } from './memo.ts';
import { reason } from './reasons.ts';
import type { Kind } from './types.ts';

const PERSONAL: readonly (readonly [Topic, Kind, 'memo-repayment' | 'memo-loan' | 'memo-family' | 'memo-private'])[] = [
	['repayment', 'repayment', 'memo-repayment'],
	['loan', 'loan', 'memo-loan'],
	['family', 'family', 'memo-family'],
	['private', 'private', 'memo-private'],
];

/** A payout sent back to whoever paid it: because the note says so, or because the amount is exactly the one received. */
export const returned: Rule = ({ acted, memo, direction }, { dealings }) => {
	const { payer, payee, transfer } = acted;
	if (!payer || !payee || direction === 'down') return undefined;
	if (memo.topics.has('return') && dealings.hasPaid(payee.party, payer.party, transfer.amount)) {
		const why = reason('memo-return', { memo: transfer.memo });
		return { kind: 'return-by-payee', certainty: 'documented', basis: ['memo'], reason: why };
	}
	if (memo.topics.size > 0 || !dealings.takeBack(payee.party, payer.party, transfer.amount, transfer.instant)) {
		return undefined;
	}
	const why = reason('amount-return', { days: RETURN_DAYS });
	return { kind: 'return-by-payee', certainty: 'consistent', basis: ['amount'], reason: why };
};

/** Loans, family and private life, as the note names them; between members also a loan repaid to the fen. */
export const personal: Rule = ({ acted, memo, direction }, { dealings }) => {
	const { payer, payee, transfer } = acted;
	const said = PERSONAL.find(([topic]) => memo.topics.has(topic));
	if (said) {
		// A note may speak of pay and of a birthday; what part is which is not said.
		if (direction !== 'outside' && speaksOfPay(memo)) {
			const why = reason('memo-mixed', { memo: transfer.memo });
			return { kind: 'open', certainty: 'open', basis: ['memo'], reason: why };
		}
		const [, kind, code] = said;
		return { kind, certainty: 'documented', basis: ['memo'], reason: reason(code, { memo: transfer.memo }) };
	}
	const mayRepay = direction === 'level' || direction === 'up';
	if (!mayRepay || memo.topics.size > 0 || !payer || !payee) return undefined;
	if (!dealings.owes(payer.party, payee.party, transfer.amount)) return undefined;
	return { kind: 'repayment', certainty: 'consistent', basis: ['amount'], reason: reason('amount-repayment', {}) };
};

/**
 * What a member bought for the work, by its note. Not from a shop: there the note is the name of the goods, and a
 * phone top-up is everybody's.
 */
export const operatingByNote: Rule = ({ acted: { payer, payee, transfer }, memo }) => {
	const shop = transfer.medium === 'payment' || payee?.category === 'merchant';
	if (!memo.topics.has('operating') || !payer?.member || payee?.member || shop) return undefined;
	const why = reason('memo-operating', { memo: transfer.memo });
	return { kind: 'operating-cost', certainty: 'documented', basis: ['memo'], reason: why };
};
