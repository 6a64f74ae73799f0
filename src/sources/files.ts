/** Finds every evidence file below a folder, in archives too. Nothing is followed out of the folder, nothing is dropped unnamed. */
import { lstat, open, readdir, realpath } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { Problem } from '../ledger/problem.ts';
import type { EvidenceFile } from './contract.ts';
import { diskFile } from './evidence-file.ts';
import { openedOf } from './opened.ts';
import { Passwords } from './passwords.ts';
import { failed, ignored, isLeftBehind, isRefusal, type Refusal, refused } from './refusal.ts';
import type { ByteSource } from './zip.ts';

export { isRefusal, type Refusal };

/**
 * Every file below `root` (or `root` itself where it is a file), sorted by path in code unit order, hashed. The members
 * of an archive stand at the archive's place as `a.zip!/b`, sorted likewise.
 *
 * @param options `passwords` to open archives with
 * @throws Problem `evidence.missing` where `root` is neither file nor folder
 */
export async function* findEvidence(
	root: string,
	options: { readonly passwords?: Passwords } = {},
): AsyncIterable<EvidenceFile | Refusal> {
	const passwords = options.passwords ?? new Passwords();
	const state = await lstat(root).catch((cause: unknown) => {
		throw new Problem('evidence', 'evidence.missing', { file: root }, cause);
	});
	if (!state.isDirectory()) {
		yield* openFile(root, basename(root), passwords);
		return;
	}
	const found = await walk(root, await realpath(root), '');
	found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
	for (const entry of found) {
		if (entry.refusal) yield entry.refusal;
		else yield* openFile(join(root, ...entry.path.split('/')), entry.path, passwords);
	}
}

interface Entry {
	readonly path: string;
	readonly refusal?: Refusal;
}

async function walk(folder: string, realRoot: string, prefix: string): Promise<Entry[]> {
	const entries: Entry[] = [];
	const items = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => failed(prefix, cause));
	if ('fate' in items) return [{ path: prefix, refusal: items }];
	for (const item of items) {
		const path = `${prefix}${item.name}`;
		const absolute = join(folder, item.name);
		if (isLeftBehind(item.name)) entries.push({ path, refusal: ignored(path, 'evidence.left-behind') });
		else if (item.isSymbolicLink()) entries.push({ path, refusal: await linkRefusal(absolute, path, realRoot) });
		else if (item.isDirectory()) entries.push(...(await walk(absolute, realRoot, `${path}/`)));
		else if (item.isFile()) entries.push({ path });
		else entries.push({ path, refusal: refused(path, 'evidence.not-a-file') });
	}
	return entries;
}

/** A link out of the folder would bring in what was never received as evidence; one within it leads to a file found anyway. */
async function linkRefusal(absolute: string, path: string, realRoot: string): Promise<Refusal> {
	const target = await realpath(absolute).catch(() => undefined);
	const way = target === undefined ? '..' : relative(realRoot, target);
	const within = way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way);
	return within ? ignored(path, 'evidence.link-inside') : refused(path, 'evidence.symlink');
}

async function* openFile(absolute: string, path: string, passwords: Passwords): AsyncIterable<EvidenceFile | Refusal> {
	let file: EvidenceFile;
	try {
		file = await diskFile(absolute, path);
	} catch (cause) {
		yield failed(path, cause);
		return;
	}
	yield* openedOf({ file, source: diskSource(absolute, file.size), depth: 1 }, passwords);
}

function diskSource(absolute: string, size: number): ByteSource {
	return {
		size,
		// Opened for each read: a member may be read long after the ZIP was listed, and no handle is left behind.
		read: async (offset, length) => {
			const handle = await open(absolute);
			try {
				const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
				return buffer.subarray(0, bytesRead);
			} finally {
				await handle.close();
			}
		},
	};
}
