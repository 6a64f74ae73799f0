import type { Judge, Verdict } from '../transport/contract.ts';
import { verdictOfNoJson, verdictOfStatus } from '../transport/http-verdict.ts';
import { Damage } from './damage.ts';

type Trouble = Exclude<Verdict, { kind: 'taken' }>;

/**
 * Judges an answer of TronGrid or of a node of java-tron. Both answer errors with different members (`error`, `Error`)
 * and with statuses that mean several things: 403 is a refused key and, with other words, too many requests; a node
 * answers an exception with 200.
 *
 * @param read throws Damage where the answer is not one to the question
 */
export function tronJudge(read: (text: string) => void): Judge {
	return (status, text) => {
		const answer = parsed(text);
		const said = errorIn(answer);
		const limit = tooMany(status, said ?? text);
		if (limit !== undefined) return limit;
		// A cursor lives for a while, and for the very question that gave it.
		if (said !== undefined && /fingerprint/i.test(said)) return { kind: 'refused', detail: said };
		if (said !== undefined && /too (?:large|many|wide|big)|range/i.test(said)) {
			return { kind: 'range-refused', detail: said };
		}
		const trouble = verdictOfStatus(status, text);
		if (trouble !== undefined) return trouble;
		if (answer === undefined) return verdictOfNoJson(text);
		if (said !== undefined) return { kind: /^class /.test(said) ? 'refused' : 'unreachable', detail: said };
		return verdictOfReading(text, read);
	};
}

function verdictOfReading(text: string, read: (text: string) => void): Verdict {
	try {
		read(text);
		return { kind: 'taken' };
	} catch (error) {
		if (!(error instanceof Damage)) throw error;
		return { kind: 'damaged', detail: error.message };
	}
}

/** Numbers in it are not to be used: they went through floats. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Why the answer says that it is none, on one line. */
function errorIn(answer: unknown): string | undefined {
	if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return undefined;
	const members = answer as Readonly<Record<string, unknown>>;
	const said = members.error ?? members.Error;
	if (typeof said === 'string') return said.slice(0, 200).replace(/\s+/g, ' ');
	if (said !== undefined || members.success === false || members.Success === false) {
		return JSON.stringify(said ?? 'no success').slice(0, 200);
	}
	return undefined;
}

/**
 * Too many requests: 429; 403 or 503 that says so, `The key exceeds the frequency limit(15), and the query server is
 * suspended for 30s`, `request rate exceeded the allowed_rps(10), and the query server is suspended for 5 s`.
 */
function tooMany(status: number, said: string): Trouble | undefined {
	const limited =
		/frequency limit|allowed_rps|rate.?limit|too many requests|is suspended for|daily.{0,20}(?:limit|usage)/i;
	if (status !== 429 && !limited.test(said.slice(0, 300))) return undefined;
	const suspended = /suspended for\s*(\d{1,6})\s*s/i.exec(said)?.[1];
	const detail = said.trimStart().startsWith('<') ? `HTTP ${status}` : said.slice(0, 200).replace(/\s+/g, ' ');
	return { kind: 'rate-limited', detail, ...(suspended === undefined ? {} : { waitMs: Number(suspended) * 1000 }) };
}
