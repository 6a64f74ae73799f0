import { grouped } from '../ledger/grouped.ts';
import { apportion } from './amount.ts';
import { Draws, FROM_OPENING, FROM_ROUND, FROM_UNKNOWN, type Piece } from './draws.ts';
import type { Exchange } from './exchange.ts';
import { amountAt, type Graph, positionOf } from './graph.ts';
import { movedAt, type Plan, plan } from './plan.ts';
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
	/** What only goes round inside its transaction. */
	readonly round: bigint;
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
	/** What the piece was worth before each conversion crossed on the way up, in the asset after it; that in question first. */
	readonly stages: readonly bigint[];
}

interface Behind {
	readonly transfer: number;
	/** How many conversions lie between it and the transfer in question. */
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
	private readonly converted: ReadonlyMap<string, readonly ConvertedShare[]>;

	/** @throws Error where the terms name a transfer that is not in the graph */
	constructor(graph: Graph, terms: TraceTerms, policy: 'fifo' | 'lifo') {
		this.graph = graph;
		this.plan = plan(graph, terms);
		this.draws = new Draws(graph, this.plan, policy === 'lifo');
		const converted = this.plan.legs.size === 0 ? [] : settle(graph, terms, policy).converted;
		this.converted = grouped(converted, ({ conversion }) => conversion);
	}

	/** @throws Error where the transfer is not in the graph */
	of(transfer: string): Origins {
		const position = positionOf(this.graph, transfer);
		const amount = amountAt(this.graph, position);
		const chains = new Chains(this.graph);
		let unknown = 0n;
		let round = 0n;
		let unfollowed = 0n;
		let pieces = 0;
		const open: Way[] = [{ piece: { from: position, offset: 0n, amount }, behind: undefined, stages: [] }];
		for (let way = open.pop(); way !== undefined; way = open.pop()) {
			pieces += 1;
			const value = way.stages[0] ?? way.piece.amount;
			const origin = this.originOf(way.piece.from);
			if (way.piece.from === FROM_UNKNOWN) unknown += value;
			else if (way.piece.from === FROM_ROUND) round += value;
			else if (origin !== undefined) chains.add(origin, value, way);
			else if (pieces > PIECES_MAX) unfollowed += value;
			else open.push(...this.upstream(way).reverse());
		}
		return { chains: chains.largestFirst(), unknown, round, unfollowed };
	}

	private originOf(from: number): string | undefined {
		if (from === FROM_OPENING) return OPENING_ORIGIN;
		const seed = this.plan.seeds.get(from);
		return seed === undefined ? undefined : this.plan.origins[seed];
	}

	private upstream(way: Way): Way[] {
		const { piece, stages } = way;
		const behind = { transfer: piece.from, stage: stages.length, next: way.behind };
		const leg = this.plan.legs.get(piece.from);
		if (leg?.arrives) return this.cross(way, behind, leg.exchange);
		const pieces = within(this.draws.of(piece.from), piece);
		const split = stages.map((value) => apportion(value, amounts(pieces)));
		return pieces.map((part, k) => ({ piece: part, behind, stages: split.map((values) => values[k] as bigint) }));
	}

	/** From what came to what was given for it: each stretch of one origin in proportion. */
	private cross({ piece, stages }: Way, behind: Behind, exchange: Exchange): Way[] {
		const stretches = this.converted.get(exchange.id) as readonly ConvertedShare[];
		const gives = exchange.gives.map((from) => ({ from, offset: 0n, amount: this.amount(from) }));
		const wanted = { offset: piece.offset + this.before(exchange, piece.from), amount: piece.amount };
		let gotBefore = 0n;
		let givenBefore = 0n;
		const parts: { readonly got: bigint; readonly piece: Piece }[] = [];
		for (const { origin, given, got } of stretches) {
			const [part] = within([{ from: piece.from, offset: 0n, amount: got }], shifted(wanted, gotBefore));
			if (part !== undefined) {
				const begin = smaller((part.offset * given) / got, given - 1n);
				const end = ((part.offset + part.amount) * given) / got;
				// What came finer than a unit of what was given still came from one unit.
				const stretch = { offset: givenBefore + begin, amount: end > begin ? end - begin : 1n };
				if (origin === UNKNOWN_ORIGIN) parts.push({ got: part.amount, piece: { from: FROM_UNKNOWN, ...stretch } });
				else parts.push(...spread(part.amount, within(gives, stretch)));
			}
			gotBefore += got;
			givenBefore += given;
		}
		const gots = parts.map(({ got }) => got);
		const split = stages.map((value) => apportion(value, gots));
		return parts.map(({ got, piece: part }, k) => ({
			piece: part,
			behind,
			stages: [...split.map((values) => values[k] as bigint), got],
		}));
	}

	/** What came by legs that arrived before this one. */
	private before(exchange: Exchange, get: number): bigint {
		return exchange.gets.reduce((sum, leg) => (leg < get ? sum + this.amount(leg) : sum), 0n);
	}

	private amount(i: number): bigint {
		return movedAt(this.graph, this.plan, i);
	}
}

/** What came, divided among the pieces it came for; a piece too small to have brought anything is left out. */
function spread(got: bigint, pieces: readonly Piece[]): { got: bigint; piece: Piece }[] {
	const shares = apportion(got, amounts(pieces));
	return pieces.map((piece, k) => ({ got: shares[k] as bigint, piece })).filter((part) => part.got > 0n);
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

function shifted(
	piece: Pick<Piece, 'offset' | 'amount'>,
	by: bigint,
): { readonly offset: bigint; readonly amount: bigint } {
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
