/** The YAML under a TagPack: its header and its tags as plain texts by key, each with the place it stands at. */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** Scalars of one mapping by key. A map, never an object: a key `__proto__` is a key like any other. */
export type Fields = ReadonlyMap<string, string>;

export interface TagItem {
	/** 1-based line at which the tag starts. */
	readonly row: number;
	readonly raw: string;
	readonly fields: Fields;
	/** `value`: no YAML; `encoding`: bytes that are no text. */
	readonly fault?: 'value' | 'encoding';
}

export interface TagDocument {
	readonly header: Fields;
	/** The line of the first error before the tags, where there is one. */
	readonly headerFault?: number;
	readonly tags: readonly TagItem[];
}

/**
 * Reads the document, undefined where it has no list `tags`. The schema `failsafe` leaves every scalar text: an unquoted
 * `0x12ab…` would otherwise become a number. Only scalars of the header and of each tag are looked at, so aliases that
 * name one another a billion times cost nothing.
 *
 * @param broken 1-based lines with bytes that are no text
 */
export function parseTagDocument(text: string, broken: ReadonlySet<number>): TagDocument | undefined {
	const counter = new LineCounter();
	const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
	const tags = isMap(document.contents) ? document.contents.get('tags') : undefined;
	if (!isSeq(tags)) return undefined;
	const items = tags.items as Node[];
	const lineOf = (offset: number) => counter.linePos(offset).line;
	const starts = items.map((item) => item.range?.[0] ?? 0);
	const errors = document.errors.map((error) => error.pos[0]);
	const early = errors.find((at) => at < (starts[0] ?? text.length + 1));
	return {
		header: fieldsOf(document.contents, document),
		...(early === undefined ? {} : { headerFault: lineOf(early) }),
		tags: items.map((item, index) => {
			const start = starts[index] ?? 0;
			const end = starts[index + 1] ?? text.length + 1;
			const row = lineOf(start);
			const raw = text.slice(start, item.range?.[1] ?? end).trimEnd();
			const fields = fieldsOf(isAlias(item) ? item.resolve(document) : item, document);
			if (hasLine(broken, row, row + raw.split('\n').length)) return { row, raw, fields, fault: 'encoding' };
			if (errors.some((at) => at >= start && at < end)) return { row, raw, fields, fault: 'value' };
			return { row, raw, fields };
		}),
	};
}

function fieldsOf(node: unknown, document: Document): Fields {
	const fields = new Map<string, string>();
	if (!isMap(node)) return fields;
	for (const { key, value } of node.items) {
		const scalar = isAlias(value) ? value.resolve(document) : value;
		if (isScalar(key) && isScalar(scalar)) fields.set(String(key.value), String(scalar.value ?? '').trim());
	}
	return fields;
}

function hasLine(lines: ReadonlySet<number>, from: number, until: number): boolean {
	if (lines.size === 0) return false;
	for (let line = from; line < until; line++) if (lines.has(line)) return true;
	return false;
}
