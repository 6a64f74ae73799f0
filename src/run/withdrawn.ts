import type { Attribution } from '../ledger/attribution.ts';
import { type Decision, standing } from '../ledger/decision.ts';

/**
 * Attributions that a decision rejected or withdrew stay visible, but hold no longer. A decision on an account is one on
 * every claim to it; the last line counts.
 */
export function withoutRejected(attributions: readonly Attribution[], decisions: readonly Decision[]): Attribution[] {
	const last = new Map(decisions.map((d) => [d.subject, d]));
	return attributions.map((a) => {
		const decision = later(last.get(a.id), last.get(a.account));
		if (a.withdrawn || (decision?.act !== 'reject' && decision?.act !== 'withdraw')) return a;
		return { ...a, withdrawn: { on: decision.at, why: decision.why } };
	});
}

function later(a: Decision | undefined, b: Decision | undefined): Decision | undefined {
	return a && b ? (a.line > b.line ? a : b) : (a ?? b);
}

/** The last standing decision on whether a merge, or a payment that no row confirms, holds: by subject. */
export function standingMerges(decisions: readonly Decision[]): Decision[] {
	return [...standing(decisions, 'holds').values()].flatMap((list) => list.slice(-1));
}
