import type { Attribution } from '../ledger/attribution.ts';
import type { Decision } from '../ledger/decision.ts';

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

/** Decisions to split a merge, or to confirm what no row confirms, that no later line on the same subject withdrew. */
export function standingMerges(decisions: readonly Decision[]): Decision[] {
	const standing = new Map<string, Decision>();
	for (const d of decisions) {
		if (d.act === 'split' || d.act === 'confirm') standing.set(`${d.act} ${d.subject}`, d);
		if (d.act === 'withdraw') for (const act of ['split', 'confirm']) standing.delete(`${act} ${d.subject}`);
	}
	return [...standing.values()];
}
