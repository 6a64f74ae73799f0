import type { Reason } from './types.ts';

/**
 * Why a transfer has its kind, and the facts that its sentence quotes. Amounts are yuan with two decimals. Every code
 * has its sentence in the report's catalogue.
 */
export interface ReasonFacts {
	/** A person decided the kind. */
	decided: { by: string; why: string };
	/** A person disputes the row. */
	disputed: { by: string; why: string };
	/** A person decided "wage and commission", but several splits fit. */
	'decided-without-split': { by: string; why: string; readings: number };
	seed: Record<string, never>;
	'cash-out': { cashOut: string };
	/** Both accounts belong to one party. */
	'own-move': Record<string, never>;
	/** Top-up or withdrawal: between one's own wallet and card, by the kind of payment. */
	'own-move-medium': { medium: string };
	fee: Record<string, never>;
	/** A refund row that no payment could be found for. */
	'refund-row': Record<string, never>;
	'fully-refunded': { refunded: string };
	'memo-return': { memo: string };
	/** Exactly the amount of a payout received within the last days, sent back without a note. */
	'amount-return': { days: number };
	'memo-loan': { memo: string };
	'memo-repayment': { memo: string };
	/** Exactly the amount of a loan the other way. */
	'amount-repayment': Record<string, never>;
	'memo-operating': { memo: string };
	'memo-family': { memo: string };
	'memo-private': { memo: string };
	/** The note speaks of pay and of something else; or of a bonus and of other pay. */
	'memo-mixed': { memo: string };
	/** From above, with a note about something that is not pay. */
	'memo-other': { memo: string };
	'memo-bonus': { memo: string };
	'memo-funding': { memo: string };
	/** From above to somebody who pays others, nothing said against it. */
	funding: { payerRole: string; payeeRole: string };
	/** Superior, and the readings agree in wage and commission. */
	'pay-amount': { readings: number };
	'pay-memo': { memo: string };
	'pay-report': { leads: number };
	/** Readings differ in wage or commission. */
	'pay-ambiguous': { readings: number };
	/** Every other division would pay more leads than other payouts left of the day's reports. */
	'pay-other-reports': { leads: number; readings: number };
	/** Readings differ; the explanations of the whole history with fewest exceptions agree in one. `worse`: name of a cost. */
	'pay-history': { wage: string; commission: string; worse: string; count: number };
	/** It fits, but as well repays a loan that the payee gave. */
	'pay-or-repayment': { readings: number };
	/** The pay rules fit, but the payer is not known as a superior of the payee. */
	'pay-no-relation': { payerRole: string; payeeRole: string };
	/** An account of one side is only proposed. */
	'pay-proposed-account': Record<string, never>;
	/** A group packet's share that a note calls commission: never more than consistent. */
	'pay-group-packet': { memo: string };
	/** A packet of which only the payee's rows tell: it may be a random share of a group packet. */
	'pay-received-packet': { readings: number };
	/** A packet of a sum that people give for luck, for which nothing but its amount speaks. */
	'pay-lucky-packet': Record<string, never>;
	/** No reading has the number of leads reported. */
	'contradicts-report': { reported: string; readings: number };
	/** No reading agrees with what the note says. */
	'contradicts-memo': { memo: string; readings: number };
	'no-reading': Record<string, never>;
	/** A share of a group packet without a note that says what for. */
	'group-packet': Record<string, never>;
	/** The amount alone fits the pay rules; the other side is nobody known. */
	'amount-alone': { readings: number };
	/** One side was a member at another time only. */
	'outside-spell': { readings: number };
	peers: { payerRole: string; payeeRole: string };
	/** To a superior, nothing said. */
	upwards: Record<string, never>;
	merchant: Record<string, never>;
	family: Record<string, never>;
	employer: Record<string, never>;
	operating: Record<string, never>;
	/** Nothing is known of what the money was for. */
	'unexplained-in': { payer: string };
	'unexplained-out': { payee: string };
	/** Proposed superior: paid on so many days of the stretch; `gap`: days between pay days, the median. */
	'hierarchy-paid': { days: number; span: number; gap: number; payments: number; yuan: string };
	/** Of the days on which any possible superior paid, those on which this one did. */
	'hierarchy-payers': { days: number; of: number };
	/** The superior pays so many on the same rhythm. */
	'hierarchy-team': { members: number };
	/** The superior's payments beside what the payee pays to a team. */
	'hierarchy-funds': { yuan: string; paid: string };
	'hierarchy-pay-notes': { notes: number };
	/** Proposed leader: pays so many daily (weekly), the median day and hour. */
	'hierarchy-pays-daily': { members: number; yuan: string; hour: string };
	'hierarchy-pays-weekly': { members: number; yuan: string; hour: string };
	'hierarchy-funded': { days: number; weeks: number; weeksPaid: number; yuan: string; paid: string };
	'hierarchy-funding-unknown': Record<string, never>;
	'hierarchy-funds-heads': { heads: number; yuan: string };
	/** Proposed core member: overseas coins came in. */
	'hierarchy-coins': { transfers: number };
	'hierarchy-nobody-above': Record<string, never>;
	/** Proposed caller: sums of days vary. */
	'hierarchy-varied': { days: number; fits: number; least: string; most: string; median: string };
	/** Proposed inspector: always the same sum (or half or twice of it); `team`: the median day of those whose pay varies. */
	'hierarchy-fixed': { days: number; fits: number; yuan: string; team: string };
	/** Fixed pay that is not more than a caller's. */
	'hierarchy-pay-tells-not': Record<string, never>;
	'hierarchy-checks': { checks: number };
	/** Proposed outsider: paid otherwise than the payer's team, or monthly as by an employer or to a landlord. */
	'hierarchy-other-rhythm': { days: number; gap: number };
	'hierarchy-other-amount': { yuan: string };
	'hierarchy-other-hour': { hour: string };
	'hierarchy-pays-monthly': { members: number };
	'hierarchy-paid-monthly': { members: number };
	/** What the case gives, and what payments make of it. */
	'hierarchy-role-differs': { given: string; proposed: string };
	'hierarchy-superior-differs': { given: string; proposed: string };
	/** Paid so many days outside the dates of the spell. */
	'hierarchy-dates-differ': { proposed: string; days: number };
	'hierarchy-unpaid': { given: string };
	'hierarchy-checks-differ': { checks: number; proposed: string };
	'hierarchy-dialler-differs': { team: string; given: string; proposed: string };
}

export function reason<Code extends keyof ReasonFacts>(code: Code, facts: ReasonFacts[Code]): Reason {
	return { code, facts };
}
