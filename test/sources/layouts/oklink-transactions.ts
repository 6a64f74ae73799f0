import { hashFor, OWN_TRON, tronPeer } from './chains.ts';
import type { Layout } from './layout.ts';
import { clock, csv, decimal } from './print.ts';

const FEE = 270_000n;

export const oklinkTransactions: Layout = {
	source: 'oklink-transactions',
	lines: (movements) => [
		'Tx Hash,blockHeight,blockTime(UTC+8),blockTime(UTC),from,to,value,fee,status,contractType,symbol',
		...movements.map(({ instant, out, units, order, peer, style }) => {
			const times = [clock(instant), clock(instant, 0)].map((time) => time.replaceAll('-', '/'));
			const sides = out ? [OWN_TRON, tronPeer(peer)] : [tronPeer(peer), OWN_TRON];
			const amounts = [decimal(units, 6, style), decimal(FEE, 6, 2)];
			const rest = ['SUCCESS', 'TransferContract', 'TRX'];
			return `${csv([hashFor(order), '48000000', ...times, ...sides, ...amounts, ...rest])},`;
		}),
	],
	expected: ({ instant, out, units, order, peer }) => {
		const [from, to] = out ? [OWN_TRON, tronPeer(peer)] : [tronPeer(peer), OWN_TRON];
		const shared = {
			instant,
			own: 'neither',
			from: `tron:${from}`,
			asset: 'tron:coin',
			order: hashFor(order),
		} as const;
		return [
			{ ...shared, amount: units, to: `tron:${to}` },
			{ ...shared, amount: FEE, to: 'tron:@fee' },
		];
	},
};
