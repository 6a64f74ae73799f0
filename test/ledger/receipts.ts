import type { Receipt } from '../../src/ledger/receipt.ts';
import { NOON } from './records.ts';

/** A receipt as a reader would make it: Ethereum tokens of account A, blocks of 12 seconds, block 100 at noon. */
export function receipt(said: Partial<Receipt> = {}): Receipt {
	const { from = 100, until = 199, outcome = 'complete' } = said;
	return {
		id: `x${`${said.account ?? ''}${said.history ?? ''}${outcome}${from}`.replaceAll(/[^\w]/g, '')}`,
		account: 'eth:0xa',
		chain: 'eth',
		history: 'tokens',
		tokens: [],
		query: 'eth_getLogs Transfer topics 1, 2',
		endpoint: 'https://node.example/v3',
		unit: 'block',
		from,
		until,
		fromInstant: said.unit === 'ms' ? from : instantOf(from),
		untilInstant: said.unit === 'ms' ? until : instantOf(until),
		latest: 400,
		final: 388,
		provisional: false,
		cursor: '',
		answers: ['0f'.repeat(32), '1f'.repeat(32)],
		records: outcome === 'complete' ? 3 : 0,
		decimals: {},
		outcome,
		reason: '',
		askedAt: NOON + 3_600_000,
		...said,
	};
}

export function instantOf(block: number): number {
	return NOON + (block - 100) * 12_000;
}
