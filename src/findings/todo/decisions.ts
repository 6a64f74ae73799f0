import { readAdoption } from '../../ledger/adoption.ts';
import { ACTS_ON, type Decision, type SubjectKind } from '../../ledger/decision.ts';
import { namesOf } from '../../ledger/transfer.ts';
import type { Derived } from '../input.ts';
import { type Todo, type TodoContext, todo } from './item.ts';

/**
 * Decisions that name something which no longer is there, that can have no effect on what they name, or that contradict
 * one another. None of them may be silent. At stake: the amount of what they are about, where it is known.
 *
 * @param points ids of all other items, those that a person rejected among them
 */
export function decisionsInDoubt(context: TodoContext, points: ReadonlySet<string>): Todo[] {
	const { derived } = context;
	const known = subjectsOf(derived, points);
	const items: Todo[] = [];
	for (const last of lastLines(derived.decisions)) {
		const { subject, act, line, by, value } = last;
		const facts = { line, act, by, value };
		const found = known(last);
		if (!found) items.push(todo('decision-lost', subject, 0n, facts));
		else if (!ACTS_ON[found.kind].includes(act) || (act === 'kind' && found.inCoins))
			items.push(todo('decision-without-effect', subject, found.stake, facts));
	}
	for (const byAspect of [context.kinds, context.holds]) {
		for (const [subject, lines] of byAspect) {
			const found = known(lines.at(-1) as Decision);
			if (!found || found.kind === 'claim' || found.kind === 'account') continue;
			const said = new Set(lines.map(({ act, value }) => (act === 'kind' ? value : act === 'dispute' ? '' : act)));
			said.delete('');
			if (said.size > 1) items.push(contradiction(subject, found.stake, lines));
		}
	}
	return [...items, ...takenLegs(context)];
}

/** Confirmed cash-outs whose coins or yuan a later confirmation took: both cannot be. */
function takenLegs({ derived, holds }: TodoContext): Todo[] {
	return derived.cashOuts.cashOuts.flatMap(({ id, status, fen }) => {
		const lines = holds.get(id) ?? [];
		return lines.at(-1)?.act === 'confirm' && status !== 'confirmed' ? [contradiction(id, fen, lines)] : [];
	});
}

function contradiction(subject: string, stake: bigint, decisions: readonly Decision[]): Todo {
	const lines = decisions.map(({ line }) => line).join('、');
	const names = [...new Set(decisions.map(({ by }) => by))].join('、');
	return todo('decisions-contradict', subject, stake, { lines, by: names }, { about: `${subject}|${lines}` });
}

/** The last line on each subject, but for decisions that were withdrawn. */
function lastLines(decisions: readonly Decision[]): Decision[] {
	const last = new Map(decisions.map((d) => [d.subject, d]));
	return [...last.values()].filter(({ act }) => act !== 'withdraw');
}

interface Known {
	readonly kind: SubjectKind;
	readonly stake: bigint;
	readonly inCoins?: boolean;
}

/** What a decision is about, or undefined where the case knows no such thing. */
function subjectsOf(derived: Derived, points: ReadonlySet<string>): (decision: Decision) => Known | undefined {
	if (derived.decisions.length === 0) return () => undefined;
	const asked = new Set(derived.decisions.map(({ subject }) => subject));
	const known = new Map<string, Known>();
	for (const t of derived.merged.transfers) {
		const inCoins = t.asset !== 'CNY';
		for (const id of namesOf(t))
			if (asked.has(id)) known.set(id, { kind: 'transfer', stake: inCoins ? 0n : t.amount, inCoins });
		for (const account of [t.from, t.to]) if (asked.has(account)) known.set(account, { kind: 'account', stake: 0n });
	}
	for (const { id, fen } of derived.cashOuts.cashOuts) known.set(id, { kind: 'cash-out', stake: fen });
	for (const { attributions } of derived.parties.all.values()) {
		for (const { id, account } of attributions) {
			known.set(id, { kind: 'claim', stake: 0n });
			known.set(account, { kind: 'account', stake: 0n });
		}
	}
	for (const doubt of derived.parties.doubts) {
		known.set(doubt.account, { kind: 'account', stake: 0n });
		if (doubt.kind === 'equal-names') known.set(doubt.claim, { kind: 'claim', stake: 0n });
	}
	for (const id of points) known.set(id, { kind: 'point', stake: 0n });
	return (decision) => known.get(decision.subject) ?? adoptedIn(derived, decision);
}

/** A confirmed proposal is no point of the list any more: its party must be there. */
function adoptedIn({ parties }: Derived, { subject, act, value }: Decision): Known | undefined {
	const adoption = act === 'confirm' && subject.startsWith('q') ? readAdoption(value) : undefined;
	if (!adoption) return undefined;
	const { party, name } = adoption;
	const there = party === '' || parties.all.has(party) || parties.named(name).length === 1;
	return there ? { kind: 'point', stake: 0n } : undefined;
}
