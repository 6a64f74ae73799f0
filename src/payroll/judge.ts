import type { Context, Question, Rule } from './context.ts';
import { Dealings } from './dealings.ts';
import { decidedKind } from './decided.ts';
import { byMemo } from './explanation.ts';
import { readHistories } from './history/histories.ts';
import { readMemo } from './memo.ts';
import { operatingByNote, personal, returned } from './notes.ts';
import { pay } from './pay.ts';
import { cashOut, disputed, ownMove, refund, seed } from './plain-facts.ts';
import { directionOf } from './relation.ts';
import { leadReports, type Reports } from './reports.ts';
import { leftOpen, members, otherSide } from './rest.ts';
import { type TermBook, termBook } from './terms.ts';
import { type ActedTransfer, type DayLeads, type Judged, PAY_KINDS, type PayRules, type RateSpan } from './types.ts';
import { judgedAs, type Verdict } from './verdict.ts';

/** The order of precedence: the first rule that has a verdict gives it. */
const RULES: readonly Rule[] = [
	disputed,
	decidedKind,
	seed,
	cashOut,
	ownMove,
	refund,
	returned,
	personal,
	operatingByNote,
	pay,
	otherSide,
	members,
];

/**
 * Gives every transfer that touches a member its kind, how certain that is, on what it rests, and why: payment by
 * payment first, then in the light of whole histories.
 *
 * The order of the input means nothing; the result is in time order, ties by transfer id. Transfers that were kept
 * apart by merging are left out, except payments that were refunded in full.
 *
 * @param transfers in yuan
 * @param leads what was reported or joined, a person and day each
 * @param offsetMinutes zone of the case: it says which local day a payout belongs to
 */
export function judge(
	transfers: readonly ActedTransfer[],
	leads: readonly DayLeads[],
	rules: PayRules,
	offsetMinutes: number,
): Judgement {
	const questions = transfers.filter(concernsMembers).sort(inTime).map(asked);
	const terms = termBook(rules, offsetMinutes);
	const reports = leadReports(leads, offsetMinutes);
	const claims = countClaims(questions, terms, rules, reports);
	const context: Context = { rules, terms, reports, claims, dealings: new Dealings(), plain: new Map() };
	const single = questions.map((question) => {
		const verdict = verdictOn(question, context);
		remember(question, verdict, context.dealings);
		return verdict;
	});
	const { verdicts, rates } = readHistories(questions, single, context, offsetMinutes);
	const judged = questions.flatMap(({ acted }, index) => {
		const verdict = verdicts[index];
		return verdict ? [judgedAs(acted, verdict)] : [];
	});
	return { judged, rates };
}

export interface Judgement {
	readonly judged: Judged[];
	/** What a lead was paid with from when until when, by payee, then day. */
	readonly rates: RateSpan[];
}

function verdictOn(question: Question, context: Context): Verdict {
	for (const rule of RULES) {
		const verdict = rule(question, context);
		if (verdict) return verdict;
	}
	return leftOpen(question, context);
}

/** A member on that day; or both members at some time; or the case says what it is. */
function concernsMembers({ transfer, payer, payee, seed, cashOut, decided }: ActedTransfer): boolean {
	if (transfer.exclusion !== undefined && transfer.exclusion !== 'fully-refunded') return false;
	if (payer?.member || payee?.member) return true;
	if (payer?.memberOtherwise && payee?.memberOtherwise) return true;
	return (
		Boolean(payer?.memberOtherwise || payee?.memberOtherwise) &&
		(seed || cashOut !== undefined || decided !== undefined)
	);
}

function asked(acted: ActedTransfer): Question {
	return {
		acted,
		memo: readMemo(acted.transfer.memo, acted.transfer.amount),
		direction: directionOf(acted.payer, acted.payee),
	};
}

/**
 * How many payouts could be what a lead report was paid by. A half day's 100 yuan and ten leads at ten yuan look the
 * same: where both were paid, one report cannot tell which was which.
 */
function countClaims(
	questions: readonly Question[],
	terms: TermBook,
	rules: PayRules,
	reports: Reports,
): ReadonlyMap<string, number> {
	const claims = new Map<string, number>();
	for (const { acted, memo, direction } of questions) {
		const { transfer, payee } = acted;
		if (!payee || (direction !== 'down' && direction !== 'down-unrelated')) continue;
		const reported = reports.on(payee.party, transfer.instant);
		if (!reported) continue;
		const own = terms(payee.member ?? {}, transfer.instant);
		const keys = byMemo(transfer.amount, own, rules.roundingMaxFen, memo)
			.filter((reading) => reading.leads > 0)
			.flatMap((reading) => reported.matching(reading).map((match) => match.key));
		for (const key of new Set(keys)) claims.set(key, (claims.get(key) ?? 0) + 1);
	}
	return claims;
}

/** Keeps what a later transfer may return or repay. */
function remember({ acted, direction }: Question, { kind }: Verdict, dealings: Dealings): void {
	const { payer, payee, transfer } = acted;
	if (!payer || !payee) return;
	const { amount, instant } = transfer;
	if (PAY_KINDS.has(kind) || (kind === 'open' && direction.startsWith('down'))) {
		dealings.paid(payer.party, payee.party, amount, instant);
	} else if (kind === 'loan') dealings.lent(payer.party, payee.party, amount);
	else if (kind === 'repayment') dealings.repaid(payer.party, payee.party, amount);
}

function inTime(a: ActedTransfer, b: ActedTransfer): number {
	const [one, other] = [a.transfer, b.transfer];
	return one.instant - other.instant || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}
