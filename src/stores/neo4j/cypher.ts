import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const texts = new Map<string, string>();
let found: string | undefined;

/** The folder `cypher` of the program: beside `src/` in the sources, beside `dist/` when compiled. */
function cypherFolder(): string {
	if (found !== undefined) return found;
	for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
		const path = join(folder, 'cypher');
		if (existsSync(join(path, 'schema'))) {
			found = path;
			return path;
		}
		if (dirname(folder) === folder) throw new Error('the folder cypher/ is missing above the program');
	}
}

/**
 * The statement of a file under `cypher/`.
 *
 * @param name such as `read/transfers`
 */
export function statement(name: string): string {
	let text = texts.get(name);
	if (text === undefined) {
		text = readFileSync(join(cypherFolder(), `${name}.cypher`), 'utf8');
		texts.set(name, text);
	}
	return text;
}

/** Names of the statements in a folder of `cypher/`, sorted. */
export function statementsIn(folder: string): string[] {
	const files = readdirSync(join(cypherFolder(), folder)).filter((file) => file.endsWith('.cypher'));
	return files.sort().map((file) => `${folder}/${file.slice(0, -'.cypher'.length)}`);
}
