import type { SeedGroup } from '../findings/input.ts';
import type { Parties } from '../ledger/parties.ts';
import { Problem } from '../ledger/problem.ts';
import type { Transfer } from '../ledger/transfer.ts';
import type { Settings } from './settings.ts';

/**
 * The transfers that begin the trace, grouped by the paying account. A seed is the first arrival outside the paying
 * party: what an overseas party moves between its own accounts, or pays as a fee, begins nothing. Who is overseas is said by an
 * attribution, or by `seeds.accounts` of the case; an unlabelled payer is never a seed.
 *
 * @throws Problem transfer.unknown where `seeds.transfers` names none
 */
export function findSeeds(transfers: readonly Transfer[], parties: Parties, seeds: Settings['seeds']): SeedGroup[] {
	const named = new Set(seeds.accounts);
	const picked = pickedTransfers(transfers, seeds.transfers);
	const groups = new Map<
		string,
		{ label: string; party: string; overseas: boolean; source: string; transfers: Transfer[] }
	>();
	for (const t of transfers) {
		// What a network keeps for itself reaches nobody.
		if (t.exclusion || (t.medium === 'fee' && !picked.has(t.id))) continue;
		const payer = parties.holder(t.from, t.instant);
		const overseas = seeds.overseas && payer?.party.category === 'overseas';
		if (!overseas && !named.has(t.from) && !picked.has(t.id)) continue;
		const payee = parties.holder(t.to, t.instant);
		if (payer && payee?.party === payer.party) continue;
		if (named.has(t.from) && named.has(t.to)) continue;
		const group = groups.get(t.from) ?? {
			label: payer?.party.name ?? t.from,
			party: payer?.party.id ?? t.from,
			overseas,
			source: overseas ? payer.attribution.source : 'case.yaml',
			transfers: [],
		};
		group.transfers.push(t);
		groups.set(t.from, group);
	}
	return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([origin, group]) => ({ origin, ...group }));
}

function pickedTransfers(transfers: readonly Transfer[], ids: readonly string[]): Set<string> {
	const wanted = new Set(ids);
	const picked = new Set<string>();
	for (const t of transfers) {
		for (const id of [t.id, ...t.aliases]) {
			if (!wanted.has(id)) continue;
			picked.add(t.id);
			wanted.delete(id);
		}
	}
	const [missing] = wanted;
	if (missing !== undefined) throw new Problem('config', 'transfer.unknown', { text: missing });
	return picked;
}
