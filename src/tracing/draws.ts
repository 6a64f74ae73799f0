import { joinLimbs } from './amount.ts';
import type { Graph } from './graph.ts';
import { departure, type Plan } from './plan.ts';

/** Sources of a piece that are no transfer. */
export const FROM_UNKNOWN = -1;
export const FROM_OPENING = -2;

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
	private readonly known = new Map<number, ReadonlyMap<number, readonly Piece[]>>();
	/** Transfers that touch each holding, in order: those of holding h from `starts[h]` to `starts[h + 1]`. */
	private readonly starts: Int32Array;
	private readonly history: Int32Array;

	constructor(graph: Graph, plan: Plan, lifo: boolean) {
		this.graph = graph;
		this.plan = plan;
		this.lifo = lifo;
		const { payer, payee, count } = graph.holdings;
		this.starts = new Int32Array(count + 1);
		const touched = (i: number): number[] =>
			payer[i] === payee[i] ? [payer[i] as number] : [payer[i] as number, payee[i] as number];
		for (let i = 0; i < graph.size; i++) {
			for (const holding of touched(i)) this.starts[holding + 1] = (this.starts[holding + 1] as number) + 1;
		}
		for (let h = 0; h < count; h++) this.starts[h + 1] = (this.starts[h + 1] as number) + (this.starts[h] as number);
		this.history = new Int32Array(this.starts[count] as number);
		const next = this.starts.slice();
		for (let i = 0; i < graph.size; i++) {
			for (const holding of touched(i)) {
				this.history[next[holding] as number] = i;
				next[holding] = (next[holding] as number) + 1;
			}
		}
	}

	/** The pieces of a transfer that its payer drew, in order; they sum to its amount. A service's are all unknown. */
	of(transfer: number): readonly Piece[] {
		const holding = this.graph.holdings.payer[transfer] as number;
		if (this.plan.service[this.graph.src[transfer] as number] === 1) {
			return [{ from: FROM_UNKNOWN, offset: 0n, amount: this.amount(transfer) }];
		}
		const draws = this.known.get(holding) ?? this.workOut(holding);
		this.known.set(holding, draws);
		return draws.get(transfer) as readonly Piece[];
	}

	private workOut(holding: number): ReadonlyMap<number, readonly Piece[]> {
		const draws = new Map<number, readonly Piece[]>();
		const row = new Row(this.lifo);
		const opening = this.plan.openings.find((known) => known.holding === holding);
		if (opening !== undefined) row.add({ from: FROM_OPENING, offset: 0n, amount: opening.amount });
		for (const { transfer, leaves } of this.steps(holding)) {
			const amount = this.amount(transfer);
			if (leaves) {
				draws.set(transfer, row.draw(amount));
			} else {
				// Whoever takes what was given in a conversion paid for it: to them it is of unknown origin.
				const given = this.plan.legs.get(transfer)?.arrives === false;
				row.add({ from: given ? FROM_UNKNOWN : transfer, offset: 0n, amount });
			}
		}
		return draws;
	}

	/** What a holding pays and receives, in the order in which it is settled: what is given in a conversion leaves when it is reserved. */
	private steps(holding: number): { readonly transfer: number; readonly leaves: boolean }[] {
		const { payer, payee } = this.graph.holdings;
		const steps: { transfer: number; leaves: boolean; at: number; rank: number }[] = [];
		for (let k = this.starts[holding] as number; k < (this.starts[holding + 1] as number); k++) {
			const transfer = this.history[k] as number;
			const leg = this.plan.legs.get(transfer);
			if (payer[transfer] === holding) {
				const at = leg?.arrives === false ? departure(leg.exchange, transfer) : transfer;
				steps.push({ transfer, leaves: true, at, rank: at < transfer ? 0 : 1 });
			}
			if (payee[transfer] === holding) steps.push({ transfer, leaves: false, at: transfer, rank: 2 });
		}
		return steps.sort((a, b) => a.at - b.at || a.rank - b.rank || a.transfer - b.transfer);
	}

	private amount(i: number): bigint {
		return joinLimbs(this.graph.high[i] as number, this.graph.low[i] as number);
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
