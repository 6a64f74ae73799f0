import type { Findings } from '../../findings/schema.ts';
import type { Asset } from '../../ledger/asset.ts';
import { withUnit } from '../../ledger/money.ts';
import { say as sayInReport } from '../../reports/words.ts';
import type { Words } from '../messages/words.ts';
import { table } from '../table.ts';
import { yuan } from './amounts.ts';

/** What to do next, the most value at stake first, as the findings order it; each with the id that `decide` takes. */
export function printTodo(
	items: Findings['todo'],
	{ assets }: { readonly assets: ReadonlyMap<string, Asset> },
	{ say, language }: Words,
): string {
	if (items.length === 0) return say('todo.nothing');
	const columns = [
		{ title: '#', align: 'right' as const },
		{ title: say('column.point') },
		{ title: say('column.stake'), align: 'right' as const },
		{ title: say('column.coins-at-stake'), align: 'right' as const },
		{ title: say('column.what') },
		{ title: say('column.subject') },
	];
	const rows = items.map(({ id, code, facts, stake, quantity, subject }, index) => [
		String(index + 1),
		id,
		stake === '0' ? '' : yuan(stake),
		quantity ? withUnit(BigInt(quantity.amount), quantity.asset, assets) : '',
		sayInReport(language, code, facts),
		subject,
	]);
	return table(columns, rows);
}
