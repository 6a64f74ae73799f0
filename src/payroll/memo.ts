import { DEFAULT_MEMOS, LEXICON, type Topic } from './lexicon.ts';

/** What a note says. No topic and no leads: it says nothing that payroll understands. */
export interface Memo {
	readonly topics: ReadonlySet<Topic>;
	/** Number of leads that the note names. */
	readonly leads?: number;
}

const COUNTED = /(?<![\d.])(\d{1,4})(?:个(?!月|小时|星期|礼拜|钟)|人|单|群)/g;
const AFTER_WORD = new RegExp(`(?:${LEXICON.commission.join('|')})[: ]?(\\d{1,4})(?![\\d.\\-~至到元块%月日号])`, 'g');

/**
 * Reads a payment note.
 *
 * @param text as printed
 * @param fen paid: "提成45" on a payment of 45 yuan repeats the amount and counts nobody
 */
export function readMemo(text: string, fen: bigint): Memo {
	// NFKC: full-width digits, letters and colons are the same characters to whoever wrote them.
	const plain = text.normalize('NFKC').toUpperCase().trim();
	if (DEFAULT_MEMOS.has(plain.replaceAll(/[\p{P}\p{Z}]/gu, ''))) return { topics: new Set() };
	const topics = new Set<Topic>();
	for (const [topic, words] of Object.entries(LEXICON) as [Topic, readonly string[]][]) {
		if (words.some((word) => plain.includes(word))) topics.add(topic);
	}
	const counts = new Set<number>();
	for (const match of plain.matchAll(COUNTED)) counts.add(Number(match[1]));
	if (counts.size === 0) {
		for (const match of plain.matchAll(AFTER_WORD)) {
			if (BigInt(match[1] ?? '') * 100n !== fen) counts.add(Number(match[1]));
		}
	}
	const [leads] = counts;
	// Two different numbers: which of them counts the leads is not said.
	return counts.size === 1 && leads !== undefined && leads > 0 ? { topics, leads } : { topics };
}

/** Whether the note speaks of pay for the work. */
export function speaksOfPay(memo: Memo): boolean {
	return memo.topics.has('wage') || memo.topics.has('commission') || memo.topics.has('bonus');
}
