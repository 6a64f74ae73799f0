import { hash } from 'node:crypto';
import type { FetchOutcome } from '../../ledger/receipt.ts';
import type { Exchange } from './contract.ts';
import type { ChainTrouble } from './transport/contract.ts';

const OUTCOMES: Readonly<Record<ChainTrouble['kind'], FetchOutcome>> = {
	'rate-limited': 'rate-limited',
	'range-refused': 'range-refused',
	unreachable: 'unreachable',
	damaged: 'damaged',
	denied: 'denied',
	unable: 'not-visible',
	refused: 'unreachable',
	budget: 'cut',
	aborted: 'cut',
};

/** How an attempt ended that ran into trouble. */
export function outcomeOf({ kind }: Pick<ChainTrouble, 'kind'>): FetchOutcome {
	return OUTCOMES[kind];
}

/** SHA-256 of each answer as it came, in the order asked. */
export function answersOf(exchanges: readonly Pick<Exchange, 'text'>[]): string[] {
	return exchanges.map(({ text }) => hash('sha256', text));
}
