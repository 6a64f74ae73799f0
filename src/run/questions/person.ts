import type { Findings, FindingsPerson } from '../../findings/schema.ts';
import { Problem } from '../../ledger/problem.ts';
import type { CaseView } from './case-view.ts';
import { findSubject } from './subject.ts';

export interface PersonAnswer {
	readonly person: FindingsPerson;
	/** What was paid to them and what they paid. */
	readonly received: Findings['payouts'];
	readonly paid: Findings['payouts'];
	readonly cashOuts: Findings['cashOuts'];
	/** Name of every payer and payee above, by id. */
	readonly names: Readonly<Record<string, string>>;
}

/** One person of the case, by name, nickname, identity number or account. @throws Problem person.unknown */
export async function answerPerson(view: CaseView, text: string): Promise<PersonAnswer> {
	const subject = await findSubject(view, text);
	const id =
		subject.kind === 'party'
			? subject.party.id
			: subject.kind === 'account'
				? view.parties.holder(subject.account, Number.MAX_SAFE_INTEGER)?.party.id
				: undefined;
	const { people, payouts, cashOuts } = view.findings;
	const person = people.find((p) => p.id === id);
	if (!person) throw new Problem('usage', 'person.unknown', { text });
	const received = payouts.filter((p) => p.payee === person.id);
	const paid = payouts.filter((p) => p.payer === person.id);
	const others = new Set([...received.map((p) => p.payer), ...paid.map((p) => p.payee)]);
	const names = Object.fromEntries([...others].map((other) => [other, view.parties.all.get(other)?.name ?? other]));
	return { person, received, paid, cashOuts: cashOuts.filter((c) => c.party === person.id), names };
}
