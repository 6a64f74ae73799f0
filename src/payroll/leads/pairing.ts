/**
 * Pairs as many of the left with a right as can be, each at most once, by augmenting paths (Kuhn 1955, Berge 1957). The
 * left are served in the order given and try their rights in the order given, so that the result is always the same.
 * Pairs in `taken` stay paired, though perhaps with others: called again with more edges, it adds to them.
 *
 * @param edges of each left the rights it may have, best first
 * @param taken right -> left, changed in place
 */
export function pair(edges: readonly (readonly number[])[], taken: Map<number, number>): void {
	const paired = new Set(taken.values());
	for (const left of edges.keys()) {
		if (!paired.has(left)) augment(left, edges, taken, new Set());
	}
}

function augment(
	left: number,
	edges: readonly (readonly number[])[],
	taken: Map<number, number>,
	tried: Set<number>,
): boolean {
	for (const right of edges[left] ?? []) {
		if (tried.has(right)) continue;
		tried.add(right);
		const holder = taken.get(right);
		if (holder === undefined || augment(holder, edges, taken, tried)) {
			taken.set(right, left);
			return true;
		}
	}
	return false;
}
