/** Numbers as JSON-RPC writes them: `0x` and hex digits. */

/** @returns NaN where the value is no number that fits a count of blocks, seconds or places */
export function smallNumber(value: unknown): number {
	if (typeof value !== 'string' || value.length > 15 || !value.startsWith('0x')) return Number.NaN;
	return Number(value);
}

/** @returns undefined where the value is no number */
export function wholeNumber(value: unknown): bigint | undefined {
	return typeof value === 'string' && /^0x[0-9a-f]{1,64}$/i.test(value) ? BigInt(value) : undefined;
}

export function quantity(value: number): string {
	return `0x${value.toString(16)}`;
}

/** The 20 bytes of an address as the 32 of a topic, in small letters. */
export function topicOf(address: string): string {
	return `0x${'0'.repeat(24)}${address.slice(2).toLowerCase()}`;
}

export function isHash(value: unknown): value is string {
	return typeof value === 'string' && /^0x[0-9a-f]{64}$/i.test(value);
}

export function isAddress(value: unknown): value is string {
	return typeof value === 'string' && /^0x[0-9a-f]{40}$/i.test(value);
}
