import { isWithin } from '../ledger/span.ts';
import { directionOf } from '../payroll/relation.ts';
import type { ActedTransfer, Judged } from '../payroll/types.ts';
import { PAY_KINDS } from '../payroll/types.ts';
import type { BoundQuestion, BoundRow, Doubt } from './bounds-types.ts';
import { isOwnMove, isReceived } from './entries.ts';
import type { Standing } from './exposure.ts';

/** A transfer that belongs to a person's figure for certain (`firm`), or that may: then `why` tells why only that. */
export interface Candidate extends Omit<BoundRow, 'why'> {
	readonly firm: boolean;
	readonly why: Doubt | '';
	/** It came from outside the gang: a cash-out or a seed. */
	readonly external: boolean;
	/** The other side is nobody's account: whose figure it may belong to besides is left to the ranks. */
	readonly anonymous: boolean;
	/** It lies outside the days of the case. */
	readonly outside: boolean;
}

type Verdict = Pick<Judged, 'kind' | 'certainty' | 'basis' | 'commission' | 'rounding' | 'payer' | 'payee'>;

/**
 * Every transfer that is, or could be, pay or funding, once for each side it may belong to. A transfer of which the
 * evidence says for certain that it was something else is none.
 */
export function* candidatesOf(question: BoundQuestion, standing: Standing): Generator<Candidate> {
	const debts = debtsOf(question);
	for (const verdict of question.judged) {
		const acted = question.acted.get(verdict.transfer);
		if (acted && acted.transfer.amount > 0n) yield* ofTransfer(acted, verdict, question, standing, debts);
	}
	for (const acted of question.apart) {
		const { payer, payee, transfer } = acted;
		const verdict: Verdict = {
			kind: 'open',
			certainty: 'open',
			basis: [],
			commission: 0n,
			rounding: 0n,
			...(payer && { payer: payer.party }),
			...(payee && { payee: payee.party }),
		};
		const why = transfer.exclusion === 'unconfirmed' ? 'unconfirmed' : 'unknown-amount';
		for (const one of ofTransfer(acted, verdict, question, standing, debts)) yield { ...one, why };
	}
}

function* ofTransfer(
	acted: ActedTransfer,
	verdict: Verdict,
	question: BoundQuestion,
	standing: Standing,
	debts: Debts,
): Generator<Candidate> {
	const sides = sidesOf(acted, verdict, question, standing, debts);
	const { transfer } = acted;
	const copies = transfer.certain ? 0n : BigInt(transfer.records.length - 1);
	for (const side of sides) {
		yield side;
		// Rows of several institutions that amount and time alone joined may be several payments.
		if (copies > 0n) yield { ...side, firm: false, amount: transfer.gross * copies, why: 'uncertain-merge' };
	}
}

function sidesOf(
	acted: ActedTransfer,
	verdict: Verdict,
	question: BoundQuestion,
	standing: Standing,
	debts: Debts,
): Candidate[] {
	const { transfer, payer, payee } = acted;
	const { period } = question.caps;
	const contested = (account: string) => question.contested.has(account);
	const ends: Ends = {
		from: memberOf(standing, verdict.payer),
		to: memberOf(standing, verdict.payee),
		looseFrom: payer === undefined || payer.attribution === 'proposed' || contested(transfer.from),
		looseTo: payee === undefined || payee.attribution === 'proposed' || contested(transfer.to),
		contested: contested(transfer.from) || contested(transfer.to),
	};
	const side: MakeSide = (party, figure, rest) => ({
		transfer: transfer.id,
		amount: transfer.amount,
		external: false,
		anonymous: false,
		outside: period !== undefined && (transfer.instant < period.from || transfer.instant > period.until),
		party,
		figure,
		...rest,
	});
	if (isOwnMove(verdict)) return ofOwnMove(ends, side);
	if (isReceived(verdict))
		return ofReceived(
			ends,
			side,
			ends.contested ? 'contested-account' : doubtOf(acted, verdict, question, debts),
			verdict,
		);
	if (verdict.certainty === 'documented' && verdict.kind !== 'disputed') return [];
	return ofPossible(ends, side, acted, verdict, standing);
}

interface Ends {
	readonly from: string | undefined;
	readonly to: string | undefined;
	/** The account may be somebody else's: nobody's yet, only proposed, or claimed by several. */
	readonly looseFrom: boolean;
	readonly looseTo: boolean;
	readonly contested: boolean;
}

type MakeSide = (
	party: string,
	figure: Candidate['figure'],
	rest: Partial<Candidate> & Pick<Candidate, 'firm' | 'why'>,
) => Candidate;

/** Between two accounts of one person, unless one of them is somebody else's. */
function ofOwnMove({ from, looseFrom, looseTo, contested }: Ends, side: MakeSide): Candidate[] {
	if (from === undefined || !(looseFrom || looseTo)) return [];
	const why = contested ? 'contested-account' : 'account-proposed';
	const state = { firm: false, why } as const;
	return [side(from, 'received', state), side(from, 'passed-on', state)];
}

function ofReceived({ from, to }: Ends, side: MakeSide, doubt: Doubt | undefined, verdict: Verdict): Candidate[] {
	const state = { firm: doubt === undefined, why: doubt ?? ('' as const) };
	const external = !PAY_KINDS.has(verdict.kind);
	if (to === undefined) return [];
	const received = side(to, 'received', { ...state, external });
	return from === undefined || external ? [received] : [received, side(from, 'passed-on', state)];
}

function ofPossible(
	{ from, to, looseFrom, looseTo }: Ends,
	side: MakeSide,
	{ payer, payee }: ActedTransfer,
	verdict: Verdict,
	standing: Standing,
): Candidate[] {
	const plain = verdict.certainty === 'consistent' ? 'consistent' : 'open';
	const maybe = { firm: false, why: verdict.kind === 'disputed' ? 'disputed' : plain } as const;
	const sides: Candidate[] = [];
	if (from !== undefined && to !== undefined) {
		if (!standing.ladder.pays(from, to) || directionOf(payer, payee) === 'up') return [];
		sides.push(side(to, 'received', maybe), side(from, 'passed-on', maybe));
	} else if (to !== undefined && looseFrom && standing.unclaimedAbove(to)) {
		sides.push(side(to, 'received', { ...maybe, why: 'payer-unknown', anonymous: true }));
	} else if (to !== undefined && standing.external(to)) {
		sides.push(side(to, 'received', { ...maybe, external: true }));
	}
	if (from !== undefined && looseTo && standing.unclaimedBelow(from))
		sides.push(side(from, 'passed-on', { firm: false, why: 'payee-unknown', anonymous: true }));
	return sides;
}

/** Why a transfer that counts as received is not certain to be pay; undefined where nothing speaks against it. */
function doubtOf(acted: ActedTransfer, verdict: Verdict, question: BoundQuestion, debts: Debts): Doubt | undefined {
	if (verdict.kind === 'seed') return undefined;
	if (verdict.kind === 'cash-out')
		return question.firmCashOuts.has(acted.transfer.id) ? undefined : 'inferred-cash-out';
	if (verdict.basis.some((basis) => basis === 'memo' || basis === 'decision')) return undefined;
	// A share of a group packet is not always told from a packet for one, and may come near to a lead.
	if (verdict.rounding !== 0n) return 'rounded';
	if (verdict.basis.some((basis) => basis === 'report' || basis === 'join')) return undefined;
	// Any sum that is some number of leads fits: without note or report it may be a gift or a shared meal.
	if (verdict.commission > 0n) return 'commission-by-amount';
	const lent = debts.get(`${verdict.payee} ${verdict.payer}`);
	if (lent !== undefined && lent <= acted.transfer.instant) return 'may-repay';
	return debtExcluded(acted, question) ? undefined : 'relation-alone';
}

/** Lender and borrower -> when the first money went there, not from above, that nobody has shown to be a payout sent back. */
type Debts = ReadonlyMap<string, number>;

function debtsOf({ judged, acted }: BoundQuestion): Debts {
	const debts = new Map<string, number>();
	for (const { transfer, payer, payee, kind, certainty } of judged) {
		const one = acted.get(transfer);
		if (!one || payer === undefined || payee === undefined) continue;
		if (directionOf(one.payer, one.payee).startsWith('down')) continue;
		if (kind === 'return-by-payee' && certainty === 'documented') continue;
		const key = `${payer} ${payee}`;
		debts.set(key, Math.min(debts.get(key) ?? Number.POSITIVE_INFINITY, one.transfer.instant));
	}
	return debts;
}

/** Whether a loan the other way, which the payment might repay, would be seen in the history of one of the two accounts. */
function debtExcluded({ transfer }: ActedTransfer, { coverage, caps }: BoundQuestion): boolean {
	const before = { from: caps.period?.from ?? Number.NEGATIVE_INFINITY, until: transfer.instant };
	return [transfer.from, transfer.to].some((account) => isWithin(before, coverage.get(account) ?? []));
}

function memberOf(standing: Standing, party: string | undefined): string | undefined {
	return party !== undefined && standing.isMember(party) ? party : undefined;
}
