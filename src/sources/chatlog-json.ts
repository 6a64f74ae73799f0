import { type JsonShape, jsonMessages } from './chat-json.ts';
import { type ChatMessage, wechatKind, wechatPerson } from './chat-message.ts';
import { readChat } from './chat-statements.ts';
import { type ChatlogField, chatlogAliases, chatlogChat } from './chatlog-message.ts';
import type { Source } from './contract.ts';
import type { Row } from './row.ts';

type Field = ChatlogField | 'time' | 'isChatRoom' | 'isSelf' | 'type' | 'subType' | 'content';

const SHAPE: JsonShape<Field> = {
	lists: ['', 'items', 'messages', 'data'],
	objects: [],
	fields: {
		time: 'time',
		talker: 'talker',
		talkerName: 'talkerName',
		isChatRoom: 'isChatRoom',
		sender: 'sender',
		senderName: 'senderName',
		isSelf: 'isSelf',
		type: 'type',
		subType: 'subType',
		content: 'content',
	},
};

/** Keys that stand in every message of the format. */
const KEYS = ['"seq"', '"talker"', '"sender"', '"isSelf"', '"subType"', '"content"'] as const;

/**
 * WeChat messages as chatlog gives them as JSON. Type and subtype tell a payment from text that only looks like one; a
 * transfer's number is not among what it gives.
 */
export const chatlogJson: Source = {
	id: 'chatlog-json',
	version: 2,
	identify(sample) {
		const { form, text } = sample;
		const isJson = form === 'text' && /^\s{0,100}[[{]/.test(text);
		return isJson && KEYS.every((key) => text.includes(key)) ? { confidence: 85 } : undefined;
	},
	async *read(file, hints) {
		yield* readChat(
			'chatlog-json',
			file,
			hints,
			(judge) => jsonMessages(file, SHAPE, judge),
			(row: Row<Field>) => messageOf(row, hints.offsetMinutes),
		);
	},
};

function messageOf(row: Row<Field>, offsetMinutes: number): ChatMessage {
	const chat = chatlogChat(row, row.text('isChatRoom') === 'true');
	const kind = wechatKind(row.needed('type'), row.text('subType'));
	const system = kind === 'system';
	const person = wechatPerson(row.text('sender'), row.text('senderName'));
	const sender = system || person.account === undefined ? undefined : person;
	return {
		moment: row.moment('time', offsetMinutes),
		chat,
		kind,
		fromSelf: !system && row.text('isSelf') === 'true',
		...(sender ? { sender } : {}),
		text: row.text('content'),
		aliases: chatlogAliases(chat, sender),
	};
}
