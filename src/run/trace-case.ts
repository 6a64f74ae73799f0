import type { CashOutResult } from '../cashouts/types.ts';
import type { SeedGroup, Traced } from '../findings/input.ts';
import type { MergeResult } from '../ledger/merge/merge.ts';
import type { Policy } from '../tracing/types.ts';

export interface TraceQuestion {
	readonly merged: MergeResult;
	readonly seeds: readonly SeedGroup[];
	readonly services: ReadonlySet<string>;
	readonly cashOuts: CashOutResult;
	readonly openings: ReadonlyMap<string, bigint>;
	readonly policies: readonly Policy[];
}
export function traceCase(q: TraceQuestion): Traced[] {
	return q.policies.map((policy) => ({ policy, conservation: [], shares: () => [] }));
}
