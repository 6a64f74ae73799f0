/** Transfers told by several messages of a file: sent, taken, returned. Seen as a whole before any row is judged. */
import type { RecordState } from '../ledger/record.ts';
import type { Moment } from '../ledger/time.ts';

/** What a message written without numbers says of its transfer. */
type TransferAct = 'sent' | 'taken' | 'returned';

interface WrittenTransfer {
	readonly act: TransferAct;
	/** `￥200.00`, '' where none is printed. */
	readonly amount: string;
	readonly memo: string;
}

const WRITTEN = /^\[转账(?:[|:：]\s?(?:(发送|接收|退还|已收款|已退还)\s?)?([^\]\s]{0,30})\s?)?\](.{0,1000})/s;
/** Behind the bracket a number alone may be anything (`8月工资`): the sign of a currency makes it a sum. */
const SUM_BEHIND = /^\s{0,2}((?:[￥¥]|[A-Z]{0,3}\$)\s?[\d,.]{1,20})/;

/** Whether it is the text that exports write for a transfer, and whole. */
export function isWrittenTransfer(text: string): boolean {
	return WRITTEN.test(text);
}

/** `[转账|发送 ￥200.00](备注)` of chatlog, `[转账]￥200.00` of others. Without a word for it, it was sent. */
export function writtenTransfer(text: string): WrittenTransfer {
	const [, said = '', within = '', rest = ''] = WRITTEN.exec(text) ?? [];
	const word = said || (/已收款|已被?接收|已退还|已被?退回/.exec(rest)?.[0] ?? '');
	return {
		act: word.includes('退') ? 'returned' : word.includes('收') ? 'taken' : 'sent',
		amount: (within || (SUM_BEHIND.exec(rest)?.[1] ?? '')).replaceAll(/\s/g, ''),
		memo: /^\((.*)\)$/s.exec(rest.trim())?.[1] ?? '',
	};
}

interface Numbered {
	readonly subtypes: Set<string>;
	/** Of its first message. */
	readonly moment: Moment | undefined;
	readonly row: number;
}

interface Written {
	readonly row: number;
	readonly instant: number;
	readonly act: TransferAct;
	/** Chat, amount and payer: what a message and the answer to it have in common. */
	readonly key: string;
}

/** A transfer that nobody takes is returned after a day; the answer comes before that or with it. */
const ANSWER_MS = 25 * 3_600_000;

export class ChatTransfers {
	readonly #numbered = new Map<string, Numbered>();
	readonly #written: Written[] = [];
	#answers: { readonly states: Map<number, RecordState>; readonly answers: Set<number> } | undefined;

	/** A message that prints the transfer's number. */
	seeNumbered(order: string, subtype: string, moment: Moment | undefined, row: number): void {
		const known = this.#numbered.get(order);
		if (known) known.subtypes.add(subtype);
		else this.#numbered.set(order, { subtypes: new Set([subtype]), moment, row });
	}

	seeWritten(written: Written): void {
		this.#written.push(written);
	}

	/**
	 * State of a transfer by all its messages: paid only where one says that it was taken (3, 5, 8) and none that it went
	 * back. Observers disagree on 4 and 9 alone: only both together say returned.
	 */
	stateOf(order: string): RecordState {
		const has = (subtype: string) => this.#numbered.get(order)?.subtypes.has(subtype) ?? false;
		if (has('4') && has('9')) return 'closed';
		return !has('9') && (has('3') || has('5') || has('8')) ? 'done' : 'open';
	}

	/** When its first message in the file was written: all rows of a transfer tell of one movement at one time. */
	firstOf(order: string): { readonly moment: Moment | undefined; readonly row: number } | undefined {
		return this.#numbered.get(order);
	}

	/** Of a row without number: `answer` where an earlier row already stands for the transfer that it answers. */
	stateOfWritten(row: number, act: TransferAct): RecordState | 'answer' {
		this.#answers ??= answered(this.#written);
		if (this.#answers.answers.has(row)) return 'answer';
		return this.#answers.states.get(row) ?? (act === 'taken' ? 'done' : act === 'returned' ? 'closed' : 'open');
	}
}

/** What still waits for an answer: from `next` on. Taking off the front of a long list would move the whole of it. */
interface Queue {
	readonly sent: Written[];
	next: number;
}

/** Pairs what was sent with its answer, oldest first: equal amounts between the same two are told apart by time alone. */
function answered(written: readonly Written[]) {
	const states = new Map<number, RecordState>();
	const answers = new Set<number>();
	const waiting = new Map<string, Queue>();
	for (const one of [...written].sort((a, b) => a.instant - b.instant || rank(a) - rank(b) || a.row - b.row)) {
		const queue = waiting.get(one.key) ?? { sent: [], next: 0 };
		waiting.set(one.key, queue);
		while (isTooLate(one, queue.sent[queue.next])) queue.next += 1;
		if (one.act === 'sent') {
			queue.sent.push(one);
			continue;
		}
		const sent = queue.sent[queue.next];
		if (!sent) continue;
		queue.next += 1;
		states.set(sent.row, one.act === 'taken' ? 'done' : 'closed');
		answers.add(one.row);
	}
	return { states, answers };
}

function isTooLate(answer: Written, sent: Written | undefined): boolean {
	return sent !== undefined && answer.instant - sent.instant > ANSWER_MS;
}

function rank({ act }: Written): number {
	return act === 'sent' ? 0 : 1;
}
