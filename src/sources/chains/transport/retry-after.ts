/**
 * The wait that a `Retry-After` header asks for: seconds or an HTTP date (RFC 9110, section 10.2.3).
 *
 * @param now milliseconds since 1970, to which a date is compared
 * @returns milliseconds from now; undefined where the header says nothing that can be read
 */
export function retryAfter(value: string, now: number): number | undefined {
	const text = value.trim();
	if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
	const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
