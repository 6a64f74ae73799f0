import { createHash } from 'node:crypto';
import { getAddress } from 'ethers/address';
import type { Random } from './random.ts';

/** The one true USDT on each chain; the only real addresses of the demo. */
export const USDT_TRON = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
export const USDT_ETH = '0xdAC17F958D2ee523a2206206994597C13D831ec7';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** A TRON address of invented bytes with a valid checksum: nobody holds its key. */
export function tronAddress(random: Random): string {
	return encode(Buffer.from(`41${random.hex(40)}`, 'hex'));
}

/** An Ethereum address of invented bytes, checksummed (EIP-55). */
export function ethAddress(random: Random): string {
	return getAddress(`0x${random.hex(40)}`);
}

/** Another TRON address with the same first five and last two characters, as address poisoners make them. */
export function lookAlike(address: string, random: Random): string {
	const bytes = decode(address);
	for (;;) {
		const body = Buffer.concat([bytes.subarray(0, 5), Buffer.from(random.hex(32), 'hex')]);
		const candidate = encode(body);
		if (candidate.slice(0, 5) === address.slice(0, 5) && candidate.slice(-2) === address.slice(-2)) return candidate;
	}
}

function checksum(body: Buffer): Buffer {
	const once = createHash('sha256').update(body).digest();
	return createHash('sha256').update(once).digest().subarray(0, 4);
}

function encode(body: Buffer): string {
	let value = BigInt(`0x${Buffer.concat([body, checksum(body)]).toString('hex')}`);
	let text = '';
	for (; value > 0n; value /= 58n) text = ALPHABET.charAt(Number(value % 58n)) + text;
	return text;
}

function decode(address: string): Buffer {
	let value = 0n;
	for (const letter of address) value = value * 58n + BigInt(ALPHABET.indexOf(letter));
	return Buffer.from(value.toString(16).padStart(50, '0'), 'hex').subarray(0, 21);
}
