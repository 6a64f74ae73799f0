import type { SeedGroup } from '../findings/input.ts';
import { type Decision, lastOf, standing } from '../ledger/decision.ts';
import { type Holding, type Parties, type Party, spellAt } from '../ledger/parties.ts';
import type { Spell } from '../ledger/person.ts';
import { namesOf, type Transfer } from '../ledger/transfer.ts';
import { chainAbove } from '../payroll/relation.ts';
import type { ActedTransfer, Actor, Kind } from '../payroll/types.ts';
import { defined } from './settings.ts';

/** Every yuan transfer that is not excluded, with who paid and who was paid as payroll sees them. */
export function actedTransfers(
	transfers: readonly Transfer[],
	parties: Parties,
	seeds: readonly SeedGroup[],
	cashOutOf: ReadonlyMap<string, string>,
	decisions: readonly Decision[],
): ActedTransfer[] {
	const seeded = new Set(seeds.flatMap((s) => s.transfers.map((t) => t.id)));
	const decided = standing(decisions, 'kind');
	const actorOf = actorBook(parties);
	return transfers
		.filter((t) => (!t.exclusion || t.exclusion === 'fully-refunded') && t.asset === 'CNY')
		.map((transfer) => ({
			transfer,
			...defined('payer', actorOf(parties.holder(transfer.from, transfer.instant), transfer.instant)),
			...defined('payee', actorOf(parties.holder(transfer.to, transfer.instant), transfer.instant)),
			...defined('cashOut', cashOutOf.get(transfer.id)),
			seed: seeded.has(transfer.id),
			...defined('decided', decisionOn(transfer, decided)),
		}));
}

type ActorBook = (holding: Holding | undefined, instant: number) => Actor | undefined;

/** Parties as payroll sees them on a day: 上级 is written as a name in people.csv and becomes a party here. */
function actorBook(parties: Parties): ActorBook {
	const above = new Map<Spell, Map<number, readonly string[]>>();
	const superiors = (party: Party, spell: Spell, instant: number): readonly string[] => {
		const day = Math.floor(instant / 86_400_000);
		const days = above.get(spell) ?? new Map<number, readonly string[]>();
		above.set(spell, days);
		const chain = days.get(day) ?? chainAbove(party.id, (id) => superiorOf(parties, id, instant));
		days.set(day, chain);
		return chain;
	};
	// A million payments are made by a few hundred people: one actor for each, not two objects a payment.
	const actors = new Map<Holding, Map<Spell | undefined, Map<readonly string[], Actor>>>();
	return (holding, instant) => {
		if (!holding) return undefined;
		const spell = spellAt(holding.party, instant);
		const chain = spell ? superiors(holding.party, spell, instant) : NOBODY;
		const spells = actors.get(holding) ?? new Map<Spell | undefined, Map<readonly string[], Actor>>();
		const chains = spells.get(spell) ?? new Map<readonly string[], Actor>();
		const actor = chains.get(chain) ?? actorOf(holding, spell, chain);
		actors.set(holding, spells.set(spell, chains.set(chain, actor)));
		return actor;
	};
}

const NOBODY: readonly string[] = [];

function actorOf({ party, attribution }: Holding, spell: Spell | undefined, superiors: readonly string[]): Actor {
	const actor = {
		party: party.id,
		name: party.name,
		category: party.category,
		attribution: attribution.grade,
		memberOtherwise: !spell && party.spells.length > 0,
	};
	if (!spell) return actor;
	const member = {
		role: spell.role,
		...defined('group', spell.group),
		...defined('superior', spell.superior),
		superiors,
		...defined('adopted', spell.adopted),
	};
	return { ...actor, member };
}

/** The party that the 上级 of a spell names. Where several people have that name, the one of the same group. */
function superiorOf(parties: Parties, id: string, instant: number): string | undefined {
	const party = parties.all.get(id);
	const spell = party && spellAt(party, instant);
	if (spell?.superior === undefined) return undefined;
	const named = parties.named(spell.superior).filter((p) => spellAt(p, instant) !== undefined);
	const sameGroup = named.filter((p) => spellAt(p, instant)?.group === spell.group);
	const sole = named.length === 1 ? named : sameGroup;
	return sole.length === 1 ? sole[0]?.id : undefined;
}

type Decided = NonNullable<ActedTransfer['decided']>;

/** What was decided last under any id of the transfer. */
function decisionOn(transfer: Transfer, decided: ReturnType<typeof standing>): Decided | undefined {
	const last = lastOf(decided, namesOf(transfer));
	if (!last) return undefined;
	const { act, value, why, by } = last;
	return act === 'kind' ? { kind: value as Kind, disputed: false, why, by } : { disputed: true, why, by };
}
