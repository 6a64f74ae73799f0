import { handleOf } from '../ledger/account.ts';
import type { Transfer } from '../ledger/transfer.ts';
import type { Derived, Traced } from './input.ts';
import { type Dealing, sumLinks } from './links.ts';
import { compare } from './people.ts';
import type { Findings, FindingsNode } from './schema.ts';
import { tracedAmount } from './traced.ts';

/** Accounts shown at most; the rest is folded and counted. */
const NODES_MAX = 400;

/**
 * The overview of a case without people: accounts that traced value reaches under the run's policy, in columns by the
 * fewest transfers from a seed. Beyond the limit the accounts with the least traced value are left out and counted.
 */
export function chainFlow(derived: Derived): Findings['flow'] {
	const hops = new Map<string, number>();
	const value = new Map<string, bigint>();
	const dealings = chainDealings(derived);
	for (const { from, to, kind, traced } of dealings) {
		const level = kind === 'seed' ? 0 : (hops.get(from) ?? 0);
		if (kind === 'seed') hops.set(from, 0);
		hops.set(to, Math.min(hops.get(to) ?? Number.POSITIVE_INFINITY, level + 1));
		value.set(from, (value.get(from) ?? 0n) + traced);
		value.set(to, (value.get(to) ?? 0n) + traced);
	}
	const ranked = [...value]
		.sort(([a, x], [b, y]) => (x === y ? compare(a, b) : x > y ? -1 : 1))
		.map(([account]) => account);
	const shown = new Set(ranked.slice(0, NODES_MAX));
	const links = sumLinks(dealings);
	const kept = links.filter((link) => shown.has(link.from) && shown.has(link.to) && link.from !== link.to);
	return {
		nodes: [...shown].sort(compare).map((account) => nodeOf(account, hops.get(account) ?? 0, derived)),
		links: kept,
		folded: { nodes: ranked.length - shown.size, links: links.length - kept.length, limit: `nodes=${NODES_MAX}` },
	};
}

/** Every transfer that carries traced value, in the order of tracing. */
export function chainDealings(derived: Derived): Dealing[] {
	const traced = derived.traced.find((t) => t.policy === derived.policy) as Traced;
	const seeds = new Set(derived.seeds.flatMap((s) => s.transfers.map((t) => t.id)));
	return derived.merged.transfers.flatMap((t) => {
		const amount = t.exclusion ? 0n : tracedAmount(traced, t.id);
		return amount === 0n ? [] : [dealingOf(t, amount, seeds.has(t.id))];
	});
}

function dealingOf(t: Transfer, traced: bigint, seed: boolean): Dealing {
	return {
		transfer: t.id,
		from: t.from,
		to: t.to,
		asset: t.asset,
		amount: t.amount,
		instant: t.instant,
		grade: t.grade,
		status: 'documented',
		medium: t.medium,
		kind: seed ? 'seed' : 'flow',
		traced,
	};
}

function nodeOf(account: string, level: number, derived: Derived): FindingsNode {
	const party =
		derived.parties.holder(account, Number.POSITIVE_INFINITY)?.party ?? derived.parties.holder(account, 0)?.party;
	const name = party?.name ?? '';
	const seed = derived.seeds.find((s) => s.origin === account);
	const plain = derived.services.has(account) ? 'service' : 'other';
	const kind = seed ? (seed.overseas ? 'overseas' : 'seed') : plain;
	return {
		id: account,
		label: name === '' ? handleOf(account) : name,
		note: account,
		kind,
		role: '',
		level,
		party: party?.id ?? '',
		members: 1,
	};
}
