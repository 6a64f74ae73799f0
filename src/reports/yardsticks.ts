import type { Findings } from '../findings/schema.ts';
import { formatAmount } from '../ledger/money.ts';
import { type Language, say, wordsOf } from './words.ts';
import { yardsticksEn } from './words-yardsticks-en.ts';
import { type YardstickWords, yardsticksZh } from './words-yardsticks-zh.ts';

type Yardsticks = Findings['yardsticks'];
export type YardstickRule = Yardsticks['rules'][number];
export type YardstickMeasure = Yardsticks['people'][number]['measures'][number];
export type YardstickAnswer = Yardsticks['people'][number]['answers'][number];

export function yardstickWords(language: Language): YardstickWords {
	return language === 'zh' ? yardsticksZh : yardsticksEn;
}

/** A rule held against a value of one person; `value` absent where the case lacks the input of everybody. */
export interface Held {
	readonly rule: YardstickRule;
	readonly answer: YardstickAnswer;
	readonly value?: YardstickMeasure;
	/** Fen or a count, the threshold of the condition that the value is held against. */
	readonly least: string;
	readonly unit: 'fen' | 'count';
}

/** The three ways to reach a threshold that are told first: on documented rows, with inferred ones, by the upper bound. */
export const TOLD_REACHED = [
	'documented',
	'inferred',
	'at-most',
] as const satisfies readonly YardstickAnswer['reached'][];

/** Whether an answer is one of `TOLD_REACHED`. */
export function isReached({ reached }: YardstickAnswer): boolean {
	return TOLD_REACHED.some((one) => one === reached);
}

/** Every answer of a person with its rule and value, in the order of the rules. */
export function heldAgainst({ yardsticks }: Findings, person: string): Held[] {
	const row = yardsticks.people.find((one) => one.person === person);
	const rules = new Map(yardsticks.rules.map((rule) => [rule.id, rule]));
	return (row?.answers ?? []).flatMap((answer) => {
		const rule = rules.get(answer.rule);
		const value = row?.measures.find(({ name }) => name === answer.measure);
		return rule ? [{ rule, answer, ...(value && { value }), ...thresholdOf(yardsticks, rule, answer.measure) }] : [];
	});
}

/**
 * The rules that nobody can be held against, with the inputs that the case lacks: of several measures of one condition
 * any will do, so that it lacks its input where the case has none of them.
 */
export function lackingRules({
	yardsticks,
}: Findings): { readonly rule: YardstickRule; readonly measures: string[] }[] {
	const lacks = new Set<string>(yardsticks.lacks);
	return yardsticks.rules.flatMap((rule) => {
		const without = rule.conditions.filter(({ measures }) => measures.every((name) => lacks.has(name)));
		const measures = without.flatMap((one) => one.measures);
		return measures.length > 0 ? [{ rule, measures: [...new Set(measures)] }] : [];
	});
}

/** `10,000` yuan or a count as plain text, `''` where it is not known. */
export function valueText(value: string | undefined, unit: 'fen' | 'count'): string {
	if (value === undefined) return '';
	return unit === 'fen' ? formatAmount(BigInt(value), 2) : value;
}

/** What a rule says, in the language of the case: the threshold in short, what it asks for besides, what is not sure of the record. */
export function ruleTexts(
	rule: YardstickRule,
	language: Language,
): { readonly text: string; readonly also: string; readonly notes: string } {
	const { stop } = wordsOf(language);
	const told = (list: YardstickRule['also']) =>
		list.map((one) => (language === 'zh' ? one.text : one.english)).join(stop);
	return { text: language === 'zh' ? rule.text : rule.english, also: told(rule.also), notes: told(rule.notes) };
}

/** Why a value is not more certain, as sentences. */
export function missingText({ missing }: YardstickMeasure, language: Language): string {
	return missing.map(({ code, facts }) => say(language, code, facts)).join(wordsOf(language).stop);
}

function thresholdOf(
	{ units }: Yardsticks,
	rule: YardstickRule,
	measure: string,
): { readonly least: string; readonly unit: 'fen' | 'count' } {
	const condition = rule.conditions.find(({ measures }) => measures.some((name) => name === measure));
	return { least: condition?.least ?? '0', unit: units[measure] ?? 'count' };
}
