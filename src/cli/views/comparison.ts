import type { Comparison } from '../../run/compare-truth.ts';
import type { Words } from '../messages/words.ts';
import { fields } from '../table.ts';

/** The demo's answer beside its known truth. */
export function printComparison(
	{ commissions, people, cashOuts, hierarchy, missing }: Comparison,
	{ say }: Words,
): string {
	const lines = [
		say('truth.head'),
		fields([
			[say('truth.commissions'), say('truth.commissions-value', commissions)],
			[say('truth.false'), String(commissions.false)],
			[say('truth.people'), say('truth.people-value', people)],
			[say('truth.cash-outs'), say('truth.cash-outs-value', cashOuts)],
			[say('truth.superiors'), say('truth.score', { ...hierarchy.superiors })],
			[say('truth.roles'), say('truth.score', { ...hierarchy.roles })],
		]),
	];
	if (missing.length > 0) lines.push(say('truth.missing'));
	for (const { what, commissions: count } of missing) lines.push(say('truth.missing-line', { what, count }));
	return lines.join('\n');
}
