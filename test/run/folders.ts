import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestFn } from 'ava';
import { type RunResult, runCase } from '../../src/run/run-case.ts';

/** A folder that all tests of a file share and that is gone after them. */
export async function sharedFolder(test: TestFn): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'liuxiang-run-'));
	test.after.always(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

/** Writes files below a folder, by path with `/` between parts. */
export async function writeFiles(
	folder: string,
	files: Iterable<readonly [path: string, content: string | Uint8Array]>,
): Promise<void> {
	for (const [path, content] of files) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
	}
}

/** Runs a case as the command line does. */
export function run(folder: string): Promise<RunResult> {
	return runCase(folder, { program: 'liuxiang test', dryRun: false, onProgress: () => {} });
}

/** SHA-256 of every file below a folder, by path; links are not followed. */
export async function hashesBelow(folder: string): Promise<Map<string, string>> {
	const hashes = new Map<string, string>();
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name);
		const digest = createHash('sha256').update(await readFile(path));
		hashes.set(path.slice(folder.length + 1), digest.digest('hex'));
	}
	return new Map([...hashes].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Rows of a table beside the findings. */
export async function rowsOf<Row>(path: string): Promise<Row[]> {
	const text = await readFile(path, 'utf8');
	return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Row]));
}
