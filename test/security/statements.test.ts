/** Statements of the stores are fixed texts: what evidence or a person says comes in as a parameter. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
const textOf = (path: string) => readFileSync(join('src', path), 'utf8');

/** What may be put into SQL: constants, and texts that are made of constants and numbers of parameters alone. */
const PARTS = /^(?:[A-Z][A-Z_]*|table|condition|cells|from|where|order|first|limit)$/;
const SQL =
	/\b(?:SELECT|INSERT INTO|DELETE FROM|UPDATE|WHERE|ORDER BY|unnest|CREATE TABLE|COPY|ATTACH|SET memory_limit)\b/;
const CYPHER = /\b(?:MATCH|MERGE|UNWIND|CREATE|DETACH DELETE|CALL \{|LOAD CSV)\s*[({$]/;

test('nothing is put into SQL but constants and places of parameters', (t) => {
	let holes = 0;
	for (const path of files.filter((file) => file.replaceAll('\\', '/').startsWith('stores/'))) {
		for (const [template] of textOf(path).matchAll(/`[^`]*`/g)) {
			if (!SQL.test(template)) continue;
			for (const [, hole] of template.matchAll(/\$\{([^}]*)\}/g)) {
				t.regex(hole ?? '', PARTS, `${path}: ${template}`);
				holes += 1;
			}
		}
		t.notRegex(textOf(path), /'(?:SELECT|DELETE|INSERT|UPDATE)[^']*'\s*\+/, path);
	}
	t.true(holes > 10);
});

test('Cypher stands in files and nowhere else', (t) => {
	for (const path of files)
		for (const [template] of textOf(path).matchAll(/`[^`]*`|'[^'\n]*'/g)) t.notRegex(template, CYPHER, path);
	const statements = readdirSync('cypher', { recursive: true, encoding: 'utf8' }).filter((path) =>
		path.endsWith('.cypher'),
	);
	t.true(statements.length > 20);
	// Nothing that reads a file or the network, or puts a statement together from texts.
	for (const path of statements)
		t.notRegex(
			readFileSync(join('cypher', path), 'utf8').replaceAll(/\/\/.*$/gm, ''),
			/LOAD CSV|apoc\.|CALL dbms\.(?!components\(\))|\$\$\{/i,
			path,
		);
});
