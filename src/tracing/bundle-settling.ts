import type { Bank, Segment } from './bank.ts';
import type { Bundle } from './bundles.ts';
import { type Exchange, isInside } from './exchange.ts';
import type { Plan } from './plan.ts';
import { type Settling, sum } from './settling.ts';

/**
 * The transfers of one transaction move together: an account passes on what it received in it first, and its older lots
 * are touched only by what it paid beyond that.
 */
export class BundleSettling {
	private readonly settling: Settling;
	private readonly plan: Plan;
	private readonly bank: Bank;
	/** By position: what came, of transfers whose payer is settled and of legs whose conversion is made. */
	private readonly came = new Map<number, readonly Segment[]>();
	/** Conversions inside the transaction: how many of their legs that are given were drawn. */
	private readonly drawn = new Map<Exchange, number>();

	constructor(settling: Settling, plan: Plan, bank: Bank) {
		this.settling = settling;
		this.plan = plan;
		this.bank = bank;
	}

	settle(bundle: Bundle): void {
		for (const exchange of bundle.opening) this.settling.convert(exchange);
		for (let i = bundle.from; i < bundle.end; i++) {
			const leg = this.plan.legs.get(i);
			if (leg?.arrives && !isInside(leg.exchange, bundle)) this.came.set(i, this.settling.got(i, leg.exchange));
			if (leg !== undefined && !leg.arrives && this.settling.amount(i) > 0n) this.came.set(i, this.settling.taken(i));
		}
		for (const holding of bundle.order) {
			const into = bundle.into.get(holding) ?? [];
			const outOf = bundle.outOf.get(holding) ?? [];
			const left = this.payOut(bundle, outOf, this.pool(holding, into, outOf));
			if (sum(left) > 0n) this.bank.put(holding, left);
		}
	}

	/** What an account has to pay with, in the order in which it is drawn: what came, then what is lacking of its own. */
	private pool(holding: number, into: readonly number[], outOf: readonly number[]): Segment[] {
		const arrived = into.filter((i) => !this.settling.deliver(i, this.arrivalOf(i)));
		const received = this.bank.ordered(arrived.map((i) => this.arrivalOf(i)));
		const needed = outOf.reduce((total, i) => total + this.settling.amount(i), 0n) - sum(received);
		return this.bank.join(needed > 0n ? [...received, ...this.bank.take(holding, needed)] : received);
	}

	private payOut(bundle: Bundle, outOf: readonly number[], pool: Segment[]): readonly Segment[] {
		let rest: readonly Segment[] = pool;
		for (const i of outOf) {
			const amount = this.settling.amount(i);
			const has = sum(rest);
			const cut = has > amount ? this.bank.split(rest, amount) : { part: [...rest], rest: [] };
			rest = cut.rest;
			this.leave(bundle, i, cut.part);
		}
		return rest;
	}

	private leave(bundle: Bundle, i: number, part: Segment[]): void {
		const leg = this.plan.legs.get(i);
		const isSeed = this.plan.seeds.has(i);
		if (leg?.arrives) {
			this.settling.pay(i, part);
			return;
		}
		const paid = isSeed ? this.settling.begin(i, part) : this.settling.spend(i, part);
		if (leg === undefined) {
			if (!isSeed) this.came.set(i, paid);
			return;
		}
		this.settling.give(i, paid);
		if (isInside(leg.exchange, bundle)) this.advance(leg.exchange);
	}

	/** Makes a conversion inside the transaction once all that is given for it was drawn. */
	private advance(exchange: Exchange): void {
		const moves = (leg: number): boolean => this.settling.amount(leg) > 0n;
		const drawn = (this.drawn.get(exchange) ?? 0) + 1;
		this.drawn.set(exchange, drawn);
		if (drawn < exchange.gives.filter(moves).length) return;
		for (const give of exchange.gives) if (!moves(give)) this.settling.give(give, []);
		this.settling.convert(exchange);
		for (const get of exchange.gets.filter(moves)) this.came.set(get, this.settling.got(get, exchange));
	}

	/** A seed is its own origin whatever its payer had; everything else came before, in the order of the bundle. */
	private arrivalOf(i: number): readonly Segment[] {
		const leg = this.plan.legs.get(i);
		const seed = this.plan.seeds.get(i);
		if (seed !== undefined && leg === undefined) return [{ origin: seed, amount: this.settling.amount(i) }];
		return this.came.get(i) as readonly Segment[];
	}
}
