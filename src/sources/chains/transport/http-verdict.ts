import type { Verdict } from './contract.ts';

/** How much of what a server said is quoted. */
const QUOTED = 160;

/**
 * What a status says of an answer whose body says nothing better.
 *
 * @returns undefined for 2xx: the body must tell
 */
export function verdictOfStatus(status: number, text: string): Exclude<Verdict, { kind: 'taken' }> | undefined {
	if (status >= 200 && status < 300) return undefined;
	const detail = `HTTP ${status}${text.trim() === '' ? '' : `: ${quoted(text)}`}`;
	if (status === 429) return { kind: 'rate-limited', detail };
	if (status === 413) return { kind: 'range-refused', detail };
	if (status === 401 || status === 402 || status === 403) return { kind: 'denied', detail };
	if (status === 404 || status === 405 || status === 410 || status === 501) return { kind: 'unable', detail };
	if (status >= 500 || status === 408 || status === 425) return { kind: 'unreachable', detail };
	return { kind: 'refused', detail };
}

/** An answer that is no JSON: a page of a proxy, a notice in plain words, or the beginning of what was cut. */
export function verdictOfNoJson(text: string): Exclude<Verdict, { kind: 'taken' }> {
	const start = text.trimStart();
	if (start === '') return { kind: 'damaged', detail: 'an empty answer' };
	if (start.startsWith('<')) return { kind: 'damaged', detail: 'HTML instead of JSON' };
	if (start.startsWith('{') || start.startsWith('[')) return { kind: 'damaged', detail: 'JSON that is cut or broken' };
	if (/too many requests|\brate.?limit/i.test(start.slice(0, QUOTED))) {
		return { kind: 'rate-limited', detail: quoted(start) };
	}
	return { kind: 'damaged', detail: `no JSON: ${quoted(start)}` };
}

/** The beginning of what was said, on one line; a page is not quoted. */
function quoted(text: string): string {
	const start = text.trimStart();
	return start.startsWith('<') ? 'HTML' : start.slice(0, QUOTED).replace(/\s+/g, ' ');
}
