import type { Bank } from './bank.ts';
import { BundleSettling } from './bundle-settling.ts';
import type { Graph } from './graph.ts';
import type { Plan } from './plan.ts';
import { Settling } from './settling.ts';
import type { ShareTable } from './share-table.ts';
import { alongStretches } from './stretches.ts';
import type { Tally } from './tally.ts';
import type { ConvertedShare } from './types.ts';

/** Runs every transfer through the bank once, in the order of the graph, and returns what the conversions carried over. */
export function settleAll(graph: Graph, plan: Plan, bank: Bank, shares: ShareTable, tally: Tally): ConvertedShare[] {
	const settlement = new Settling(graph, plan, bank, shares, tally);
	for (const { holding, amount } of plan.openings) settlement.open(holding, amount);
	const stop = (from: number): void => {
		const bundle = plan.bundleAt.get(from);
		if (bundle === undefined) settlement.stop(from);
		else new BundleSettling(settlement, plan, bank).settle(bundle);
	};
	alongStretches(plan.stops, 0, graph.size, (from, end) => bank.run(from, end), stop);
	return settlement.converted;
}
