import { chainHistories } from '../ledger/chain-histories.ts';
import type { Derived } from './input.ts';
import type { Findings } from './schema.ts';

/** The flow with each node marked of whose accounts a chain's history is not whole, by why not. */
export function withGaps(flow: Findings['flow'], derived: Derived): Findings['flow'] {
	const outcomes = outcomesByAccount(derived);
	if (outcomes.size === 0) return flow;
	const nodes = flow.nodes.map((node) => {
		const gaps = new Set(accountsOf(node.id, derived).flatMap((account) => [...(outcomes.get(account) ?? [])]));
		return gaps.size === 0 ? node : { ...node, gaps: [...gaps].sort() };
	});
	return { ...flow, nodes };
}

function outcomesByAccount({ chains }: Derived): Map<string, Set<string>> {
	const outcomes = new Map<string, Set<string>>();
	const add = (account: string, outcome: string) => {
		const known = outcomes.get(account);
		if (known) known.add(outcome);
		else outcomes.set(account, new Set([outcome]));
	};
	for (const { account, open } of chainHistories(chains.receipts))
		for (const { outcome } of open) add(account, outcome);
	const accounts = new Map(chains.receipts.map(({ id, account }) => [id, account]));
	for (const { receipts } of chains.disagreements)
		for (const id of receipts) if (accounts.has(id)) add(accounts.get(id) as string, 'disagreement');
	return outcomes;
}

/** The accounts that a node stands for: it names one, or a party by how the overview shows it. */
function accountsOf(id: string, { parties, seeds }: Derived): string[] {
	const slash = id.indexOf('/');
	const [head, rest] = [id.slice(0, slash), id.slice(slash + 1)];
	const ofParty = (party: string) =>
		(parties.all.get(party)?.attributions ?? []).filter((a) => !a.withdrawn).map((a) => a.account);
	if (slash < 0) return [id];
	if (head === 'account') return [rest];
	if (head === 'service') return ofParty(rest);
	if (head === 'overseas') return seeds.filter(({ party }) => party === rest).map(({ origin }) => origin);
	return rest === 'coins' ? ofParty(head) : [];
}
