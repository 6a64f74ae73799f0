import test from 'ava';
import { okxTrades } from '../../src/sources/okx-trades.ts';
import { HINTS, sourceContract } from './contract.ts';
import { readLines } from './written.ts';

sourceContract(test, okxTrades, 'datasets/samples/okx-trades');

const OLD =
	'id,Order id,Time,Trade Type,Instrument,Type,Amount,Unit,PL,Fee,Position Change,Position Balance,Balance Change,Balance,Unit';
const OWNED = { ...HINTS, owner: 'okx:1001' };
const E18 = 10n ** 18n;

function row(type: string, amount: string, unit: string, fee: string, change: string, coin: string): string {
	return `1,2,2021-03-10 09:00:00,${type},${amount},${unit},0,${fee},0,0,${change},9,${coin}`;
}

test('each row is one leg against the exchange’s pool, in the coin of its balance', async (t) => {
	const { records } = await readLines(
		okxTrades,
		OLD,
		[
			row('Spot,ETH-USDT,Buy', '2', 'ETH', '0', '2', 'ETH'),
			row('Spot,ETH-USDT,Sell', '3000', 'USDT', '0', '-3000', 'USDT'),
			// Contracts are counted in `cont`; what changes is a balance in coins.
			row('Swap,BTC-USDT-SWAP,Close long', '5', 'cont', '-0.5', '12', 'USDT'),
		],
		OWNED,
	);
	t.deepEqual(
		records.map(({ from, to, asset, amount }) => [from.account, to.account, asset, amount]),
		[
			['okx:@market', 'okx:1001', 'okx:ETH', 2n * E18],
			['okx:1001', 'okx:@market', 'okx:USDT', 3000n * E18],
			['okx:@market', 'okx:1001', 'okx:USDT', 12n * E18],
		],
	);
});

test('a fee that the change contains is told apart, and never taken off twice', async (t) => {
	const { records } = await readLines(
		okxTrades,
		OLD,
		[
			row('Spot,ETH-USDT,Buy', '2', 'ETH', '-0.002', '1.998', 'ETH'),
			row('Spot,ETH-USDT,Sell', '2', 'ETH', '-0.002', '-2.002', 'ETH'),
			row('Spot,ETH-USDT,Buy', '2', 'ETH', '-0.002', '2', 'ETH'),
		],
		OWNED,
	);
	const sums = records.map(({ to, amount }) => [to.account, amount]);
	t.deepEqual(sums, [
		['okx:1001', 2n * E18],
		['okx:@fee', E18 / 500n],
		['okx:@market', 2n * E18],
		['okx:@fee', E18 / 500n],
		['okx:1001', 2n * E18],
	]);
});

test('a transfer between the account’s parts is no trade', async (t) => {
	const { records } = await readLines(
		okxTrades,
		OLD,
		[row('Transfer,,Transfer in', '0', 'cont', '0', '7', 'USDT')],
		OWNED,
	);
	t.like(records[0], { from: { account: 'okx:1001' }, to: { account: 'okx:1001' }, amount: 7n * E18 });
});
