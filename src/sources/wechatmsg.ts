import type { Moment } from '../ledger/time.ts';
import { payMessage } from './appmsg.ts';
import { aliasOf, type ChatMessage, namelessChat, wechatKind } from './chat-message.ts';
import { readChat } from './chat-statements.ts';
import { type ChatLayout, chatTable, findChat } from './chat-table.ts';
import { unixMoment } from './chat-time.ts';
import type { EvidenceFile, Hints, Source } from './contract.ts';
import type { Row } from './row.ts';
import { claimOn } from './table-rows.ts';
import { type WechatmsgField, WechatmsgTalkers } from './wechatmsg-talkers.ts';

const LAYOUT: ChatLayout<WechatmsgField> = {
	columns: {
		localId: ['localId'],
		talkerId: ['TalkerId'],
		type: ['Type'],
		subType: ['SubType'],
		isSender: ['IsSender'],
		createTime: ['CreateTime'],
		content: ['StrContent'],
		strTime: ['StrTime'],
		remark: ['Remark'],
		nickName: ['NickName'],
		sender: ['Sender'],
	},
	required: ['talkerId', 'type', 'subType', 'isSender', 'createTime', 'content'],
	isHeaderShort: true,
};

/**
 * WeChat messages as 留痕 (WeChatMsg) exports them to CSV. Until its version 0.2.7 the names are missing and rows hold one
 * cell more than the header, the message's number. Remark, nickname and sender are those of the other of a
 * pair also in the owner's own rows.
 */
export const wechatmsg: Source = {
	id: 'wechatmsg',
	version: 2,
	identify(sample) {
		const found = findChat(sample, LAYOUT);
		return found && claimOn(found, 90);
	},
	async *read(file, hints) {
		const { pass, beside } = await chatTable(file, LAYOUT);
		const talkers = new WechatmsgTalkers();
		const seen = pass((row) => {
			talkers.see(row);
			return { skip: 'not-a-transfer' };
		});
		for await (const _ of seen);
		yield* readChat('wechatmsg', file, hints, pass, (row) => messageOf(row, talkers, file, hints));
		yield* beside();
	},
};

function messageOf(row: Row<WechatmsgField>, talkers: WechatmsgTalkers, file: EvidenceFile, hints: Hints): ChatMessage {
	const talkerId = row.needed('talkerId');
	const group = talkers.isGroup(talkerId);
	const fromSelf = row.needed('isSender') === '1';
	const kind = wechatKind(row.needed('type'), row.text('subType'));
	const person = talkers.personIn(row);
	const other = group ? undefined : talkers.otherOf(talkerId);
	const content = row.text('content');
	const pay = kind === 'transfer' || kind === 'packet' ? payMessage(content) : undefined;
	// In the owner's own rows the names are the other's, or in a group nobody says whose.
	const named = kind === 'system' || fromSelf ? undefined : person;
	return {
		moment: momentOf(row, hints.offsetMinutes),
		chat: {
			id: talkers.groupNumber(talkerId) ?? namelessChat(file.hash, talkerId),
			name: '',
			form: group ? 'group' : other ? 'pair' : 'unknown',
			network: 'wechat',
			...(other ? { other } : {}),
		},
		kind,
		fromSelf,
		...(named ? { sender: named } : {}),
		text: content,
		...(pay ? { pay } : {}),
		aliases: named
			? [...aliasOf(named, 'nickname', row.text('nickName')), ...aliasOf(named, 'remark', row.text('remark'))]
			: [],
	};
}

/** CreateTime is the instant; StrTime, the same in the exporter's zone, is shown. One that is not whole was cut off. */
function momentOf(row: Row<WechatmsgField>, offsetMinutes: number): Moment {
	const printed = row.text('strTime');
	if (printed !== '' && !/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(printed)) throw row.fault('strTime', 'time');
	const time = row.text('createTime');
	return unixMoment(time, printed) ?? row.moment(time === '' ? 'strTime' : 'createTime', offsetMinutes);
}
