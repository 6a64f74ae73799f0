import type { FindingsPerson } from '../../findings/schema.ts';
import { readAdoption } from '../../ledger/adoption.ts';
import type { CaseView } from '../questions/case-view.ts';
import { holdersOf } from '../questions/subject.ts';
import type { NewDecision } from './decide.ts';

/** What a member received, passed on and kept in the last run, in fen: what the decision may move. */
export interface Before {
	readonly person: string;
	readonly received: string;
	readonly passedOn: string;
	readonly kept: string;
}

/** The figures, before the decision, of the members whom it touches. */
export function figuresBefore(view: CaseView, { subject, act, value }: NewDecision): Before[] {
	const touched = new Set<string>();
	const hold = (account: string) => {
		for (const { id } of holdersOf(view, account)) touched.add(id);
	};
	const transfer = view.transfer(subject);
	if (transfer) for (const account of [transfer.from, transfer.to]) hold(account);
	for (const cashOut of view.findings.cashOuts) if (cashOut.id === subject) touched.add(cashOut.party);
	for (const party of view.parties.all.values())
		if (party.attributions.some(({ id, account }) => id === subject || account === subject)) touched.add(party.id);
	const adoption = act === 'confirm' ? readAdoption(value) : undefined;
	if (adoption) touched.add(adoption.party);
	if (adoption?.account !== undefined) hold(adoption.account);
	return view.findings.people.filter(({ id }) => touched.has(id)).map(beforeOf);
}

function beforeOf({ name, figures }: FindingsPerson): Before {
	const value = (figure: string) => figures[figure]?.value ?? '0';
	return { person: name, received: value('received'), passedOn: value('passed-on'), kept: value('kept') };
}
