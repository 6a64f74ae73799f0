/** What chatlog's CSV and JSON say alike of a message: in which chat it stands, and by what names people go there. */
import { aliasOf, type ChatMessage, type ChatPerson, isChatroom, wechatPerson } from './chat-message.ts';
import type { Row } from './row.ts';

export type ChatlogField = 'talker' | 'talkerName' | 'sender' | 'senderName';

/** The group by its number, or the other of a pair: `talker` is whom the owner writes with. @throws RowFault `missing` */
export function chatlogChat(row: Row<ChatlogField>, isGroup: boolean): ChatMessage['chat'] {
	const talker = row.needed('talker');
	const group = isGroup || isChatroom(talker);
	const name = row.text('talkerName');
	return {
		id: talker,
		name,
		form: group ? 'group' : 'pair',
		network: 'wechat',
		...(group ? {} : { other: wechatPerson(talker, name) }),
	};
}

/** The names that the row prints beside accounts. A system line has no sender. */
export function chatlogAliases({ other }: ChatMessage['chat'], sender: ChatPerson | undefined): ChatMessage['aliases'] {
	return [
		...(sender ? aliasOf(sender, other ? 'nickname' : 'group-nickname') : []),
		...(other ? aliasOf(other, 'nickname') : []),
	];
}
