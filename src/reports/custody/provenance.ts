import { hash } from 'node:crypto';
import { visible } from '../visible.ts';
import type { Listed } from './types.ts';

/** What a provenance tells of: a run or a package. */
export interface Provenance {
	readonly case: string;
	readonly run: string;
	readonly program: string;
	readonly inputs: readonly Listed[];
	readonly law: readonly Listed[];
	readonly files: readonly Listed[];
}

const CONTEXT = {
	kb: 'urn:liuxiang:',
	'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
	'uco-action': 'https://ontology.unifiedcyberontology.org/uco/action/',
	'uco-core': 'https://ontology.unifiedcyberontology.org/uco/core/',
	'uco-observable': 'https://ontology.unifiedcyberontology.org/uco/observable/',
	'uco-tool': 'https://ontology.unifiedcyberontology.org/uco/tool/',
	'uco-types': 'https://ontology.unifiedcyberontology.org/uco/types/',
	xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

type Node = Readonly<Record<string, unknown>>;

/**
 * A run or package in the words of CASE/UCO (JSON-LD): which files went in, by which program, which came out, with their
 * hashes. It has no word for a row of a table, so rows are not in it. It states no time: nothing but a clock would know it,
 * and then no two runs would be equal.
 */
export function provenance({ case: name, run, program, inputs, law, files }: Provenance): string {
	const id = (kind: string, text: string) => `kb:${kind}-${uuid(`${run} ${kind} ${text}`)}`;
	const [tool, version] = [program.split(' ')[0] ?? '', program.split(' ').slice(1).join(' ')];
	const given = [
		...inputs.map((file) => fileNode(id('file', `in ${file.name}`), file)),
		...law.map((file) => fileNode(id('file', `law ${file.name}`), file)),
	];
	const made = files.map((file) => fileNode(id('file', `out ${file.name}`), file));
	const record: Node = {
		'@id': id('provenance-record', ''),
		'@type': 'case-investigation:ProvenanceRecord',
		'uco-core:description': `${visible(name)}, ${run}`,
		'uco-core:object': made.map(reference),
	};
	const instrument: Node = {
		'@id': id('tool', program),
		'@type': 'uco-tool:Tool',
		'uco-core:name': tool,
		'uco-tool:version': version,
	};
	const action: Node = {
		'@id': id('action', ''),
		'@type': 'case-investigation:InvestigativeAction',
		'uco-core:name': run,
		'uco-core:description': visible(name),
		'uco-action:instrument': reference(instrument),
		'uco-action:object': given.map(reference),
		'uco-action:result': [reference(record), ...made.map(reference)],
	};
	return `${JSON.stringify({ '@context': CONTEXT, '@graph': [action, instrument, record, ...given, ...made] }, null, '\t')}\n`;
}

function fileNode(id: string, { name, size, sha256, sm3 }: Listed): Node {
	const [facet, content] = [id.replace('file-', 'file-facet-'), id.replace('file-', 'content-facet-')];
	const hashes = [
		['SHA256', sha256],
		['SM3', sm3],
	] as const;
	return {
		'@id': id,
		'@type': 'uco-observable:File',
		'uco-core:hasFacet': [
			{
				'@id': again(facet),
				'@type': 'uco-observable:FileFacet',
				'uco-observable:fileName': visible(name.slice(name.lastIndexOf('/') + 1)),
				'uco-observable:filePath': visible(name),
				'uco-observable:sizeInBytes': { '@type': 'xsd:integer', '@value': String(size) },
			},
			{
				'@id': again(content),
				'@type': 'uco-observable:ContentDataFacet',
				'uco-observable:hash': hashes
					.filter(([, value]) => value !== '')
					.map(([method, value]) => ({
						'@id': again(`${content} ${method}`, 'kb:hash-'),
						'@type': 'uco-types:Hash',
						'uco-types:hashMethod': method,
						'uco-types:hashValue': { '@type': 'xsd:hexBinary', '@value': value.toUpperCase() },
					})),
			},
		],
	};
}

function reference({ '@id': id }: Node): Node {
	return { '@id': id };
}

/** An identifier of its own from that of what it belongs to. */
function again(text: string, kind = `${text.slice(0, text.lastIndexOf('facet-'))}facet-`): string {
	return `${kind}${uuid(text)}`;
}

/** A UUID from a hash, marked as made from a name (version 5, the newest that readers of CASE take). */
function uuid(text: string): string {
	const digits = hash('sha256', text);
	const variant = ((Number.parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16);
	return [
		digits.slice(0, 8),
		digits.slice(8, 12),
		`5${digits.slice(13, 16)}`,
		`${variant}${digits.slice(17, 20)}`,
		digits.slice(20, 32),
	].join('-');
}
