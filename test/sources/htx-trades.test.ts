import test from 'ava';
import { htxTrades } from '../../src/sources/htx-trades.ts';
import { HINTS, sourceContract } from './contract.ts';
import { faults, readLines } from './written.ts';

sourceContract(test, htxTrades, 'datasets/samples/htx-trades');

const HEADER = '"时间","交易类型","交易对","方向","价格","数量","成交额","手续费"';
const OWNED = { ...HINTS, owner: 'htx:1001' };
const E18 = 10n ** 18n;

function row(pair: string, side: string, fee: string): string {
	return `2023-03-10 09:56:20,币币交易,${pair},${side},3,2,6,${fee},`;
}

test('both legs and the fee, each in its own coin', async (t) => {
	const { records } = await readLines(
		htxTrades,
		HEADER,
		[row('BTC/USDT', '买入', '0.5BTC'), row('BTC/USDT', '卖出', '0')],
		OWNED,
	);
	t.deepEqual(
		records.map(({ from, to, asset, amount }) => [from.account, to.account, asset, amount]),
		[
			['htx:@market', 'htx:1001', 'htx:BTC', 2n * E18],
			['htx:1001', 'htx:@market', 'htx:USDT', 6n * E18],
			['htx:1001', 'htx:@fee', 'htx:BTC', E18 / 2n],
			['htx:1001', 'htx:@market', 'htx:BTC', 2n * E18],
			['htx:@market', 'htx:1001', 'htx:USDT', 6n * E18],
		],
	);
});

test('where the coin of a fee begins is told by the pair: of 0.021INCH the fee is 0.02', async (t) => {
	const said = await readLines(
		htxTrades,
		HEADER,
		[
			row('1INCH/USDT', '买入', '0.021INCH'),
			row('T/USDT', '买入', '0.5USDT'),
			row('BTC/USDT', '买入', '3HTX'),
			row('BTC/USDT', '买入', '3.1.2BTC'),
		],
		OWNED,
	);
	t.deepEqual(
		said.records.filter(({ to }) => to.account === 'htx:@fee').map(({ asset, amount }) => [asset, amount]),
		[
			['htx:1INCH', E18 / 50n],
			['htx:USDT', E18 / 2n],
			['htx:HTX', 3n * E18],
		],
	);
	t.deepEqual(faults(said), ['amount 手续费']);
});

test('a direction or a pair that nobody knows is rejected', async (t) => {
	const said = await readLines(htxTrades, HEADER, [row('BTC/USDT', '撤销', '0'), row('BTCUSDT', '买入', '0')], OWNED);
	t.deepEqual(faults(said), ['direction 方向', 'value 交易对']);
});
