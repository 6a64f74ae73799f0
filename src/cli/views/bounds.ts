import { say as sayCode } from '../../reports/words.ts';
import type { PersonAnswer } from '../../run/questions/person.ts';
import type { Words } from '../messages/words.ts';
import { table } from '../table.ts';
import { yuan } from './amounts.ts';

/** Each figure at least and at most, on what the upper bound rests, and the evidence that is missing. */
export function printBounds({ person }: PersonAnswer, { say, sayAny, language }: Words): string {
	const right = 'right' as const;
	const columns = [
		{ title: say('column.figure') },
		{ title: say('column.least'), align: right },
		{ title: say('column.most'), align: right },
		{ title: say('column.cap') },
	];
	const named = { received: 'received', passedOn: 'passed-on', kept: 'kept' } as const;
	const figures = Object.keys(named) as (keyof typeof named)[];
	const rows = figures.map((figure) => {
		const { least, most, cap } = person.bounds[figure];
		return [
			sayAny(`figure.${named[figure]}`),
			least === undefined ? say('bound.none') : yuan(least),
			most === undefined ? say('bound.none') : yuan(most),
			sayCode(language, cap.code, cap.facts),
		];
	});
	const lacks = figures.flatMap((figure) =>
		person.bounds[figure].missing.map(
			({ code, facts }) => `  ${sayAny(`figure.${named[figure]}`)}: ${sayCode(language, code, facts)}`,
		),
	);
	return [say('person.bounds'), table(columns, rows), ...lacks].join('\n');
}
