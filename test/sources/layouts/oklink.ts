import { ethAccount, ethPeer, hashFor, OWN_ETH, OWN_TRON, tronPeer, USDT_ETH, USDT_TRON } from './chains.ts';
import type { Layout } from './layout.ts';
import { clock, csv, decimal } from './print.ts';

const slashed = (time: string) => time.replaceAll('-', '/');

export const oklinkTron: Layout = {
	source: 'oklink-tron',
	lines: (movements) => [
		'Tx Hash,blockHeight,blockTime(UTC+8),blockTime(UTC),from,to,value,symbol,tokenAddress,isConfirm',
		...movements.map(({ instant, out, units, order, peer, style }) => {
			const [from, to] = out ? [OWN_TRON, tronPeer(peer)] : [tronPeer(peer), OWN_TRON];
			const times = [slashed(clock(instant)), slashed(clock(instant, 0))];
			const value = decimal(units, 6, style);
			return `${csv([hashFor(order), '48000000', ...times, from, to, value, 'USDT', USDT_TRON, 'true'])},`;
		}),
	],
	expected: ({ instant, out, units, order, peer }) => [
		{
			amount: units,
			instant,
			own: 'neither',
			from: `tron:${out ? OWN_TRON : tronPeer(peer)}`,
			to: `tron:${out ? tronPeer(peer) : OWN_TRON}`,
			asset: `tron:${USDT_TRON}`,
			order: hashFor(order),
		},
	],
};

export const oklinkEth: Layout = {
	source: 'oklink-eth',
	lines: (movements) => [
		'交易哈希,区块高度,本地时间(UTC+8),UTC时间,发送方,发送方ENS,接收方,接收方ENS,数量,代币符号,代币地址',
		...movements.map(({ instant, out, units, order, peer, style }) => {
			const [from, to] = out ? [OWN_ETH, ethPeer(peer)] : [ethPeer(peer), OWN_ETH];
			const times = [slashed(clock(instant)), slashed(clock(instant, 0))];
			const value = decimal(units, 6, style);
			const token = style === 1 ? USDT_ETH : USDT_ETH.toLowerCase();
			return `${csv([`0x${hashFor(order)}`, '17000000', ...times, from, '', to, '', value, 'USDT', token])},`;
		}),
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
