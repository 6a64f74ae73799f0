/** Bytes of `512MB` or `4GB`: binary, as memory is counted. */
export function bytesOf(text: string): number {
	return Number(text.slice(0, -2)) * (text.endsWith('GB') ? 1024 ** 3 : 1024 ** 2);
}
