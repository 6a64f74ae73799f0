import { grouped } from '../ledger/grouped.ts';
import { addTo, exceeds, subtractFrom, writeAmount } from './amount.ts';
import { type Graph, positionOf } from './graph.ts';
import { Histories } from './histories.ts';
import type { Chain } from './origin.ts';
import { movedAt, type Plan, plan } from './plan.ts';
import type { Settlement } from './settle.ts';
import type { ConvertedShare, TraceTerms } from './types.ts';

/** Transfers looked at for one answer at most; of a longer search only what was found by then is given. */
const STEPS_MAX = 200_000;

/** A transfer on the way up, and how much of the subject can have come by it, in the subject's asset. */
interface Reached {
	readonly transfer: number;
	readonly width: bigint;
	/** One unit of its asset is worth `worth.many / worth.of` of the subject's. */
	readonly worth: Worth;
	readonly next: Reached | undefined;
}

interface Worth {
	readonly many: bigint;
	readonly of: bigint;
}

/** The first `count` of a list that grows, and what came in the same transaction. */
interface Sources {
	readonly transfers: readonly number[];
	readonly count: number;
	readonly now: readonly number[];
}

const NO_SOURCES: Sources = { transfers: [], count: 0, now: [] };

/**
 * Under haircut units have no way of their own: value is mixed. For each seed group that has a share in a transfer, the
 * widest way by which it can have come: that along which the smallest share of the group is largest. The amount of a way
 * is that smallest share: at most so much came by it.
 *
 * @param settlement of the same graph and terms, under haircut
 * @throws Error where the transfer is not in the graph
 */
export function widestWays(graph: Graph, terms: TraceTerms, settlement: Settlement, transfer: string): Chain[] {
	const position = positionOf(graph, transfer);
	const search = new Search(graph, plan(graph, terms), settlement);
	const found = settlement
		.sharesAt(position)
		.filter(({ origin }) => !origin.startsWith('?'))
		.flatMap(({ origin }) => search.widest(position, origin) ?? []);
	return found.sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1));
}

class Search {
	private readonly graph: Graph;
	private readonly plan: Plan;
	private readonly settlement: Settlement;
	private readonly histories: Histories;
	/** What each conversion carried over. */
	private readonly converted: ReadonlyMap<string, readonly ConvertedShare[]>;
	/** By holding: for each transfer out, the transfers in whose value can be in it. */
	private readonly sources = new Map<number, ReadonlyMap<number, Sources>>();

	constructor(graph: Graph, resolved: Plan, settlement: Settlement) {
		this.graph = graph;
		this.plan = resolved;
		this.settlement = settlement;
		this.histories = new Histories(graph, resolved);
		this.converted = grouped(settlement.converted, ({ conversion }) => conversion);
	}

	widest(subject: number, origin: string): Chain | undefined {
		const seen = new Set<number>();
		const open = new Widest();
		open.push({ transfer: subject, width: this.share(subject, origin), worth: { many: 1n, of: 1n }, next: undefined });
		let steps = 0;
		for (let at = open.pop(); at !== undefined && steps < STEPS_MAX; at = open.pop()) {
			const seed = this.plan.seeds.get(at.transfer);
			if (seed !== undefined && this.plan.origins[seed] === origin) return this.chain(at, origin);
			if (seen.has(at.transfer)) continue;
			seen.add(at.transfer);
			for (const before of this.before(at, origin)) {
				steps += 1;
				if (before.width > 0n && !seen.has(before.transfer)) open.push(before);
			}
		}
		return undefined;
	}

	private before(at: Reached, origin: string): Reached[] {
		const leg = this.plan.legs.get(at.transfer);
		if (!leg?.arrives) {
			const holding = this.graph.holdings.payer[at.transfer] as number;
			const known = this.sources.get(holding) ?? this.workOut(holding);
			this.sources.set(holding, known);
			const { transfers, count, now } = known.get(at.transfer) ?? NO_SOURCES;
			return [...transfers.slice(0, count), ...now].map((transfer) => this.step(at, transfer, origin, at.worth));
		}
		const crossed = this.converted.get(leg.exchange.id)?.find((share) => share.origin === origin);
		if (crossed === undefined) return [];
		const worth = { many: at.worth.many * crossed.got, of: at.worth.of * crossed.given };
		return leg.exchange.gives.map((give) => this.step(at, give, origin, worth));
	}

	private step(at: Reached, transfer: number, origin: string, worth: Worth): Reached {
		const here = (this.share(transfer, origin) * worth.many) / worth.of;
		return { transfer, width: smaller(here, at.width), worth, next: at };
	}

	/** An account that was emptied holds nothing of what it received before. */
	private workOut(holding: number): ReadonlyMap<number, Sources> {
		const sources = new Map<number, Sources>();
		if (this.plan.service[this.graph.holdings.account[holding] as number] === 1) return sources;
		const opening = this.plan.openings.find((known) => known.holding === holding);
		const balance = new Float64Array(2);
		const hand = new Float64Array(2);
		if (opening !== undefined) writeAmount(balance, 0, opening.amount);
		let held: number[] = [];
		const draw = (): void => {
			if (exceeds(balance, 0, hand, 0)) {
				subtractFrom(balance, 0, hand, 0);
			} else {
				balance.fill(0);
				held = [];
			}
		};
		for (const step of this.histories.of(holding)) {
			if (step.kind === 'leaves') {
				writeAmount(hand, 0, this.amount(step.transfer));
				sources.set(step.transfer, { transfers: held, count: held.length, now: [] });
				draw();
				continue;
			}
			const into = step.kind === 'comes' ? [step] : step.into;
			const outOf = step.kind === 'comes' ? [] : step.outOf;
			const now = into.filter(({ taken }) => !taken).map(({ transfer }) => transfer);
			const came = into.reduce((sum, { transfer }) => sum + this.amount(transfer), 0n);
			const left = outOf.reduce((sum, i) => sum + this.amount(i), 0n);
			for (const i of outOf) sources.set(i, { transfers: held, count: left > came ? held.length : 0, now });
			writeAmount(hand, 0, left > came ? left - came : came - left);
			if (left > came) draw();
			else if (came > left) {
				addTo(balance, 0, hand, 0);
				held.push(...now);
			}
		}
		return sources;
	}

	private chain(first: Reached, origin: string): Chain {
		const hops: { transfer: string; amount: bigint }[] = [];
		for (let at: Reached | undefined = first; at !== undefined; at = at.next) {
			const { many, of } = at.worth;
			// Rounded up: what carried less than a unit of its asset still carried one.
			const amount = (first.width * of + many - 1n) / many;
			hops.push({ transfer: this.graph.ids[at.transfer] as string, amount });
		}
		return { origin, amount: first.width, hops };
	}

	private share(transfer: number, origin: string): bigint {
		return this.settlement.sharesAt(transfer).find((share) => share.origin === origin)?.amount ?? 0n;
	}

	private amount(i: number): bigint {
		return movedAt(this.graph, this.plan, i);
	}
}

/** A heap of what was reached, the widest on top; of equal width the later transfer. */
class Widest {
	private readonly items: Reached[] = [];

	push(item: Reached): void {
		const { items } = this;
		let k = items.push(item) - 1;
		for (let up = (k - 1) >> 1; k > 0 && wider(item, items[up] as Reached); up = (k - 1) >> 1) {
			items[k] = items[up] as Reached;
			k = up;
		}
		items[k] = item;
	}

	pop(): Reached | undefined {
		const { items } = this;
		const top = items[0];
		const last = items.pop();
		if (items.length === 0 || last === undefined) return top;
		let k = 0;
		for (let down = 1; down < items.length; down = 2 * k + 1) {
			const right = items[down + 1];
			if (right !== undefined && wider(right, items[down] as Reached)) down += 1;
			if (!wider(items[down] as Reached, last)) break;
			items[k] = items[down] as Reached;
			k = down;
		}
		items[k] = last;
		return top;
	}
}

function smaller(a: bigint, b: bigint): bigint {
	if (a < b) return a;
	return b;
}

function wider(a: Reached, b: Reached): boolean {
	return a.width > b.width || (a.width === b.width && a.transfer > b.transfer);
}
