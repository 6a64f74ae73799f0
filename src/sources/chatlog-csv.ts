import { aliasOf, type ChatMessage, isChatroom, wechatPerson, writtenKind } from './chat-message.ts';
import { readChat } from './chat-statements.ts';
import type { Source } from './contract.ts';
import type { Row } from './row.ts';
import { sampleOf } from './sample.ts';
import { claimOn, findTables, optionsFor, readRows, type TableLayout } from './table-rows.ts';

type Field = 'time' | 'senderName' | 'sender' | 'talkerName' | 'talker' | 'content';

const LAYOUT: TableLayout<Field> = {
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
	version: 1,
	identify(sample) {
		const [found] = findTables(sample, LAYOUT);
		return found && claimOn(found, 90);
	},
	async *read(file, hints) {
		const sample = await sampleOf(file);
		const options = optionsFor(sample, findTables(sample, LAYOUT)[0]?.sheet ?? sample.sheets[0]?.name ?? '');
		yield* readChat(
			'chatlog-csv',
			file,
			hints,
			(judge) => readRows(file, options, LAYOUT, judge),
			(row: Row<Field>) => messageOf(row, hints.offsetMinutes),
		);
	},
};

function messageOf(row: Row<Field>, offsetMinutes: number): ChatMessage {
	const talker = row.needed('talker');
	const senderId = row.text('sender');
	const group = isChatroom(talker);
	const system = senderId === SYSTEM || senderId === '';
	const sender = wechatPerson(senderId, row.text('senderName'));
	const other = wechatPerson(talker, row.text('talkerName'));
	const text = row.text('content');
	return {
		moment: row.moment('time', offsetMinutes),
		chat: {
			id: talker,
			name: row.text('talkerName'),
			form: group ? 'group' : 'pair',
			network: 'wechat',
			...(group ? {} : { other }),
		},
		kind: system ? 'system' : writtenKind(text),
		// Of two people, who is not the other one is the owner; in a group the export does not say.
		fromSelf: !group && !system && senderId !== talker,
		...(system ? {} : { sender }),
		text,
		aliases: [
			...(system ? [] : aliasOf(sender, group ? 'group-nickname' : 'nickname')),
			...(group ? [] : aliasOf(other, 'nickname')),
		],
	};
}
