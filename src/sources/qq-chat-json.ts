import { type AccountId, accountOf } from '../ledger/account.ts';
import type { Fate } from './batches.ts';
import { type JsonShape, jsonLines, jsonMessages, textAt } from './chat-json.ts';
import { aliasOf, type Chat, type ChatMessage, type ChatPerson, namelessChat, writtenKind } from './chat-message.ts';
import { readChat } from './chat-statements.ts';
import { unixMoment } from './chat-time.ts';
import type { EvidenceFile, Hints, Source } from './contract.ts';
import type { Row } from './row.ts';
import { sampleOf } from './sample.ts';

type Field = 'timestamp' | 'time' | 'uid' | 'uin' | 'name' | 'groupCard' | 'remark' | 'text' | 'system' | 'type';

const SHAPE: JsonShape<Field> = {
	lists: ['messages'],
	objects: ['chatInfo'],
	fields: {
		timestamp: 'timestamp',
		time: 'time',
		uid: 'sender.uid',
		uin: 'sender.uin',
		name: 'sender.name',
		groupCard: 'sender.groupCard',
		remark: 'sender.remark',
		text: 'content.text',
		system: 'system',
		type: 'type',
	},
};

/**
 * QQ messages as QQChatExporter writes them: one JSON document, or chunks with one message a line. A QQ number is the
 * account; where only the `u_…` id is given, that.
 */
export const qqChatJson: Source = {
	id: 'qq-chat-json',
	version: 2,
	identify({ form, text }) {
		if (form !== 'text') return undefined;
		if (isMessageLine(text)) return { confidence: 80 };
		const isDocument = /^\s{0,100}\{/.test(text) && ['"chatInfo"', '"messages"'].every((key) => text.includes(key));
		return isDocument && text.includes('"sender"') ? { confidence: 80 } : undefined;
	},
	async *read(file, hints) {
		const lines = isMessageLine((await sampleOf(file)).text);
		const info: { value: unknown } = { value: undefined };
		const pass = (judge: (row: Row<Field>) => Fate) =>
			lines
				? jsonLines(file, SHAPE, judge)
				: jsonMessages(file, SHAPE, judge, (_key, value) => {
						info.value ??= value;
					});
		const numbers: Numbers = new Map();
		// What stands beside the messages may stand below them.
		const seen = pass((row) => {
			if (isNumber(row.text('uin'))) numbers.set(row.text('uid'), row.text('uin'));
			return { skip: 'not-a-transfer' };
		});
		for await (const _ of seen);
		const { chat, self } = chatOf(info.value, numbers, file);
		const owner = hints.owner ?? self;
		const known: Hints = owner === undefined ? hints : { ...hints, owner };
		yield* readChat('qq-chat-json', file, known, pass, (row) =>
			messageOf(row, chat, self, numbers, hints.offsetMinutes),
		);
	},
};

/** QQ numbers by `u_…` id: messages print both, the head of the file often the id alone. */
type Numbers = Map<string, string>;

/** A line that is a whole message: the first of a chunk. */
function isMessageLine(text: string): boolean {
	const line = text.trimStart().split('\n', 1)[0] ?? '';
	if (!line.startsWith('{') || !line.trimEnd().endsWith('}')) return false;
	try {
		const value: unknown = JSON.parse(line);
		return ['id', 'timestamp'].every((key) => textAt(value, key) !== '') && textAt(value, 'sender.uid') !== '';
	} catch {
		return false;
	}
}

function chatOf(
	info: unknown,
	numbers: Numbers,
	file: EvidenceFile,
): { readonly chat: Chat; readonly self: AccountId | undefined } {
	const name = textAt(info, 'name');
	const type = textAt(info, 'type');
	const peer = personOf(textAt(info, 'peerUid'), textAt(info, 'peerUin'), name, numbers);
	const group = type === 'group';
	const id = textAt(info, 'peerUin') || textAt(info, 'peerUid') || namelessChat(file.hash);
	return {
		chat: {
			id,
			name,
			form: group ? 'group' : peer.account === undefined ? 'unknown' : 'pair',
			network: 'qq',
			...(group || peer.account === undefined ? {} : { other: peer }),
		},
		self: personOf(textAt(info, 'selfUid'), textAt(info, 'selfUin'), '', numbers).account,
	};
}

function isNumber(uin: string): boolean {
	return /^[1-9]\d{4,10}$/.test(uin);
}

function personOf(uid: string, uin: string, name: string, numbers: Numbers): ChatPerson {
	const account = accountOf('qq', isNumber(uin) ? uin : (numbers.get(uid) ?? uid));
	return account === undefined ? { name } : { account, name };
}

function messageOf(
	row: Row<Field>,
	chat: Chat,
	self: AccountId | undefined,
	numbers: Numbers,
	offsetMinutes: number,
): ChatMessage {
	const sender = personOf(row.text('uid'), row.text('uin'), row.text('groupCard') || row.text('name'), numbers);
	const system = row.text('system') === 'true' || row.text('type') === 'system';
	const text = row.text('text');
	return {
		moment:
			unixMoment(row.text('timestamp'), row.text('time')) ??
			row.moment(row.text('timestamp') === '' ? 'time' : 'timestamp', offsetMinutes),
		chat,
		kind: system ? 'system' : writtenKind(text),
		fromSelf: !system && self !== undefined && sender.account === self,
		...(system ? {} : { sender }),
		text,
		aliases: system
			? []
			: [
					...aliasOf(sender, 'nickname', row.text('name')),
					...aliasOf(sender, 'group-nickname', row.text('groupCard')),
					...aliasOf(sender, 'remark', row.text('remark')),
				],
	};
}
