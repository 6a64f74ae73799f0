import type { Graph } from './graph.ts';
import { departure, type Plan } from './plan.ts';

/** What a transfer does to a holding: it leaves, it comes in, or it is taken in a conversion, as something paid for. */
export interface Step {
	readonly transfer: number;
	readonly step: 'leaves' | 'comes' | 'taken';
}

/** What each holding paid and received, in the order in which it is settled, worked out for the holdings asked for. */
export class Histories {
	private readonly graph: Graph;
	private readonly plan: Plan;
	/** Transfers that touch each holding, in order: those of holding h from `starts[h]` to `starts[h + 1]`. */
	private readonly starts: Int32Array;
	private readonly touching: Int32Array;

	constructor(graph: Graph, plan: Plan) {
		this.graph = graph;
		this.plan = plan;
		const { payer, payee, count } = graph.holdings;
		this.starts = new Int32Array(count + 1);
		const touched = (i: number): number[] =>
			payer[i] === payee[i] ? [payer[i] as number] : [payer[i] as number, payee[i] as number];
		for (let i = 0; i < graph.size; i++) {
			for (const holding of touched(i)) this.starts[holding + 1] = (this.starts[holding + 1] as number) + 1;
		}
		for (let h = 0; h < count; h++) this.starts[h + 1] = (this.starts[h + 1] as number) + (this.starts[h] as number);
		this.touching = new Int32Array(this.starts[count] as number);
		const next = this.starts.slice();
		for (let i = 0; i < graph.size; i++) {
			for (const holding of touched(i)) {
				this.touching[next[holding] as number] = i;
				next[holding] = (next[holding] as number) + 1;
			}
		}
	}

	/** What is given in a conversion leaves when it is reserved, and counts as taken where it goes. */
	of(holding: number): readonly Step[] {
		const { payer, payee } = this.graph.holdings;
		const steps: (Step & { readonly at: number; readonly rank: number })[] = [];
		for (let k = this.starts[holding] as number; k < (this.starts[holding + 1] as number); k++) {
			const transfer = this.touching[k] as number;
			const leg = this.plan.legs.get(transfer);
			const given = leg !== undefined && !leg.arrives;
			if (payer[transfer] === holding) {
				const at = given ? departure(leg.exchange, transfer) : transfer;
				steps.push({ transfer, step: 'leaves', at, rank: at < transfer ? 0 : 1 });
			}
			if (payee[transfer] === holding) steps.push({ transfer, step: given ? 'taken' : 'comes', at: transfer, rank: 2 });
		}
		return steps.sort((a, b) => a.at - b.at || a.rank - b.rank || a.transfer - b.transfer);
	}
}
