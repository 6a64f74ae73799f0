import type { AssetId } from '../../ledger/asset.ts';
import { asksFor, covers, type Receipt } from '../../ledger/receipt.ts';
import { gapsIn } from './stretches.ts';

/** Final stretches that answer what is asked now, in the order of their marks. @param wanted tokens; none: all */
export function finalOnes(held: readonly Receipt[], wanted: readonly AssetId[] = []): Receipt[] {
	return held.filter((one) => covers(one) && !one.provisional && asksFor(one, wanted)).sort((a, b) => a.from - b.from);
}

/** Of stretches before a mark, those that lead up to it without a gap, the first one first. */
export function reachingBack(final: readonly Receipt[], mark: number): Receipt[] {
	const found: Receipt[] = [];
	let next = mark;
	for (const one of final.filter(({ until }) => until < mark).sort((a, b) => b.until - a.until)) {
		if (one.until < next - 1) break;
		found.push(one);
		next = Math.min(next, one.from);
	}
	return found.sort((a, b) => a.from - b.from);
}

/** Stretches that asked for fewer tokens, where others now answer all that they did. */
export function outgrown(held: readonly Receipt[], wanted: readonly AssetId[] = []): Receipt[] {
	const now = finalOnes(held, wanted);
	return held.filter(
		(one) =>
			covers(one) &&
			!asksFor(one, wanted) &&
			(wanted.length === 0 || one.tokens.every((token) => wanted.includes(token))) &&
			gapsIn(now, one.from, one.until).length === 0,
	);
}

/** Whether two attempts failed alike, so that the first one still says all. */
export function failedAlike(a: Receipt, b: Receipt): boolean {
	const sameTokens = a.tokens.join() === b.tokens.join();
	return a.from === b.from && a.until === b.until && a.outcome === b.outcome && a.reason === b.reason && sameTokens;
}
