import { type ChatMessage, wechatPerson, writtenKind } from './chat-message.ts';
import { readChat } from './chat-statements.ts';
import { type ChatLayout, chatTable, findChat } from './chat-table.ts';
import { type ChatlogField, chatlogAliases, chatlogChat } from './chatlog-message.ts';
import type { Source } from './contract.ts';
import type { Row } from './row.ts';
import { claimOn } from './table-rows.ts';

type Field = ChatlogField | 'time' | 'content';

const LAYOUT: ChatLayout<Field> = {
	columns: {
		time: ['Time'],
		senderName: ['SenderName'],
		sender: ['Sender'],
		talkerName: ['TalkerName'],
		talker: ['Talker'],
		content: ['Content'],
	},
	required: ['time', 'sender', 'talker', 'content'],
};

/** What chatlog calls the sender of a system line. */
const SYSTEM = '系统消息';

/**
 * A WeChat conversation as chatlog exports it to CSV. Payments are words (`[红包]`, `[转账|发送 ￥200.00](备注)`), without
 * number: anybody can have typed them, so a transfer counts only once its taking is written too.
 */
export const chatlogCsv: Source = {
	id: 'chatlog-csv',
	version: 2,
	identify(sample) {
		const found = findChat(sample, LAYOUT);
		return found && claimOn(found, 90);
	},
	async *read(file, hints) {
		const { pass, beside } = await chatTable(file, LAYOUT);
		yield* readChat('chatlog-csv', file, hints, pass, (row) => messageOf(row, hints.offsetMinutes));
		yield* beside();
	},
};

function messageOf(row: Row<Field>, offsetMinutes: number): ChatMessage {
	const chat = chatlogChat(row, false);
	const senderId = row.text('sender');
	const system = senderId === SYSTEM || senderId === '';
	const sender = system ? undefined : wechatPerson(senderId, row.text('senderName'));
	const text = row.text('content');
	return {
		moment: row.moment('time', offsetMinutes),
		chat,
		kind: system ? 'system' : writtenKind(text),
		// Of two people, who is not the other one is the owner; in a group the export does not say.
		fromSelf: chat.form === 'pair' && !system && senderId !== chat.id,
		...(sender ? { sender } : {}),
		text,
		aliases: chatlogAliases(chat, sender),
	};
}
