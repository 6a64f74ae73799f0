const MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a duration as settings write it: `90s`, `30m`, `4h` or `3d`. */
export function millisecondsOf(text: string): number {
	return Number(text.slice(0, -1)) * MS[text.slice(-1) as keyof typeof MS];
}
