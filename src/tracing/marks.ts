import { addTo, exceeds, readAmount, subtractFrom, writeAmount } from './amount.ts';
import type { Bundle } from './bundles.ts';
import { departure, type Exchange } from './exchange.ts';
import type { Graph } from './graph.ts';
import { OriginSets } from './origin-sets.ts';
import { movedAt, type Plan } from './plan.ts';
import { alongStretches } from './stretches.ts';

/**
 * Poison: whatever a holding pays out once marked value has reached it carries the marks, whole and for good. Nothing is
 * divided and nothing is conserved; the balance is kept only to say how much of it a mark lies on.
 */
export class Marks {
	readonly sets: OriginSets;
	/** By transfer: the set of marks it carries; 0 is none. */
	readonly carried: Int32Array;
	/** By holding: the set of marks on it. */
	readonly marked: Int32Array;
	private readonly graph: Graph;
	private readonly plan: Plan;
	/** By holding, two cells each: what it is known to have. */
	private readonly balances: Float64Array;
	/** Legs given that have left. */
	private readonly reserved = new Set<number>();
	/** Marks of what comes by each conversion. */
	private readonly converted = new Map<Exchange, number>();
	private readonly hand = new Float64Array(2);

	constructor(graph: Graph, plan: Plan) {
		this.graph = graph;
		this.plan = plan;
		this.sets = new OriginSets();
		this.carried = new Int32Array(graph.size);
		this.marked = new Int32Array(graph.holdings.count);
		this.balances = new Float64Array(2 * graph.holdings.count);
	}

	get bytes(): number {
		return this.carried.byteLength + this.marked.byteLength + this.balances.byteLength;
	}

	/** Runs every transfer once, in the order of the graph. */
	settle(): this {
		for (const { holding, amount } of this.plan.openings) {
			this.marked[holding] = this.sets.single(this.plan.opening);
			writeAmount(this.balances, 2 * holding, amount);
		}
		const plain = (from: number, end: number): void => {
			for (let i = from; i < end; i++) this.plain(i);
		};
		const stop = (from: number): void => {
			const bundle = this.plan.bundleAt.get(from);
			if (bundle === undefined) this.stop(from);
			else this.bundle(bundle);
		};
		alongStretches(this.plan.stops, 0, this.graph.size, plain, stop);
		return this;
	}

	balance(holding: number): bigint {
		return readAmount(this.balances, 2 * holding);
	}

	private plain(i: number): void {
		this.leave(i);
		this.carry(i, this.marked[this.graph.holdings.payer[i] as number] as number);
	}

	private stop(i: number): void {
		const leg = this.plan.legs.get(i);
		if (leg === undefined) {
			this.leave(i);
			this.carry(i, this.sets.single(this.plan.seeds.get(i) as number));
		} else if (leg.arrives) {
			if (i === leg.exchange.first) this.convert(leg.exchange);
			this.leave(i);
			this.carry(i, this.converted.get(leg.exchange) as number);
		} else {
			if (departure(leg.exchange, i) === i) {
				this.leave(i);
				this.reserve(i, this.marked[this.graph.holdings.payer[i] as number] as number);
			}
			this.arrive(i, 0);
		}
	}

	/** What comes bears all marks of what was given. */
	private convert(exchange: Exchange): void {
		for (const give of exchange.gives) {
			if (this.reserved.has(give)) continue;
			this.leave(give);
			this.reserve(give, this.marked[this.graph.holdings.payer[give] as number] as number);
		}
		const sets = exchange.gives.map((give) => this.carried[give] as number);
		this.converted.set(
			exchange,
			sets.reduce((all, set) => this.sets.union(all, set), 0),
		);
	}

	/** What is given leaves with the marks that its account bears then. */
	private reserve(give: number, wallet: number): void {
		const seed = this.plan.seeds.get(give);
		this.reserved.add(give);
		this.carried[give] = seed === undefined ? wallet : this.sets.single(seed);
	}

	/**
	 * One transaction: what an account pays bears the marks of what came in it, and those of the account where it pays
	 * beyond that.
	 */
	private bundle(bundle: Bundle): void {
		for (const exchange of bundle.opening) this.convert(exchange);
		for (const holding of bundle.order) {
			const into = bundle.into.get(holding) ?? [];
			const outOf = bundle.outOf.get(holding) ?? [];
			const service = this.plan.service[this.graph.holdings.account[holding] as number] === 1;
			const came = service ? 0n : into.reduce((sum, i) => sum + movedAt(this.graph, this.plan, i), 0n);
			const beyond = outOf.reduce((sum, i) => sum + movedAt(this.graph, this.plan, i), 0n) - came;
			const own = this.marked[holding] as number;
			const bears = into.reduce((set, i) => this.sets.union(set, this.arriving(i)), 0);
			const arrived = service ? 0 : bears;
			for (const i of outOf) this.depart(i, beyond > 0n ? this.sets.union(own, arrived) : arrived);
			const balance = this.balance(holding) - beyond;
			writeAmount(this.balances, 2 * holding, balance > 0n ? balance : 0n);
			this.marked[holding] = this.sets.union(own, arrived);
		}
	}

	/** Marks of what comes: none of what is taken in a conversion, for that was paid for. */
	private arriving(i: number): number {
		const leg = this.plan.legs.get(i);
		const seed = this.plan.seeds.get(i);
		if (leg === undefined && seed !== undefined) this.carried[i] = this.sets.single(seed);
		if (leg === undefined) return this.carried[i] as number;
		if (!leg.arrives) return 0;
		if (!this.converted.has(leg.exchange)) this.convert(leg.exchange);
		const set = this.converted.get(leg.exchange) as number;
		this.carried[i] = set;
		return set;
	}

	private depart(i: number, set: number): void {
		const leg = this.plan.legs.get(i);
		if (leg?.arrives) return;
		if (leg !== undefined) this.reserve(i, set);
		else if (!this.plan.seeds.has(i)) this.carried[i] = set;
	}

	private carry(i: number, set: number): void {
		this.carried[i] = set;
		this.arrive(i, set);
	}

	private arrive(i: number, set: number): void {
		if (this.plan.service[this.graph.dst[i] as number] === 1) return;
		const holding = this.graph.holdings.payee[i] as number;
		addTo(this.balances, 2 * holding, this.amount(i), 0);
		if (set !== 0) this.marked[holding] = this.sets.union(this.marked[holding] as number, set);
	}

	private leave(i: number): void {
		const cell = 2 * (this.graph.holdings.payer[i] as number);
		const amount = this.amount(i);
		if (exceeds(this.balances, cell, amount, 0)) subtractFrom(this.balances, cell, amount, 0);
		else this.balances.fill(0, cell, cell + 2);
	}

	private amount(i: number): Float64Array {
		this.hand[0] = this.graph.high[i] as number;
		this.hand[1] = this.graph.low[i] as number;
		return this.hand;
	}
}
