import { HINTS } from '../contract.ts';
import { between, type Layout } from './layout.ts';
import { clock, csv, decimal } from './print.ts';

const OWNER = 'okx:300000000000001';
const hints = { ...HINTS, owner: OWNER };
/** A coin whose decimals nobody has stated is kept at 18. */
const KEPT = 10n ** 12n;
const HELD = 10n ** 15n;

/** Deposits and withdrawals without address or TXID. Some withdrawals have a sign, some only the balances. */
export const okxFunding: Layout = {
	source: 'okx-funding',
	hints,
	lines: (movements) => [
		'id,Time,Type,Amount,Before Balance,After Balance,Fee,Symbol',
		...movements.map(({ instant, out, units, order, style }) => {
			const sign = out && style !== 1 ? '-' : '';
			const after = out ? HELD - units : HELD + units;
			const type = out ? 'Withdrawal' : 'Deposit';
			const amounts = [`${sign}${decimal(units, 6, 2)}`, decimal(HELD, 6), decimal(after, 6)];
			return csv([order, clock(instant), type, ...amounts, '0', 'USDT']);
		}),
	],
	expected: ({ instant, out, units, order }) => [
		{
			amount: units * KEPT,
			instant,
			...(out ? { own: 'from', from: OWNER } : { own: 'to', to: OWNER }),
			asset: 'okx:USDT',
			order,
		},
	],
};

/** One leg of a trade a row. */
export const okxTrades: Layout = {
	source: 'okx-trades',
	hints,
	lines: (movements) => [
		'id,Order id,Time,Trade Type,Instrument,Type,Amount,Unit,PL,Fee,Position Change,Position Balance,Balance Change,Balance,Unit',
		...movements.map(({ instant, out, units, order }) => {
			const amount = decimal(units, 6);
			const change = `${out ? '-' : ''}${amount}`;
			const words = ['Spot', 'BTC-USDT', out ? 'Buy' : 'Sell'];
			return csv([
				order,
				`7${order}`,
				clock(instant),
				...words,
				amount,
				'USDT',
				'0',
				'0',
				'0',
				'0',
				change,
				'1',
				'USDT',
			]);
		}),
	],
	expected: (movement) => [
		{
			amount: movement.units * KEPT,
			instant: movement.instant,
			...between(movement, OWNER, 'okx:@market'),
			asset: 'okx:USDT',
			order: movement.order,
		},
	],
};
