/** JSON has no integers beyond 2^53: a bigint stands as an object with this one key. */
const BIGINT_KEY = '$bigint';

/** Any plain value as JSON. Properties that are undefined are left out, and so undefined when read. */
export function toJson(value: unknown): string {
	return JSON.stringify(value, (_key, part: unknown) =>
		typeof part === 'bigint' ? { [BIGINT_KEY]: part.toString() } : part,
	);
}

export function fromJson<T>(text: string): T {
	return JSON.parse(text, (_key, part: unknown) => (isLong(part) ? BigInt(part[BIGINT_KEY]) : part)) as T;
}

function isLong(part: unknown): part is { [BIGINT_KEY]: string } {
	return typeof part === 'object' && part !== null && BIGINT_KEY in part;
}
