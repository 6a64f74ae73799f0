import { documentedPay } from '../pay.ts';
import { reason } from '../reasons.ts';
import type { Alternative, FromHistory, Reading } from '../types.ts';
import type { Parts, Verdict } from '../verdict.ts';
import { excess } from './cost.ts';
import type { Told } from './steps.ts';
import type { RatedReading, Settled } from './types.ts';

/** Alternatives that are listed of one payment. */
const LISTED_MAX = 5;

/**
 * A verdict in the light of the whole history. It becomes *documented* only where every other division of the amount would
 * pay more leads than the reports of the days leave; where regularity alone chose, it is *consistent* and its parts stay
 * unset, so that no total has them.
 */
export function refined(told: Told, settled: Settled): Verdict {
	const { verdict } = told;
	if (verdict.reason.code === 'pay-ambiguous') return ambiguous(told, settled);
	if (verdict.reason.code === 'contradicts-report') return contradicted(told, settled);
	if (!verdict.parts?.commission || verdict.parts.leads !== undefined) return verdict;
	const likely = likelyOf(settled);
	return likely ? { ...verdict, history: { likely, alternatives: [] } } : verdict;
}

function ambiguous({ verdict, question }: Told, settled: Settled): Verdict {
	const { equal, other } = divisions(settled);
	const best = equal[0];
	const history = historyOf(settled);
	if (!best?.reading || equal.length > 1) return { ...verdict, ...ordered(settled), history };
	if (other.every((one) => excess(one.cost, settled.best)?.name === 'contradictions')) {
		const why = reason('pay-other-reports', { leads: best.reading.leads, readings: settled.readings.length });
		return { ...documentedPay(partsOf(best.reading), ['report'], why, question), ...ordered(settled), history };
	}
	return { ...verdict, reason: chosen(best.reading, other[0], settled), ...ordered(settled), history };
}

/** A report of another day alone speaks against it: that of the day due is missing, so that nothing contradicts. */
function contradicted({ verdict, reports }: Told, settled: Settled): Verdict {
	const { equal, other } = divisions(settled);
	const best = equal[0];
	if (!best?.reading || equal.length > 1 || reports?.due) return verdict;
	const history = historyOf(settled);
	return {
		...verdict,
		certainty: 'consistent',
		reason: chosen(best.reading, other[0], settled),
		...ordered(settled),
		history,
	};
}

function chosen(best: Reading, next: RatedReading | undefined, settled: Settled) {
	const worse = next && excess(next.cost, settled.best);
	return reason('pay-history', {
		wage: yuanOf(best.wage),
		commission: yuanOf(best.commission),
		worse: worse?.name ?? '',
		count: worse?.count ?? 0,
	});
}

function yuanOf(fen: bigint): string {
	return `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`;
}

/** The best reading of each division of the amount into wage and commission: those of the best explanations, and the rest. */
function divisions({ readings }: Settled): { equal: RatedReading[]; other: RatedReading[] } {
	const known = new Set<string>();
	const firsts = readings.filter(({ reading }) => {
		const key = reading ? `${reading.wage}|${reading.commission}` : '';
		const fresh = !known.has(key);
		known.add(key);
		return fresh;
	});
	return { equal: firsts.filter((one) => one.equal), other: firsts.filter((one) => !one.equal) };
}

function historyOf(settled: Settled): FromHistory {
	const alternatives = settled.readings.slice(0, LISTED_MAX).map(({ reading, cost }): Alternative => {
		const worse = excess(cost, settled.best);
		return { ...(reading && { reading }), ...(worse && { worse }) };
	});
	const likely = likelyOf(settled);
	return { ...(likely && { likely }), alternatives };
}

/** The only reading of all best explanations. */
function likelyOf({ readings }: Settled): Reading | undefined {
	const equal = readings.filter((one) => one.equal);
	return equal.length === 1 ? equal[0]?.reading : undefined;
}

function ordered({ readings }: Settled): { readings: Reading[] } {
	return { readings: readings.flatMap(({ reading }) => reading ?? []) };
}

function partsOf({ wage, commission, rounding }: Reading): Parts {
	return { wage, commission, rounding };
}
