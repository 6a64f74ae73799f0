import { departure, type Exchange } from './exchange.ts';
import type { Graph } from './graph.ts';
import { type Plan, plan } from './plan.ts';
import { alongStretches } from './stretches.ts';
import type { TraceTerms } from './types.ts';

/**
 * Transfers whose shares may depend on the order inside a tie group, in the graph's order. Whoever they are not among has
 * the same shares in every order, under every policy; whoever they are may have.
 *
 * A holding is in doubt once a tie group both pays into it and out of it, or touches it more than once when traced value
 * can be there; a transfer is, when traced value can be in the holding it draws on and that holding is in doubt. Doubt
 * travels on with the value, and a holding keeps it.
 */
export function tieDependent(graph: Graph, terms: TraceTerms): string[] {
	if (graph.ties.length === 0) return [];
	const doubt = new Doubt(graph, plan(graph, terms));
	const tied = new Set(graph.ties.filter((_, k) => k % 2 === 0));
	alongStretches(
		graph.groups,
		0,
		graph.size,
		(from, end) => {
			for (let i = from; i < end; i++) doubt.step(i);
		},
		(from, end) => (tied.has(from) ? doubt.group(from, end) : doubt.closure(from, end)),
	);
	return graph.ids.filter((_, i) => doubt.transfers[i] === 1);
}

/** Of what an account has or pays: 1 where traced value can be in it, and where its lots depend on an order not known. */
interface Lots {
	readonly reached: number;
	readonly doubted: number;
}

const NO_LOTS: Lots = { reached: 0, doubted: 0 };

class Doubt {
	readonly transfers: Uint8Array;
	private readonly graph: Graph;
	private readonly plan: Plan;
	/** By holding: 1 where traced value can have been. */
	private readonly reached: Uint8Array;
	private readonly doubted: Uint8Array;
	/** By leg given: what its account had when it departed. */
	private readonly reserved = new Map<number, Lots>();

	constructor(graph: Graph, resolved: Plan) {
		this.graph = graph;
		this.plan = resolved;
		this.transfers = new Uint8Array(graph.size);
		this.reached = new Uint8Array(graph.holdings.count);
		this.doubted = new Uint8Array(graph.holdings.count);
		for (const { holding } of resolved.openings) this.reached[holding] = 1;
	}

	/** Returns whether anything changed. */
	step(i: number): boolean {
		const leg = this.plan.legs.get(i);
		if (leg === undefined) return this.carry(i, this.leaves(i));
		const { exchange, arrives } = leg;
		if (!arrives) return departure(exchange, i) === i && this.reserve(i);
		let changed = false;
		for (const give of this.reservedAt(i)) if (this.reserve(give)) changed = true;
		return this.carry(i, this.converted(exchange)) || changed;
	}

	/** Which stretch of what was given an arriving leg takes hangs on the order of the legs on either side. */
	private converted(exchange: Exchange): Lots {
		const given = exchange.gives.map((give) => this.reserved.get(give) ?? NO_LOTS);
		const unordered = exchange.gets.length > 1 && (this.tied(exchange.gives) || this.tied(exchange.gets));
		return {
			reached: given.reduce((some, lots) => some | lots.reached, 0),
			doubted: given.reduce((some, lots) => some | lots.doubted, unordered ? 1 : 0),
		};
	}

	/** What is given later and drawn here, where the first leg of its conversion arrives. */
	private reservedAt(i: number): readonly number[] {
		const leg = this.plan.legs.get(i);
		return leg?.exchange.first === i ? leg.exchange.gives.filter((give) => give > i) : [];
	}

	private tied(legs: readonly number[]): boolean {
		const { ties } = this.graph;
		for (let k = 0; k < ties.length; k += 2) {
			const inside = legs.filter((leg) => leg >= (ties[k] as number) && leg < (ties[k + 1] as number));
			if (inside.length > 1) return true;
		}
		return false;
	}

	/** A tie group: repeated until nothing new can be reached or doubted in any order. */
	group(from: number, end: number): void {
		const { payer, payee } = this.graph.holdings;
		const paid = new Map<number, number>();
		const received = new Map<number, number>();
		const count = (counts: Map<number, number>, holding: number): unknown =>
			counts.set(holding, (counts.get(holding) ?? 0) + 1);
		for (let i = from; i < end; i++) {
			count(received, payee[i] as number);
			count(paid, payer[i] as number);
			for (const give of this.reservedAt(i)) count(paid, payer[give] as number);
		}
		for (let changed = true; changed; ) {
			changed = false;
			for (const holding of new Set([...paid.keys(), ...received.keys()])) {
				const ins = received.get(holding) ?? 0;
				const outs = paid.get(holding) ?? 0;
				const unsure = (ins > 0 && outs > 0) || (ins + outs > 1 && this.reached[holding] === 1);
				if (!unsure || this.doubted[holding] === 1) continue;
				this.doubted[holding] = 1;
				changed = true;
			}
			for (let i = from; i < end; i++) if (this.step(i)) changed = true;
		}
	}

	/** A transaction, in which value may have moved before it is listed. */
	closure(from: number, end: number): void {
		for (let changed = true; changed; ) {
			changed = false;
			for (let i = from; i < end; i++) if (this.step(i)) changed = true;
		}
	}

	private leaves(i: number): Lots {
		if (this.plan.seeds.has(i)) return { reached: 1, doubted: 0 };
		const holding = this.graph.holdings.payer[i] as number;
		return { reached: this.reached[holding] as number, doubted: this.doubted[holding] as number };
	}

	private reserve(give: number): boolean {
		const before = this.reserved.get(give);
		const lots = this.leaves(give);
		this.reserved.set(give, lots);
		this.transfers[give] = lots.reached & lots.doubted;
		return before?.reached !== lots.reached || before.doubted !== lots.doubted;
	}

	private carry(i: number, lots: Lots): boolean {
		const unsure = lots.reached & lots.doubted;
		let changed = unsure === 1 && this.transfers[i] === 0;
		this.transfers[i] = unsure;
		if (lots.reached === 0 || this.plan.service[this.graph.dst[i] as number] === 1) return changed;
		const holding = this.graph.holdings.payee[i] as number;
		if (this.reached[holding] === 0 || (unsure === 1 && this.doubted[holding] === 0)) changed = true;
		this.reached[holding] = 1;
		if (unsure === 1) this.doubted[holding] = 1;
		return changed;
	}
}
