import { hash } from 'node:crypto';
import type { Receipt } from '../../ledger/receipt.ts';
import { text, time, whole } from '../cell.ts';
import { word } from '../words.ts';
import { type Desk, type Ledger, ledgerReport } from './ledger.ts';

/**
 * 附表20: every question that was put to a chain and how it was answered. What was refused for its rate, cut short, refused
 * for its range, and what is simply empty, are four different outcomes.
 */
const ledger: Ledger<Receipt> = {
	id: 'chain-receipts',
	file: 'chainReceipts',
	rows: ({ receipts }) => receipts,
	columns: [
		['number', (_, __, index) => whole(index + 1)],
		['account', ({ account }) => text(account)],
		[
			'chain',
			({ chain }, { words }) => text(Object.hasOwn(words.networks, chain) ? word(words.networks, chain) : chain),
		],
		['history', ({ history }, { words }) => text(word(words.histories, history))],
		['tokens', (receipt, desk) => text(tokensOf(receipt, desk))],
		['query', ({ query }) => text(query)],
		['endpoint', ({ endpoint }) => text(endpoint)],
		['from', ({ fromInstant }, { offsetMinutes }) => time(known(fromInstant), offsetMinutes)],
		['until', ({ untilInstant }, { offsetMinutes }) => time(known(untilInstant), offsetMinutes)],
		['markUnit', ({ unit }, { words }) => text(word(words.markUnits, unit))],
		['markFrom', ({ from }) => text(String(from))],
		['markUntil', ({ until }) => text(String(until))],
		['outcome', ({ outcome }, { words }) => text(word(words.outcomes, outcome))],
		['obstacle', ({ reason }) => text(reason)],
		['records', ({ records }) => whole(records)],
		['pages', ({ answers }) => whole(answers.length)],
		['cursor', ({ cursor }) => text(cursor)],
		['finality', ({ provisional }, { words }) => text(provisional ? words.provisional : words.final)],
		['latestMark', ({ latest }) => text(String(latest))],
		['finalMark', ({ final }) => text(String(final))],
		['lastBlockHash', ({ untilHash = '' }) => text(untilHash)],
		['askedAt', ({ askedAt }, { offsetMinutes }) => time(known(askedAt), offsetMinutes)],
		['answersHash', ({ answers }) => text(hashOver(answers))],
		['receipt', ({ id }) => text(id)],
	],
	totals: { columns: ['records'] },
};

function tokensOf({ history, tokens }: Receipt, { words, symbol }: Desk): string {
	if (history !== 'tokens') return '';
	return tokens.length === 0 ? words.allTokens : tokens.map(symbol).join(words.separator);
}

/** 0: never asked, or the time of a block that nobody has seen. No chain is as old as that. */
function known(instant: number): number | undefined {
	return instant === 0 ? undefined : instant;
}

/** Of one answer its own hash; of several the hash over their hashes, a line each. */
function hashOver(answers: readonly string[]): string {
	const [first = '', ...more] = answers;
	return more.length === 0 ? first : hash('sha256', answers.join('\n'));
}

export const chainReceiptLedger = ledgerReport(ledger);
