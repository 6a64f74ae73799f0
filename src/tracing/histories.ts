import type { Bundle } from './bundles.ts';
import { departure } from './exchange.ts';
import type { Graph } from './graph.ts';
import type { Plan } from './plan.ts';

/** A transfer that comes into a holding; `taken` in a conversion, as something paid for. */
export interface Coming {
	readonly transfer: number;
	readonly taken: boolean;
}

/** What happens to a holding: a transfer leaves, one comes, or the transfers of one transaction move together. */
export type Step =
	| { readonly kind: 'leaves'; readonly transfer: number }
	| ({ readonly kind: 'comes' } & Coming)
	| { readonly kind: 'bundle'; readonly into: readonly Coming[]; readonly outOf: readonly number[] };

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
		const steps: (Step & { readonly at: number; readonly rank: number })[] = [];
		const bundles = new Set<Bundle>();
		for (let k = this.starts[holding] as number; k < (this.starts[holding + 1] as number); k++) {
			const transfer = this.touching[k] as number;
			const bundle = this.plan.bundleAt.get(transfer);
			if (this.graph.holdings.payer[transfer] === holding) {
				const at = this.departs(transfer, bundle);
				if (at < (bundle?.from ?? transfer)) steps.push({ kind: 'leaves', transfer, at, rank: 0 });
				else if (bundle === undefined) steps.push({ kind: 'leaves', transfer, at, rank: 1 });
			}
			if (bundle !== undefined) bundles.add(bundle);
			else if (this.graph.holdings.payee[transfer] === holding)
				steps.push({ kind: 'comes', ...this.coming(transfer), at: transfer, rank: 2 });
		}
		for (const bundle of bundles) {
			const into = (bundle.into.get(holding) ?? []).map((transfer) => this.coming(transfer));
			steps.push({ kind: 'bundle', into, outOf: bundle.outOf.get(holding) ?? [], at: bundle.from, rank: 1 });
		}
		return steps.sort((a, b) => a.at - b.at || a.rank - b.rank || placeOf(a) - placeOf(b));
	}

	private coming(transfer: number): Coming {
		return { transfer, taken: this.plan.legs.get(transfer)?.arrives === false };
	}

	/** Where a transfer is drawn; just before a transaction where the conversion that it is given in reserves it there. */
	private departs(transfer: number, bundle: Bundle | undefined): number {
		const leg = this.plan.legs.get(transfer);
		if (leg === undefined || leg.arrives) return transfer;
		const early = this.plan.bundleAt.get(leg.exchange.first);
		if (early?.opening.includes(leg.exchange) && transfer >= early.from) return early.from - 0.5;
		return bundle !== undefined && departure(leg.exchange, transfer) >= bundle.from
			? transfer
			: departure(leg.exchange, transfer);
	}
}

function placeOf(step: Step): number {
	return step.kind === 'bundle' ? 0 : step.transfer;
}
