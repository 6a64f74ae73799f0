import { Problem } from '../../ledger/problem.ts';
import { type Grade, type Transfer, weakest } from '../../ledger/transfer.ts';
import { type Chain, OriginFinder } from '../../tracing/origin.ts';
import { settle } from '../../tracing/settle.ts';
import { POLICIES, type Policy } from '../../tracing/types.ts';
import { widestWays } from '../../tracing/widest.ts';
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
	/** The largest way for each origin; none under poison, which follows nothing. */
	readonly ways: readonly OriginWay[];
}

/** One way by which value came, from the seed down to the subject. */
interface OriginWay {
	readonly origin: string;
	readonly amount: bigint;
	/** `exact`: this much came so; `at-most` under haircut, where value is mixed and units have no way of their own. */
	readonly measure: 'exact' | 'at-most';
	/** Of its weakest step, and which that is, counted from 1. */
	readonly grade: Grade;
	readonly weakest: number;
	readonly hops: readonly Hop[];
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
		const settlement = settle(graph, view.terms, policy);
		const shares = settlement
			.sharesOf(transfer.id, policy !== 'poison')
			.map(({ origin, amount }) => ({ origin, label: labels.get(origin) ?? '', amount }));
		if (policy === 'poison') return { policy, shares, ways: [] };
		const chains =
			policy === 'haircut'
				? widestWays(graph, view.terms, settlement, transfer.id)
				: largestEach(new OriginFinder(graph, view.terms, policy).of(transfer.id).chains);
		const measure = policy === 'haircut' ? 'at-most' : 'exact';
		return { policy, shares, ways: chains.map((chain) => wayOf(view, chain, measure)) };
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

function wayOf(view: CaseView, { origin, amount, hops: steps }: Chain, measure: OriginWay['measure']): OriginWay {
	const hops = steps.map((step, index) => {
		const named = { payer: index === 0, payee: index === steps.length - 1 };
		return hopOf(view, view.transfer(step.transfer) as Transfer, step.amount, index + 1, named);
	});
	const grade = weakest(hops.map((hop) => hop.grade));
	return { origin, amount, measure, grade, weakest: hops.findIndex((hop) => hop.grade === grade) + 1, hops };
}
