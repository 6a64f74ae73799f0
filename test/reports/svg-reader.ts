/** A strict little XML reader for the tests: what is not well-formed throws. No DTD, no CDATA, no comments. */
export interface Element {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: Element[];
	text: string;
	readonly parent: Element | undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

export function readXml(xml: string): Element {
	const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
	const root: Element = { name: '#root', attributes: {}, children: [], text: '', parent: undefined };
	let open = root;
	for (const [, tag, text] of body.matchAll(/<([^<>]*)>|([^<>]+)/g)) {
		if (text !== undefined) open.text += plain(text);
		else if (tag?.startsWith('/')) {
			if (open.parent === undefined || `/${open.name}` !== tag)
				throw new Error(`</${open.name}> expected, not <${tag}>`);
			open = open.parent;
		} else open = enter(tag ?? '', open);
	}
	if (open !== root || root.children.length !== 1) throw new Error('not one closed document');
	if (body.replaceAll(/<[^<>]*>/g, '').match(/[<>]/)) throw new Error('a bare bracket');
	return root.children[0] as Element;
}

function enter(tag: string, parent: Element): Element {
	const match = /^([a-zA-Z]+)((?: [a-zA-Z0-9:-]+="[^"<>]*")*)(\/?)$/.exec(tag);
	if (!match) throw new Error(`bad tag <${tag}>`);
	const pairs = [...(match[2] ?? '').matchAll(/ ([a-zA-Z0-9:-]+)="([^"]*)"/g)];
	const attributes = Object.fromEntries(pairs.map(([, key, value]) => [key, plain(value ?? '')]));
	if (pairs.length !== Object.keys(attributes).length) throw new Error(`an attribute twice in <${tag}>`);
	const element: Element = { name: match[1] as string, attributes, children: [], text: '', parent };
	parent.children.push(element);
	return match[3] === '/' ? parent : element;
}

function plain(text: string): string {
	return text.replaceAll(/&([^;&]*);?/g, (whole, name: string) => {
		const character = ENTITIES[name];
		if (character === undefined || !whole.endsWith(';')) throw new Error(`bad entity ${whole}`);
		return character;
	});
}

export function* descendants(element: Element): Iterable<Element> {
	for (const child of element.children) {
		yield child;
		yield* descendants(child);
	}
}

export function classOf(element: Element): string {
	return element.attributes.class ?? '';
}
