import test from 'ava';
import { readBalances } from '../../src/ledger/balances.ts';
import { record } from './records.ts';

test('the opening balance follows from the first row, whichever file it stands in', (t) => {
	const { openings, gaps } = readBalances([
		record({ file: 'a', row: 1, balance: 9000n, at: 10 }),
		record({ file: 'b', row: 1, own: 'to', from: 'wechat:X', to: 'wechat:A', balance: 5000n, at: 0 }),
	]);
	t.deepEqual([...openings], [['wechat:A|CNY', 4000n]]);
	t.deepEqual(gaps, []);
});

test('a balance that does not follow is told with its row', (t) => {
	const { gaps } = readBalances([
		record({ row: 1, balance: 9000n }),
		record({ row: 2, balance: 8000n, at: 1 }),
		record({ row: 3, balance: 6000n, at: 2 }),
	]);
	t.deepEqual(
		gaps.map((g) => [g.account, g.rows, g.first, g.differs]),
		[['wechat:A', 1, 3, 1000n]],
	);
});

test('top-ups, withdrawals and receipts move the balance, whatever card their rows name', (t) => {
	const card = 'bank:1234';
	const { openings, gaps } = readBalances([
		record({ row: 1, own: 'to', from: card, to: 'wechat:A', card, medium: 'top-up', balance: 1500n }),
		record({ row: 2, own: 'from', from: 'wechat:A', to: card, card, medium: 'withdrawal', balance: 500n, at: 1 }),
		record({ row: 3, own: 'to', from: 'wechat:X', to: 'wechat:A', card, balance: 1500n, at: 2 }),
	]);
	t.deepEqual([...openings], [['wechat:A|CNY', 500n]]);
	t.deepEqual(gaps, []);
});

test('a packet leaves the wallet once, and money from a card not at all', (t) => {
	const share = { order: 'p', packet: 1000n, medium: 'group-packet' as const };
	const { gaps } = readBalances([
		record({ row: 1, balance: 9000n }),
		record({ row: 2, ...share, amount: 400n, balance: 8000n, at: 1 }),
		record({ row: 3, ...share, amount: 600n, balance: 8000n, at: 1 }),
		record({ row: 4, card: 'bank:1234', balance: 8000n, at: 2 }),
	]);
	t.deepEqual(gaps, []);
});
