import type { Graph } from './graph.ts';
import type { Plan } from './plan.ts';
import type { ShareTable } from './share-table.ts';
import type { Tally } from './tally.ts';

/** What happens to every piece of a transfer on its way, whatever policy drew it. */
export class Passage {
	private readonly graph: Graph;
	private readonly unknown: number;
	private readonly service: Uint8Array;
	private readonly shares: ShareTable;
	private readonly tally: Tally;

	constructor(graph: Graph, plan: Plan, shares: ShareTable, tally: Tally) {
		this.graph = graph;
		this.unknown = plan.unknown;
		this.service = plan.service;
		this.shares = shares;
		this.tally = tally;
	}

	/** Notes that the whole transfer, whose amount stands in `cells` at `at`, is of one origin; returns as `pass` does. */
	passWhole(transfer: number, origin: number, cells: Float64Array, at: number): boolean {
		if (origin !== this.unknown) this.shares.whole(transfer, origin);
		return this.arrives(transfer, origin, cells, at);
	}

	/** Notes the piece that stands in `cells` at `at`; returns whether its payee keeps it as a lot (a service does not). */
	pass(transfer: number, origin: number, cells: Float64Array, at: number): boolean {
		if (origin !== this.unknown) this.shares.add(transfer, origin, cells, at);
		return this.arrives(transfer, origin, cells, at);
	}

	/** Spent beyond what is known: a new lot of unknown origin. Returns that origin. */
	lack(transfer: number, cells: Float64Array, at: number): number {
		this.tally.seeded.add(this.graph.asset[transfer] as number, this.unknown, cells, at);
		return this.unknown;
	}

	private arrives(transfer: number, origin: number, cells: Float64Array, at: number): boolean {
		if (this.service[this.graph.dst[transfer] as number] === 0) return true;
		this.tally.delivered.add(this.graph.asset[transfer] as number, origin, cells, at);
		return false;
	}
}
