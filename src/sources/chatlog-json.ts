import { type JsonShape, jsonMessages } from './chat-json.ts';
import { aliasOf, type ChatMessage, isChatroom, wechatKind, wechatPerson } from './chat-message.ts';
import { readChat } from './chat-statements.ts';
import type { Source } from './contract.ts';
import type { Row } from './row.ts';

type Field =
	| 'time'
	| 'talker'
	| 'talkerName'
	| 'isChatRoom'
	| 'sender'
	| 'senderName'
	| 'isSelf'
	| 'type'
	| 'subType'
	| 'content';

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
	version: 1,
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
	const talker = row.needed('talker');
	const group = row.text('isChatRoom') === 'true' || isChatroom(talker);
	const kind = wechatKind(row.needed('type'), row.text('subType'));
	const sender = wechatPerson(row.text('sender'), row.text('senderName'));
	const other = wechatPerson(talker, row.text('talkerName'));
	const system = kind === 'system';
	return {
		moment: row.moment('time', offsetMinutes),
		chat: {
			id: talker,
			name: row.text('talkerName'),
			form: group ? 'group' : 'pair',
			network: 'wechat',
			...(group ? {} : { other }),
		},
		kind,
		fromSelf: !system && row.text('isSelf') === 'true',
		...(system || sender.account === undefined ? {} : { sender }),
		text: row.text('content'),
		aliases: [
			...(system ? [] : aliasOf(sender, group ? 'group-nickname' : 'nickname')),
			...(group ? [] : aliasOf(other, 'nickname')),
		],
	};
}
