import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Listed } from '../../reports/custody/types.ts';
import { digestFile } from './digest.ts';
import { entriesBelow } from './files-below.ts';
import { MANIFEST_FILE, type PackageManifest, type RunManifest, readManifest } from './manifest.ts';
import { readSums, SUMS_FILE, sumsText } from './sums.ts';
import { type Difference, fileDifferences } from './verification.ts';

/** A sealed folder as it lies there, held against its own lists. */
export interface ComparedFolder<M> {
	/** Undefined where it is missing or cannot be read. */
	readonly manifest: M | undefined;
	readonly seal: string;
	/** Its files by name, as they are. */
	readonly present: ReadonlyMap<string, Listed>;
	readonly differences: readonly Difference[];
}

/**
 * Hashes every file of a sealed folder and holds it against both lists that lie in it, and the lists against one another.
 * Nothing is passed over: a file that no list names is told too, and so is a link.
 */
export async function compareFolder<M extends RunManifest | PackageManifest>(
	folder: string,
	schema: M['schema'],
): Promise<ComparedFolder<M>> {
	const present = new Map<string, Listed>();
	const differences: Difference[] = [];
	for (const { path, isFile } of await entriesBelow(folder)) {
		if (isFile) present.set(path, await digestFile(join(folder, ...path.split('/')), path));
		else differences.push({ code: 'verify.no-file', facts: { file: path } });
	}
	const manifest = readManifest<M>(await readFile(join(folder, MANIFEST_FILE), 'utf8').catch(() => ''), schema);
	const text = await readFile(join(folder, SUMS_FILE), 'utf8').catch(() => undefined);
	if (manifest === undefined) differences.push({ code: unreadable(present), facts: { file: MANIFEST_FILE } });
	if (text === undefined) differences.push({ code: 'verify.no-list', facts: { file: SUMS_FILE } });
	const { sums, odd } = readSums(text ?? '');
	for (const line of odd) differences.push({ code: 'verify.odd-line', facts: { file: SUMS_FILE, line } });
	const listed = new Map((manifest?.files ?? []).map((file) => [file.name, file]));
	const names = new Set([...listed.keys(), ...sums.keys(), ...present.keys()]);
	const lists = { listed, sums, manifest: manifest !== undefined, text: text !== undefined };
	for (const name of [...names].sort())
		if (name !== SUMS_FILE) differences.push(...compareOne(name, present.get(name), lists));
	if (differences.length === 0 && text !== undefined && manifest !== undefined) {
		const all = [...manifest.files, present.get(MANIFEST_FILE) as Listed];
		const expected = sumsText(all.sort((a, b) => (a.name < b.name ? -1 : 1)));
		if (text !== expected) differences.push({ code: 'verify.list-form', facts: { file: SUMS_FILE } });
	}
	return {
		manifest,
		seal: text === undefined ? '' : hash('sha256', await readFile(join(folder, SUMS_FILE))),
		present,
		differences,
	};
}

function unreadable(present: ReadonlyMap<string, Listed>): string {
	return present.has(MANIFEST_FILE) ? 'verify.list-unreadable' : 'verify.no-list';
}

interface Lists {
	readonly listed: ReadonlyMap<string, Listed>;
	readonly sums: ReadonlyMap<string, string>;
	/** Whether each list could be read at all; one that could not is told once, not for every file. */
	readonly manifest: boolean;
	readonly text: boolean;
}

function compareOne(file: string, now: Listed | undefined, { listed, sums, manifest, text }: Lists): Difference[] {
	const [then, sum] = [listed.get(file), sums.get(file)];
	if (then === undefined && sum === undefined) {
		if (file === MANIFEST_FILE && !text) return [];
		return [{ code: 'verify.added', facts: { file } }];
	}
	const differences: Difference[] = [];
	if (then === undefined && file !== MANIFEST_FILE && manifest)
		differences.push({ code: 'verify.unlisted', facts: { file, list: MANIFEST_FILE } });
	if (sum === undefined && text) differences.push({ code: 'verify.unlisted', facts: { file, list: SUMS_FILE } });
	if (then !== undefined && sum !== undefined && then.sha256 !== sum) {
		const facts = { file, manifest: then.sha256, sums: sum, sha256Now: now?.sha256 ?? '' };
		return [...differences, { code: 'verify.lists-disagree', facts }];
	}
	if (then !== undefined) return [...differences, ...fileDifferences(then, now)];
	const sha256 = sum as string;
	if (now === undefined) differences.push({ code: 'verify.missing-sum', facts: { file, sha256 } });
	else if (now.sha256 !== sha256)
		differences.push({ code: 'verify.changed-sum', facts: { file, sha256, sha256Now: now.sha256 } });
	return differences;
}
