import { hash } from 'node:crypto';
import { decodeBase58, encodeBase58 } from 'ethers/utils';

/** Base58Check of 0x41 and 20 bytes (TRON's documentation, "Account address format"). */
const BODY_BYTES = 21;
const ALL_BYTES = BODY_BYTES + 4;

/**
 * Whether the text is an address of TRON with a right checksum.
 *
 * @param text 34 characters of Base58
 */
export function isTronAddress(text: string): boolean {
	const bytes = Buffer.from(
		decodeBase58(text)
			.toString(16)
			.padStart(ALL_BYTES * 2, '0'),
		'hex',
	);
	return (
		bytes.length === ALL_BYTES &&
		bytes[0] === 0x41 &&
		bytes.subarray(BODY_BYTES).equals(checksum(bytes.subarray(0, BODY_BYTES)))
	);
}

/** The 20 bytes of an address with a right checksum, in 40 digits of hex. */
export function tronHex(address: string): string {
	const digits = decodeBase58(address).toString(16);
	return digits.padStart(ALL_BYTES * 2, '0').slice(2, BODY_BYTES * 2);
}

/** The address in Base58Check of 20 bytes in 40 digits of hex. */
export function tronAddress(hex: string): string {
	const body = Buffer.from(`41${hex}`, 'hex');
	return encodeBase58(Buffer.concat([body, checksum(body)]));
}

function checksum(body: Uint8Array): Buffer {
	const once = hash('sha256', body, 'buffer');
	return hash('sha256', once, 'buffer').subarray(0, 4);
}
