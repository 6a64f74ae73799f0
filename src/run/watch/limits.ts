const MS = { s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds of `90s`, `30m` or `4h`. */
export function millisecondsOf(text: string): number {
	return Number(text.slice(0, -1)) * MS[text.slice(-1) as keyof typeof MS];
}

/** Bytes of `512MB` or `4GB`: binary, as memory is counted. */
export function bytesOf(text: string): number {
	return Number(text.slice(0, -2)) * (text.endsWith('GB') ? 1024 ** 3 : 1024 ** 2);
}
