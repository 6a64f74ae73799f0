import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileTrouble } from '../../ledger/file-trouble.ts';
import { Problem } from '../../ledger/problem.ts';
import { isPresent, syncNames } from '../../sources/present.ts';
import type { Backup } from './backup-case.ts';
import { readBackup, type Sink } from './check-backup.ts';

export interface RestoreRequest {
	/** A folder that is not there yet. */
	readonly folder: string;
	readonly onProgress: (step: string, done: number, total: number) => void;
}

export interface Restored extends Backup {
	readonly folder: string;
	readonly program: string;
	/** Milliseconds. */
	readonly made: number;
}

/**
 * Makes a case folder from a backup. Everything is unpacked beside it and checked; then the folder gets its name, so that a
 * half-restored case is never taken for one.
 *
 * @throws Problem `restore.exists` {folder}; those of `readBackup`; of files
 */
export async function restoreCase(archive: string, { folder, onProgress }: RestoreRequest): Promise<Restored> {
	if (isPresent(folder)) throw new Problem('usage', 'restore.exists', { folder });
	if (!isPresent(archive)) throw new Problem('usage', 'restore.missing', { file: archive });
	const above = dirname(resolve(folder));
	await mkdir(above, { recursive: true, mode: 0o700 });
	const part = await mkdtemp(join(above, `.${basename(resolve(folder))}.`));
	try {
		const placed = (name: string) => join(part, ...name.split('/'));
		const manifest = await readBackup(
			archive,
			async () => {
				await mkdir(join(part, 'evidence'), { mode: 0o700 });
			},
			async (name) => await sinkAt(placed(name)),
			(done, total) => onProgress('restore', done, total),
		);
		for (const [name, target] of Object.entries(manifest.links)) {
			await mkdir(dirname(placed(name)), { recursive: true, mode: 0o700 });
			await symlink(target, placed(name), 'dir');
		}
		await syncNames(part);
		if (isPresent(folder)) throw new Problem('usage', 'restore.exists', { folder });
		await rename(part, resolve(folder));
		await syncNames(above);
		const { case: name, store, program, made, files, left } = manifest;
		const bytes = files.reduce((sum, { size }) => sum + size, 0);
		return { file: archive, folder, case: name, store, program, made, files: files.length, bytes, left };
	} catch (cause) {
		throw fileTrouble(cause, folder);
	} finally {
		await rm(part, { recursive: true, force: true });
	}
}

async function sinkAt(path: string): Promise<Sink> {
	await mkdir(dirname(path), { recursive: true, mode: 0o700 });
	const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
	// Whoever writes or closes is told; the event comes later.
	file.on('error', () => {});
	const settle = async (work: (done: (error?: Error | null) => void) => void) =>
		await new Promise<void>((done, fail) => {
			work((error) => {
				// What failed first says more than that nothing can be written any more.
				const trouble = file.errored ?? error;
				if (trouble) fail(fileTrouble(trouble, path));
				else done();
			});
		});
	return {
		write: async (piece) => await settle((done) => file.write(piece, done)),
		close: async () => await settle((done) => file.end(done)),
	};
}
