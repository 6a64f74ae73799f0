import { flows, hintsWith, own } from '../mappings.ts';
import { ethAccount, ethPeer, hashFor, OWN_ETH } from './chains.ts';
import { between, type Layout, plain } from './layout.ts';
import { clock, csv, decimal } from './print.ts';

export const mappedTransfers: Layout = {
	source: 'mapped:flows',
	hints: hintsWith(flows),
	lines: (movements) => [
		'Timestamp,Block,Tx_hash,From,From_label,To,To_label,Value_in_USD',
		...movements.map(({ instant, units, order, peer, name, style }) =>
			csv([
				clock(instant, 0),
				'17000000',
				`0x${hashFor(order)}`,
				OWN_ETH,
				'',
				ethPeer(peer),
				name,
				decimal(units, 2, style),
			]),
		),
	],
	expected: ({ instant, units, order, peer, name }) => [
		{
			amount: units,
			instant,
			from: ethAccount(OWN_ETH),
			to: ethAccount(ethPeer(peer)),
			asset: 'USD',
			order: `0x${hashFor(order)}`,
			name: plain(name),
		},
	],
};

const OWNER = 'bank:6222990000000000001';
const peerCard = (peer: number) => `622888000000000000${peer}`;

/** Any bank's own table: day and time of day in two columns, a word for the direction. */
export const mappedOwn: Layout = {
	source: 'mapped:own',
	hints: { ...hintsWith(own), owner: OWNER },
	lines: (movements) => [
		'流水日期,流水时刻,方向,数额,对方,对方名,结果,附言,结余',
		...movements.map(({ instant, out, units, peer, name, style }) => {
			const [day = '', time = ''] = clock(instant).split(' ');
			return csv([day, time, out ? '出' : '进', decimal(units, 2, style), peerCard(peer), name, '成功', '', '']);
		}),
	],
	expected: (movement) => [
		{
			amount: movement.units,
			instant: movement.instant,
			...between(movement, OWNER, `bank:${peerCard(movement.peer)}`),
			asset: 'CNY',
			name: plain(movement.name),
		},
	],
};
