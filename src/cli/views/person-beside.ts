import type { FindingsPerson } from '../../findings/schema.ts';
import { withUnit } from '../../ledger/money.ts';
import { formatDay } from '../../ledger/time.ts';
import { wordsOf as reportWords, word } from '../../reports/words.ts';
import type { PersonAnswer } from '../../run/questions/person.ts';
import type { Words } from '../messages/words.ts';
import { fields, table } from '../table.ts';
import { yuan } from './amounts.ts';
import type { CaseUnits } from './hops.ts';

/** What stands beside a person's figures and is in no total: work, what they said, what was frozen or given back. */
export function printBeside(answer: PersonAnswer, units: CaseUnits, words: Words): string[] {
	const { say } = words;
	const { person, testimony, measures } = answer;
	const parts: string[] = [];
	if (person.work) parts.push('', say('person.work'), workFields(person.work, words));
	if (testimony.length > 0) parts.push('', say('person.testimony'), testimonyTable(answer, words));
	if (measures.length > 0) parts.push('', say('person.measures'), measureTable(answer, units, words));
	return parts;
}

function workFields({ calls, days, checked, checksMade }: NonNullable<FindingsPerson['work']>, { say }: Words): string {
	const { attempted, answered, long, numbers, repeated } = calls;
	return fields([
		[say('person.calls'), say('person.calls-value', { attempted, answered, long, numbers, repeated })],
		[say('person.hours'), say('person.hours-value', { ...days, hours: (days.minutes / 60).toFixed(1) })],
		[say('person.checks'), say('person.checks-value', { checked, made: checksMade })],
	]);
}

function testimonyTable({ testimony }: PersonAnswer, { say }: Words): string {
	const columns = [
		{ title: say('column.document') },
		{ title: say('column.claim') },
		{ title: say('column.yuan'), align: 'right' as const },
		{ title: say('column.day') },
		{ title: say('column.disputes') },
	];
	const rows = testimony.map(({ document, page, claim, amount, day, disputes }) => [
		[document, page].filter((part) => part !== '').join(' '),
		claim,
		amount === undefined ? '' : yuan(amount),
		day ?? '',
		disputes ? say('yes') : '',
	]);
	return table(columns, rows);
}

function measureTable({ measures }: PersonAnswer, units: CaseUnits, { say, language }: Words): string {
	const { measures: kinds } = reportWords(language);
	const day = (instant: number | undefined) => (instant === undefined ? '' : formatDay(instant, units.offsetMinutes));
	const columns = [
		{ title: say('column.measure') },
		{ title: say('column.account') },
		{ title: say('column.amount'), align: 'right' as const },
		{ title: say('column.document') },
		{ title: say('column.since') },
		{ title: say('column.lapses') },
	];
	const rows = measures.map(({ kind, account, asset, amount, document, from, until }) => [
		word(kinds, kind),
		account,
		amount === undefined ? say('amount.not-shown') : withUnit(BigInt(amount), asset, units.assets),
		document,
		day(from),
		day(until),
	]);
	return table(columns, rows);
}
