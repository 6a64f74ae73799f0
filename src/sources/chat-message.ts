/** What every chat export is mapped to before anything is concluded from it. */
import { type AccountId, accountOf } from '../ledger/account.ts';
import type { Alias } from '../ledger/statement.ts';
import type { Moment } from '../ledger/time.ts';
import type { PayMessage } from './appmsg.ts';
import { isWrittenTransfer } from './chat-transfers.ts';

export interface Chat {
	/** The group's number, else whatever tells this chat from the others of the file. */
	readonly id: string;
	readonly name: string;
	/** `pair`: two people, one of them the owner of the file. `unknown`: the export does not say. */
	readonly form: 'group' | 'pair' | 'unknown';
	readonly network: 'wechat' | 'qq';
	/** Of a pair: who is not the owner. */
	readonly other?: ChatPerson;
}

export interface ChatPerson {
	/** Absent where the export prints a name alone. */
	readonly account?: AccountId;
	readonly name: string;
	/** What stands for the name in the account, where two people of the file bear it. */
	readonly label?: string;
}

export interface ChatMessage {
	/** Absent in a saved message alone, whose time stands in its own fields or nowhere. */
	readonly moment?: Moment;
	readonly chat: Chat;
	readonly kind: 'text' | 'system' | 'transfer' | 'packet' | 'other';
	/** Sent by the owner of the file. */
	readonly fromSelf: boolean;
	/** Absent for system messages, and for the owner where the export does not name them. */
	readonly sender?: ChatPerson;
	readonly text: string;
	/** The payment's own fields, where the export keeps them. */
	readonly pay?: PayMessage;
	/** Names that the row prints beside accounts. */
	readonly aliases: readonly Omit<Alias, 'evidence'>[];
}

/** The person of a WeChat id and the name printed beside it. */
export function wechatPerson(id: string, name: string): ChatPerson {
	const account = accountOf('wechat', id);
	return account === undefined ? { name } : { account, name };
}

/** A name for an account, none where there is no account, no name, or only the id once more. */
export function aliasOf(person: ChatPerson, kind: Alias['kind'], name = person.name): Omit<Alias, 'evidence'>[] {
	const { account } = person;
	if (account === undefined || name === '' || account.endsWith(`:${name}`)) return [];
	return [{ account, name, kind }];
}

/** Whether it is the number of a WeChat group. */
export function isChatroom(id: string): boolean {
	return id.endsWith('@chatroom');
}

/** The chat of a file that does not name it. `groups.csv` may say by this id what it was for. */
export function namelessChat(fileHash: string, part = ''): string {
	return `chat:${fileHash.slice(0, 12)}${part === '' ? '' : `-${part}`}`;
}

/** By WeChat's own numbers: `49` with its subtype, those of old and new databases. */
export function wechatKind(type: string, subtype: string): ChatMessage['kind'] {
	if (type === '1') return 'text';
	if (type === '10000' || type === '10002') return 'system';
	if (type === '419430449' || type === '8589934592049') return 'transfer';
	if (type === '436207665' || type === '469762097' || type === '8594229559345') return 'packet';
	if (type === '49' && subtype === '2000') return 'transfer';
	if (type === '49' && subtype === '2001') return 'packet';
	return 'other';
}

/** By the words that exports write instead of a payment. Anybody can type them: see docs/formats.md. */
export function writtenKind(text: string): ChatMessage['kind'] {
	if (isWrittenTransfer(text)) return 'transfer';
	return /^\[(?:微信|QQ)?红包(?:[:：|][^\]]{0,200})?\]/.test(text) ? 'packet' : 'text';
}
