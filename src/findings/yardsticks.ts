import { formatDay } from '../ledger/time.ts';
import { answersOf } from '../proceeds/yardsticks/answers.ts';
import { MEASURES, type MeasureName } from '../proceeds/yardsticks/measures.ts';
import type { ActDays, LawRule, Measured } from '../proceeds/yardsticks/types.ts';
import { readable } from './bounds.ts';
import type { Derived } from './input.ts';
import type { Findings, FindingsPerson } from './schema.ts';
import { yardstickFacts } from './yardstick-facts.ts';

type Yardsticks = Findings['yardsticks'];

/** Every person against the rules of law that were in force between their acts and the judgment. */
export function yardsticksOf(derived: Derived, people: readonly FindingsPerson[]): Yardsticks {
	const { law, case: head } = derived;
	const facts = yardstickFacts(derived, people);
	const rows = people.map((person) => {
		const acts = actDays(person, head.offsetMinutes);
		const measured = facts(person);
		const answers = answersOf(law, new Map(measured.map((one) => [one.name, one])), acts);
		return { person: person.id, acts, measured, answers };
	});
	const asked = new Set(rows.flatMap(({ answers }) => answers.map(({ rule }) => rule)));
	const known = new Set(rows.flatMap(({ measured }) => measured.map(({ name }) => name)));
	return {
		...(law.judgmentDay === undefined ? {} : { judgmentDay: law.judgmentDay }),
		asOf: law.asOf,
		units: { ...MEASURES },
		rules: law.rules.filter(({ id }) => asked.has(id)).map(ruleOf),
		lacks: (Object.keys(MEASURES) as MeasureName[]).filter((name) => !known.has(name)),
		people: rows.map(({ person, acts, measured, answers }) => ({
			person,
			acts,
			measures: measured.map((one) => written(one, head.offsetMinutes)),
			answers: answers.filter(({ measure }) => known.has(measure)).map(answerOf),
		})),
	};
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
