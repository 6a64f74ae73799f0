import { isDeepStrictEqual } from 'node:util';
import { Problem } from '../ledger/problem.ts';
import { STATEMENT_KINDS } from '../ledger/statement.ts';
import type { RunWriter, Store, StoredFile } from './contract.ts';
import { type Stock, takeStock } from './fingerprint.ts';

export type CopyStep = 'copy-files' | 'copy-run' | 'copy-check';

export interface CopyOptions {
	/** What stands for the target in a problem. */
	readonly path: string;
	/** Writes what the last run concluded: a store keeps that for people, and does not give it back. */
	readonly conclude?: (writer: RunWriter) => Promise<void>;
	/** `total` 0 where it is not known. */
	readonly onProgress?: (step: CopyStep, done: number, total: number) => void;
}

/** What both stores hold once the copy is made. Equal fingerprints are the proof; the caller looks. */
export interface Copied {
	readonly source: Stock;
	readonly target: Stock;
	/** Names of what is not equal: `files`, `transfers`, the asset of a sum, `evidence`; none where all is. */
	readonly differences: readonly string[];
}

/**
 * Copies all that a store holds into another one of any kind: files with their statements, decisions, the last run. What
 * the target has already is passed over, so that a copy that was cut goes on, and one that was made changes nothing.
 * The source is only read.
 *
 * @throws Problem `copy.other-case` {path, files, file} where the target holds files that the source does not; whatever
 * the stores throw
 */
export async function copyStore(source: Store, target: Store, options: CopyOptions): Promise<Copied> {
	const { path, conclude, onProgress = () => {} } = options;
	const there = await target.files();
	const files = await source.files();
	refuseOtherCase(files, there, path);
	await copyFiles(source, target, { files, there, onFile: (done) => onProgress('copy-files', done, files.length) });
	const decisions = await source.decisions();
	if (!isDeepStrictEqual(decisions, await target.decisions())) await target.replaceDecisions(decisions);
	onProgress('copy-run', 0, 0);
	await copyRun(source, target, conclude);
	onProgress('copy-check', 0, 0);
	const [wanted, got] = [await takeStock(source, 'counted'), await takeStock(target, 'counted')];
	return { source: wanted, target: got, differences: differencesOf(wanted, got) };
}

function refuseOtherCase(files: readonly StoredFile[], there: readonly StoredFile[], path: string): void {
	const own = new Set(files.map((file) => file.hash));
	const others = there.filter((file) => !own.has(file.hash));
	const [first] = others;
	if (!first) return;
	const file = first.paths[0] ?? first.hash;
	throw new Problem('usage', 'copy.other-case', { path, files: others.length, file });
}

interface FilesToCopy {
	readonly files: readonly StoredFile[];
	/** What the target has. */
	readonly there: readonly StoredFile[];
	readonly onFile: (done: number) => void;
}

async function copyFiles(source: Store, target: Store, { files, there, onFile }: FilesToCopy): Promise<void> {
	const known = new Map(there.map((file) => [file.hash, file]));
	for (const [index, file] of files.entries()) {
		onFile(index);
		const copy = known.get(file.hash);
		// Paths are set apart from the rest: the same reading may lie elsewhere by now.
		const read = copy !== undefined && isDeepStrictEqual({ ...copy, paths: file.paths }, file);
		if (!read) await copyFile(source, target, file);
		else if (!isDeepStrictEqual(copy.paths, file.paths)) await target.setPaths(file.hash, file.paths);
	}
	onFile(files.length);
}

async function copyFile(source: Store, target: Store, file: StoredFile): Promise<void> {
	const filter = { hashes: new Set([file.hash]) };
	const writer = await target.writeFile(file.hash);
	try {
		for await (const records of source.records(filter)) await writer.write({ records });
		for await (const calls of source.calls(filter)) await writer.write({ calls });
		for (const kind of STATEMENT_KINDS) await writer.write({ [kind]: await source.statements(kind, filter) });
		await writer.commit(file);
	} catch (cause) {
		await writer.abort();
		throw cause;
	}
}

/** Also where the target has the run: what was concluded of it may have been told otherwise by an earlier version. */
async function copyRun(source: Store, target: Store, conclude: CopyOptions['conclude']): Promise<void> {
	const keys = await source.findingKeys();
	// Whatever was run has findings.
	if (keys.length === 0) return await target.dropRun();
	const writer = await target.beginRun();
	try {
		for await (const batch of source.transfers()) await writer.transfers(batch);
		for (const key of keys) {
			const value = await source.finding(key);
			if (value !== undefined) await writer.finding(key, value);
		}
		await conclude?.(writer);
		await writer.commit();
	} catch (cause) {
		await writer.abort();
		throw cause;
	}
}

function differencesOf(a: Stock, b: Stock): string[] {
	const counts = Object.keys(a.counts).filter((kind) => {
		const key = kind as keyof Stock['counts'];
		return a.counts[key] !== b.counts[key];
	});
	const assets = [...new Set([...Object.keys(a.sums), ...Object.keys(b.sums)])].sort();
	const parts = (['evidence', 'decisions', 'run'] as const).filter((part) => a[part] !== b[part]);
	return [...new Set([...counts, ...assets.filter((asset) => a.sums[asset] !== b.sums[asset]), ...parts])];
}
