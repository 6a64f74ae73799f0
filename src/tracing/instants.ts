import type { Flow } from './types.ts';

/**
 * Hands flows on with those of one transaction side by side, where the first of them stands: exports list tokens and coins
 * in files of their own, and a block holds many transactions. Only flows of one instant are ever held back. Where one of a
 * transaction is tied, all are: as one thing they have one place.
 */
export class Instants {
	private readonly next: (flow: Flow) => void;
	private held: Flow[] = [];

	constructor(next: (flow: Flow) => void) {
		this.next = next;
	}

	add(flow: Flow): void {
		if (this.held.length > 0 && this.held[0]?.instant !== flow.instant) this.flush();
		if (this.held.length === 0 && flow.transaction === undefined) this.next(flow);
		else this.held.push(flow);
	}

	flush(): void {
		const held = this.held;
		if (held.length === 0) return;
		this.held = [];
		const tied = new Set(held.filter((flow) => flow.tied).flatMap(({ transaction }) => transaction ?? []));
		const order = gathered(held.map(({ transaction }) => transaction));
		for (const k of order) {
			const flow = held[k] as Flow;
			const together = flow.transaction !== undefined && tied.has(flow.transaction);
			this.next(together && !flow.tied ? { ...flow, tied: true } : flow);
		}
	}
}

/** Places in their order, save that those of one transaction stand where the first of them does. */
export function gathered(transactions: readonly (string | undefined)[]): number[] {
	const groups: number[][] = [];
	const known = new Map<string, number[]>();
	for (const [k, transaction] of transactions.entries()) {
		const group = transaction === undefined ? undefined : known.get(transaction);
		if (group !== undefined) {
			group.push(k);
			continue;
		}
		const made = [k];
		groups.push(made);
		if (transaction !== undefined) known.set(transaction, made);
	}
	return groups.flat();
}
