import { wordsOf as reportWords, word } from '../../reports/words.ts';
import { type Held, missingText, valueText, yardstickWords } from '../../reports/yardsticks.ts';
import type { Yardsticks } from '../../run/questions/person.ts';
import type { Words } from '../messages/words.ts';
import { table } from '../table.ts';

/** Each threshold that is or may be reached, then those that are not, then what the case has no input for. */
export function printYardsticks({ acts, judgmentDay, asOf, held, lacking }: Yardsticks, words: Words): string {
	const { say, language } = words;
	const own = yardstickWords(language);
	const open = say('time.open');
	const told = held.filter(({ answer }) => answer.reached !== 'no');
	const not = held.filter(({ answer }) => answer.reached === 'no');
	return [
		say('person.yardsticks'),
		say('person.acts', { from: acts.from ?? open, until: acts.until ?? open }) + own.judgment(judgmentDay, asOf),
		...(told.length > 0 ? [heldTable(told, words)] : []),
		...notSure(told, words),
		...(not.length > 0 ? [say('person.not-reached', { list: not.map((one) => short(one, words)).join('; ') })] : []),
		...lackingLines(lacking, words),
	].join('\n');
}

function heldTable(held: readonly Held[], { say, language }: Words): string {
	const own = yardstickWords(language);
	const { policies, separator } = reportWords(language);
	const right = 'right' as const;
	const columns = [
		{ title: say('column.rule') },
		{ title: say('column.value') },
		{ title: say('column.threshold'), align: right },
		{ title: say('column.documented'), align: right },
		{ title: say('column.with-inferred'), align: right },
		{ title: say('column.most'), align: right },
		{ title: say('column.reached') },
		{ title: say('column.in-force') },
		{ title: say('column.policy') },
	];
	const rows = held.map(({ rule, answer, value, least, unit }) => [
		`${rule.number} ${rule.article}`,
		word(own.measures, answer.measure),
		valueText(least, unit),
		valueText(value?.documented, unit),
		valueText(value?.inferred, unit),
		valueText(value?.most, unit),
		word(own.reached, answer.reached),
		word(own.inForce, answer.inForce),
		(answer.policies ?? []).map((policy) => word(policies, policy)).join(separator),
	]);
	return table(columns, rows);
}

/** Why values are not more certain, once a value. */
function notSure(held: readonly Held[], { say, language }: Words): string[] {
	const own = yardstickWords(language);
	const values = new Map(
		held.flatMap(({ value }) => (value && value.missing.length > 0 ? [[value.name, value] as const] : [])),
	);
	return [...values].map(([name, value]) =>
		say('person.value-not-sure', { name: word(own.measures, name), reasons: missingText(value, language) }),
	);
}

function short({ rule, answer, least, unit }: Held, { language }: Words): string {
	const { measures } = yardstickWords(language);
	return `${rule.number} ${rule.article} ${word(measures, answer.measure)} ${valueText(least, unit)}`;
}

function lackingLines(lacking: Yardsticks['lacking'], { say, language }: Words): string[] {
	const { lacks } = yardstickWords(language);
	const { stop } = reportWords(language);
	const byInput = new Map<string, string[]>();
	for (const { rule, measures } of lacking) {
		const input = [...new Set(measures.map((name) => word(lacks, name)))].join(stop);
		byInput.set(input, [...(byInput.get(input) ?? []), `${rule.number} ${rule.article}`]);
	}
	return [...byInput].map(([input, rules]) => say('person.lacking', { input, list: [...new Set(rules)].join(stop) }));
}
