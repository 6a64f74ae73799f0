import type { Attribution } from '../ledger/attribution.ts';
import type { Decision } from '../ledger/decision.ts';

/** Attributions that a decision rejected or withdrew stay visible, but hold no longer. The last line on a subject counts. */
export function withoutRejected(attributions: readonly Attribution[], decisions: readonly Decision[]): Attribution[] {
	const last = new Map(decisions.map((d) => [d.subject, d]));
	return attributions.map((a) => {
		const decision = last.get(a.id);
		if (a.withdrawn || (decision?.act !== 'reject' && decision?.act !== 'withdraw')) return a;
		return { ...a, withdrawn: { on: decision.at, why: decision.why } };
	});
}
