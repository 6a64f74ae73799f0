import { isSettled } from '../cashouts/types.ts';
import { formatDay } from '../ledger/time.ts';
import type { PersonBounds } from '../proceeds/bounds-types.ts';
import { answersOf } from '../proceeds/yardsticks/answers.ts';
import { MEASURES } from '../proceeds/yardsticks/measures.ts';
import { moneyMeasures } from '../proceeds/yardsticks/money.ts';
import type { ActDays, LawRule, Measured } from '../proceeds/yardsticks/types.ts';
import { readable } from './bounds.ts';
import type { Derived } from './input.ts';
import type { Findings, FindingsPerson } from './schema.ts';

type Yardsticks = Findings['yardsticks'];

/** Every person against the rules of law that were in force between their acts and the judgment. */
export function yardsticksOf(derived: Derived, people: readonly FindingsPerson[]): Yardsticks {
	const { law, case: head } = derived;
	const rows = people.map((person) => {
		const acts = actDays(person, head.offsetMinutes);
		const measures = measuresOf(person, derived);
		const answers = answersOf(law, new Map(measures.map((one) => [one.name, one])), acts);
		return { person: person.id, acts, measures: measures.map((one) => written(one, head.offsetMinutes)), answers };
	});
	const asked = new Set(rows.flatMap(({ answers }) => answers.map(({ rule }) => rule)));
	return {
		...(law.judgmentDay === undefined ? {} : { judgmentDay: law.judgmentDay }),
		asOf: law.asOf,
		units: { ...MEASURES },
		rules: law.rules.filter(({ id }) => asked.has(id)).map(ruleOf),
		people: rows.map(({ answers, ...row }) => ({ ...row, answers: answers.map(answerOf) })),
	};
}

function measuresOf(person: FindingsPerson, derived: Derived): Measured[] {
	const traced = person.tracedTotals.filter(({ asset }) => asset === 'CNY');
	const cashOuts = derived.cashOuts.cashOuts.filter((one) => (one.payee ?? one.party) === person.id);
	const fen = (list: typeof cashOuts) => list.reduce((sum, one) => sum + one.fen, 0n);
	const settled = cashOuts.filter(isSettled).filter(({ side }) => side === 'sold');
	return moneyMeasures({
		bounds: derived.bounds.people.get(person.id) as PersonBounds,
		kept: BigInt(person.figures.kept?.value ?? '0'),
		traced: Object.fromEntries(traced.map(({ policy, value }) => [policy, BigInt(value)])),
		converted: {
			stated: fen(settled.filter(({ grade }) => grade !== 'inferred')),
			all: fen(settled),
			proposed: cashOuts.filter((one) => !isSettled(one)).length,
		},
	});
}

/** By whatever shows or claims it: spells, pay, calls. The widest stretch, so that no version of a rule is left out. */
function actDays({ spells, days, work }: FindingsPerson, offsetMinutes: number): ActDays {
	const instants = (all: readonly (number | undefined)[]) => all.filter((one) => one !== undefined);
	const first = instants([...spells.map(({ from }) => from), days.first, work?.calls.first]);
	const last = instants([...spells.map(({ until }) => until), days.last, work?.calls.last]);
	return {
		...(first.length > 0 && {
			from: formatDay(
				first.reduce((a, b) => Math.min(a, b)),
				offsetMinutes,
			),
		}),
		...(last.length > 0 && {
			until: formatDay(
				last.reduce((a, b) => Math.max(a, b)),
				offsetMinutes,
			),
		}),
	};
}

function written(one: Measured, offsetMinutes: number): Yardsticks['people'][number]['measures'][number] {
	const { name, documented, inferred, most, policies, missing } = one;
	return {
		name,
		...(documented === undefined ? {} : { documented: documented.toString() }),
		...(inferred === undefined ? {} : { inferred: inferred.toString() }),
		...(most === undefined ? {} : { most: most.toString() }),
		...(policies && {
			policies: Object.fromEntries(Object.entries(policies).map(([policy, value]) => [policy, value.toString()])),
		}),
		missing: missing.map((reason) => ({ code: reason.code, facts: readable(reason, offsetMinutes) })),
	};
}

function answerOf({ policies, ...answer }: ReturnType<typeof answersOf>[number]) {
	return { ...answer, ...(policies && { policies: [...policies] }) };
}

function ruleOf({ conditions, also, notes, until, band, ...rule }: LawRule): Yardsticks['rules'][number] {
	return {
		...rule,
		...(until === undefined ? {} : { until }),
		...(band === undefined ? {} : { band }),
		conditions: conditions.map(({ measures, least }) => ({ measures: [...measures], least: least.toString() })),
		also: also.map((one) => ({ ...one })),
		notes: notes.map((one) => ({ ...one })),
	};
}
