import { readFile } from 'node:fs/promises';

/** The text of a file; undefined where it is not there. A disk that fails to show it is another thing. */
export async function readText(path: string): Promise<string | undefined> {
	return await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
		if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return undefined;
		throw cause;
	});
}
