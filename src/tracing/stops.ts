import type { Bank } from './bank.ts';
import { BundleSettling } from './bundle-settling.ts';
import type { Graph } from './graph.ts';
import type { Plan } from './plan.ts';
import { Settling } from './settling.ts';
import type { ShareTable } from './share-table.ts';
import type { Tally } from './tally.ts';
import type { ConvertedShare } from './types.ts';

/** Runs every transfer through the bank once, in the order of the graph, and returns what the conversions carried over. */
export function settleAll(graph: Graph, plan: Plan, bank: Bank, shares: ShareTable, tally: Tally): ConvertedShare[] {
	const settlement = new Settling(graph, plan, bank, shares, tally);
	for (const { holding, amount } of plan.openings) settlement.open(holding, amount);
	let done = 0;
	for (let k = 0; k < plan.stops.length; k += 2) {
		const from = plan.stops[k] as number;
		bank.run(done, from);
		const bundle = plan.bundleAt.get(from);
		if (bundle === undefined) settlement.stop(from);
		else new BundleSettling(settlement, plan, bank).settle(bundle);
		done = plan.stops[k + 1] as number;
	}
	bank.run(done, graph.size);
	return settlement.converted;
}
