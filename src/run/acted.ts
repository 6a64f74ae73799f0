import type { SeedGroup } from '../findings/input.ts';
import type { Decision } from '../ledger/decision.ts';
import { type Holding, type Parties, spellAt } from '../ledger/parties.ts';
import type { Transfer } from '../ledger/transfer.ts';
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
	const decided = decidedKinds(decisions);
	return transfers
		.filter((t) => !t.exclusion && t.asset === 'CNY')
		.map((transfer) => ({
			transfer,
			...defined('payer', actorOf(parties.holder(transfer.from, transfer.instant), transfer.instant)),
			...defined('payee', actorOf(parties.holder(transfer.to, transfer.instant), transfer.instant)),
			...defined('cashOut', cashOutOf.get(transfer.id)),
			seed: seeded.has(transfer.id),
			...defined('decided', decisionOn(transfer, decided)),
		}));
}

function actorOf(holding: Holding | undefined, instant: number): Actor | undefined {
	if (!holding) return undefined;
	const { party, attribution } = holding;
	const spell = spellAt(party, instant);
	return {
		party: party.id,
		name: party.name,
		category: party.category,
		attribution: attribution.grade,
		memberOtherwise: !spell && party.spells.length > 0,
		...(spell
			? { member: { role: spell.role, ...defined('group', spell.group), ...defined('superior', spell.superior) } }
			: {}),
	};
}

type Decided = NonNullable<ActedTransfer['decided']>;

/** What decisions say of each subject; a later line overrides an earlier one, a withdrawal clears it. */
function decidedKinds(decisions: readonly Decision[]): Map<string, Decided> {
	const decided = new Map<string, Decided>();
	for (const { subject, act, value, why, by } of decisions) {
		if (act === 'kind') decided.set(subject, { kind: value as Kind, disputed: false, why, by });
		else if (act === 'dispute') decided.set(subject, { disputed: true, why, by });
		else if (act === 'withdraw') decided.delete(subject);
	}
	return decided;
}

function decisionOn(transfer: Transfer, decided: ReadonlyMap<string, Decided>): Decided | undefined {
	if (decided.size === 0) return undefined;
	for (const id of [transfer.id, ...transfer.aliases, ...transfer.records]) {
		const decision = decided.get(id);
		if (decision) return decision;
	}
	return undefined;
}
