import type { Findings } from '../../findings/schema.ts';
import { say as sayInReport } from '../../reports/words.ts';
import type { Words } from '../messages/words.ts';
import { table } from '../table.ts';
import { yuan } from './amounts.ts';

/** What to do next, the most value at stake first, as the findings order it. */
export function printTodo(items: Findings['todo'], { say, language }: Words): string {
	if (items.length === 0) return say('todo.nothing');
	const columns = [
		{ title: '#', align: 'right' as const },
		{ title: say('column.stake'), align: 'right' as const },
		{ title: say('column.what') },
		{ title: say('column.subject') },
	];
	const rows = items.map((item, index) => [
		String(index + 1),
		item.stake === '0' ? '' : yuan(item.stake),
		sayInReport(language, item.code, item.facts),
		item.subject,
	]);
	return table(columns, rows);
}
