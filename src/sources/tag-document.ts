/** The YAML under a TagPack: its header and its tags as plain texts by key, each with the place it stands at. */
import {
	type Alias,
	isAlias,
	isMap,
	isNode,
	isScalar,
	isSeq,
	LineCounter,
	type Node,
	parseDocument,
	visit,
} from 'yaml';

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
	// Keys that stand twice are looked for below: the library compares each with each.
	const options = { schema: 'failsafe', lineCounter: counter, prettyErrors: false, uniqueKeys: false } as const;
	const document = parseDocument(text, options);
	const { contents } = document;
	const tags = isMap(contents) ? contents.get('tags') : undefined;
	if (!isMap(contents) || !isSeq(tags)) return undefined;
	const items = tags.items as Node[];
	const lineOf = (offset: number) => counter.linePos(offset).line;
	const starts = items.map((item) => item.range?.[0] ?? 0);
	const targets = targetsOf(contents);
	const errors = document.errors.map((error) => error.pos[0]).sort((a, b) => a - b);
	const header = fieldsOf(contents, targets);
	const first = errors[0] ?? text.length + 1;
	const early = first < (starts[0] ?? text.length + 1) ? first : header.twice;
	let error = 0;
	return {
		header: header.fields,
		...(early === undefined ? {} : { headerFault: lineOf(early) }),
		tags: items.map((item, index) => {
			const start = starts[index] ?? 0;
			const end = starts[index + 1] ?? text.length + 1;
			const row = lineOf(start);
			const raw = text.slice(start, item.range?.[1] ?? end).trimEnd();
			const { fields, twice } = fieldsOf(isAlias(item) ? targets.get(item) : item, targets);
			while ((errors[error] ?? end) < start) error += 1;
			if (hasLine(broken, row, row + raw.split('\n').length)) return { row, raw, fields, fault: 'encoding' };
			if (twice !== undefined || (errors[error] ?? end) < end) return { row, raw, fields, fault: 'value' };
			return { row, raw, fields };
		}),
	};
}

/** What each alias stands for. The library looks through the whole document anew for each of them. */
type Targets = ReadonlyMap<Alias, Node>;

function targetsOf(contents: Node): Targets {
	const anchors = new Map<string, Node>();
	const targets = new Map<Alias, Node>();
	visit(contents, (_key, node) => {
		if (isAlias(node)) {
			const target = anchors.get(node.source);
			if (target) targets.set(node, target);
		} else if (isNode(node) && 'anchor' in node && typeof node.anchor === 'string') anchors.set(node.anchor, node);
	});
	return targets;
}

/** Scalars by key, and where the first key stands that was there before. */
function fieldsOf(node: unknown, targets: Targets): { readonly fields: Fields; readonly twice?: number } {
	const fields = new Map<string, string>();
	const seen = new Set<string>();
	let twice: number | undefined;
	if (!isMap(node)) return { fields };
	for (const { key, value } of node.items) {
		if (!isScalar(key)) continue;
		const name = String(key.value);
		if (seen.has(name)) twice ??= key.range?.[0] ?? 0;
		seen.add(name);
		const scalar = isAlias(value) ? targets.get(value) : value;
		if (isScalar(scalar)) fields.set(name, String(scalar.value ?? '').trim());
	}
	return { fields, ...(twice === undefined ? {} : { twice }) };
}

function hasLine(lines: ReadonlySet<number>, from: number, until: number): boolean {
	if (lines.size === 0) return false;
	for (let line = from; line < until; line++) if (lines.has(line)) return true;
	return false;
}
