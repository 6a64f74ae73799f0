import type { Decision } from '../ledger/decision.ts';

/** The last act on each match, and its line; a withdrawn decision is none. */
export class Decided {
	/** Of all that a person decided. */
	readonly ids: ReadonlySet<string>;
	private readonly last = new Map<string, Decision>();

	constructor(decisions: readonly Decision[]) {
		for (const decision of [...decisions].sort((a, b) => a.line - b.line)) {
			if (decision.act === 'confirm' || decision.act === 'reject') this.last.set(decision.subject, decision);
			else if (decision.act === 'withdraw') this.last.delete(decision.subject);
		}
		this.ids = new Set(this.last.keys());
	}

	isRejected(id: string): boolean {
		return this.last.get(id)?.act === 'reject';
	}

	/** Line of the confirmation; undefined where there is none. */
	confirmedOn(id: string): number | undefined {
		const decision = this.last.get(id);
		return decision?.act === 'confirm' ? decision.line : undefined;
	}
}

/** Legs that are spoken for, so that none is matched twice. */
export class Claims {
	private readonly taken = new Set<string>();

	isFree(legs: readonly string[]): boolean {
		return !legs.some((leg) => this.taken.has(leg));
	}

	/** Takes the legs, where all of them are free. */
	take(legs: readonly string[]): boolean {
		if (!this.isFree(legs)) return false;
		for (const leg of legs) this.taken.add(leg);
		return true;
	}

	keepOut(legs: Iterable<string>): void {
		for (const leg of legs) this.taken.add(leg);
	}
}

/** Ids of the confirmed ones, the later line before the former: where two share a leg, the later line holds. */
export function confirm(
	candidates: readonly { readonly id: string; readonly legs: readonly string[] }[],
	decided: Decided,
	claims: Claims,
): Set<string> {
	const confirmed = new Set<string>();
	const lines = candidates.flatMap((one) => {
		const line = decided.confirmedOn(one.id);
		return line === undefined ? [] : [{ ...one, line }];
	});
	lines.sort((a, b) => b.line - a.line || (a.id < b.id ? -1 : 1));
	for (const { id, legs } of lines) if (!confirmed.has(id) && claims.take(legs)) confirmed.add(id);
	return confirmed;
}
