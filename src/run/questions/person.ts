import type { Findings, FindingsPerson } from '../../findings/schema.ts';
import type { Party } from '../../ledger/parties.ts';
import { Problem } from '../../ledger/problem.ts';
import { type Held, heldAgainst, lackingRules } from '../../reports/yardsticks.ts';
import type { CaseView } from './case-view.ts';
import { gapsOf } from './gaps.ts';
import type { LeadDayTold } from './last-tables.ts';
import { type Ranks, ranksOf } from './ranks.ts';
import { findSubject, holdersOf, type Subject } from './subject.ts';

type All = Findings['yardsticks'];

/** What one person is held against, and what the case has no input for. */
export interface Yardsticks extends Pick<All, 'judgmentDay' | 'asOf'> {
	readonly acts: All['people'][number]['acts'];
	readonly held: readonly Held[];
	readonly lacking: ReturnType<typeof lackingRules>;
}

export interface PersonAnswer {
	readonly person: FindingsPerson;
	/** What was paid to them and what they paid. */
	readonly received: Findings['payouts'];
	readonly paid: Findings['payouts'];
	readonly cashOuts: Findings['cashOuts'];
	/** What a chain did not show wholly of their accounts. */
	readonly gaps: Findings['incomplete'];
	/** What stands beside the figures, in no total: what they said, and what was frozen, seized or given back. */
	readonly testimony: Findings['testimony'];
	readonly measures: Findings['measures'];
	/** Leads against pay, a day each. */
	readonly leadDays: readonly LeadDayTold[];
	/** What payments alone make of them. */
	readonly ranks: Ranks;
	/** Name of every payer and payee above, by id. */
	readonly names: Readonly<Record<string, string>>;
	/** Figures of theirs that move when what nobody can know is taken otherwise; `varied` empty where the run was not varied. */
	readonly sensitivity: Findings['sensitivity'];
	/** Thresholds of law against what is known of them. */
	readonly yardsticks: Yardsticks;
	/** Label of every seed group, by the paying account. */
	readonly origins: Readonly<Record<string, string>>;
}

/**
 * One person of the case, by name, nickname, identity number or account.
 *
 * @throws Problem person.unknown, account.ambiguous where several people held the account
 */
export async function answerPerson(
	view: CaseView,
	text: string,
	leadDays: (person: string) => Promise<readonly LeadDayTold[]>,
): Promise<PersonAnswer> {
	const ids = new Set(partiesOf(view, await findSubject(view, text)).map((party) => party.id));
	const { people, payouts, cashOuts, testimony, measures } = view.findings;
	const [person, ...others] = people.filter((p) => ids.has(p.id));
	if (!person) throw new Problem('usage', 'person.unknown', { text });
	if (others.length > 0) {
		const choices = [person, ...others].map((p) => `${p.id} (${p.name} ${p.identity})`).join(', ');
		throw new Problem('usage', 'account.ambiguous', { text, choices });
	}
	const received = payouts.filter((p) => p.payee === person.id);
	const paid = payouts.filter((p) => p.payer === person.id);
	const dealtWith = new Set([...received.map((p) => p.payer), ...paid.map((p) => p.payee)]);
	const names = Object.fromEntries([...dealtWith].map((other) => [other, view.parties.all.get(other)?.name ?? other]));
	return {
		person,
		received,
		paid,
		cashOuts: cashOuts.filter((c) => c.party === person.id),
		gaps: gapsOf(
			view,
			person.accounts.filter(({ withdrawn }) => !withdrawn).map(({ account }) => account),
		),
		testimony: testimony.filter((t) => t.party === person.id),
		measures: measures.filter((m) => m.party === person.id),
		leadDays: await leadDays(person.id),
		ranks: ranksOf(view.findings, person.id),
		names,
		sensitivity: {
			...view.findings.sensitivity,
			moved: view.findings.sensitivity.moved.filter((one) => one.person === person.id),
		},
		yardsticks: yardsticksOf(view.findings, person.id),
		origins: Object.fromEntries(view.findings.seeds.map(({ origin, label }) => [origin, label])),
	};
}

function yardsticksOf(findings: Findings, person: string): Yardsticks {
	const { judgmentDay, asOf, people } = findings.yardsticks;
	return {
		...(judgmentDay === undefined ? {} : { judgmentDay }),
		asOf,
		acts: people.find((one) => one.person === person)?.acts ?? {},
		held: heldAgainst(findings, person),
		lacking: lackingRules(findings),
	};
}

/** Of an account its holder today, else whoever held it for a time. */
function partiesOf(view: CaseView, subject: Subject): readonly Party[] {
	if (subject.kind === 'party') return [subject.party];
	if (subject.kind === 'transfer') return [];
	const holder = view.parties.holder(subject.account, Number.MAX_SAFE_INTEGER);
	return holder ? [holder.party] : holdersOf(view, subject.account);
}
