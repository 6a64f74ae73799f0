/** A proposed reading of a table as `case.yaml` writes it, and how it gets there when a person confirms it. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Document, isMap, isSeq, type Node, parseDocument } from 'yaml';
import { Problem } from '../ledger/problem.ts';
import type { Mapping } from '../sources/mapping.ts';
import type { CaseFile } from './case-file.ts';
import { checkCase } from './case-folder.ts';
import { replaceFile } from './replace-file.ts';
import { defined } from './settings.ts';

/** A mapping as `case.yaml` writes it. */
export type MappingEntry = CaseFile['mappings'][number];

/** The entry of a proposed mapping, which is always one of transfers. */
export function entryOf(mapping: Mapping): MappingEntry {
	const columns = Object.entries(mapping.columns).flatMap(([field, header]) =>
		header === undefined ? [] : [[field, typeof header === 'string' ? header : [...header]] as const],
	);
	return {
		name: mapping.name,
		when: [...mapping.when],
		yields: 'transfers',
		columns: Object.fromEntries(columns),
		...defined('network', mapping.network),
		...defined('decimals', mapping.decimals),
		...defined('in_words', mapping.inWords && [...mapping.inWords]),
		...defined('out_words', mapping.outWords && [...mapping.outWords]),
		...defined('done_words', mapping.doneWords && [...mapping.doneWords]),
	};
}

/** The entry as it will stand in `case.yaml`. */
export function entryText(entry: MappingEntry): string {
	return `mappings:\n${itemText(entry, '  ')}`.trimEnd();
}

/**
 * Appends the entry to `mappings` in the case's `case.yaml`; every other line there stays as it is. The file is written
 * beside its place and renamed when it is whole.
 *
 * @throws Problem `mapping.exists` where a mapping of that name is there already; nothing is written then
 */
export async function saveMapping(caseFolder: string, entry: MappingEntry): Promise<void> {
	const shown = join(caseFolder, 'case.yaml');
	const path = await realpath(shown);
	const text = await readFile(path, 'utf8');
	if (checkCase(text, shown).mappings.some(({ name }) => name === entry.name))
		throw new Problem('config', 'mapping.exists', { file: shown, mapping: entry.name });
	const written = withEntry(text, entry);
	checkCase(written, shown);
	const { mode } = await stat(path);
	await replaceFile(path, written, mode);
}

function withEntry(text: string, entry: MappingEntry): string {
	const document = parseDocument(text);
	const list = document.get('mappings', true) as Node | undefined;
	if (!list?.range) return `${text.trimEnd()}\n\n${entryText(entry)}\n`;
	const [start, end] = list.range;
	if (!isSeq(list) || list.items.length === 0)
		return `${text.slice(0, start).trimEnd()}\n${itemText(entry, '  ').trimEnd()}${text.slice(end)}`;
	if (list.flow) {
		list.flow = false;
		list.add(nodeOf(document, entry));
		return document.toString(PLAIN);
	}
	const last = (list.items.at(-1) as Node).range?.[1] ?? end;
	const [before, after] = splitAtLineEnd(text, last);
	return `${before}${itemText(entry, ' '.repeat(start - text.lastIndexOf('\n', start - 1) - 1))}${after}`;
}

/** Before and after the end of the line in which something ends: a comment behind it stays there. */
function splitAtLineEnd(text: string, end: number): readonly [string, string] {
	const line = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end);
	return line < 0 ? [`${text}\n`, ''] : [text.slice(0, line + 1), text.slice(line + 1)];
}

/** Long lines stay as they are. */
const PLAIN = { lineWidth: 0 } as const;

/** The entry as an item of a block list, all its lines indented. */
function itemText(entry: MappingEntry, indent: string): string {
	const document = new Document();
	document.contents = document.createNode([nodeOf(document, entry)]) as typeof document.contents;
	return document.toString(PLAIN).replaceAll(/^(?=.)/gm, indent);
}

/** Lists of headers and words on one line each. */
function nodeOf(document: Document, entry: MappingEntry): Node {
	const node = document.createNode(entry);
	if (!isMap(node)) return node;
	for (const { value } of node.items) {
		if (isSeq(value)) value.flow = true;
		if (isMap(value)) for (const { value: inner } of value.items) if (isSeq(inner)) inner.flow = true;
	}
	return node;
}
