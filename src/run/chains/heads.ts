import { Problem } from '../../ledger/problem.ts';
import type { FetchOutcome, Receipt } from '../../ledger/receipt.ts';
import type { Head } from '../../sources/chains/contract.ts';
import { outcomeOf } from '../../sources/chains/outcome.ts';
import { ChainTrouble, type Clock } from '../../sources/chains/transport/contract.ts';
import type { OpenInterface } from './open-chain.ts';

/** How far an interface says that its chain has come, or why it does not say. */
export type HeadAnswer =
	| { readonly head: Head }
	| { readonly head: undefined; readonly outcome: FetchOutcome; readonly reason: string };

/** Behind one address several nodes may answer, one of them a little late. */
const TRIES = 3;
const WAIT_MS = 1_000;

/**
 * Asks for the head. One behind a head that the same histories had at an earlier fetch is that of a stale node: what it
 * does not know yet would look like what never was.
 */
export async function headOf(
	{ reader }: OpenInterface,
	known: readonly Receipt[],
	{ clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<HeadAnswer> {
	const seen = new Set(reader.histories.filter(({ visible }) => visible).map(({ history }) => history));
	const former = known.reduce((max, { history, latest }) => (seen.has(history) ? Math.max(max, latest) : max), 0);
	try {
		for (let left = TRIES; ; left--) {
			const head = await reader.head(signal);
			if (head.latest >= former) return { head };
			if (left === 1)
				return {
					head: undefined,
					outcome: 'unreachable',
					reason: `the node is behind: its newest ${reader.unit} is ${head.latest}, ${former} was seen before`,
				};
			await clock.sleep(WAIT_MS * (TRIES - left + 1), signal);
		}
	} catch (cause) {
		if (cause instanceof ChainTrouble) return { head: undefined, outcome: outcomeOf(cause), reason: cause.detail };
		if (cause instanceof Problem) return { head: undefined, outcome: 'denied', reason: cause.message };
		throw cause;
	}
}
