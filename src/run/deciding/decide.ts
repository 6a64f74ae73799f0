import { choicesOf } from '../../findings/todo/choices.ts';
import type { Todo } from '../../findings/todo/item.ts';
import { type Adoption, writeAdoption } from '../../ledger/adoption.ts';
import { ACTS_ON, type Decision, type DecisionAct, standing } from '../../ledger/decision.ts';
import { Problem } from '../../ledger/problem.ts';
import { namesOf, type Transfer } from '../../ledger/transfer.ts';
import type { CaseView } from '../questions/case-view.ts';
import type { DecisionRequest } from './request.ts';
import { type Decided, decidedSubject } from './subject.ts';

export type NewDecision = Omit<Decision, 'line'>;

/**
 * The line that a request becomes, where it makes sense: every act that is recorded takes effect in the next run.
 *
 * @param decisions the lines of decisions.csv as they are now
 * @throws Problem decide.… saying what may be decided instead
 */
export async function decisionOn(
	view: CaseView,
	request: DecisionRequest,
	decisions: readonly Decision[],
): Promise<NewDecision> {
	const subject = await decidedSubject(view, request.what, new Set(decisions.map((d) => d.subject)));
	if (subject.kind === 'point' && subject.point) return await onPoint(view, request, subject.point, decisions);
	check(view, request.act, subject, decisions);
	if (request.person !== '') throw new Problem('usage', 'decide.no-person', { subject: subject.id });
	return line(request, subject.id, request.kind);
}

async function onPoint(
	view: CaseView,
	request: DecisionRequest,
	point: Todo,
	decisions: readonly Decision[],
): Promise<NewDecision> {
	const { act } = request;
	const { id, code, subject, adopt } = point;
	const choices = choicesOf(point);
	const choice =
		choices.find((one) => one.act === act && one.on !== 'option') ?? choices.find((one) => one.act === act);
	if (!choice)
		throw impossible(
			act,
			id,
			'point',
			choices.map((one) => one.act),
		);
	if (choice.on === 'option') {
		const options = (point.options ?? []).map((option) => `${option.subject} (${option.label})`).join(', ');
		throw new Problem('usage', 'decide.which', { subject: id, act, options });
	}
	if (choice.on === 'subject') return await decisionOn(view, { ...request, what: subject }, decisions);
	if (act !== 'confirm') {
		if (request.person !== '') throw new Problem('usage', 'decide.no-person', { subject: id });
		return line(request, id, `${code} ${subject}`);
	}
	return line(request, id, writeAdoption(adoptionOf(view, request.person, id, adopt as Adoption)));
}

/** The proposal, with the person whom the deciding one names instead. */
function adoptionOf(view: CaseView, person: string, point: string, proposed: Adoption): Adoption {
	if (person === '' || person === proposed.name) {
		if (proposed.name === '') throw new Problem('usage', 'decide.needs-person', { subject: point });
		return proposed;
	}
	const known = view.parties.all.get(person);
	const named = known ? [known] : view.parties.named(person);
	if (named.length > 1) {
		const choices = named.map((p) => `${p.id} (${p.name} ${p.identity})`).join(', ');
		throw new Problem('usage', 'account.ambiguous', { text: person, choices });
	}
	return { ...proposed, party: named[0]?.id ?? '', name: named[0]?.name ?? person };
}

function line({ act, by, why, at, review }: DecisionRequest, subject: string, value: string): NewDecision {
	return { subject, act, value, by, why, at, review };
}

function check(view: CaseView, act: DecisionAct, subject: Decided, decisions: readonly Decision[]): void {
	const { id, kind } = subject;
	if (!ACTS_ON[kind].includes(act)) throw impossible(act, id, kind, ACTS_ON[kind]);
	if (kind === 'claim') return;
	if (kind === 'account') {
		const claims = [...view.parties.all.values()].flatMap((party) => party.attributions);
		if (!claims.some((claim) => claim.account === id)) throw new Problem('usage', 'decide.no-claim', { account: id });
		return;
	}
	const names = subject.kind === 'transfer' ? namesOf(subject.transfer) : [id];
	const stands = (aspect: 'holds' | 'kind') => {
		const lines = standing(decisions, aspect);
		return names.some((name) => lines.has(name));
	};
	if (act === 'withdraw') {
		if (!stands('holds') && !stands('kind')) throw new Problem('usage', 'decide.nothing-to-withdraw', { subject: id });
		return;
	}
	if (subject.kind === 'transfer') checkTransfer(subject.transfer, id, act, stands('holds'));
	// A point that the list no longer has: what was said of it can only be withdrawn.
	if (kind === 'point') throw new Problem('usage', 'decide.point-gone', { subject: id });
}

/** Acts that would change nothing of this transfer. */
function checkTransfer(transfer: Transfer, id: string, act: DecisionAct, decidedBefore: boolean): void {
	const { exclusion, asset, records, certain } = transfer;
	if (act === 'kind' || act === 'dispute') {
		if (asset !== 'CNY') throw new Problem('usage', 'decide.coins', { subject: id });
		if (exclusion !== undefined && exclusion !== 'fully-refunded')
			throw new Problem('usage', 'decide.kept-apart', { subject: id, exclusion });
	} else if (act === 'split') {
		if (records.length < 2) throw new Problem('usage', 'decide.single', { subject: id });
	} else if (exclusion !== 'unconfirmed' && !decidedBefore) {
		if (act === 'reject') throw new Problem('usage', 'decide.reject-transfer', { subject: id });
		if (certain) throw new Problem('usage', 'decide.nothing-to-confirm', { subject: id });
	}
}

function impossible(act: DecisionAct, subject: string, kind: string, acts: readonly DecisionAct[]): Problem {
	return new Problem('usage', 'decide.act', {
		act,
		subject,
		kind,
		acts: [...new Set(acts)].map((a) => `--${a}`).join(' '),
	});
}
