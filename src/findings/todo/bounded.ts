import { formatAmount } from '../../ledger/money.ts';
import { type Todo, todo } from './item.ts';

/** Nobody works off more points of one kind by hand; the findings stay small. */
const PER_CODE_MAX = 1000;

/** The first so many of each kind; of the rest, one item that says how many they are and what they amount to. */
export function bounded(items: readonly Todo[]): Todo[] {
	const seen = new Map<string, number>();
	const rest = new Map<string, { count: number; sum: bigint; most: bigint }>();
	const kept = items.filter(({ code, stake }) => {
		const nth = (seen.get(code) ?? 0) + 1;
		seen.set(code, nth);
		if (nth <= PER_CODE_MAX) return true;
		const left = rest.get(code) ?? { count: 0, sum: 0n, most: BigInt(stake) };
		rest.set(code, { ...left, count: left.count + 1, sum: left.sum + BigInt(stake) });
		return false;
	});
	const told = [...rest].map(([code, { count, sum, most }]) =>
		todo('more-of-a-kind', code, sum, { points: code, count, most: formatAmount(most, 2) }),
	);
	return [...kept, ...told];
}
