import { type Followed, follow } from './follow.ts';
import { keptShut, type Reached, reachedBy, restingOn, unopenedRows } from './frontier-reached.ts';
import {
	type FollowedOut,
	type FrontierQuestion,
	LAST_REFUSALS,
	type Opener,
	type Opening,
	type Refusal,
} from './frontier-types.ts';
import { buildGraph, type Graph } from './graph.ts';
import { tieDependent } from './tie-dependent.ts';
import type { TraceTerms } from './types.ts';

/** Beside one, one more history a round for so many that are open: the rounds grow with the logarithm of what is opened. */
const OPEN_FOR_ONE_MORE = 16;

/**
 * Follows value by the tracing of a full case, over the histories of those accounts alone that it reaches. Accounts whose
 * history is not open count as services: what comes to them stays, what they pay is of unknown origin.
 *
 * Nothing else is ever opened, and the last round is the full pass. How an account draws on what it received (FIFO, LIFO,
 * in proportion) hangs on its amounts and their order alone, and an open history has all of them. So opening one more
 * history changes nothing but labels: some of what its account pays, unknown before, turns out to be value that is
 * followed; and more of that coming in never makes less of it go out. Under FIFO and LIFO each unit keeps its place.
 * Under haircut a draw of `a` from `t`, of which `x` is followed, takes `a·x/t` rounded to the nearest unit, half down
 * (largest remainder of two, `?unknown` before the followed at a draw): what goes and what stays both grow with `x`.
 * Under poison marks are only ever added. Every round's shares are thus at most those of the full pass: who is reached
 * in any round is reached in it. When nobody unopened is reached, the full pass has nothing to add either: its value
 * would have to leave an account that it never came to. This wants one followed origin and no opening balances: of three
 * origins in a mixture, the largest remainder of one may fall when another's share changes hands.
 *
 * Earliest first: so what stands before the first value that was left out (`missingFrom`) is final, whatever the budget.
 * All is settled again after every opening while little is open, and in rounds of more later, so that the work stays
 * within some twenty settlements of the last graph.
 */
export async function followOut(opener: Opener, question: FrontierQuestion): Promise<FollowedOut> {
	const opened: string[] = [];
	const refused = new Map<string, Refusal>();
	const incomplete = new Set<string>();
	const known: State = { opened: new Set(), refused, incomplete };
	let asked: readonly string[] = [...new Set(question.from.accounts ?? [])];
	for (;;) {
		const opening = await opener.open(asked);
		for (const [account, why] of opening.refused) refused.set(account, why);
		for (const account of opening.incomplete) incomplete.add(account);
		for (const account of asked) if (!opening.refused.has(account)) known.opened.add(account);
		opened.push(...asked.filter((account) => known.opened.has(account)));
		const round = settled(opener, opening, question, known);
		const next = nextOf(round.reached, question, known);
		if (next.length === 0) return answer(round, question, known, opened);
		asked = next;
	}
}

interface State {
	readonly opened: Set<string>;
	readonly refused: ReadonlyMap<string, Refusal>;
	readonly incomplete: ReadonlySet<string>;
}

interface Round {
	readonly graph: Graph;
	/** With the starts as seeds. */
	readonly terms: TraceTerms;
	readonly followed: readonly Followed[];
	/** Unopened, no service, in the order in which value first came. */
	readonly reached: readonly Reached[];
}

function settled(opener: Opener, { flows }: Opening, question: FrontierQuestion, { opened }: State): Round {
	const { services, conversions } = opener.terms(flows);
	const closed = new Set(services);
	for (const { from, to } of flows) for (const account of [from, to]) if (!opened.has(account)) closed.add(account);
	const graph = buildGraph(flows);
	const { until } = question.limits;
	const starts = startsIn(graph, question);
	const seeds = new Map(starts.map((id) => [id, id]));
	const terms: TraceTerms = { seeds, services: closed, conversions, openings: new Map() };
	const followed = follow(graph, terms, starts, question.policy, until === undefined ? {} : { until });
	const reached = reachedBy(graph, followed, (account) => !opened.has(account) && !services.has(account));
	return { graph, terms, followed, reached };
}

/** What the accounts of the start paid to others; or the transfers themselves. */
function startsIn(graph: Graph, { from }: FrontierQuestion): string[] {
	const starts = [...(from.transfers ?? [])];
	const own = new Set(from.accounts ?? []);
	for (let i = 0; i < graph.size && own.size > 0; i++) {
		const [payer, payee] = [graph.accounts[graph.src[i] as number], graph.accounts[graph.dst[i] as number]];
		if (own.has(payer as string) && !own.has(payee as string)) starts.push(graph.ids[i] as string);
	}
	return starts;
}

function nextOf(reached: readonly Reached[], { limits }: FrontierQuestion, { opened, refused }: State): string[] {
	if ([...refused.values()].some((why) => LAST_REFUSALS.has(why))) return [];
	const room = Math.min(
		1 + Math.floor(opened.size / OPEN_FOR_ONE_MORE),
		(limits.accounts ?? Number.POSITIVE_INFINITY) - opened.size,
	);
	const next = reached.filter((one) => !refused.has(one.account) && keptShut(one, limits) === undefined);
	return next.slice(0, Math.max(0, room)).map(({ account }) => account);
}

function answer(
	{ graph, terms, followed, reached }: Round,
	{ limits }: FrontierQuestion,
	{ refused, incomplete }: State,
	opened: readonly string[],
): FollowedOut {
	const carrying = new Set(followed.map(({ transfer }) => transfer));
	const last = [...refused.values()].find((why) => LAST_REFUSALS.has(why));
	const unopened = unopenedRows(
		reached,
		(one) => refused.get(one.account) ?? keptShut(one, limits) ?? last ?? 'accounts',
	);
	return {
		followed,
		resting: incomplete.size === 0 ? new Set() : restingOn(graph, terms, followed, incomplete),
		tied: new Set(tieDependent(graph, terms).filter((id) => carrying.has(id))),
		opened,
		incomplete: [...incomplete],
		unopened,
		missingFrom:
			unopened.length === 0 ? undefined : unopened.reduce((min, { since }) => Math.min(min, since), Infinity),
	};
}
