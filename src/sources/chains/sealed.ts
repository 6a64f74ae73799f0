import { hash } from 'node:crypto';
import type { FetchOutcome, Receipt } from '../../ledger/receipt.ts';
import type { Exchange } from './contract.ts';
import type { ChainTrouble } from './transport/contract.ts';

/** SHA-256 of each answer as it came, in the order asked. */
export function answersOf(exchanges: readonly Exchange[]): string[] {
	return exchanges.map(({ text }) => hash('sha256', text));
}

/** The receipt with its id, which is over everything else that it says. */
export function sealed(said: Omit<Receipt, 'id'>): Receipt {
	const keys = (Object.keys(said) as (keyof typeof said)[]).sort();
	const decimals = Object.entries(said.decimals).sort(([a], [b]) => (a < b ? -1 : 1));
	const text = JSON.stringify(keys.map((key) => [key, key === 'decimals' ? decimals : said[key]]));
	return { id: `x${hash('sha256', text).slice(0, 24)}`, ...said };
}

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
