/** A transfer of one transaction between two holdings, and what of it moves in the end. */
export interface Edge {
	readonly position: number;
	readonly payer: number;
	readonly payee: number;
	/** Smallest units; lowered by what goes round. */
	net: bigint;
}

/**
 * Takes out what goes round inside one transaction and comes back to where it left: a flash loan, change that is given
 * back. The rule, so that anybody gets the same: the transfers in their order; for each, as long as a way leads from its
 * payee back to its payer, the way of fewest transfers (of these the one of the earliest), and of it the smallest amount.
 */
export function cancel(edges: readonly Edge[]): void {
	if (isAcyclic(edges)) return;
	for (const edge of edges) {
		for (let back = wayBack(edges, edge); edge.net > 0n && back !== undefined; back = wayBack(edges, edge)) {
			const round = [edge, ...back];
			let least = edge.net;
			for (const { net } of back) if (net < least) least = net;
			for (const each of round) each.net -= least;
		}
	}
}

/** Transfers from the edge's payee to its payer, along what still moves; none where it pays itself. */
function wayBack(edges: readonly Edge[], edge: Edge): Edge[] | undefined {
	if (edge.payer === edge.payee) return [];
	const into = new Map<number, Edge>();
	const reached = [edge.payee];
	for (const at of reached) {
		for (const next of edges) {
			if (next.payer !== at || next.net === 0n || into.has(next.payee) || next.payee === edge.payee) continue;
			into.set(next.payee, next);
			reached.push(next.payee);
		}
	}
	const way: Edge[] = [];
	for (let at = edge.payer; at !== edge.payee; ) {
		const by = into.get(at);
		if (by === undefined) return undefined;
		way.push(by);
		at = by.payer;
	}
	return way;
}

/** Whether nothing can come back to where it left. */
function isAcyclic(edges: readonly Edge[]): boolean {
	return sources(edges, new Set(edges.flatMap(({ payer, payee }) => [payer, payee]))) !== undefined;
}

/**
 * Holdings so ordered that each comes after all that pay it, those mentioned first coming first where nothing orders
 * them; undefined where there is no such order.
 */
export function sources(
	edges: readonly Pick<Edge, 'payer' | 'payee'>[],
	holdings: ReadonlySet<number>,
): number[] | undefined {
	const awaited = new Map([...holdings].map((holding) => [holding, 0]));
	const outOf = new Map<number, number[]>();
	for (const { payer, payee } of edges) {
		awaited.set(payee, (awaited.get(payee) ?? 0) + 1);
		const list = outOf.get(payer);
		if (list) list.push(payee);
		else outOf.set(payer, [payee]);
	}
	const order = [...awaited].filter(([, count]) => count === 0).map(([holding]) => holding);
	for (const holding of order) {
		for (const payee of outOf.get(holding) ?? []) {
			const left = (awaited.get(payee) as number) - 1;
			awaited.set(payee, left);
			if (left === 0) order.push(payee);
		}
	}
	return order.length === awaited.size ? order : undefined;
}
