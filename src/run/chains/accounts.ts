import { networkOf } from '../../ledger/account.ts';
import type { Decision } from '../../ledger/decision.ts';
import { gatherParties } from '../../ledger/parties.ts';
import type { RecordFilter, Store } from '../../stores/contract.ts';
import { withAdopted } from '../adopted.ts';
import type { Settings } from '../settings.ts';
import { withoutRejected } from '../withdrawn.ts';

/** Accounts whose histories a case asks for, and those that it leaves out. */
export interface AskedAccounts {
	/** By network, sorted. */
	readonly byNetwork: ReadonlyMap<string, readonly string[]>;
	/** Labelled services and merchants: what passes there is everybody's. Sorted. */
	readonly pooled: readonly string[];
}

/**
 * Accounts on the networks of a case: those that are attributed to somebody, those of the seeds, those that the chain
 * names. A service's history is nobody's and is asked for only where the chain names it.
 */
export async function accountsAsked(
	store: Store,
	filter: RecordFilter,
	settings: Settings,
	decisions: readonly Decision[],
): Promise<AskedAccounts> {
	const said = {
		spells: await store.statements('spells', filter),
		attributions: await store.statements('attributions', filter),
	};
	const claims = withAdopted(said, decisions, settings.offsetMinutes);
	const parties = gatherParties(claims.spells, withoutRejected(claims.attributions, decisions));
	const attributed = new Set<string>();
	const pooled = new Set<string>();
	for (const { category, attributions } of parties.all.values())
		for (const { account, withdrawn } of attributions)
			if (!withdrawn) (category === 'service' || category === 'merchant' ? pooled : attributed).add(account);
	const asked = settings.chains.map(({ network, accounts }): [string, string[]] => {
		const there = [...attributed].filter((account) => !pooled.has(account));
		const own = [...there, ...settings.seeds.accounts].filter((account) => networkOf(account) === network);
		return [network, [...new Set([...own, ...accounts])].sort()];
	});
	const byNetwork = new Map(asked);
	const left = [...pooled].filter((account) => byNetwork.get(networkOf(account))?.includes(account) === false);
	return { byNetwork, pooled: left.sort() };
}
