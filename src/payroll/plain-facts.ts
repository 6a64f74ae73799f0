import { formatAmount } from '../ledger/money.ts';
import type { Rule } from './context.ts';
import { reason } from './reasons.ts';

/** A dispute takes the row out of every other figure. */
export const disputed: Rule = ({ acted }) => {
	const decided = acted.decided;
	if (!decided?.disputed) return undefined;
	const why = reason('disputed', { by: decided.by, why: decided.why });
	return { kind: 'disputed', certainty: 'open', basis: ['decision'], reason: why };
};

export const seed: Rule = ({ acted }) =>
	acted.seed
		? { kind: 'seed', certainty: 'documented', basis: ['attribution'], reason: reason('seed', {}) }
		: undefined;

/** Coins and yuan are joined by amount, rate and time: never more than consistent, though it counts as received. */
export const cashOut: Rule = ({ acted }) =>
	acted.cashOut === undefined
		? undefined
		: {
				kind: 'cash-out',
				certainty: 'consistent',
				basis: ['cash-out'],
				reason: reason('cash-out', { cashOut: acted.cashOut }),
			};

export const ownMove: Rule = ({ acted: { payer, payee, transfer } }) => {
	const as = { kind: 'own-move', certainty: 'documented' } as const;
	if (payer !== undefined && payer.party === payee?.party) {
		return { ...as, basis: ['attribution'], reason: reason('own-move', {}) };
	}
	const between = payer !== undefined && payee !== undefined;
	if (between || (transfer.medium !== 'withdrawal' && transfer.medium !== 'top-up')) return undefined;
	return { ...as, basis: [], reason: reason('own-move-medium', { medium: transfer.medium }) };
};

export const refund: Rule = ({ acted: { transfer } }) => {
	const as = { kind: 'refund', certainty: 'documented', basis: [] } as const;
	if (transfer.exclusion === 'fully-refunded') {
		return { ...as, reason: reason('fully-refunded', { refunded: formatAmount(transfer.refunded, 2) }) };
	}
	return transfer.medium === 'refund' ? { ...as, reason: reason('refund-row', {}) } : undefined;
};
