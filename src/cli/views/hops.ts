import { withUnit } from '../../ledger/money.ts';
import { formatTime } from '../../ledger/time.ts';
import { wordsOf as reportWords, word } from '../../reports/words.ts';
import type { Hop } from '../../run/questions/hops.ts';
import type { Questions } from '../../run/questions/open.ts';
import type { Words } from '../messages/words.ts';
import { table } from '../table.ts';

/** What a view must know to print amounts and times. */
export type CaseUnits = Pick<Questions, 'assets' | 'offsetMinutes'>;

/** A step, and on what of doubt it rests where that was asked. */
type DoubtedHop = Hop & { readonly resting?: boolean; readonly tied?: boolean };

/** One line a transfer: how deep, when, from whom to whom, the whole amount and the part that is traced. */
export function hopTable(hops: readonly DoubtedHop[], units: CaseUnits, words: Words): string {
	const { say } = words;
	const columns = [
		{ title: say('column.depth'), align: 'right' as const },
		{ title: say('column.time') },
		{ title: say('column.from') },
		{ title: say('column.to') },
		{ title: say('column.amount'), align: 'right' as const },
		{ title: say('column.traced'), align: 'right' as const },
		{ title: say('column.grade') },
		{ title: say('column.id') },
	];
	return table(
		columns,
		hops.map((hop) => [
			String(hop.depth),
			formatTime(hop.instant, units.offsetMinutes),
			whom(hop.fromName, hop.from),
			whom(hop.toName, hop.to),
			withUnit(hop.amount, hop.asset, units.assets),
			withUnit(hop.traced, hop.asset, units.assets),
			gradeOf(hop, words),
			[hop.transfer, ...[hop.cashOut ?? hop.swap ?? []].flat()].join(' <- '),
		]),
	);
}

/** Of its rows, of the cash-out it came across, and of each claim that an account is somebody's. */
function gradeOf({ rows, crossing, swap, ties, resting, tied }: DoubtedHop, { say, language }: Words): string {
	const { grades, attributionGrades } = reportWords(language);
	const parts = [word(grades, rows)];
	if (crossing !== undefined) parts.push(say('hop.crossing', { grade: word(grades, crossing) }));
	if (swap !== undefined) parts.push(say('hop.swap'));
	for (const { name, grade } of ties) parts.push(say('hop.tie', { name, grade: word(attributionGrades, grade) }));
	if (resting) parts.push(say('hop.resting'));
	if (tied) parts.push(say('hop.tied'));
	return parts.join('; ');
}

/** The name first: people know names; the account says which of theirs. */
export function whom(name: string, account: string): string {
	return name === '' ? account : `${name} (${account})`;
}
