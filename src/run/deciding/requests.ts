import type { Findings } from '../../findings/schema.ts';
import { formatAmount } from '../../ledger/money.ts';
import { requestLines } from '../../reports/request-lines.ts';
import { visible } from '../../reports/visible.ts';
import { type Words, wordsOf } from '../../reports/words.ts';

const HEADS = [
	'number',
	'askWhom',
	'accountKind',
	'account',
	'holder',
	'from',
	'until',
	'askFor',
	'stakeYuan',
	'settles',
	'point',
] as const satisfies readonly (keyof Words['columns'])[];

/** The request list as cells: heads first, then a row a line. */
export function requestCells(findings: Findings): { readonly heads: string[]; readonly rows: string[][] } {
	const { columns } = wordsOf(findings.case.language);
	const rows = requestLines(findings).map((line, index) => [
		String(index + 1),
		line.whom,
		line.kind,
		visible(line.account),
		visible(line.holder),
		line.from,
		line.until,
		line.want,
		line.stake === 0n ? '' : formatAmount(line.stake, 2),
		line.settles,
		line.point,
	]);
	return { heads: HEADS.map((head) => columns[head]), rows };
}
