import type { Place } from '../reports/page/format.ts';
import { buildGraph, type Graph } from '../tracing/graph.ts';
import { type Chain, OriginFinder } from '../tracing/origin.ts';
import { type Settlement, settle } from '../tracing/settle.ts';
import { type Flow, POLICIES, type Policy, type TraceTerms } from '../tracing/types.ts';
import { widestWays } from '../tracing/widest.ts';
import { type Data, EXCLUSION } from './data.ts';
import type { Crossing } from './way-drawing.ts';

export interface Share {
	/** Place in the terms' origins, or `?unknown`, `?opening`, `?round`. */
	readonly origin: string;
	readonly amount: bigint;
}

export interface Way {
	readonly origin: string;
	/** Of the transfer in question. */
	readonly amount: bigint;
	readonly hops: readonly { readonly row: Place; readonly amount: bigint }[];
}

export interface Ways {
	readonly ways: readonly Way[];
	/** What was not followed to its end because too many pieces were. */
	readonly unfollowed: bigint;
}

/**
 * Traces in the page by the code that traced the case. Accounts go by their place and origins by their rank, so that texts
 * which were masked move no figure.
 */
export class Tracer {
	private readonly data: Data;
	private built: { graph: Graph; terms: TraceTerms } | undefined;
	private crossings: ReadonlyMap<Place, Crossing> | undefined;
	private readonly settlements = new Map<Policy, Settlement>();
	private readonly finders = new Map<'fifo' | 'lifo', OriginFinder>();

	constructor(data: Data) {
		this.data = data;
	}

	/** What every policy says of a row, `?unknown` among it; undefined where the row is not traced at all. */
	shares(row: Place): { policy: Policy; shares: Share[] }[] | undefined {
		const { graph } = this.ready();
		const id = this.data.rows.ids[row] as string;
		if (graph.index.find(id) < 0) return undefined;
		return POLICIES.map((policy) => ({
			policy,
			shares: this.settled(policy).sharesOf(id, policy !== 'poison'),
		}));
	}

	/** What of a row is traced to seeds. */
	traced(row: Place, policy: Policy): bigint {
		const { graph } = this.ready();
		const position = graph.index.find(this.data.rows.ids[row] as string);
		if (position < 0) return 0n;
		const seeded = this.settled(policy)
			.sharesAt(position)
			.filter(({ origin }) => !origin.startsWith('?'));
		if (policy === 'poison') return seeded[0]?.amount ?? 0n;
		return seeded.reduce((sum, { amount }) => sum + amount, 0n);
	}

	/** Every way by which value came from a seed, the largest first; under haircut the widest of each origin. */
	ways(row: Place, policy: Policy): Ways {
		const { graph, terms } = this.ready();
		const id = this.data.rows.ids[row] as string;
		if (policy === 'poison' || graph.index.find(id) < 0) return { ways: [], unfollowed: 0n };
		if (policy === 'haircut') {
			const ways = widestWays(graph, terms, this.settled(policy), id).map((chain) => this.way(chain));
			// A search that is too long ends without a way: that is no answer to whether value came.
			return { ways, unfollowed: ways.length === 0 ? this.traced(row, policy) : 0n };
		}
		const finder = this.finders.get(policy) ?? new OriginFinder(graph, terms, policy);
		this.finders.set(policy, finder);
		const { chains, unfollowed } = finder.of(id);
		const seeded = chains.filter(({ origin }) => !origin.startsWith('?'));
		return { ways: seeded.map((chain) => this.way(chain)), unfollowed };
	}

	/** The name and account of an origin. */
	originName(origin: string): string {
		if (origin === '?unknown') return this.data.say('unknownOrigin');
		if (origin === '?opening') return this.data.say('openingOrigin');
		if (origin === '?round') return this.data.say('roundOrigin');
		const account = this.data.under.terms.origins[Number(origin.slice(1))] ?? origin;
		const seed = this.data.told.seeds.find((one) => one.origin === account);
		return seed && seed.label !== account ? this.data.say('with', { what: seed.label, more: account }) : account;
	}

	/** The conversion across which value came into a row. */
	crossingInto(row: Place): Crossing | undefined {
		this.crossings ??= crossingsOf(this.data);
		return this.crossings.get(row);
	}

	private way({ origin, amount, hops }: Chain): Way {
		return { origin, amount, hops: hops.map((hop) => ({ row: this.data.place(hop.transfer), amount: hop.amount })) };
	}

	private settled(policy: Policy): Settlement {
		const { graph, terms } = this.ready();
		const known = this.settlements.get(policy) ?? settle(graph, terms, policy);
		this.settlements.set(policy, known);
		return known;
	}

	private ready(): { graph: Graph; terms: TraceTerms } {
		this.built ??= { graph: buildGraph(flowsOf(this.data)), terms: termsOf(this.data) };
		return this.built;
	}
}

/** The transfers that are traced, as the program tells them: `flowsOf` of the run. */
function* flowsOf(data: Data): Generator<Flow> {
	const { rows } = data;
	for (let i = 0; i < data.size; i++) {
		const amount = data.amount(i);
		if (data.code(EXCLUSION, i) !== '' || amount <= 0n) continue;
		const card = rows.card[i] as Place;
		const from = card < 0 ? (rows.from[i] as Place) : card;
		const to = rows.to[i] as Place;
		if (from === to) continue;
		const transaction = rows.transaction[i] as Place;
		yield {
			id: rows.ids[i] as string,
			from: String(from),
			to: String(to),
			asset: String(rows.asset[i]),
			amount,
			instant: data.time[i] as number,
			tied: data.isTied(i),
			...(transaction < 0 ? {} : { transaction: String(transaction) }),
		};
	}
}

function termsOf(data: Data): TraceTerms {
	const { seeds, services, conversions, openings } = data.under.terms;
	const ids = (places: readonly Place[]) => places.map((place) => data.rows.ids[place] as string);
	return {
		seeds: new Map(seeds.map(([row, origin]) => [data.rows.ids[row] as string, originKey(origin)])),
		services: new Set(services.map(String)),
		conversions: conversions.map(([id, gives, gets]) => ({ id, gives: ids(gives), gets: ids(gets) })),
		openings: new Map(openings.map(([account, asset, amount]) => [`${account}|${asset}`, BigInt(amount)])),
	};
}

/** Sorts as its rank does, and after `?opening` and `?unknown` as every account does. */
function originKey(rank: number): string {
	return `o${String(rank).padStart(6, '0')}`;
}

/** By row that arrived: a match of coins and yuan as the case tells it, else tokens for tokens in one transaction. */
function crossingsOf(data: Data): Map<Place, Crossing> {
	const cashOuts = new Map(data.told.cashOuts.map((one) => [one.id, one]));
	const crossings = new Map<Place, Crossing>();
	for (const [id, , gets] of data.under.terms.conversions) {
		const known = cashOuts.get(id);
		const label = known
			? `${data.say('with', { what: data.say('crossing'), more: data.word('grades', known.grade) })} ${known.about}`
			: data.say('crossingSwap');
		for (const get of gets) crossings.set(get, { label, grade: known?.grade ?? 'both-sides' });
	}
	return crossings;
}
