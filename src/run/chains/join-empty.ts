import { join } from 'node:path';
import { Problem } from '../../ledger/problem.ts';
import type { Receipt } from '../../ledger/receipt.ts';
import type { Exchange } from '../../sources/chains/contract.ts';
import { isPresent } from '../../sources/present.ts';
import { joinedReceipt } from './joined-receipt.ts';
import { type Answered, type Kept, keptFile, keptPath, readKept } from './kept-answers.ts';

/** Text of the answers of a joined stretch at most: each time it grows, all of it is written again. */
const TEXT_MOST = 256 * 1024;

/** Said of a whole history by the last of its stretches, and said anew by the next. */
export const NOT_CHECKED = 'balance not checked: ';

/**
 * An empty stretch and the empty one before it as one, with the answers of both and the receipts that they came with: an
 * account where nothing happens has one stretch after a year of nights, not three hundred. Undefined where they are no
 * such two, or where the former answers are not there to be kept on.
 */
export async function joinedEmpty(
	root: string,
	held: readonly Receipt[],
	next: Answered & Pick<Kept, 'interface'>,
): Promise<{ readonly former: Receipt; readonly joined: Kept } | undefined> {
	if (!isPlain(next.receipt)) return undefined;
	const former = held.find((one) => touches(one, next.receipt));
	if (!former || !isPresent(join(root, keptPath(former)))) return undefined;
	let kept: Kept;
	try {
		kept = await readKept(root, keptFile(former));
	} catch (cause) {
		// Told as an alarm by whoever needs it.
		if (cause instanceof Problem) return undefined;
		throw cause;
	}
	const exchanges = [...kept.exchanges, ...next.exchanges];
	if (kept.interface !== next.interface || sizeOf(exchanges) > TEXT_MOST) return undefined;
	const parts = [...(kept.parts ?? [former]), next.receipt];
	return { former, joined: { interface: next.interface, receipt: joinedReceipt(parts), parts, exchanges } };
}

function touches(former: Receipt, next: Receipt): boolean {
	return (
		former.until + 1 === next.from &&
		isPlain(former) &&
		former.account === next.account &&
		former.history === next.history &&
		former.tokens.join() === next.tokens.join() &&
		Object.entries(next.decimals).every(([token, decimals]) => (former.decimals[token] ?? decimals) === decimals)
	);
}

/** Whether nothing was there, for good, and nothing was passed over either. */
function isPlain({ outcome, provisional, reason }: Receipt): boolean {
	return outcome === 'empty' && !provisional && (reason === '' || reason.startsWith(NOT_CHECKED));
}

/** Empty stretches that a joined one has in it already: left where a process was killed before it forgot them. */
export function leftovers(held: readonly Receipt[]): Receipt[] {
	const left: Receipt[] = [];
	let wide: Receipt | undefined;
	for (const one of held.filter(isPlain).sort((a, b) => a.from - b.from || b.until - a.until)) {
		if (wide && isWithin(one, wide)) left.push(one);
		else wide = one;
	}
	return left;
}

function isWithin(one: Receipt, { from, until, tokens, answers }: Receipt): boolean {
	const there = one.from >= from && one.until <= until && one.tokens.join() === tokens.join();
	return there && one.answers.length < answers.length && one.answers.every((answer) => answers.includes(answer));
}

function sizeOf(exchanges: readonly Exchange[]): number {
	return exchanges.reduce((sum, { text }) => sum + text.length, 0);
}
