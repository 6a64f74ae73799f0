import { apportion, writeAmount } from './amount.ts';
import type { Bank, Segment } from './bank.ts';
import { departure, type Exchange } from './exchange.ts';
import type { Graph } from './graph.ts';
import { movedAt, type Plan } from './plan.ts';
import type { ShareTable } from './share-table.ts';
import type { Sums, Tally } from './tally.ts';
import type { ConvertedShare } from './types.ts';

/** What happens at seeds, legs and transactions, step by step. They are few: amounts are BigInt here. */
export class Settling {
	readonly converted: ConvertedShare[] = [];
	private readonly graph: Graph;
	private readonly plan: Plan;
	private readonly bank: Bank;
	private readonly shares: ShareTable;
	private readonly tally: Tally;
	private readonly hand = new Float64Array(2);
	/** By leg given: what was drawn for it. */
	private readonly given = new Map<number, Segment[]>();
	/** What is still to come for what was given, by origin. */
	private readonly owed = new Map<Exchange, readonly Segment[]>();

	constructor(graph: Graph, plan: Plan, bank: Bank, shares: ShareTable, tally: Tally) {
		this.graph = graph;
		this.plan = plan;
		this.bank = bank;
		this.shares = shares;
		this.tally = tally;
	}

	open(holding: number, amount: bigint): void {
		const segments = [{ origin: this.plan.opening, amount }];
		this.count(this.tally.seeded, this.graph.holdings.asset[holding] as number, segments);
		this.bank.put(holding, segments);
	}

	stop(i: number): void {
		const leg = this.plan.legs.get(i);
		if (leg === undefined) this.arrive(i, this.seed(i));
		else if (leg.arrives) this.comeIn(i, leg.exchange);
		else this.leave(i, leg.exchange);
	}

	/** The amount begins anew under the seed's origin; what the payer held of it is used up. */
	private seed(i: number): Segment[] {
		return this.begin(i, this.bank.take(this.graph.holdings.payer[i] as number, this.amount(i)));
	}

	/** Notes a seed, and what its payer had of it. */
	begin(i: number, held: readonly Segment[]): Segment[] {
		const asset = this.graph.asset[i] as number;
		this.count(this.tally.reseeded, asset, held);
		const segments = [{ origin: this.plan.seeds.get(i) as number, amount: this.amount(i) }];
		this.count(this.tally.seeded, asset, segments);
		this.share(i, segments);
		return segments;
	}

	/** What leaves through a conversion, wherever what comes for it stands in time. */
	private reserve(i: number): void {
		this.give(i, this.plan.seeds.has(i) ? this.seed(i) : this.draw(i));
	}

	/** Notes what was drawn for a leg that is given. */
	give(i: number, segments: Segment[]): void {
		this.count(this.tally.convertedOut, this.graph.asset[i] as number, segments);
		this.given.set(i, segments);
	}

	private draw(i: number): Segment[] {
		return this.spend(i, this.bank.take(this.graph.holdings.payer[i] as number, this.amount(i)));
	}

	/** Notes what a transfer is made of; what was lacking is of unknown origin. */
	spend(i: number, held: readonly Segment[]): Segment[] {
		const segments = [...held];
		const lacking = this.amount(i) - sum(segments);
		if (lacking > 0n) {
			const piece = { origin: this.plan.unknown, amount: lacking };
			this.count(this.tally.seeded, this.graph.asset[i] as number, [piece]);
			segments.push(piece);
		}
		this.share(i, segments);
		return this.bank.join(segments);
	}

	/** Whoever takes what was given paid for it: to them it is of unknown origin. */
	private leave(i: number, exchange: Exchange): void {
		if (departure(exchange, i) === i) this.reserve(i);
		this.arrive(i, this.taken(i));
	}

	/** What is given, as it comes to whoever took it; of a service, which keeps no lots, nothing. */
	taken(i: number): Segment[] {
		if (this.plan.service[this.graph.dst[i] as number] === 1) return [];
		const segments = [{ origin: this.plan.unknown, amount: this.amount(i) }];
		this.count(this.tally.convertedIn, this.graph.asset[i] as number, segments);
		return segments;
	}

	/** Each leg that arrives takes the next stretch of what was given, or its part of the mixture. */
	private comeIn(i: number, exchange: Exchange): void {
		if (i === exchange.first) this.convert(exchange);
		this.pay(i, this.bank.take(this.graph.holdings.payer[i] as number, this.amount(i)));
		this.arrive(i, this.got(i, exchange));
	}

	/** Notes what the payer of a leg that arrives had of it: it went for what they took. */
	pay(i: number, held: readonly Segment[]): void {
		this.count(this.tally.convertedOut, this.graph.asset[i] as number, held);
	}

	/** The next stretch of what is owed for what was given, as a leg that arrives. */
	got(i: number, exchange: Exchange): Segment[] {
		const { part, rest } = this.bank.split(this.owed.get(exchange) as Segment[], this.amount(i));
		this.owed.set(exchange, rest);
		this.count(this.tally.convertedIn, this.graph.asset[i] as number, part);
		this.share(i, part);
		return part;
	}

	/** Pools what was given, reserves what leaves later, and divides what comes by it. */
	convert(exchange: Exchange): void {
		for (const give of exchange.gives) if (!this.given.has(give)) this.reserve(give);
		const pool = this.bank.join(exchange.gives.flatMap((give) => this.given.get(give) as Segment[]));
		for (const give of exchange.gives) this.given.delete(give);
		const parts = apportion(
			exchange.gets.reduce((total, get) => total + this.amount(get), 0n),
			pool.map(({ amount }) => amount),
		);
		for (const [k, { origin, amount }] of pool.entries()) {
			const name = this.plan.origins[origin] as string;
			this.converted.push({ conversion: exchange.id, origin: name, given: amount, got: parts[k] as bigint });
		}
		const owed = pool.map(({ origin }, k) => ({ origin, amount: parts[k] as bigint }));
		this.owed.set(
			exchange,
			owed.filter(({ amount }) => amount > 0n),
		);
	}

	/** Hands on what comes to a service; returns whether it was one. */
	deliver(i: number, segments: readonly Segment[]): boolean {
		if (this.plan.service[this.graph.dst[i] as number] !== 1) return false;
		this.count(this.tally.delivered, this.graph.asset[i] as number, segments);
		return true;
	}

	private arrive(i: number, segments: readonly Segment[]): void {
		if (!this.deliver(i, segments)) this.bank.put(this.graph.holdings.payee[i] as number, segments);
	}

	private share(i: number, segments: readonly Segment[]): void {
		for (const { origin, amount } of segments) {
			if (origin === this.plan.unknown) continue;
			writeAmount(this.hand, 0, amount);
			this.shares.add(i, origin, this.hand, 0);
		}
	}

	private count(sums: Sums, asset: number, segments: readonly Segment[]): void {
		for (const { origin, amount } of segments) {
			writeAmount(this.hand, 0, amount);
			sums.add(asset, origin, this.hand, 0);
		}
	}

	/** What moves in the end. */
	amount(i: number): bigint {
		return movedAt(this.graph, this.plan, i);
	}
}

export function sum(segments: readonly Segment[]): bigint {
	return segments.reduce((total, { amount }) => total + amount, 0n);
}
