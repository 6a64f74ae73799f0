import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileTrouble } from '../../ledger/file-trouble.ts';

/** Something in a folder that is no folder: a file, or a link, a pipe and the like. */
export interface Entry {
	/** With `/`, from the folder. */
	readonly path: string;
	readonly isFile: boolean;
}

/**
 * All that lies below a folder, sorted by code unit; nothing where there is no folder. Links are
 * not followed: they would lead out of what is listed.
 *
 * @param passed what is left out, by its own name
 * @throws Problem of a folder that cannot be opened: what lies in it must not seem to be gone
 */
export async function entriesBelow(folder: string, passed: (name: string) => boolean = () => false): Promise<Entry[]> {
	const found: Entry[] = [];
	const walk = async (below: string): Promise<void> => {
		for (const entry of await readdir(join(folder, below), { withFileTypes: true }).catch(absent)) {
			if (passed(entry.name)) continue;
			const path = `${below}${entry.name}`;
			if (entry.isDirectory()) await walk(`${path}/`);
			else found.push({ path, isFile: entry.isFile() });
		}
	};
	await walk('');
	return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The files among them. */
export async function filesBelow(folder: string, passed?: (name: string) => boolean): Promise<string[]> {
	return (await entriesBelow(folder, passed)).flatMap(({ path, isFile }) => (isFile ? [path] : []));
}

function absent(cause: NodeJS.ErrnoException): never[] {
	if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return [];
	throw fileTrouble(cause);
}
