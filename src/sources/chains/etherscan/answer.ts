/** Answers of Etherscan's API V2 and of those that are like it: each is one object, whatever it says. */
import type { Judge, Verdict } from '../transport/contract.ts';
import { verdictOfNoJson, verdictOfStatus } from '../transport/http-verdict.ts';

type Trouble = Exclude<Verdict, { kind: 'taken' }>;

/** One element of a list, members as they came. */
export type EtherscanRow = Readonly<Record<string, unknown>>;

/** Says what is wrong with an answer that has the form of one. */
export class DamagedAnswer extends Error {}

interface Envelope {
	readonly status?: unknown;
	readonly message?: unknown;
	readonly result?: unknown;
	readonly error?: unknown;
}

/** A daily quota comes back tomorrow: longer than anybody waits. */
const DAY_MS = 86_400_000;
/** Named with the message about keys that were wrong too often. */
const KEY_LOCK_MS = 30_000;

/**
 * What explorers say instead of an answer, nearly always with HTTP 200, `status: "0"` and `message: "NOTOK"`: the words
 * alone tell a limit from a wrong key. By Etherscan's page "Common Error Messages" and its changelog, and by the
 * sources of Blockscout. The order matters: the first that fits decides.
 */
const WORDINGS: readonly { readonly words: RegExp; readonly kind: Trouble['kind']; readonly waitMs?: number }[] = [
	{ words: /too many invalid api key/i, kind: 'rate-limited', waitMs: KEY_LOCK_MS },
	{ words: /max daily|daily (?:rate |request )?limit/i, kind: 'rate-limited', waitMs: DAY_MS },
	{ words: /rate limit|max calls|too many requests/i, kind: 'rate-limited' },
	{ words: /window is too large|smaller result|query timeout/i, kind: 'range-refused' },
	{ words: /timeout occur|timed? ?out|too busy|try again later|not yet been processed/i, kind: 'unreachable' },
	{ words: /api key|api pro|upgrade|free api access|api plan/i, kind: 'denied' },
	{ words: /chainid|chain not supported|action name|unknown (?:action|module)|deprecated/i, kind: 'unable' },
	{ words: /invalid (?:address|contract|block|argument)|missing/i, kind: 'refused' },
];

/** Nothing was found, said with an empty list: "No transactions found", "No token transfers found". */
const NOTHING = /^no [a-z ]*found/i;

/**
 * Judges the answer to a question for a list. It is taken only as a list whose rows `check` finds in order, or as an
 * empty one that says that nothing was found.
 *
 * @param check throws DamagedAnswer
 */
export function listJudge(check: (rows: readonly EtherscanRow[]) => void): Judge {
	return (status, text) => {
		const envelope = envelopeIn(text);
		if (typeof envelope === 'string') return troubleWithout(status, text);
		const refused = refusalIn(envelope) ?? verdictOfStatus(status, text);
		if (refused) return refused;
		// Whoever answers in another form may mean anything by an empty list.
		if (envelope.status === undefined) return { kind: 'damaged', detail: 'a list without a status' };
		try {
			check(rowsOf(envelope));
			return { kind: 'taken' };
		} catch (error) {
			if (!(error instanceof DamagedAnswer)) throw error;
			return { kind: 'damaged', detail: error.message };
		}
	};
}

/**
 * Judges the answer to a question for one value, in the form of the API itself or in that of JSON-RPC, which the module
 * `proxy` hands through.
 *
 * @param check says what is wrong with the value; '' where nothing is
 */
export function valueJudge(check: (result: unknown) => string): Judge {
	return (status, text) => {
		const envelope = envelopeIn(text);
		if (typeof envelope === 'string') return troubleWithout(status, text);
		const refused = refusalIn(envelope) ?? verdictOfStatus(status, text);
		if (refused) return refused;
		const wrong = envelope.result === undefined ? 'neither result nor error' : check(envelope.result);
		return wrong === '' ? { kind: 'taken' } : { kind: 'damaged', detail: wrong };
	};
}

/** The rows of an answer. @throws DamagedAnswer */
export function rowsIn(text: string): readonly EtherscanRow[] {
	const envelope = envelopeIn(text);
	if (typeof envelope === 'string') throw new DamagedAnswer(envelope);
	return rowsOf(envelope);
}

/** The value of an answer that was taken. */
export function valueIn(text: string): unknown {
	return (JSON.parse(text) as Envelope).result;
}

function troubleWithout(status: number, text: string): Trouble {
	return verdictOfStatus(status, text) ?? verdictOfNoJson(text);
}

/** The object, or what the text is instead. */
function envelopeIn(text: string): Envelope | string {
	try {
		const parsed: unknown = JSON.parse(text);
		if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
		return 'no object';
	} catch {
		return 'no JSON';
	}
}

/** Why the answer is none; undefined where it is one. */
function refusalIn({ status, message, result, error }: Envelope): Trouble | undefined {
	if (error !== undefined && error !== null) return worded(wordsOf(error));
	// The module `proxy` hands a node's answer through, which has no status.
	if (status === undefined || status === '1' || status === 1) return undefined;
	if (Array.isArray(result) && result.length === 0 && NOTHING.test(String(message))) return undefined;
	const parts = [message, result].filter((part) => typeof part === 'string' && part !== 'NOTOK');
	return worded(parts.join(': '));
}

function wordsOf(error: unknown): string {
	if (typeof error === 'string') return error;
	const { message } = error as { message?: unknown };
	return typeof message === 'string' ? message : JSON.stringify(error);
}

/** What nobody knows the words of may be anything: it is asked again, and never taken for an empty history. */
function worded(words: string): Trouble {
	const found = WORDINGS.find((wording) => wording.words.test(words));
	const detail = words === '' ? 'refused without a word' : words;
	if (found === undefined) return { kind: 'unreachable', detail };
	return found.waitMs === undefined
		? { kind: found.kind, detail }
		: ({ kind: found.kind, waitMs: found.waitMs, detail } as Trouble);
}

function rowsOf({ result }: Envelope): readonly EtherscanRow[] {
	if (!Array.isArray(result)) throw new DamagedAnswer('no list of rows');
	for (const row of result) if (typeof row !== 'object' || row === null) throw new DamagedAnswer('a row that is none');
	return result;
}
