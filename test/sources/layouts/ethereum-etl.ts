import { HINTS } from '../contract.ts';
import { ethAccount, ethPeer, hashFor, OWN_ETH, USDT_ETH } from './chains.ts';
import type { Layout } from './layout.ts';
import { csv } from './print.ts';

/** The layout prints no times: its block was made at this second. */
const SECOND = 1_678_924_811;

export const ethereumEtl: Layout = {
	source: 'ethereum-etl',
	hints: { ...HINTS, blockTimes: new Map([[16_850_000, SECOND]]) },
	lines: (movements) => [
		'token_address,from_address,to_address,value,transaction_hash,log_index,block_number',
		...movements.map(({ out, units, order, peer }, index) => {
			const sides = out ? [OWN_ETH, ethPeer(peer)] : [ethPeer(peer), OWN_ETH];
			const hash = `0x${hashFor(order)}`;
			return csv([USDT_ETH.toLowerCase(), ...sides, String(units), hash, String(index), '16850000']);
		}),
	],
	expected: ({ out, units, order, peer }) => [
		{
			amount: units,
			instant: SECOND * 1000,
			own: 'neither',
			from: ethAccount(out ? OWN_ETH : ethPeer(peer)),
			to: ethAccount(out ? ethPeer(peer) : OWN_ETH),
			asset: `eth:${USDT_ETH}`,
			order: `0x${hashFor(order)}`,
		},
	],
};
