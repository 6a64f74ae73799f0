/** What a person decided about a link, a merge, a transfer, an account or a point of the to-do list. Append-only. */
export type DecisionAct = 'confirm' | 'reject' | 'withdraw' | 'split' | 'kind' | 'dispute';

/** One line of decisions.csv. It never raises a grade: only new rows do. */
export interface Decision {
	/** Id of a transfer, record, cash-out, attribution, point of the to-do list (`q…`), or an account. */
	readonly subject: string;
	readonly act: DecisionAct;
	/** The kind, for `kind`; what is adopted, for a proposal that is confirmed. */
	readonly value: string;
	readonly by: string;
	readonly why: string;
	readonly at: string;
	readonly review: string;
	/** 1-based line in decisions.csv. */
	readonly line: number;
}

/** What can be decided. `point`: of the to-do list. */
export type SubjectKind = 'transfer' | 'cash-out' | 'claim' | 'account' | 'point';

/**
 * What may be said of each: any other act would change nothing. Of a claim or account `withdraw` says that it holds no
 * longer; of all others, that the earlier decision does not.
 */
export const ACTS_ON: Readonly<Record<SubjectKind, readonly DecisionAct[]>> = {
	transfer: ['kind', 'dispute', 'split', 'confirm', 'reject', 'withdraw'],
	'cash-out': ['confirm', 'reject', 'withdraw'],
	claim: ['reject', 'withdraw', 'confirm'],
	account: ['reject', 'withdraw', 'confirm'],
	point: ['confirm', 'reject', 'withdraw'],
};

/** What an act is about: two acts on different aspects of a transfer stand beside each other. */
export type Aspect = 'holds' | 'kind';

function aspectOf(act: DecisionAct): Aspect {
	return act === 'kind' || act === 'dispute' ? 'kind' : 'holds';
}

/**
 * The decisions on one aspect that no later withdrawal of the same subject ended, by subject, in order of lines. The last
 * one of each counts.
 */
export function standing(decisions: readonly Decision[], aspect: Aspect): Map<string, Decision[]> {
	const bySubject = new Map<string, Decision[]>();
	for (const decision of [...decisions].sort((a, b) => a.line - b.line)) {
		if (decision.act === 'withdraw') bySubject.delete(decision.subject);
		else if (aspectOf(decision.act) === aspect) {
			const list = bySubject.get(decision.subject);
			if (list) list.push(decision);
			else bySubject.set(decision.subject, [decision]);
		}
	}
	return bySubject;
}

/** The last standing decision on any of the ids under which one thing is known. */
export function lastOf(
	standingDecisions: ReadonlyMap<string, readonly Decision[]>,
	ids: readonly string[],
): Decision | undefined {
	if (standingDecisions.size === 0) return undefined;
	let last: Decision | undefined;
	for (const id of ids) {
		const decision = standingDecisions.get(id)?.at(-1);
		if (decision && (!last || decision.line > last.line)) last = decision;
	}
	return last;
}
