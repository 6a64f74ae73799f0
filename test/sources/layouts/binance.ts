import { HINTS } from '../contract.ts';
import { hashFor, tronPeer, USDT_TRON } from './chains.ts';
import { between, type Layout } from './layout.ts';
import { clock, csv, decimal } from './print.ts';

const USER = '100000001';
const OWNER = `binance:${USER}`;
const hints = { ...HINTS, owner: OWNER };
/** A coin whose decimals nobody has stated is kept at 18. */
const KEPT = 10n ** 12n;
/** Of each withdrawal: 1.5 USDT. */
const FEE = 1_500_000n;

export const binanceDeposits: Layout = {
	source: 'binance-deposits',
	hints,
	lines: (movements) => [
		'Date(UTC+0),Coin,Network,Amount,Address,TXID,Status',
		...movements.map(({ instant, units, order, peer, style }) =>
			csv([clock(instant, 0), 'USDT', 'TRX', decimal(units, 6, style), tronPeer(peer), hashFor(order), 'Completed']),
		),
	],
	expected: ({ instant, units, peer }) => [
		{ amount: units, instant, own: 'to', from: `tron:${tronPeer(peer)}`, to: OWNER, asset: `tron:${USDT_TRON}` },
	],
};

export const binanceWithdrawals: Layout = {
	source: 'binance-withdrawals',
	hints,
	lines: (movements) => [
		'Date(UTC+0),Coin,Network,Amount,Fee,Address,TXID,Status',
		...movements.map(({ instant, units, order, peer, style }) => {
			const amounts = [decimal(units, 6, style), decimal(FEE, 6, 2)];
			return csv([clock(instant, 0), 'USDT', 'TRX', ...amounts, tronPeer(peer), hashFor(order), 'Completed']);
		}),
	],
	expected: ({ instant, units, order, peer }) => {
		const shared = { instant, own: 'from', from: OWNER, asset: `tron:${USDT_TRON}`, order: hashFor(order) } as const;
		return [
			{ ...shared, amount: units, to: `tron:${tronPeer(peer)}` },
			{ ...shared, amount: FEE, to: 'binance:@fee' },
		];
	},
};

/** Neither address nor TXID: only what changed. */
export const binanceStatement: Layout = {
	source: 'binance-statement',
	lines: (movements) => [
		csv(['User_ID', 'UTC_Time', 'Account', 'Operation', 'Coin', 'Change', 'Remark'], true),
		...movements.map(({ instant, out, units, style }) => {
			const change = `${out ? '-' : ''}${decimal(units, 6, style)}`;
			return csv([USER, clock(instant, 0), 'Spot', 'Buy', 'USDT', change, ''], true);
		}),
	],
	expected: (movement) => [
		{
			amount: movement.units * KEPT,
			instant: movement.instant,
			...between(movement, OWNER, 'binance:@market'),
			asset: 'binance:USDT',
		},
	],
};
