import { HINTS } from '../contract.ts';
import { between, type Layout } from './layout.ts';
import { clock, csv, decimal } from './print.ts';

const OWNER = 'htx:200000001';
const MARKET = 'htx:@market';
/** A coin whose decimals nobody has stated is kept at 18. */
const KEPT = 10n ** 12n;
const FEE = 10_700n;

/** Each row moves both coins of its pair, and the fee, which is printed with its coin. `out`: the first coin is sold. */
export const htxTrades: Layout = {
	source: 'htx-trades',
	hints: { ...HINTS, owner: OWNER },
	lines: (movements) => [
		`${csv(['时间', '交易类型', '交易对', '方向', '价格', '数量', '成交额', '手续费'], true)},`,
		...movements.map(({ instant, out, units }) => {
			const amounts = ['2', decimal(units, 6), decimal(units * 2n, 6), `${decimal(FEE, 6, 2)}USDT`];
			return `${csv([clock(instant), '币币', 'BTC/USDT', out ? '卖出' : '买入', ...amounts], true)},`;
		}),
	],
	expected: (movement) => {
		const { instant, out, units } = movement;
		return [
			{ amount: units * KEPT, instant, ...between(movement, OWNER, MARKET), asset: 'htx:BTC' },
			{ amount: units * 2n * KEPT, instant, ...between({ ...movement, out: !out }, OWNER, MARKET), asset: 'htx:USDT' },
			{ amount: FEE * KEPT, instant, own: 'from', from: OWNER, to: 'htx:@fee', asset: 'htx:USDT' },
		];
	},
};
