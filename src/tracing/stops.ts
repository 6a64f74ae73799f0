import { apportion, joinLimbs, writeAmount } from './amount.ts';
import type { Bank, Segment } from './bank.ts';
import type { Graph } from './graph.ts';
import type { Exchange, Plan } from './plan.ts';
import type { ShareTable } from './share-table.ts';
import type { Sums, Tally } from './tally.ts';
import type { ConvertedShare } from './types.ts';

/** Runs every transfer through the bank once, in the order of the graph, and returns what the cash-outs carried over. */
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
	/** Coins of cash-outs that await their yuan. */
	private readonly reserved = new Map<Exchange, Segment[]>();

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
		const exchange = this.plan.exchanges.get(i);
		if (exchange === undefined) this.arrive(i, this.seed(i));
		else if (i === exchange.coin) this.coinsLeave(exchange);
		else this.yuanArrive(exchange);
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

	/** What leaves a wallet as coins of a cash-out, wherever its yuan stand in time. */
	private reserve({ coin }: Exchange): Segment[] {
		const asset = this.graph.asset[coin] as number;
		const segments = this.plan.seeds.has(coin) ? this.seed(coin) : this.draw(coin);
		this.count(this.tally.convertedOut, asset, segments);
		return segments;
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

	/** Whoever took the coins paid for them: to them they are of unknown origin. */
	private coinsLeave(exchange: Exchange): void {
		const { coin, yuan } = exchange;
		if (coin < yuan) this.reserved.set(exchange, this.reserve(exchange));
		if (this.plan.service[this.graph.dst[coin] as number] === 1) return;
		const segments = [{ origin: this.plan.unknown, amount: this.amount(coin) }];
		this.count(this.tally.convertedIn, this.graph.asset[coin] as number, segments);
		this.bank.put(this.graph.holdings.payee[coin] as number, segments);
	}

	private yuanArrive(exchange: Exchange): void {
		const { coin, yuan, id } = exchange;
		const coins = this.reserved.get(exchange) ?? this.reserve(exchange);
		const asset = this.graph.asset[yuan] as number;
		const paid = this.bank.take(this.graph.holdings.payer[yuan] as number, this.amount(yuan));
		this.count(this.tally.convertedOut, asset, paid);
		const parts = apportion(
			this.amount(yuan),
			coins.map((piece) => piece.amount),
		);
		for (const [k, { origin, amount }] of coins.entries()) {
			const name = this.plan.origins[origin] as string;
			this.converted.push({ conversion: id, origin: name, coin: amount, yuan: parts[k] as bigint });
		}
		const segments = coins.map(({ origin }, k) => ({ origin, amount: parts[k] as bigint }));
		const arriving = segments.filter(({ amount }) => amount > 0n);
		this.count(this.tally.convertedIn, asset, arriving);
		this.share(yuan, arriving);
		this.arrive(yuan, arriving);
		if (coin < yuan) this.reserved.delete(exchange);
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
