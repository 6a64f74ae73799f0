import { hash } from 'node:crypto';
import { readAdoption } from '../ledger/adoption.ts';
import type { Attribution } from '../ledger/attribution.ts';
import { type Decision, standing } from '../ledger/decision.ts';
import { gatherParties } from '../ledger/parties.ts';
import { ROLE_WORDS, type Role, type Spell } from '../ledger/person.ts';
import { parseTime } from '../ledger/time.ts';

/** What the case states of who people are and what they hold. */
interface Claims {
	readonly attributions: readonly Attribution[];
	readonly spells: readonly Spell[];
}

/**
 * The case's claims, and those that people adopted from the to-do list. An adopted account is *used* by its holder, an
 * adopted role is a spell; the source of either is the line of decisions.csv. One that names a party which the case no
 * longer knows adds nothing, and the to-do list says so.
 *
 * @param offsetMinutes zone of the days of a role
 */
export function withAdopted(claims: Claims, decisions: readonly Decision[], offsetMinutes: number): Claims {
	const adopted = [...standing(decisions, 'holds').values()].flatMap((list) => {
		const last = list.at(-1);
		const adoption = last?.act === 'confirm' && last.value !== '' ? readAdoption(last.value) : undefined;
		return last && adoption ? [{ decision: last, adoption }] : [];
	});
	if (adopted.length === 0) return claims;
	const parties = gatherParties(claims.spells, claims.attributions);
	const attributions: Attribution[] = [];
	const spells: Spell[] = [];
	for (const { decision, adoption } of adopted) {
		const { account, party, name, role, group, superior, from, until } = adoption;
		const known = parties.all.get(party) ?? soleNamed(parties.named(name));
		if (party !== '' && !known) continue;
		const person = known?.name ?? name;
		const identity = known?.identity ? { identity: known.identity } : {};
		const source = sourceOf(decision);
		if (account !== undefined) {
			const id = `a${hash('sha256', `${decision.subject}|${account}|${person}`).slice(0, 16)}`;
			const grade = { category: 'person', grade: 'uses', confidence: 70 } as const;
			attributions.push({ id, account, party: person, ...identity, ...grade, source });
		}
		// Whom people.csv lists has the role that it says; a proposal about an account adds none.
		if (role === undefined || (account !== undefined && known && known.spells.length > 0)) continue;
		spells.push({
			person,
			...identity,
			nicknames: [],
			role,
			roleText: roleWord(role),
			...(group === undefined ? {} : { group }),
			...(superior === undefined ? {} : { superior }),
			...dayOf('from', from, offsetMinutes, 0),
			...dayOf('until', until, offsetMinutes, LAST_INSTANT_OF_DAY),
			source,
			adopted: decision.subject,
		});
	}
	return { attributions: [...claims.attributions, ...attributions], spells: [...claims.spells, ...spells] };
}

function soleNamed<T>(found: readonly T[]): T | undefined {
	return found.length === 1 ? found[0] : undefined;
}

/** The role as people.csv writes it. */
function roleWord(role: Role): string {
	return Object.entries(ROLE_WORDS).find(([, known]) => known === role)?.[0] ?? role;
}

/** The deciding person is the source of what they adopted. */
function sourceOf({ line, by, why }: Decision): string {
	return `decisions.csv:${line} ${by}：${why}`;
}

const LAST_INSTANT_OF_DAY = 86_400_000 - 1;

function dayOf(field: 'from' | 'until', day: string | undefined, offsetMinutes: number, add: number) {
	const moment = day === undefined ? undefined : parseTime(day, offsetMinutes);
	return moment === undefined ? {} : { [field]: moment.instant + add };
}
