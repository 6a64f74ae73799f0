import { createHash } from 'node:crypto';
import { getAddress } from 'ethers/address';

/** USDT of each network. */
export const USDT_TRON = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
export const USDT_ETH = '0xdAC17F958D2ee523a2206206994597C13D831ec7';

/** Whose export it is. */
export const OWN_TRON = 'TP5DC7QK1sStWmJ3x6WaZkF5zZcXH1tCPF';
export const OWN_ETH = `0x${'a1'.repeat(20)}`;

const TRON = [
	'TF3XQCE4x1KLqUc9FKR6p3BPyhNGG3ysib',
	'TUEzbmAB7PruxAL48x5oRCGpTEwdeTzA1v',
	'TYqu5agoHPTnHfdwLa7hkx9i23xgnLecB9',
];

export function tronPeer(peer: number): string {
	return TRON[peer % TRON.length] as string;
}

/** In lower case, as exports print it. */
export function ethPeer(peer: number): string {
	return `0x${`b${peer}`.repeat(20)}`;
}

export function ethAccount(address: string): string {
	return `eth:${getAddress(address)}`;
}

/** A transaction's hash, 64 digits, from an order number. */
export function hashFor(order: string): string {
	return createHash('sha256').update(order).digest('hex');
}
