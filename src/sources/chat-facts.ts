/** What must be known of a whole chat file before its first row is judged. */
import type { AccountId } from '../ledger/account.ts';
import type { ChatMessage } from './chat-message.ts';
import { systemEvent } from './chat-system.ts';
import type { SystemPerson } from './chat-system-xml.ts';
import { ChatTransfers, writtenTransfer } from './chat-transfers.ts';

export class ChatFacts {
	readonly transfers = new ChatTransfers();
	/** Chat and name of everybody whose coming is told with who brought them or how. */
	readonly #joined = new Set<string>();
	readonly #selves = new Set<AccountId>();
	#forward = 0;
	#back = 0;
	#before: number | undefined;
	#lastRow = 0;

	see(message: ChatMessage, row: number): void {
		this.#seeTime(message.moment?.instant, row);
		const self = selfIn(message);
		if (self !== undefined) this.#selves.add(self);
		if (message.kind === 'system') this.#seeSystem(message);
		if (message.kind === 'transfer') this.#seeTransfer(message, row);
	}

	/** The owner's account, where every message that shows it shows the same. */
	get self(): AccountId | undefined {
		return this.#selves.size === 1 ? [...this.#selves][0] : undefined;
	}

	/** Place of a row in time, from 0, oldest first. */
	sequenceOf(row: number): number {
		return this.#back > this.#forward ? this.#lastRow - row : row - 1;
	}

	/** Whether another line tells how the person came into the chat. */
	tellsHowCame(chat: string, person: SystemPerson): boolean {
		return joinKeys(chat, person).some((key) => this.#joined.has(key));
	}

	#seeTime(instant: number | undefined, row: number): void {
		this.#lastRow = Math.max(this.#lastRow, row);
		if (instant === undefined) return;
		if (this.#before !== undefined && instant > this.#before) this.#forward += 1;
		if (this.#before !== undefined && instant < this.#before) this.#back += 1;
		this.#before = instant;
	}

	#seeSystem({ text, chat }: ChatMessage): void {
		const event = systemEvent(text);
		if (event?.kind !== 'join') return;
		for (const person of event.joined) for (const key of joinKeys(chat.id, person)) this.#joined.add(key);
	}

	#seeTransfer({ pay, chat, moment, text, fromSelf }: ChatMessage, row: number): void {
		if (pay) {
			if (pay.transcationid !== '') this.transfers.seeNumbered(pay.transcationid, pay.paysubtype, moment, row);
			return;
		}
		const { act, amount } = writtenTransfer(text);
		if (chat.form !== 'pair' || moment === undefined) return;
		const payerIsSelf = act === 'sent' ? fromSelf : !fromSelf;
		const key = `${chat.id}|${amount}|${payerIsSelf}`;
		this.transfers.seeWritten({ row, instant: moment.instant, act, key });
	}
}

/** By a message of the owner's own, or a transfer between the owner and the other of a pair. */
function selfIn({ fromSelf, sender, pay, chat }: ChatMessage): AccountId | undefined {
	if (fromSelf && sender?.account !== undefined) return sender.account;
	if (!pay || pay.payer === '' || pay.receiver === '') return undefined;
	const [payer, receiver] = [`wechat:${pay.payer}`, `wechat:${pay.receiver}`];
	const other = chat.other?.account;
	if (other === payer) return receiver;
	if (other === receiver) return payer;
	if (pay.paysubtype === '1' || pay.paysubtype === '7') return fromSelf ? payer : undefined;
	return (pay.paysubtype === '3' || pay.paysubtype === '5') && fromSelf ? receiver : undefined;
}

function joinKeys(chat: string, { name, username, self }: SystemPerson): string[] {
	if (self) return [`${chat}|`];
	return [name, username].flatMap((word) => (word ? [`${chat}|${word}`] : []));
}
