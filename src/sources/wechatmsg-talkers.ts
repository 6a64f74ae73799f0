/** Who stands behind the local numbers (TalkerId) by which 留痕 names its chats. */
import { type ChatPerson, isChatroom, wechatPerson } from './chat-message.ts';
import { systemEvent } from './chat-system.ts';
import type { Row } from './row.ts';

export type WechatmsgField =
	| 'localId'
	| 'talkerId'
	| 'type'
	| 'subType'
	| 'isSender'
	| 'createTime'
	| 'content'
	| 'strTime'
	| 'remark'
	| 'nickName'
	| 'sender';

interface Talker {
	/** Those who wrote, without the owner; two are enough to make it a group. */
	readonly writers: Map<string, ChatPerson>;
	/** From the owner's own rows: the other's name, where nobody else wrote. */
	writtenTo?: ChatPerson;
	groupNumber?: string;
	joins: boolean;
}

/** A WeChat id, as WeChat lets people choose one: a name in letters looks the same, so it must not be the name itself. */
const WECHAT_ID = /^(?:wxid_[a-z0-9]{4,40}|[A-Za-z][-_A-Za-z0-9]{5,19})$/;

export class WechatmsgTalkers {
	readonly #talkers = new Map<string, Talker>();
	/** By name: the talkers whose other bears it. */
	readonly #namesakes = new Map<string, Set<string>>();

	see(row: Row<WechatmsgField>): void {
		const talkerId = row.text('talkerId');
		const talker = this.#talkers.get(talkerId) ?? { writers: new Map<string, ChatPerson>(), joins: false };
		this.#talkers.set(talkerId, talker);
		const sender = row.text('sender');
		if (isChatroom(sender)) talker.groupNumber = sender;
		if (row.text('type') === '10000' || row.text('type') === '10002') {
			const event = systemEvent(row.text('content'));
			talker.joins ||= event !== undefined && event.kind !== 'take';
			return;
		}
		const person = personOf(row);
		if (person.name === '' && person.account === undefined) return;
		if (row.text('isSender') === '1') talker.writtenTo ??= { name: person.name };
		else if (talker.writers.size < 2) talker.writers.set(person.account ?? person.name, person);
		const namesakes = this.#namesakes.get(person.name) ?? new Set();
		this.#namesakes.set(person.name, namesakes.add(talkerId));
	}

	isGroup(talkerId: string): boolean {
		const talker = this.#talkers.get(talkerId);
		return talker !== undefined && (talker.groupNumber !== undefined || talker.joins || talker.writers.size > 1);
	}

	groupNumber(talkerId: string): string | undefined {
		return this.#talkers.get(talkerId)?.groupNumber;
	}

	/** The other of a pair; undefined where the export prints no names. */
	otherOf(talkerId: string): ChatPerson | undefined {
		const talker = this.#talkers.get(talkerId);
		const person = talker && ([...talker.writers.values()][0] ?? talker.writtenTo);
		return person?.name === '' && person.account === undefined ? undefined : person && this.#told(person, talkerId);
	}

	/** Who wrote a row that is not the owner's. */
	personIn(row: Row<WechatmsgField>): ChatPerson | undefined {
		const person = personOf(row);
		if (person.name === '' && person.account === undefined) return undefined;
		return this.#told(person, row.text('talkerId'));
	}

	/** Two people of one name are two: the number of the chat tells them apart. */
	#told(person: ChatPerson, talkerId: string): ChatPerson {
		const shared = (this.#namesakes.get(person.name)?.size ?? 0) > 1 && !this.isGroup(talkerId);
		return shared ? { ...person, label: `${person.name}#${talkerId}` } : person;
	}
}

function personOf(row: Row<WechatmsgField>): ChatPerson {
	const [nickName, remark, sender] = [row.text('nickName'), row.text('remark'), row.text('sender')];
	const name = nickName || remark;
	const isId = WECHAT_ID.test(sender) && sender !== nickName && sender !== remark;
	if (isId) return wechatPerson(sender, name);
	return { name: name || (isChatroom(sender) ? '' : sender) };
}
