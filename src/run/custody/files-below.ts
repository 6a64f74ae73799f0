import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Paths of all regular files below a folder, with `/`, sorted by code unit; none in a folder that is not
 * there or cannot be opened. Links are not
 * followed: they would lead out of what is listed.
 *
 * @param passed what is left out, by its own name
 */
export async function filesBelow(folder: string, passed: (name: string) => boolean = () => false): Promise<string[]> {
	const paths: string[] = [];
	const walk = async (below: string): Promise<void> => {
		const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => []);
		for (const entry of entries) {
			if (passed(entry.name)) continue;
			const path = `${below}${entry.name}`;
			if (entry.isDirectory()) await walk(`${path}/`);
			else if (entry.isFile()) paths.push(path);
		}
	};
	await walk('');
	return paths.sort();
}
