import type { Context, Question, Rule } from './context.ts';
import { type Explanation, explain } from './explanation.ts';
import { type Memo, speaksOfPay } from './memo.ts';
import { packetDoubt } from './packet-doubt.ts';
import { reason } from './reasons.ts';
import { firm, fundsOthers } from './relation.ts';
import type { Actor, Basis, Kind, Reason } from './types.ts';
import type { Parts, Verdict } from './verdict.ts';

type Members = { payer: Actor; payee: Actor };

/** Payments from a higher role to a lower one: funding, bonus, and what the pay rules explain. */
export const pay: Rule = (question, context) => {
	const { acted, direction, memo } = question;
	const { payer, payee, transfer } = acted;
	if (!payer?.member || !payee?.member || (direction !== 'down' && direction !== 'down-unrelated')) return undefined;
	const members = { payer, payee };
	if (transfer.medium === 'group-packet' && !speaksOfPay(memo)) return open(reason('group-packet', {}));
	if (isForOtherThings(memo, payee)) return open(reason('memo-other', { memo: transfer.memo }));
	const bonus = memo.topics.has('bonus');
	if (bonus && (memo.topics.has('wage') || memo.topics.has('commission'))) {
		return open(reason('memo-mixed', { memo: transfer.memo }));
	}
	if (bonus) {
		const why = reason('memo-bonus', { memo: transfer.memo });
		return documented('bonus', ['memo'], why, { bonus: transfer.amount }, question, members);
	}
	if (isFunding(memo, payee)) {
		const said = memo.topics.has('funding');
		const why = said ? reason('memo-funding', { memo: transfer.memo }) : reason('funding', roles(members));
		return documented('funding', said ? ['memo'] : [], why, {}, question, members);
	}
	return explained(question, context, members);
};

/** How the pay rules, the note and the reports explain the amount as a payment to the payee. */
export function explanationOf({ acted, memo }: Question, context: Context): Explanation {
	const { transfer, payee } = acted;
	const terms = context.terms(payee?.member ?? {}, transfer.instant);
	const reports = payee && context.reports.on(payee.party, transfer.instant);
	const sole = (key: string) => context.claims.get(key) === 1;
	const fresh = () => explain(transfer.amount, terms, context.rules.roundingMaxFen, memo, reports, sole);
	if (reports || memo.topics.size > 0 || memo.leads !== undefined) return fresh();
	// A million payments without note or report are of few amounts.
	const known = context.plain.get(terms) ?? new Map<bigint, Explanation>();
	const explanation = known.get(transfer.amount) ?? fresh();
	context.plain.set(terms, known.set(transfer.amount, explanation));
	return explanation;
}

/** The kind of a payout by the parts it has. */
function payKind(parts: Parts): Kind {
	if (!parts.commission) return 'wage';
	return parts.wage ? 'wage-and-commission' : 'commission';
}

/**
 * Money to pass on: whatever goes from above to somebody who pays others, unless the note calls it their own pay;
 * to the rest only if the note calls it funds and nothing else. "工资款" to a caller is wages.
 */
function isFunding(memo: Memo, payee: Actor): boolean {
	const ownPay = memo.topics.has('wage') || memo.topics.has('commission');
	if (passesOn(payee)) return memo.topics.has('funding') || !ownPay;
	return memo.topics.has('funding') && !ownPay;
}

/** Something the payer gives back, or a purchase the payee is to make. To a leader the latter is money to pass on. */
function isForOtherThings(memo: Memo, payee: Actor): boolean {
	if (speaksOfPay(memo)) return false;
	return memo.topics.has('return') || (memo.topics.has('operating') && !passesOn(payee));
}

function passesOn(payee: Actor): boolean {
	return payee.member !== undefined && fundsOthers(payee.member.role);
}

function explained(question: Question, context: Context, members: Members): Verdict {
	const { acted, memo } = question;
	const found = explanationOf(question, context);
	if (found.outcome !== 'fits') {
		// A leader's pay has no rule: from above it is funding even where the note says 工资.
		if (passesOn(members.payee) && found.outcome === 'no-reading') {
			return documented('funding', [], reason('funding', roles(members)), {}, question, members);
		}
		return { ...open(misfit(found, question, context)), readings: found.readings };
	}
	const { readings, parts, basis } = found;
	const count = readings.length;
	if (
		memo.topics.size === 0 &&
		context.dealings.owes(members.payer.party, members.payee.party, acted.transfer.amount)
	) {
		return { ...consistent(reason('pay-or-repayment', { readings: count }), basis), readings };
	}
	if (!parts) return { ...consistent(reason('pay-ambiguous', { readings: count }), basis), readings };
	const doubt = packetDoubt(acted.transfer, found, parts);
	if (doubt) return { ...consistent(doubt, basis), readings };
	const why = backing(found, parts, question);
	const by: readonly Basis[] = basis.length > 0 ? basis : ['amount'];
	return { ...documented(payKind(parts), by, why, parts, question, members), readings };
}

function backing(found: Explanation, parts: Parts, { acted }: Question): Reason {
	if (parts.leads !== undefined && (found.basis.includes('report') || found.basis.includes('join'))) {
		return reason('pay-report', { leads: parts.leads });
	}
	if (found.basis.includes('memo')) return reason('pay-memo', { memo: acted.transfer.memo });
	return reason('pay-amount', { readings: found.readings.length });
}

function misfit(found: Explanation, { acted }: Question, context: Context): Reason {
	const readings = found.readings.length;
	if (found.outcome === 'contradicts-memo') return reason('contradicts-memo', { memo: acted.transfer.memo, readings });
	if (found.outcome === 'no-reading') return reason('no-reading', {});
	const counts = acted.payee && context.reports.on(acted.payee.party, acted.transfer.instant)?.counts;
	return reason('contradicts-report', { reported: (counts ?? []).join(', '), readings });
}

/** A division of a payout that the evidence leaves alone. */
export function documentedPay(parts: Parts, by: readonly Basis[], why: Reason, question: Question): Verdict {
	const { payer, payee } = question.acted;
	if (!payer || !payee) return open(why);
	return documented(payKind(parts), by, why, parts, question, { payer, payee });
}

/** Documented needs a superior and two firm accounts; short of that the transfer stays open, though it fits. */
function documented(
	kind: Kind,
	by: readonly Basis[],
	why: Reason,
	parts: Parts,
	{ direction }: Question,
	members: Members,
): Verdict {
	if (direction !== 'down') return consistent(reason('pay-no-relation', roles(members)), by);
	if (!firm(members.payer, members.payee)) return consistent(reason('pay-proposed-account', {}), by);
	return { kind, certainty: 'documented', basis: ['relation', ...by], reason: why, parts };
}

function open(why: Reason): Verdict {
	return { kind: 'open', certainty: 'open', basis: [], reason: why };
}

function consistent(why: Reason, basis: readonly Basis[]): Verdict {
	return { kind: 'open', certainty: 'consistent', basis, reason: why };
}

function roles({ payer, payee }: Members): { payerRole: string; payeeRole: string } {
	return { payerRole: payer.member?.role ?? '', payeeRole: payee.member?.role ?? '' };
}
