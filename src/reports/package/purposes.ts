import { wordsOf } from '../words.ts';
import type { PackageInput } from './part.ts';

/** Notes told of one payee at most. */
const MEMOS_MAX = 3;

/** What the notes of operating costs say, the most frequent first: payee's party id -> notes. */
export function purposesOf({ findings, rows }: Pick<PackageInput, 'findings' | 'rows'>): ReadonlyMap<string, string> {
	const counts = new Map<string, Map<string, number>>();
	for (const { kind, payeeId, memo } of rows) {
		if (kind !== 'operating-cost' || payeeId === '' || memo === '') continue;
		const memos = counts.get(payeeId) ?? new Map<string, number>();
		counts.set(payeeId, memos.set(memo, (memos.get(memo) ?? 0) + 1));
	}
	const { separator } = wordsOf(findings.case.language);
	return new Map(
		[...counts].map(([payee, memos]) => {
			const order = [...memos].sort(([a, times], [b, more]) => more - times || (a < b ? -1 : 1));
			const told = order.slice(0, MEMOS_MAX).map(([memo]) => memo);
			return [payee, told.join(separator)];
		}),
	);
}
