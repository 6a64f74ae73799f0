import type { Todo } from '../../findings/todo/item.ts';
import type { SubjectKind } from '../../ledger/decision.ts';
import { Problem } from '../../ledger/problem.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import type { CaseView } from '../questions/case-view.ts';
import { findSubject } from '../questions/subject.ts';

/** What a decision is about. */
export type Decided =
	| { readonly kind: 'transfer'; readonly id: string; readonly transfer: Transfer }
	| { readonly kind: Exclude<SubjectKind, 'transfer' | 'point'>; readonly id: string }
	| { readonly kind: 'point'; readonly id: string; readonly point?: Todo };

/**
 * Finds what an id, account or name means.
 *
 * @param decided subjects of decisions.csv: what the case no longer knows may still be withdrawn
 * @throws Problem account.unknown, account.ambiguous, decide.party
 */
export async function decidedSubject(view: CaseView, text: string, decided: ReadonlySet<string>): Promise<Decided> {
	const id = text.trim();
	const point = view.findings.todo.find((item) => item.id === id);
	if (point) return { kind: 'point', id, point };
	if (view.findings.cashOuts.some((c) => c.id === id)) return { kind: 'cash-out', id };
	for (const party of view.parties.all.values())
		if (party.attributions.some((a) => a.id === id)) return { kind: 'claim', id };
	const transfer = view.transfer(id);
	if (transfer) return { kind: 'transfer', id, transfer };
	if (decided.has(id) && !id.includes(':')) return { kind: id.startsWith('c') ? 'cash-out' : 'point', id };
	const subject = await findSubject(view, id);
	if (subject.kind === 'transfer') return { kind: 'transfer', id, transfer: subject.transfer };
	if (subject.kind === 'account') return { kind: 'account', id: subject.account };
	throw new Problem('usage', 'decide.party', { text, accounts: subject.accounts.join(', ') });
}
