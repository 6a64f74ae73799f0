import type { Context, Question, Rule } from './context.ts';
import { partsOf } from './explanation.ts';
import { explanationOf } from './pay.ts';
import { reason } from './reasons.ts';
import type { Kind, Reading } from './types.ts';
import type { Verdict } from './verdict.ts';

/**
 * The kind a person decided. Of a wage, commission or bonus the whole amount is that; "wage and commission" still
 * needs readings that agree on the split, for no part is guessed.
 */
export const decidedKind: Rule = (question, context) => {
	const decided = question.acted.decided;
	if (decided?.kind === undefined) return undefined;
	const kind = decided.kind;
	const said = { by: decided.by, why: decided.why };
	const plain: Verdict = { kind, certainty: 'documented', basis: ['decision'], reason: reason('decided', said) };
	const amount = question.acted.transfer.amount;
	if (kind === 'wage') return { ...plain, parts: { wage: amount } };
	if (kind === 'bonus') return { ...plain, parts: { bonus: amount } };
	if (kind !== 'commission' && kind !== 'wage-and-commission') return plain;
	const { readings, parts } = readingsAs(kind, question, context);
	if (kind === 'commission')
		return { ...plain, readings, parts: { ...parts, wage: 0n, commission: amount, rounding: 0n } };
	if (parts) return { ...plain, readings, parts };
	const why = reason('decided-without-split', { ...said, readings: readings.length });
	return { ...plain, certainty: 'consistent', reason: why, readings };
};

function readingsAs(kind: Kind, question: Question, context: Context) {
	const found = explanationOf(question, context);
	const suits = (r: Reading) => r.commission > 0n && r.wage > 0n === (kind === 'wage-and-commission');
	const readings = found.outcome === 'fits' ? found.readings.filter(suits) : [];
	return { readings, parts: partsOf(readings, found.counted) };
}
