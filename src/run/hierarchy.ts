import type { HierarchyResult, SeedGroup } from '../findings/input.ts';
import { partyNamed } from '../ledger/named-party.ts';
import { onceAcrossFiles } from '../ledger/once.ts';
import type { Parties, Party } from '../ledger/parties.ts';
import type { Call } from '../ledger/statement.ts';
import type { Transfer } from '../ledger/transfer.ts';
import { compareHierarchy, type DiallerTeam, type Given, type GivenSpell } from '../payroll/hierarchy/compare.ts';
import { proposeHierarchy } from '../payroll/hierarchy/propose.ts';
import type { Hierarchy, KnownHolder } from '../payroll/hierarchy/types.ts';
import type { Work } from '../payroll/work.ts';
import { defined } from './settings.ts';

/** What hierarchy is proposed from and compared with. */
export interface HierarchyBasis {
	readonly transfers: readonly Transfer[];
	readonly parties: Parties;
	readonly seeds: readonly SeedGroup[];
	readonly calls: readonly Call[];
	readonly work: ReadonlyMap<string, Work>;
	readonly offsetMinutes: number;
}

/** Proposes superiors and roles from payments alone, and then sets them beside what the case gives. */
export function hierarchyOf(basis: HierarchyBasis): HierarchyResult {
	const { transfers, parties, seeds, work, offsetMinutes } = basis;
	const proposed = proposeHierarchy({
		transfers,
		offsetMinutes,
		holder: holderByAttribution(parties),
		seeds: new Set(seeds.flatMap((group) => group.transfers.map(({ id }) => id))),
		checksMade: new Map([...work].map(([party, { checksMade }]) => [party, checksMade])),
	});
	const labels = labelsOf(proposed, basis);
	const label = (unit: string) => labels.get(unit) ?? unit;
	const comparison = compareHierarchy(proposed, givenOf(basis), label);
	return { proposed, comparison, labels };
}

/** A party's category as its attributions have it: `Party.category` knows who stands in people.csv, which may not count here. */
function holderByAttribution(parties: Parties): (account: string, instant: number) => KnownHolder | undefined {
	const known = new Map<Party, KnownHolder>();
	return (account, instant) => {
		const party = parties.holder(account, instant)?.party;
		if (!party) return undefined;
		const before = known.get(party);
		if (before) return before;
		const category = party.attributions.find((a) => !a.withdrawn)?.category ?? 'other';
		const holder = { party: party.id, category };
		known.set(party, holder);
		return holder;
	};
}

/** Names of parties; of accounts of nobody known the name that files print, with the account. */
function labelsOf({ roles, superiors, ties }: Hierarchy, { transfers, parties }: HierarchyBasis): Map<string, string> {
	const units = new Set([...roles, ...superiors].map(({ unit }) => unit));
	for (const { superior } of superiors) units.add(superior);
	for (const { payer, payee } of ties) if (units.has(payer) !== units.has(payee)) units.add(payer).add(payee);
	const printed = new Map<string, string>();
	const note = (account: string, name: string) => {
		if (name === '' || !units.has(account)) return;
		const known = printed.get(account);
		if (known === undefined || name < known) printed.set(account, name);
	};
	for (const { from, to, fromName, toName } of transfers) {
		note(from, fromName);
		note(to, toName);
	}
	return new Map(
		[...units].map((unit) => {
			const name = printed.get(unit);
			return [unit, parties.all.get(unit)?.name ?? (name === undefined ? unit : `${name} ${unit}`)];
		}),
	);
}

function givenOf({ parties, calls, work }: HierarchyBasis): Map<string, Given> {
	const teams = teamsByParty(calls, parties);
	const given = new Map<string, Given>();
	for (const party of parties.all.values()) {
		const own = teams.get(party.id) ?? [];
		const checksMade = work.get(party.id)?.checksMade ?? 0;
		const spells = spellsOf(party, parties);
		if (spells.length === 0 && own.length === 0 && checksMade === 0) continue;
		given.set(party.id, { spells, teams: own, checksMade });
	}
	return given;
}

/** What was adopted from a proposal is no word of the case on it. */
function spellsOf(party: Party, parties: Parties): GivenSpell[] {
	const partyOf = (name: string | undefined, group: string | undefined, instant: number | undefined) => {
		if (name === undefined || name === '') return undefined;
		const named = partyNamed(parties, name, undefined);
		if (named) return named.id;
		const sole = parties.named(name).filter((one) => one.spells.some((spell) => spell.group === group));
		return instant !== undefined && sole.length === 1 ? sole[0]?.id : undefined;
	};
	const own = party.spells.filter(({ adopted }) => adopted === undefined);
	return own.map(({ role, from, until, source, superior = '', introducer, group }) => ({
		role,
		source,
		superior,
		...defined('from', from),
		...defined('until', until),
		...defined('superiorParty', partyOf(superior, group, from)),
		...defined('introducerParty', partyOf(introducer, group, from)),
	}));
}

/** Into which team the dialler put each party's calls, and from when to when. */
function teamsByParty(calls: readonly Call[], parties: Parties): Map<string, DiallerTeam[]> {
	const teams = new Map<string, Map<string, { team: string; from: number; until: number; calls: number }>>();
	const once = onceAcrossFiles(
		calls.filter(({ group = '' }) => group !== ''),
		(c) => [c.caller, c.callee, c.moment.instant, c.seconds].join('\n'),
	);
	for (const { caller, group: team = '', moment } of once) {
		const party = partyNamed(parties, caller, moment.instant);
		if (!party) continue;
		const own = teams.get(party.id) ?? new Map();
		const known = own.get(team) ?? { team, from: moment.instant, until: moment.instant, calls: 0 };
		known.from = Math.min(known.from, moment.instant);
		known.until = Math.max(known.until, moment.instant);
		known.calls += 1;
		teams.set(party.id, own.set(team, known));
	}
	return new Map([...teams].map(([party, own]) => [party, [...own.values()]]));
}
