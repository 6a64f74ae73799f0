import { amountAt, type Graph } from './graph.ts';
import { type Coming, Histories, type Step } from './histories.ts';
import { movedAt, type Plan } from './plan.ts';

/** Sources of a piece that are no transfer. */
export const FROM_UNKNOWN = -1;
export const FROM_OPENING = -2;
/** What only goes round inside its transaction. */
export const FROM_ROUND = -3;

/** A piece of an outgoing transfer: `amount` units of the incoming transfer `from`, beginning `offset` units into it. */
export interface Piece {
	readonly from: number;
	readonly offset: bigint;
	readonly amount: bigint;
}

/**
 * Which incoming transfers each outgoing transfer of a holding drew on, under FIFO or LIFO. This depends on the holding
 * alone, not on origins: so only the holdings that a question leads to are worked out, each in its own history.
 */
export class Draws {
	private readonly graph: Graph;
	private readonly plan: Plan;
	private readonly lifo: boolean;
	private readonly histories: Histories;
	private readonly known = new Map<number, ReadonlyMap<number, readonly Piece[]>>();

	constructor(graph: Graph, plan: Plan, lifo: boolean) {
		this.graph = graph;
		this.plan = plan;
		this.lifo = lifo;
		this.histories = new Histories(graph, plan);
	}

	/** The pieces of a transfer that its payer drew, in order; they sum to its amount. A service's are all unknown. */
	of(transfer: number): readonly Piece[] {
		const holding = this.graph.holdings.payer[transfer] as number;
		if (this.plan.service[this.graph.src[transfer] as number] === 1) {
			const [moves, gross] = [this.amount(transfer), this.gross(transfer)];
			return [
				...(moves > 0n ? [{ from: FROM_UNKNOWN, offset: 0n, amount: moves }] : []),
				...(gross > moves ? [{ from: FROM_ROUND, offset: 0n, amount: gross - moves }] : []),
			];
		}
		const draws = this.known.get(holding) ?? this.workOut(holding);
		this.known.set(holding, draws);
		return draws.get(transfer) ?? [{ from: FROM_ROUND, offset: 0n, amount: this.gross(transfer) }];
	}

	private workOut(holding: number): ReadonlyMap<number, readonly Piece[]> {
		const draws = new Map<number, readonly Piece[]>();
		const row = new Row(this.lifo);
		const opening = this.plan.openings.find((known) => known.holding === holding);
		if (opening !== undefined) row.add({ from: FROM_OPENING, offset: 0n, amount: opening.amount });
		for (const step of this.histories.of(holding)) {
			if (step.kind === 'leaves') draws.set(step.transfer, row.draw(this.amount(step.transfer)));
			else if (step.kind === 'comes') row.add(this.piece(step));
			else this.move(step, row, draws);
		}
		return draws;
	}

	/** One transaction: what came in it is drawn first, of what was there before only what is lacking. */
	private move(step: Step & { kind: 'bundle' }, row: Row, draws: Map<number, readonly Piece[]>): void {
		const pieces = step.into.map((coming) => this.piece(coming));
		const needed =
			step.outOf.reduce((sum, i) => sum + this.amount(i), 0n) - pieces.reduce((sum, p) => sum + p.amount, 0n);
		const own = needed > 0n ? row.draw(needed) : [];
		const pool = new Row(this.lifo);
		for (const piece of this.lifo ? [...own.toReversed(), ...pieces] : [...pieces, ...own]) pool.add(piece);
		for (const i of step.outOf) {
			const round = this.gross(i) - this.amount(i);
			const drawn = pool.draw(this.amount(i));
			draws.set(i, round > 0n ? [...drawn, { from: FROM_ROUND, offset: 0n, amount: round }] : drawn);
		}
		for (const piece of pool.rest()) row.add(piece);
	}

	/** Whoever takes what was given in a conversion paid for it: to them it is of unknown origin. */
	private piece({ transfer, taken }: Coming): Piece {
		return { from: taken ? FROM_UNKNOWN : transfer, offset: 0n, amount: this.amount(transfer) };
	}

	/** What moves in the end; what only goes round inside a transaction comes from nowhere. */
	private amount(i: number): bigint {
		return movedAt(this.graph, this.plan, i);
	}

	private gross(i: number): bigint {
		return amountAt(this.graph, i);
	}
}

/** A row of pieces, oldest first. */
class Row {
	private readonly lifo: boolean;
	private readonly pieces: Piece[] = [];
	private first = 0;

	constructor(lifo: boolean) {
		this.lifo = lifo;
	}

	add(piece: Piece): void {
		this.pieces.push(piece);
	}

	rest(): readonly Piece[] {
		return this.pieces.slice(this.first);
	}

	/** The pieces drawn; what is lacking is the last. A piece is drawn from its beginning under both policies. */
	draw(amount: bigint): readonly Piece[] {
		const drawn: Piece[] = [];
		let left = amount;
		while (left > 0n && this.first < this.pieces.length) {
			const place = this.lifo ? this.pieces.length - 1 : this.first;
			const { from, offset, amount: has } = this.pieces[place] as Piece;
			if (has > left) {
				this.pieces[place] = { from, offset: offset + left, amount: has - left };
				drawn.push({ from, offset, amount: left });
				return drawn;
			}
			drawn.push({ from, offset, amount: has });
			left -= has;
			if (this.lifo) this.pieces.pop();
			else this.first += 1;
		}
		if (left > 0n) drawn.push({ from: FROM_UNKNOWN, offset: 0n, amount: left });
		return drawn;
	}
}
