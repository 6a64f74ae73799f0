import { payMessage } from './appmsg.ts';
import {
	aliasOf,
	type Chat,
	type ChatMessage,
	type ChatPerson,
	isChatroom,
	namelessChat,
	wechatPerson,
	writtenKind,
} from './chat-message.ts';
import { readChat } from './chat-statements.ts';
import { type ChatLayout, chatTable, findChat } from './chat-table.ts';
import { unixMoment } from './chat-time.ts';
import type { EvidenceFile, Hints, Source } from './contract.ts';
import type { Row } from './row.ts';
import { claimOn } from './table-rows.ts';

type Field = 'id' | 'server' | 'typeName' | 'isSender' | 'talker' | 'room' | 'message' | 'content' | 'time';

const LAYOUT: ChatLayout<Field> = {
	columns: {
		id: ['id'],
		server: ['MsgSvrID'],
		typeName: ['type_name'],
		isSender: ['is_sender'],
		talker: ['talker'],
		room: ['room_name'],
		message: ['msg'],
		content: ['content'],
		time: ['CreateTime'],
	},
	required: ['server', 'typeName', 'isSender', 'talker', 'time'],
	fits: ({ header }) => header.columns.message !== undefined || header.columns.content !== undefined,
};

/** An id as WeChat gives it out; any other text in the column is a name. */
const WECHAT_ID = /^(?:wxid_[a-z0-9_]{4,40}|gh_[a-z0-9]{4,40})$/;

/**
 * WeChat messages as PyWxDump exports them to CSV, in the older layout (`room_name`, `content` as JSON) and the newer one
 * (`msg`, `src`), which WeClone and WeFlow write too. `talker` is who wrote the row; which chat it is, only the
 * older layout says.
 */
export const pywxdump: Source = {
	id: 'pywxdump',
	version: 2,
	identify(sample) {
		const found = findChat(sample, LAYOUT);
		return found && claimOn(found, 90);
	},
	async *read(file, hints) {
		const { pass, beside } = await chatTable(file, LAYOUT);
		const others = new Map<string, ChatPerson>();
		const seen = pass((row) => {
			const talker = row.text('talker');
			const writes = row.text('isSender') === '0' && kindOf(row) !== 'system' && talker !== '';
			if (writes && others.size < 2) others.set(talker, personOf(talker));
			return { skip: 'not-a-transfer' };
		});
		for await (const _ of seen);
		yield* readChat('pywxdump', file, hints, pass, (row) => messageOf(row, [...others.values()], file, hints));
		yield* beside();
	},
};

function personOf(talker: string): ChatPerson {
	return WECHAT_ID.test(talker) ? wechatPerson(talker, '') : { name: talker };
}

function messageOf(row: Row<Field>, others: readonly ChatPerson[], file: EvidenceFile, hints: Hints): ChatMessage {
	const fromSelf = row.needed('isSender') === '1';
	const kind = kindOf(row);
	const chat = chatOf(row.text('room'), others, file);
	const text = textOf(row);
	const pay = kind === 'transfer' || kind === 'packet' ? payMessage(text) : undefined;
	const sender = kind === 'system' ? undefined : senderOf(row.text('talker'), fromSelf, chat);
	return {
		moment: unixMoment(row.text('time')) ?? row.moment('time', hints.offsetMinutes),
		chat,
		kind,
		fromSelf: fromSelf && kind !== 'system',
		...(sender ? { sender } : {}),
		text,
		...(pay ? { pay } : {}),
		aliases: sender ? aliasOf(sender, chat.form === 'group' ? 'group-nickname' : 'nickname') : [],
	};
}

/** Of the owner's own rows an id alone counts: 我, and the name that others export in its place, say nothing. */
function senderOf(talker: string, fromSelf: boolean, { form, other }: Chat): ChatPerson | undefined {
	const person = personOf(talker);
	if (fromSelf) return person.account === undefined ? undefined : person;
	if (form !== 'pair' || !other || person.account !== undefined) return talker === '' ? other : person;
	return talker === '' ? other : { ...other, name: talker };
}

/** The older layout names the chat. In the newer one a sole other writer makes it a pair, several leave it open. */
function chatOf(room: string, others: readonly ChatPerson[], file: EvidenceFile): Chat {
	if (isChatroom(room)) return { id: room, name: '', form: 'group', network: 'wechat' };
	const named = WECHAT_ID.test(room) ? wechatPerson(room, '') : undefined;
	const other = named ?? (others.length === 1 ? others[0] : undefined);
	return {
		id: room || namelessChat(file.hash),
		name: '',
		form: other ? 'pair' : 'unknown',
		network: 'wechat',
		...(other ? { other } : {}),
	};
}

function kindOf(row: Row<Field>): ChatMessage['kind'] {
	const name = row.text('typeName');
	if (name.includes('红包')) return 'packet';
	if (name.includes('转账')) return 'transfer';
	if (name.includes('系统') || name === 'system') return 'system';
	if (name === '文本') return 'text';
	// WeFlow calls payments and what people typed by one word.
	return name === 'text' ? writtenKind(row.text('message')) : 'other';
}

/** Of the older layout `content` is JSON that holds the text. */
function textOf(row: Row<Field>): string {
	if (row.has('message')) return row.text('message');
	try {
		const content: unknown = JSON.parse(row.text('content') || '{}');
		const text = content !== null && typeof content === 'object' && 'msg' in content ? content.msg : '';
		return typeof text === 'string' ? text : '';
	} catch {
		throw row.fault('content', 'value');
	}
}
