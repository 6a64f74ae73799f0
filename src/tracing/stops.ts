import { apportion, joinLimbs, writeAmount } from './amount.ts';
import type { Bank, Segment } from './bank.ts';
import type { Graph } from './graph.ts';
import { departure, type Exchange, type Plan } from './plan.ts';
import type { ShareTable } from './share-table.ts';
import type { Sums, Tally } from './tally.ts';
import type { ConvertedShare } from './types.ts';

/** Runs every transfer through the bank once, in the order of the graph, and returns what the conversions carried over. */
export function settleAll(graph: Graph, plan: Plan, bank: Bank, shares: ShareTable, tally: Tally): ConvertedShare[] {
	const settlement = new Settling(graph, plan, bank, shares, tally);
	for (const { holding, amount } of plan.openings) settlement.open(holding, amount);
	let done = 0;
	for (const stop of plan.stops) {
		bank.run(done, stop);
		settlement.stop(stop);
		done = stop + 1;
	}
	bank.run(done, graph.size);
	return settlement.converted;
}

/** The transfers at which more happens than a draw. They are few: amounts are BigInt here. */
class Settling {
	readonly converted: ConvertedShare[] = [];
	private readonly graph: Graph;
	private readonly plan: Plan;
	private readonly bank: Bank;
	private readonly shares: ShareTable;
	private readonly tally: Tally;
	private readonly hand = new Float64Array(2);
	/** What was given and awaits what comes for it, in the order drawn. */
	private readonly given = new Map<Exchange, Segment[]>();
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
		const asset = this.graph.asset[i] as number;
		this.count(this.tally.reseeded, asset, this.bank.take(this.graph.holdings.payer[i] as number, this.amount(i)));
		const segments = [{ origin: this.plan.seeds.get(i) as number, amount: this.amount(i) }];
		this.count(this.tally.seeded, asset, segments);
		this.share(i, segments);
		return segments;
	}

	/** What leaves through a conversion, wherever what comes for it stands in time. */
	private reserve(i: number, exchange: Exchange): void {
		const segments = this.plan.seeds.has(i) ? this.seed(i) : this.draw(i);
		this.count(this.tally.convertedOut, this.graph.asset[i] as number, segments);
		this.given.set(exchange, [...(this.given.get(exchange) ?? []), ...segments]);
	}

	private draw(i: number): Segment[] {
		const segments = this.bank.take(this.graph.holdings.payer[i] as number, this.amount(i));
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
		if (departure(exchange, i) === i) this.reserve(i, exchange);
		if (this.plan.service[this.graph.dst[i] as number] === 1) return;
		const segments = [{ origin: this.plan.unknown, amount: this.amount(i) }];
		this.count(this.tally.convertedIn, this.graph.asset[i] as number, segments);
		this.bank.put(this.graph.holdings.payee[i] as number, segments);
	}

	/** Each leg that arrives takes the next stretch of what was given, or its part of the mixture. */
	private comeIn(i: number, exchange: Exchange): void {
		if (i === exchange.first) this.convert(exchange);
		const asset = this.graph.asset[i] as number;
		const paid = this.bank.take(this.graph.holdings.payer[i] as number, this.amount(i));
		this.count(this.tally.convertedOut, asset, paid);
		const { part, rest } = this.bank.split(this.owed.get(exchange) as Segment[], this.amount(i));
		this.owed.set(exchange, rest);
		this.count(this.tally.convertedIn, asset, part);
		this.share(i, part);
		this.arrive(i, part);
	}

	/** Pools what was given, reserves what leaves later, and divides what comes by it. */
	private convert(exchange: Exchange): void {
		for (const give of exchange.gives) if (give > exchange.first) this.reserve(give, exchange);
		const pool = this.bank.join(this.given.get(exchange) as Segment[]);
		this.given.delete(exchange);
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

	private arrive(i: number, segments: readonly Segment[]): void {
		if (this.plan.service[this.graph.dst[i] as number] === 1) {
			this.count(this.tally.delivered, this.graph.asset[i] as number, segments);
		} else {
			this.bank.put(this.graph.holdings.payee[i] as number, segments);
		}
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

	private amount(i: number): bigint {
		return joinLimbs(this.graph.high[i] as number, this.graph.low[i] as number);
	}
}

function sum(segments: readonly Segment[]): bigint {
	return segments.reduce((total, { amount }) => total + amount, 0n);
}
