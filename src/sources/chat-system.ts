/** What a system line says: who came into a group and by whom, who took whose packet. */
import { readSystemXml, SYSTEM_TEXT_MAX, type SystemPerson } from './chat-system-xml.ts';

export type SystemEvent =
	| { readonly kind: 'join'; readonly joined: readonly SystemPerson[]; readonly inviter?: SystemPerson }
	/** A warning that somebody has no friends in the group: they must have come, though it does not say how. */
	| { readonly kind: 'stranger'; readonly joined: readonly SystemPerson[] }
	| { readonly kind: 'take'; readonly taker: SystemPerson; readonly giver: SystemPerson };

const LINE_LENGTH_MAX = 1 << 18;

/** @returns undefined for every other line: 退出, 移出群聊, a packet that somebody took back from themselves */
export function systemEvent(line: string): SystemEvent | undefined {
	if (line.length > LINE_LENGTH_MAX) return undefined;
	const { text, people, usernames } = readSystemXml(line.trim());
	if (text.length > SYSTEM_TEXT_MAX) return undefined;
	const read = (part: string) => peopleIn(part, people);
	const event = invitation(text, read) ?? scan(text, read) ?? stranger(text, read) ?? taking(text, read);
	return event?.kind === 'join' ? { ...event, joined: withUsernames(event.joined, usernames) } : event;
}

/** Ids listed beside the text are those of who came, where there are as many. */
function withUsernames(joined: readonly SystemPerson[], usernames: readonly string[]): readonly SystemPerson[] {
	if (usernames.length === 0 || usernames.length !== joined.length) return joined;
	return joined.map((person, i) => (person.self ? person : { ...person, username: usernames[i] as string }));
}

type ReadPeople = (part: string) => SystemPerson[];

/** `"甲"邀请"乙、丙"加入了群聊`, `甲邀请你加入了群聊，群聊参与人还有：…`: those named after it were there before. */
function invitation(text: string, read: ReadPeople): SystemEvent | undefined {
	const words = /["”]邀请["“]/.test(text) ? /["”](邀请)["“]/ : /(邀请)/;
	const at = words.exec(text);
	if (!at) return undefined;
	const split = at.index + at[0].indexOf('邀请');
	const rest = text.slice(split + 2);
	const end = /加入了?(?:群聊|本群)(?=$|[，,。！!\s])/.exec(rest);
	if (!end) return undefined;
	return joinOf(read(rest.slice(0, end.index)), read(text.slice(0, split))[0]);
}

/** `"甲"通过扫描"乙"分享的二维码加入群聊`; without a name nobody is credited. */
function scan(text: string, read: ReadPeople): SystemEvent | undefined {
	const [who, how, ...more] = text.split('通过扫描');
	if (who === undefined || how === undefined || more.length > 0) return undefined;
	const end = /(?:分享的)?二维码加入了?(?:群聊|本群)[。]?$/.exec(how);
	return end ? joinOf(read(who), read(how.slice(0, end.index))[0]) : undefined;
}

function joinOf(joined: readonly SystemPerson[], inviter: SystemPerson | undefined): SystemEvent | undefined {
	if (joined.length === 0) return undefined;
	return { kind: 'join', joined, ...(inviter ? { inviter } : {}) };
}

function stranger(text: string, read: ReadPeople): SystemEvent | undefined {
	const at = text.search(/与群里其他人都不是(?:微信)?(?:朋友|好友)关系/);
	const joined = at > 0 ? read(text.slice(0, at)) : [];
	return joined.length > 0 ? { kind: 'stranger', joined } : undefined;
}

/** `甲领取了你的红包，你的红包已被领完`, `你领取了甲的红包`. What somebody takes of their own packet moves nothing. */
function taking(text: string, read: ReadPeople): SystemEvent | undefined {
	const at = text.indexOf('领取了');
	const end = text.indexOf('的红包', at);
	if (at <= 0 || end < 0) return undefined;
	const [taker, giver] = [read(text.slice(0, at))[0], read(text.slice(at + 3, end))[0]];
	if (!taker || !giver || giver.name.startsWith('自己') || (taker.self && giver.self)) return undefined;
	return { kind: 'take', taker, giver };
}

/** `"乙、丙"`, `你和乙`, `乙(wxid_…)、丙(wxid_…)`, or a place that the XML fills with its own list. */
function peopleIn(part: string, people: readonly (readonly SystemPerson[])[]): SystemPerson[] {
	const bare = part.trim().replaceAll(/^["“「]+|["”」]+$/g, '');
	const listed = /^\ufdd0(\d{1,3})\ufdd0$/.exec(bare);
	if (listed) return [...(people[Number(listed[1])] ?? [])];
	const withSelf = /^[你您]和["“]?(.+)$/s.exec(bare);
	if (withSelf) return [{ name: '', self: true }, ...peopleIn(withSelf[1] ?? '', people)];
	return bare
		.split('、')
		.map((name) => name.trim().replaceAll(/^["“]+|["”]+$/g, ''))
		.filter((name) => name !== '')
		.map(personOf);
}

function personOf(name: string): SystemPerson {
	if (name === '你' || name === '您') return { name: '', self: true };
	// chatlog writes `nickname(username)`; other brackets belong to the name.
	const known = /^(.*)\((wxid_[a-z0-9]{4,40}|\d{6,30}@openim)\)$/s.exec(name);
	return known ? { name: known[1] ?? '', username: known[2] ?? '', self: false } : { name, self: false };
}
