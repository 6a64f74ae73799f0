import { readdir, readlink, realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { fileTrouble } from '../../ledger/file-trouble.ts';
import type { CaseFolder } from '../case-folder.ts';
import { isSafeName } from './manifest.ts';

/** What of a case goes into a backup. */
export interface BackupContents {
	/** Paths in the case folder, sorted by code unit. */
	readonly files: readonly string[];
	readonly links: Readonly<Record<string, string>>;
	/** Left out, and to be put back by hand. */
	readonly left: readonly string[];
}

/**
 * Passed over without a word, but never in the evidence, where any name is somebody else's: who works on the case now, what is half-written, what DuckDB spills, the copy of a store of an
 * earlier version, and notices that the case itself will still send.
 */
const PASSED = [
	/^run\.lock(?:\.|$)/,
	/(?:^|\/)[^/]*\.part(?:\/|$)/,
	/^store\.duckdb\.(?:tmp|v\d+-backup)/,
	/^notices\/pending(?:\/|$)/,
];

/**
 * Lists the whole case folder. Files that `case.yaml` names for passwords and keys are left out, wherever they lie; links are
 * kept where they point to something beside them.
 *
 * @param stored whether the store is a file of the folder; a stale one beside a store on a server is passed over
 */
export async function backupContents({ root, file }: CaseFolder, stored: boolean): Promise<BackupContents> {
	const secrets = await secretPaths(root, file);
	const passed = stored ? PASSED : [...PASSED, /^store\.duckdb/];
	const files: string[] = [];
	const links: Record<string, string> = {};
	const left: string[] = [];
	const walk = async (below: string): Promise<void> => {
		const folder = join(root, below);
		const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
			throw fileTrouble(cause, folder);
		});
		for (const entry of entries) {
			const path = `${below}${entry.name}`;
			if (!path.startsWith('evidence/') && passed.some((pattern) => pattern.test(path))) continue;
			if (entry.isDirectory()) await walk(`${path}/`);
			else if (secrets.has(path) || !isSafeName(path)) left.push(path);
			else if (entry.isFile()) files.push(path);
			else if (entry.isSymbolicLink() && isBeside(await readlink(join(root, path))))
				links[path] = await readlink(join(root, path));
			else left.push(path);
		}
	};
	await walk('');
	return { files: files.sort(), links, left: left.sort() };
}

/** Where the secret files lie in the case: the names that it gives them, and what links of these names lead to. */
async function secretPaths(root: string, file: CaseFolder['file']): Promise<Set<string>> {
	const found = new Set<string>();
	const realRoot = await realpath(root);
	for (const named of secretFiles(file)) {
		const path = resolve(root, named);
		found.add(inCase(root, path));
		found.add(inCase(realRoot, await realpath(path).catch(() => path)));
	}
	return found;
}

/** Every setting that names a file for something secret ends in `_file`. */
function secretFiles(setting: unknown): string[] {
	if (typeof setting !== 'object' || setting === null) return [];
	return Object.entries(setting).flatMap(([key, value]) =>
		typeof value === 'string' && key.endsWith('_file') ? [value] : secretFiles(value),
	);
}

function inCase(root: string, path: string): string {
	return relative(resolve(root), path).split(sep).join('/');
}

function isBeside(target: string): boolean {
	return isSafeName(target) && !target.includes('/');
}
