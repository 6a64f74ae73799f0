import { ethAccount, ethPeer, hashFor, OWN_ETH, USDT_ETH } from './chains.ts';
import type { Layout, Movement } from './layout.ts';
import { clock, csv, decimal } from './print.ts';

export const etherscanErc20: Layout = {
	source: 'etherscan-erc20',
	lines: (movements) => [
		csv(
			[
				'Transaction Hash',
				'Blockno',
				'UnixTimestamp',
				'DateTime (UTC)',
				'From',
				'To',
				'TokenValue',
				'USDValueDayOfTx',
				'ContractAddress',
				'TokenName',
				'TokenSymbol',
			],
			true,
		),
		...movements.map((movement) => csv(row(movement), true)),
	],
	expected: ({ instant, out, units, order, peer }) => [
		{
			amount: units,
			instant,
			own: 'neither',
			from: ethAccount(out ? OWN_ETH : ethPeer(peer)),
			to: ethAccount(out ? ethPeer(peer) : OWN_ETH),
			asset: `eth:${USDT_ETH}`,
			order: `0x${hashFor(order)}`,
		},
	],
};

function row({ instant, out, units, order, peer, style }: Movement): string[] {
	const [from, to] = out ? [OWN_ETH, ethPeer(peer)] : [ethPeer(peer), OWN_ETH];
	const value = decimal(units, 6, style);
	const seconds = String(instant / 1000);
	const token = USDT_ETH.toLowerCase();
	return [
		`0x${hashFor(order)}`,
		'17000000',
		seconds,
		clock(instant, 0),
		from,
		to,
		value,
		'$1.00',
		token,
		'Tether USD',
		'USDT',
	];
}
