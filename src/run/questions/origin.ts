import { Problem } from '../../ledger/problem.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import { type Chain, OriginFinder } from '../../tracing/origin.ts';
import { settle } from '../../tracing/settle.ts';
import { POLICIES, type Policy } from '../../tracing/types.ts';
import type { CaseView } from './case-view.ts';
import { type Hop, hopOf } from './hops.ts';
import { findSubject } from './subject.ts';

export interface OriginAnswer {
	readonly subject: string;
	readonly asset: string;
	readonly amount: bigint;
	readonly policies: readonly PolicyOrigin[];
}

/** A part of the transfer that came from one seed group. */
interface OriginShare {
	/** Paying account of the seed group, `?opening` or `?unknown`. */
	readonly origin: string;
	/** Name of the paying party; '' for the last two. */
	readonly label: string;
	readonly amount: bigint;
}

interface PolicyOrigin {
	readonly policy: Policy;
	/** Of the transfer, by origin. Under poison each origin marks the whole. */
	readonly shares: readonly OriginShare[];
	/** Under FIFO and LIFO: the largest way for each origin, from the seed down to the subject. */
	readonly chains: readonly (readonly Hop[])[];
}

/**
 * From one transfer up to the overseas wallets whose coins paid it. An account stands for the last transfer into it.
 *
 * @throws Problem transfer.unknown where the account received nothing that is traced
 */
export async function answerOrigin(view: CaseView, text: string): Promise<OriginAnswer> {
	const subject = await findSubject(view, text);
	const transfer =
		subject.kind === 'transfer'
			? subject.transfer
			: lastInto(view, new Set(subject.kind === 'account' ? [subject.account] : subject.accounts));
	const graph = view.graph();
	if (!transfer || !graph.ids.includes(transfer.id))
		throw new Problem('usage', 'transfer.untraced', { text, reason: transfer?.exclusion ?? '' });
	const labels = new Map(view.findings.seeds.map((seed) => [seed.origin, seed.label]));
	const policies = POLICIES.map((policy): PolicyOrigin => {
		const shares = settle(graph, view.terms, policy)
			.sharesOf(transfer.id, policy !== 'poison')
			.map(({ origin, amount }) => ({ origin, label: labels.get(origin) ?? '', amount }));
		if (policy !== 'fifo' && policy !== 'lifo') return { policy, shares, chains: [] };
		const { chains } = new OriginFinder(graph, view.terms, policy).of(transfer.id);
		return { policy, shares, chains: largestEach(chains).map((chain) => hopsOf(view, chain)) };
	});
	return { subject: transfer.id, asset: transfer.asset, amount: transfer.amount, policies };
}

function lastInto(view: CaseView, accounts: ReadonlySet<string>): Transfer | undefined {
	return view.transfers.findLast((t) => !t.exclusion && accounts.has(t.to));
}

/** The largest chain of each origin; they come largest first. */
function largestEach(chains: readonly Chain[]): Chain[] {
	const seen = new Set<string>();
	return chains.filter(({ origin }) => !seen.has(origin) && seen.add(origin));
}

function hopsOf(view: CaseView, chain: Chain): Hop[] {
	return chain.hops.map(({ transfer, amount }, index) =>
		hopOf(view, view.transfer(transfer) as Transfer, amount, index + 1),
	);
}
