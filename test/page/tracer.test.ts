import test from 'ava';
import { Data } from '../../src/page/data.ts';
import { Tracer } from '../../src/page/tracer.ts';
import type { LedgerRow } from '../../src/reports/ledger-row.ts';
import { caseBlock } from '../../src/reports/page/case-block.ts';
import { rowsBlock } from '../../src/reports/page/rows-block.ts';
import { underBlock } from '../../src/reports/page/under-block.ts';
import { pageZh } from '../../src/reports/words-page-zh.ts';
import { id, pageCase } from './page-case.ts';

/** More pieces than are followed: each is looked at twice on its way up, and 200,000 looks are the end. */
const PIECES = 100_100;

test('what is in too many pieces to follow is said to be so, and is not taken for untraced', (t) => {
	const input = pageCase(0);
	const [like] = input.rows as readonly LedgerRow[];
	const row = (number: number, payerAccount: string, payeeAccount: string, amount: bigint): LedgerRow => ({
		...(like as LedgerRow),
		id: id(number),
		instant: number,
		payerAccount,
		payeeAccount,
		amount,
	});
	const rows = [row(0, 'tron:o', 'tron:a', BigInt(PIECES))];
	for (let k = 1; k <= PIECES; k++) rows.push(row(k, 'tron:a', 'tron:b', 1n));
	rows.push(row(PIECES + 1, 'tron:b', 'tron:c', BigInt(PIECES)));
	const block = rowsBlock(rows, []);
	const terms = { origins: ['tron:o'], seeds: [[id(0), 0]], services: [], conversions: [], openings: [] } as const;
	const told = caseBlock(input, block.assets, pageZh);
	const data = new Data(told, block.rows, underBlock(input.findings, [], terms, block, pageZh));
	const { ways, unfollowed } = new Tracer(data).ways(data.size - 1, 'fifo');
	t.true(unfollowed > 0n);
	t.is(
		ways.reduce((sum, { amount }) => sum + amount, unfollowed),
		BigInt(PIECES),
	);
});
