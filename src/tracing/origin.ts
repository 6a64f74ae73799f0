import { apportion, joinLimbs } from './amount.ts';
import { Draws, FROM_OPENING, FROM_UNKNOWN, type Piece } from './draws.ts';
import { type Graph, positionOf } from './graph.ts';
import { type Exchange, type Plan, plan } from './plan.ts';
import { settle } from './settle.ts';
import { type ConvertedShare, OPENING_ORIGIN, type TraceTerms, UNKNOWN_ORIGIN } from './types.ts';

/** One transfer on the way, and what of it is the value in question, in its own asset. */
export interface OriginHop {
	readonly transfer: string;
	readonly amount: bigint;
}

/** One way by which value came. */
export interface Chain {
	/** Seed group, or `?opening`. */
	readonly origin: string;
	/** What of the transfer in question came this way. */
	readonly amount: bigint;
	/** From the seed (or the first transfer out of an opening balance) to the transfer in question. */
	readonly hops: readonly OriginHop[];
}

export interface Origins {
	/** Largest first. */
	readonly chains: readonly Chain[];
	/** What came from nowhere known. */
	readonly unknown: bigint;
	/** What was not followed to its end because too many pieces were: 0n in all but the largest transfers. */
	readonly unfollowed: bigint;
}

/** Pieces followed at most. A transfer of a busy account can be made of a hundred thousand. */
const PIECES_MAX = 200_000;

/** A piece on its way upstream. */
interface Way {
	readonly piece: Piece;
	/** Transfers between the piece and the transfer in question, nearest first. */
	readonly behind: Behind | undefined;
	/** What the piece was worth before each cash-out crossed on the way up, in the asset after it; that in question first. */
	readonly stages: readonly bigint[];
}

interface Behind {
	readonly transfer: number;
	/** How many cash-outs lie between it and the transfer in question. */
	readonly stage: number;
	readonly next: Behind | undefined;
}

/**
 * Asks of many transfers of one case how their value came, under FIFO or LIFO, where every unit has one way. Haircut and
 * poison mix or mark: there a chain is one of many that are possible (see `findPaths` from the seeds).
 */
export class OriginFinder {
	private readonly graph: Graph;
	private readonly plan: Plan;
	private readonly draws: Draws;
	private readonly converted = new Map<string, ConvertedShare[]>();

	/** @throws Error where the terms name a transfer that is not in the graph */
	constructor(graph: Graph, terms: TraceTerms, policy: 'fifo' | 'lifo') {
		this.graph = graph;
		this.plan = plan(graph, terms);
		this.draws = new Draws(graph, this.plan, policy === 'lifo');
		if (this.plan.exchanges.size === 0) return;
		for (const share of settle(graph, terms, policy).converted) {
			const known = this.converted.get(share.conversion);
			if (known === undefined) this.converted.set(share.conversion, [share]);
			else known.push(share);
		}
	}

	/** @throws Error where the transfer is not in the graph */
	of(transfer: string): Origins {
		const position = positionOf(this.graph, transfer);
		const amount = joinLimbs(this.graph.high[position] as number, this.graph.low[position] as number);
		const chains = new Chains(this.graph);
		let unknown = 0n;
		let unfollowed = 0n;
		let pieces = 0;
		const open: Way[] = [{ piece: { from: position, offset: 0n, amount }, behind: undefined, stages: [] }];
		for (let way = open.pop(); way !== undefined; way = open.pop()) {
			pieces += 1;
			const value = way.stages[0] ?? way.piece.amount;
			const origin = this.originOf(way.piece.from);
			if (way.piece.from === FROM_UNKNOWN) unknown += value;
			else if (origin !== undefined) chains.add(origin, value, way);
			else if (pieces > PIECES_MAX) unfollowed += value;
			else open.push(...this.upstream(way).reverse());
		}
		return { chains: chains.largestFirst(), unknown, unfollowed };
	}

	private originOf(from: number): string | undefined {
		if (from === FROM_OPENING) return OPENING_ORIGIN;
		const seed = this.plan.seeds.get(from);
		return seed === undefined ? undefined : this.plan.origins[seed];
	}

	private upstream(way: Way): Way[] {
		const { piece, stages } = way;
		const behind = { transfer: piece.from, stage: stages.length, next: way.behind };
		const exchange = this.plan.exchanges.get(piece.from);
		if (exchange?.yuan === piece.from) return this.cross(way, behind, exchange);
		const pieces = within(this.draws.of(piece.from), piece);
		const split = stages.map((value) => apportion(value, amounts(pieces)));
		return pieces.map((part, k) => ({ piece: part, behind, stages: split.map((values) => values[k] as bigint) }));
	}

	/** From yuan to the coins that became them: each stretch of one origin in proportion. */
	private cross({ piece, stages }: Way, behind: Behind, exchange: Exchange): Way[] {
		const stretches = this.converted.get(exchange.id) as ConvertedShare[];
		let yuanBefore = 0n;
		let coinBefore = 0n;
		const parts: { readonly yuan: bigint; readonly piece: Piece }[] = [];
		for (const { origin, coin, yuan } of stretches) {
			const [part] = within([{ from: exchange.yuan, offset: 0n, amount: yuan }], shifted(piece, yuanBefore));
			if (part !== undefined) {
				const begin = smaller((part.offset * coin) / yuan, coin - 1n);
				const end = ((part.offset + part.amount) * coin) / yuan;
				const from = origin === UNKNOWN_ORIGIN ? FROM_UNKNOWN : exchange.coin;
				// A stretch of yuan finer than a unit of the coin still came from one unit.
				const amount = end > begin ? end - begin : 1n;
				parts.push({ yuan: part.amount, piece: { from, offset: coinBefore + begin, amount } });
			}
			yuanBefore += yuan;
			coinBefore += coin;
		}
		const yuans = parts.map(({ yuan }) => yuan);
		const split = stages.map((value) => apportion(value, yuans));
		return parts.map(({ yuan, piece: part }, k) => ({
			piece: part,
			behind,
			stages: [...split.map((values) => values[k] as bigint), yuan],
		}));
	}
}

class Chains {
	private readonly graph: Graph;
	private readonly byWay = new Map<string, Chain>();

	constructor(graph: Graph) {
		this.graph = graph;
	}

	/** Pieces that came by the same transfers are one chain. */
	add(origin: string, value: bigint, { piece, behind, stages }: Way): void {
		if (value === 0n) return;
		const hops = piece.from < 0 ? [] : [this.hop(piece.from, piece.amount)];
		for (let at = behind; at !== undefined; at = at.next) {
			hops.push(this.hop(at.transfer, stages[at.stage] ?? piece.amount));
		}
		const key = hops.map((hop) => hop.transfer).join();
		const known = this.byWay.get(key);
		const summed = hops.map((hop, k) => ({ ...hop, amount: hop.amount + (known?.hops[k]?.amount ?? 0n) }));
		this.byWay.set(key, { origin, amount: value + (known?.amount ?? 0n), hops: summed });
	}

	largestFirst(): Chain[] {
		return [...this.byWay.values()].sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1));
	}

	private hop(position: number, amount: bigint): OriginHop {
		return { transfer: this.graph.ids[position] as string, amount };
	}
}

/** The parts of a row of pieces that lie in a stretch, each cut to it. */
function within(pieces: readonly Piece[], stretch: { readonly offset: bigint; readonly amount: bigint }): Piece[] {
	const parts: Piece[] = [];
	let before = 0n;
	for (const { from, offset, amount } of pieces) {
		const begin = larger(stretch.offset, before);
		const end = smaller(stretch.offset + stretch.amount, before + amount);
		if (end > begin) parts.push({ from, offset: offset + begin - before, amount: end - begin });
		before += amount;
	}
	return parts;
}

function shifted(piece: Piece, by: bigint): { readonly offset: bigint; readonly amount: bigint } {
	return { offset: piece.offset - by, amount: piece.amount };
}

function amounts(pieces: readonly Piece[]): bigint[] {
	return pieces.map(({ amount }) => amount);
}

function smaller(a: bigint, b: bigint): bigint {
	if (a < b) return a;
	return b;
}

function larger(a: bigint, b: bigint): bigint {
	if (a > b) return a;
	return b;
}
