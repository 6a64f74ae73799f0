import type { Findings } from '../../findings/schema.ts';
import { type Facts, Problem } from '../../ledger/problem.ts';
import type { Transfer } from '../../ledger/transfer.ts';
import { follow } from '../../tracing/follow.ts';
import { findPaths } from '../../tracing/paths.ts';
import type { Cut, Ends, Limits, Policy } from '../../tracing/types.ts';
import { defined } from '../settings.ts';
import type { CaseView } from './case-view.ts';
import { gapsOf } from './gaps.ts';
import { type Hop, hopOf } from './hops.ts';
import { instantOf, leastOf } from './limits.ts';
import { findSubject, type Subject } from './subject.ts';

/** Narrows a trace, as a person types it. */
export interface TraceRequest {
	readonly from: string;
	readonly to?: string;
	readonly since?: string;
	readonly until?: string;
	/** Symbol or id. */
	readonly asset?: string;
	/** Whole units; only transfers of at least this are listed and followed by path search. */
	readonly min?: string;
	readonly depth?: number;
	readonly policy?: Policy;
}

export interface TraceAnswer {
	readonly policy: Policy;
	readonly rows: readonly Hop[];
	/** Time-respecting paths from `from` to `to`, each a list of transfers; empty without `to`. */
	readonly paths: readonly (readonly Hop[])[];
	/** Peel chains that the rows run through. */
	readonly peelChains: Findings['peelChains'];
	/** Accounts of the rows whose history on a chain is not whole: value may have gone on unseen. */
	readonly gaps: Findings['incomplete'];
	/** Limits that cut something: a code of the catalogue with its facts. */
	readonly cut: readonly { readonly code: string; readonly facts: Facts }[];
}

/** Paths listed at most. */
const PATHS_MAX = 20;

/** Where value went from an account, party or transfer under a policy, and by which paths it could reach another. */
export async function answerTrace(view: CaseView, request: TraceRequest): Promise<TraceAnswer> {
	const limits = limitsOf(view, request);
	const from = await findSubject(view, request.from);
	const to = request.to === undefined ? undefined : await findSubject(view, request.to);
	const policy = request.policy ?? view.settings.trace.policy;
	const carried = follow(view.graph(), view.terms, startsOf(view, from, limits), policy, limits);
	const assets = request.asset === undefined ? undefined : assetsNamed(view, request.asset);
	const rows: Hop[] = [];
	for (const { transfer, amount, hops } of carried) {
		const t = view.transfer(transfer) as Transfer;
		const small = t.amount < (limits.min?.get(t.asset) ?? 0n);
		if (small || (assets && !assets.has(t.asset)) || (to && !arrives(t, to))) continue;
		rows.push(hopOf(view, t, amount, hops));
	}
	const found = to ? paths(view, from, to, limits) : { paths: [], cuts: [] };
	const listed = new Set(rows.map(({ transfer }) => transfer));
	const peelChains = view.findings.peelChains.filter(({ passes }) => passes.some((id) => listed.has(id)));
	const cut = found.cuts.map((one) => cutSentence(one, request, view));
	const gaps = gapsOf(
		view,
		rows.flatMap((row) => [row.from, row.to]),
	);
	return { policy, rows, paths: found.paths, peelChains, gaps, cut };
}

/** Transfers the value starts with: the one named, or what the named accounts paid to somebody else. */
function startsOf(view: CaseView, from: Subject, limits: Limits): string[] {
	if (from.kind === 'transfer') return [from.transfer.id];
	const own = new Set(from.kind === 'account' ? [from.account] : from.accounts);
	const graph = view.graph();
	const starts: string[] = [];
	for (let i = 0; i < graph.size; i++) {
		const instant = graph.time[i] as number;
		if (instant < (limits.since ?? Number.NEGATIVE_INFINITY) || instant > (limits.until ?? Number.POSITIVE_INFINITY))
			continue;
		const [payer, payee] = [graph.accounts[graph.src[i] as number], graph.accounts[graph.dst[i] as number]];
		if (own.has(payer as string) && !own.has(payee as string)) starts.push(graph.ids[i] as string);
	}
	return starts;
}

function paths(view: CaseView, from: Subject, to: Subject, limits: Limits): { paths: Hop[][]; cuts: readonly Cut[] } {
	const { services, conversions } = view.terms;
	const found = findPaths(view.graph(), {
		from: endsOf(from),
		to: endsOf(to),
		services,
		conversions,
		limits,
		paths: PATHS_MAX,
	});
	return {
		paths: found.all.map((path) =>
			path.map((id, index) => {
				const transfer = view.transfer(id) as Transfer;
				return hopOf(view, transfer, transfer.amount, index + 1);
			}),
		),
		cuts: found.cuts,
	};
}

function endsOf(subject: Subject): Ends {
	if (subject.kind === 'transfer') return { transfers: [subject.transfer.id] };
	return { accounts: subject.kind === 'account' ? [subject.account] : subject.accounts };
}

function arrives(transfer: Transfer, to: Subject): boolean {
	if (to.kind === 'transfer') return to.transfer.id === transfer.id;
	return to.kind === 'account' ? to.account === transfer.to : to.accounts.includes(transfer.to);
}

/** @throws Problem usage.time, usage.amount where a limit cannot be read */
function limitsOf(view: CaseView, request: TraceRequest): Limits {
	const { offsetMinutes, trace } = view.settings;
	return {
		...defined('depth', request.depth ?? trace.depth),
		...defined('hub', trace.hub),
		...defined('since', request.since === undefined ? undefined : instantOf(request.since, offsetMinutes, false)),
		...defined('until', request.until === undefined ? undefined : instantOf(request.until, offsetMinutes, true)),
		...defined('min', request.min === undefined ? undefined : leastOf(view.assets, request.min)),
	};
}

function assetsNamed(view: CaseView, text: string): Set<string> {
	const named = [...view.assets.values()].filter((a) => a.id === text || a.symbol.toLowerCase() === text.toLowerCase());
	if (named.length === 0)
		throw new Problem('usage', 'usage.asset', {
			text,
			known: [...new Set([...view.assets.values()].map((a) => a.symbol))].join(', '),
		});
	return new Set(named.map((a) => a.id));
}

function cutSentence({ limit, count }: Cut, request: TraceRequest, view: CaseView): TraceAnswer['cut'][number] {
	const facts: Record<Cut['limit'], Facts> = {
		depth: { depth: request.depth ?? view.settings.trace.depth ?? 0 },
		hub: { hub: view.settings.trace.hub ?? 0, accounts: count },
		min: { min: request.min ?? '' },
		since: { since: request.since ?? '' },
		until: { until: request.until ?? '' },
		paths: { paths: PATHS_MAX },
	};
	return { code: `limit.${limit}`, facts: facts[limit] };
}
