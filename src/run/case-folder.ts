import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { ZodType } from 'zod';
import { Problem } from '../ledger/problem.ts';
import { isPresent } from '../sources/present.ts';
import { type CaseFile, caseFileSchema } from './case-file.ts';

/** Where things lie in a case folder. */
export interface CaseFolder {
	readonly root: string;
	readonly file: CaseFile;
	readonly evidence: string;
	readonly store: string;
	readonly rejects: string;
	readonly reports: string;
}

/** Files of the folder itself that are read as evidence is: tables of people, accounts, groups, the register, the workbook. */
export const CASE_TABLES = [
	'people.csv',
	'accounts.csv',
	'groups.csv',
	'group-members.csv',
	'evidence.csv',
	'case.xlsx',
] as const;

/**
 * Opens a case folder: reads and checks `case.yaml`.
 *
 * @throws Problem case.missing, case.syntax, case.field
 */
export async function openCase(root: string): Promise<CaseFolder> {
	const path = join(root, 'case.yaml');
	if (!isPresent(path)) throw new Problem('config', 'case.missing', { folder: root });
	const file = checkCase(await readFile(path, 'utf8'), path);
	const evidence = join(root, 'evidence');
	if (!isPresent(evidence) || !(await stat(evidence)).isDirectory()) {
		throw new Problem('config', 'case.no-evidence', { folder: evidence });
	}
	return {
		root,
		file,
		evidence,
		store: join(root, 'store.duckdb'),
		rejects: join(root, 'rejects'),
		reports: join(root, 'reports'),
	};
}

/** Parses and checks the text of a case file. `path` stands in messages. */
export function checkCase(text: string, path: string): CaseFile {
	return checkYaml(text, path, caseFileSchema);
}

/**
 * Parses a YAML text and checks it. `path` stands in messages.
 *
 * @throws Problem case.syntax, case.field
 */
export function checkYaml<T>(text: string, path: string, schema: ZodType<T>): T {
	const lines = new LineCounter();
	// Aliases are refused beyond a hundred uses: the usual bomb expands to billions.
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	const broken = document.errors[0];
	if (broken) {
		throw new Problem('config', 'case.syntax', {
			file: path,
			line: lines.linePos(broken.pos[0]).line,
			text: broken.message,
		});
	}
	const result = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
	if (result.success) return result.data;
	const issue = result.error.issues[0];
	// A key that is not known may be a password, written where only its file's name belongs: the key alone is shown.
	const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : undefined;
	const where = (issue?.path ?? []).map(String);
	throw new Problem('config', 'case.field', {
		file: path,
		line: lineOf(document, where, lines),
		path: where.join('.') || '-',
		found: unknown ?? withoutSecrets(JSON.stringify(document.getIn(where)) ?? '-'),
		expected: issue?.message ?? '',
	});
}

/** The line of the setting, or of the one around it where it is left out. */
function lineOf(document: Document, path: readonly string[], lines: LineCounter): number {
	for (let length = path.length; length > 0; length--) {
		const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
		if (node?.range) return lines.linePos(node.range[0]).line;
	}
	return 1;
}

/**
 * Without what may be a secret: what stands before the `@` of an address, what follows its `?`, and what looks like a key.
 */
function withoutSecrets(text: string): string {
	return text
		.replaceAll(/:\/\/[^\s"/]*@/g, '://')
		.replaceAll(/(:\/\/[^\s"?]*)\?[^\s"]*/g, '$1')
		.replaceAll(/(?=[\w-]*\d)[\w-]{20,}/g, '***');
}
