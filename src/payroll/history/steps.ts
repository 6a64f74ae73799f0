import type { Medium } from '../../ledger/record.ts';
import type { Context, Question } from '../context.ts';
import { localDay } from '../local-day.ts';
import type { Match, ReportedDays } from '../reports.ts';
import type { Terms } from '../terms.ts';
import type { Reading } from '../types.ts';
import type { Verdict } from '../verdict.ts';
import { type Cost, costOf, FREE, sum } from './cost.ts';
import type { Choice, Step } from './types.ts';

/** A payment of a history, and where it stands among the questions. */
export interface Told {
	readonly index: number;
	readonly question: Question;
	readonly verdict: Verdict;
	readonly terms: Terms;
	readonly reports: ReportedDays | undefined;
}

/** Verdicts that rest on the pay rules; whatever a note or a person calls otherwise tells nothing of rates. */
const BY_RULES: ReadonlySet<string> = new Set([
	'pay-amount',
	'pay-memo',
	'pay-report',
	'pay-ambiguous',
	'pay-proposed-account',
	'contradicts-report',
]);

/** Payments between one superior and one member that the pay rules are asked about, each history in time order. */
export function historiesOf(questions: readonly Question[], verdicts: readonly Verdict[], context: Context): Told[][] {
	const histories = new Map<string, Told[]>();
	for (const [index, question] of questions.entries()) {
		const verdict = verdicts[index];
		const { payer, payee, transfer } = question.acted;
		if (!verdict || !payer || !payee?.member || question.direction !== 'down') continue;
		if (!BY_RULES.has(verdict.reason.code) || !verdict.readings?.length || isShare(transfer.medium)) continue;
		const key = JSON.stringify([payee.party, payer.party]);
		const told = {
			index,
			question,
			verdict,
			terms: context.terms(payee.member, transfer.instant),
			reports: context.reports.on(payee.party, transfer.instant),
		};
		const history = histories.get(key);
		if (history) history.push(told);
		else histories.set(key, [told]);
	}
	return [...histories.values()];
}

/** A random share follows no habit of pay; what may be one neither. */
function isShare(medium: Medium): boolean {
	return medium === 'group-packet' || medium === 'received-packet';
}

/** Turns histories into steps of the search. Payments without report are of few amounts: their choices are made once. */
export class StepMaker {
	readonly #plain = new Map<Terms, Map<readonly Reading[], readonly Choice[]>>();

	stepsOf(history: readonly Told[], offsetMinutes: number): Step[] {
		const matches = history.map(({ verdict, reports }) =>
			reports ? (verdict.readings ?? []).map((one) => (one.leads > 0 ? reports.matching(one) : [])) : [],
		);
		const contested = contestedReports(matches);
		return history.map((told, index) => {
			const { question, verdict, terms } = told;
			const choices = told.reports ? this.#held(told, matches[index] ?? [], contested) : this.#unreported(told);
			const odd: Choice[] = verdict.reason.code === 'contradicts-report' ? [{ reports: [], cost: costOf('odd') }] : [];
			return {
				id: question.acted.transfer.id,
				...localDay(question.acted.transfer.instant, offsetMinutes),
				choices: odd.length > 0 ? [...choices, ...odd] : choices,
				rates: terms.rates,
				wages: terms.wages,
			};
		});
	}

	#held(
		{ verdict, terms, reports }: Told,
		matches: readonly (readonly Match[])[],
		contested: ReadonlySet<string>,
	): Choice[] {
		return (verdict.readings ?? []).flatMap((reading, place) =>
			choicesOf(reading, matches[place] ?? [], terms, reports, contested),
		);
	}

	#unreported({ verdict, terms }: Told): readonly Choice[] {
		const readings = verdict.readings ?? [];
		const known = this.#plain.get(terms) ?? new Map<readonly Reading[], readonly Choice[]>();
		this.#plain.set(terms, known);
		const choices = known.get(readings) ?? readings.flatMap((one) => choicesOf(one, [], terms, undefined, NONE));
		known.set(readings, choices);
		return choices;
	}
}

const NONE: ReadonlySet<string> = new Set();

/** Reports that two payments could claim: the search need not remember any other. */
function contestedReports(matches: readonly (readonly (readonly Match[])[])[]): Set<string> {
	const claims = new Map<string, number>();
	for (const ofStep of matches) {
		const reports = new Set(ofStep.flat().flatMap((match) => match.reports));
		for (const report of reports) claims.set(report, (claims.get(report) ?? 0) + 1);
	}
	return new Set([...claims].filter(([, count]) => count > 1).map(([report]) => report));
}

function choicesOf(
	reading: Reading,
	matches: readonly Match[],
	terms: Terms,
	reports: ReportedDays | undefined,
	contested: ReadonlySet<string>,
): Choice[] {
	const wage = terms.wages.find((daily) => (daily * BigInt(reading.daysPercent)) / 100n === reading.wage);
	const plain = { reading, ...(reading.wage > 0n && wage !== undefined && { wage }) };
	const own = sum(
		reading.rounding === 0n ? FREE : costOf('rounded'),
		reading.daysPercent % 100 === 0 ? FREE : costOf('part-days'),
	);
	if (reading.leads === 0) return [{ ...plain, reports: [], cost: own }];
	const claims = matches.map((match) => match.reports.filter((report) => contested.has(report)));
	if (claims.some((claim) => claim.length === 0)) return [{ ...plain, reports: [], cost: own }];
	const unbacked: Cost = costOf(reports?.due ? 'contradictions' : 'unreported');
	return [
		...claims.map((claim) => ({ ...plain, reports: claim, cost: own })),
		{ ...plain, reports: [], cost: sum(own, unbacked) },
	];
}
