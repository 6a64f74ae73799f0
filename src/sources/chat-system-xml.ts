/** The text of a system line that is XML or HTML, with the people that its member lists name. */
import { markupParser, TooDeep } from './markup.ts';

export interface SystemPerson {
	readonly name: string;
	/** Their id, where the line gives it. */
	readonly username?: string;
	/** 你: the owner of the file. */
	readonly self: boolean;
}

interface SystemText {
	/** Where a member list belongs, its number stands between two U+FDD0. */
	readonly text: string;
	readonly people: readonly (readonly SystemPerson[])[];
	/** Ids that stand beside a plain text, in the order of those whom it says to have come. */
	readonly usernames: readonly string[];
}

interface Link {
	readonly name: string;
	title: string;
	readonly members: { username: string; nickname: string }[];
}

/** A longer text says nothing that is looked for. */
export const SYSTEM_TEXT_MAX = 4096;

/** `sysmsgtemplate` and `delchatroommember`; of anything else the text without its tags. */
export function readSystemXml(line: string): SystemText {
	if (!line.includes('<')) return { text: line.replaceAll('\ufdd0', ''), people: [], usernames: [] };
	const found = parse(line);
	if (!found) return { text: '', people: [], usernames: [] };
	if (found.template === '') {
		const usernames = found.links.flatMap(({ members }) => members.map(({ username }) => username));
		return { text: (found.plain || found.all).trim(), people: [], usernames };
	}
	if (found.template.length > SYSTEM_TEXT_MAX) return { text: '', people: [], usernames: [] };
	const people: SystemPerson[][] = [];
	// A link is written out once, however often the template names it.
	const links = new Map<string, string>();
	for (const { name, title, members } of found.links) {
		if (links.has(name)) continue;
		links.set(name, members.length === 0 ? title.slice(0, SYSTEM_TEXT_MAX) : `\ufdd0${people.length}\ufdd0`);
		if (members.length > 0) {
			people.push(members.map(({ username, nickname }) => ({ name: nickname, username, self: false })));
		}
	}
	const text = found.template.replaceAll(/\$([^$]{1,64})\$/g, (place, name: string) => links.get(name) ?? place);
	return { text: text.trim(), people, usernames: [] };
}

/** @returns undefined where elements stand in one another without end: such a line says nothing that is looked for */
function parse(line: string) {
	const found = { template: '', plain: '', all: '', links: [] as Link[] };
	let inside = '';
	let inMember = false;
	const add = (text: string) => {
		const link = found.links.at(-1);
		const member = link?.members.at(-1);
		if (inside === 'template' || inside === 'plain') found[inside] += text.trim() === '' ? '' : text;
		else if (member && (inside === 'username' || inside === 'nickname')) member[inside] += text.trim();
		else if (link && inside === 'title') link.title += text.trim();
	};
	const parser = markupParser(
		{
			onopentag(name, attributes) {
				inside = name;
				if (name === 'link') found.links.push({ name: attributes.name ?? '', title: '', members: [] });
				const listed = name === 'member' || (name === 'username' && !inMember);
				if (listed) found.links.at(-1)?.members.push({ username: '', nickname: '' });
				if (name === 'member') inMember = true;
			},
			ontext(text) {
				const clean = text.replaceAll('\ufdd0', '');
				found.all += clean;
				add(clean);
			},
			onclosetag(name) {
				inside = '';
				if (name === 'member') inMember = false;
			},
		},
		{ xmlMode: true },
	);
	try {
		parser.end(line);
	} catch (error) {
		if (error instanceof TooDeep) return undefined;
		throw error;
	}
	return found;
}
