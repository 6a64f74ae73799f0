import { z } from 'zod';
import type { Findings } from '../findings/schema.ts';

/** What `truth.json` says of roles and superiors; a truth without spells says nothing of them. */
const trueSpells = z.object({
	people: z.array(
		z.object({
			identity: z.string(),
			accounts: z.array(z.string()).default([]),
			spells: z
				.array(z.object({ role: z.string(), superiorIdentity: z.string(), from: z.string(), until: z.string() }))
				.default([]),
		}),
	),
});

/** Proposed superiors and roles beside the true ones. */
export interface HierarchyScore {
	readonly superiors: Score;
	readonly roles: Score;
	/** Each wrong or missing one, in words a developer can follow. */
	readonly differences: readonly string[];
}

/** `right` of the `true` ones were proposed, of `proposed` in all. F1 is 2 right / (true + proposed). */
export interface Score {
	readonly true: number;
	readonly proposed: number;
	readonly right: number;
	readonly f1: number;
}

const DAY_MS = 86_400_000;
/** A stretch is right where it shares so much of the time that either covers: pay days do not end with the spell. */
const SHARED_MIN = 0.8;

type Stretch = readonly [from: number, until: number];

/**
 * Scores proposals by who they are about, not by unit: several accounts of one person are that person, whoever the case
 * thinks holds them. A superior or role is right where it is the true one for nearly the same time. An outsider counts
 * where it is proposed as a member: then it is false.
 */
export function scoreHierarchy(findings: Findings, truth: unknown): HierarchyScore {
	const { people } = trueSpells.parse(truth);
	const who = personOf(findings, people);
	const zone = findings.case.offsetMinutes * 60_000;
	const [superiors, roles] = [new Map<string, Stretch>(), new Map<string, Stretch>()];
	for (const { identity, spells } of people)
		for (const { role, superiorIdentity, from, until } of spells) {
			const stretch: Stretch = [Date.parse(from) - zone, Date.parse(until) - zone + DAY_MS];
			widen(roles, `${identity} as ${role}`, stretch);
			if (superiorIdentity !== '') widen(superiors, `${identity} under ${superiorIdentity}`, stretch);
		}
	const [edges, proposed] = [new Map<string, Stretch>(), new Map<string, Stretch>()];
	for (const { unit, superior, from, until } of findings.hierarchy.superiors)
		if (who(unit) !== who(superior)) widen(edges, `${who(unit)} under ${who(superior)}`, [from, until]);
	for (const { unit, role, from, until } of findings.hierarchy.roles)
		if (role !== 'outsider') widen(proposed, `${who(unit)} as ${role}`, [from, until]);
	const differences: string[] = [];
	return {
		superiors: score(superiors, edges, differences),
		roles: score(roles, proposed, differences),
		differences,
	};
}

/** The true holder's identity number of a person or an account; the unit itself where it is nobody's in the gang. */
function personOf(findings: Findings, people: z.infer<typeof trueSpells>['people']): (unit: string) => string {
	const byAccount = new Map(people.flatMap(({ identity, accounts }) => accounts.map((account) => [account, identity])));
	const byParty = new Map(findings.people.map(({ id, identity }) => [id, identity]));
	const byUnit = new Map(findings.hierarchy.units.map(({ id, accounts }) => [id, accounts]));
	return (unit) => {
		const identity = byParty.get(unit) ?? '';
		if (identity !== '') return identity;
		const accounts = byUnit.get(unit) ?? [unit];
		return accounts.map((account) => byAccount.get(account)).find((identity) => identity !== undefined) ?? unit;
	};
}

function widen(map: Map<string, Stretch>, key: string, [from, until]: Stretch): void {
	const known = map.get(key);
	map.set(key, known ? [Math.min(known[0], from), Math.max(known[1], until)] : [from, until]);
}

function score(truth: ReadonlyMap<string, Stretch>, told: ReadonlyMap<string, Stretch>, differences: string[]): Score {
	let right = 0;
	for (const [what, stretch] of truth) {
		const other = told.get(what);
		if (other && agree(stretch, other)) right += 1;
		else differences.push(`${other ? 'at another time' : 'not proposed'}: ${what}`);
	}
	for (const what of told.keys()) if (!truth.has(what)) differences.push(`proposed and false: ${what}`);
	return {
		true: truth.size,
		proposed: told.size,
		right,
		f1: truth.size + told.size === 0 ? 1 : (2 * right) / (truth.size + told.size),
	};
}

function agree(a: Stretch, b: Stretch): boolean {
	const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
	return shared >= SHARED_MIN * (Math.max(a[1], b[1]) - Math.min(a[0], b[0]));
}
