import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Problem } from '../../ledger/problem.ts';
import { isPresent, syncNames } from '../../sources/present.ts';
import { openStore } from '../../stores/open.ts';
import { type CaseFolder, openCase } from '../case-folder.ts';
import { copyCase } from '../copy-case.ts';
import type { Environment } from '../store-place.ts';
import { packFiles } from './archive.ts';
import { readBackup } from './check-backup.ts';
import { backupContents } from './contents.ts';
import { BACKUP_MANIFEST, type BackupManifest, CASE_PREFIX } from './manifest.ts';

export interface BackupRequest {
	/** Path of the archive, which must not be there yet. */
	readonly to: string;
	readonly program: string;
	/** Milliseconds. */
	readonly now: number;
	readonly env: Environment;
	readonly onProgress: (step: string, done: number, total: number) => void;
}

export interface Backup {
	readonly file: string;
	readonly case: string;
	readonly store: BackupManifest['store'];
	readonly files: number;
	readonly bytes: number;
	readonly left: readonly string[];
}

/**
 * Packs a case folder with all that is in it, its store too, into one archive, and reads that back. Whoever calls this
 * holds the lock of the case. The archive gets its name when it is whole, checked and on the disk.
 *
 * @throws Problem `backup.exists` {file}, `backup.inside` {file, folder}; of the store; of files
 */
export async function backupCase(root: string, request: BackupRequest): Promise<Backup> {
	const { to, onProgress } = request;
	const folder = await openCase(root);
	if (isPresent(to)) throw new Problem('usage', 'backup.exists', { file: to });
	const way = relative(resolve(root), resolve(to));
	// On Windows the way to another drive is absolute.
	if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
		throw new Problem('usage', 'backup.inside', { file: to, folder: root });
	await mkdir(dirname(resolve(to)), { recursive: true, mode: 0o700 });
	const scratch = await mkdtemp(join(dirname(resolve(to)), `.${basename(to)}.`));
	try {
		const part = join(scratch, 'backup.part');
		const manifest = await pack(folder, part, scratch, request);
		await readBackup(part, undefined, undefined, (done, total) => onProgress('backup-check', done, total));
		await rename(part, to);
		await syncNames(dirname(resolve(to)));
		const bytes = manifest.files.reduce((sum, { size }) => sum + size, 0);
		const { case: name, store, files, left } = manifest;
		return { file: to, case: name, store, files: files.length, bytes, left };
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}

async function pack(
	folder: CaseFolder,
	part: string,
	scratch: string,
	request: BackupRequest,
): Promise<BackupManifest> {
	const { program, now, env, onProgress } = request;
	const stored = folder.file.store === 'duckdb';
	const { files, links, left } = await backupContents(folder, stored);
	const packed = files.map((name) => ({ name: CASE_PREFIX + name, path: join(folder.root, ...name.split('/')) }));
	if (stored) await assertReadable(folder.store);
	else {
		const copy = join(scratch, 'store.duckdb');
		const { differences } = await copyCase(folder.root, { to: copy, env, onProgress });
		if (differences.length > 0) throw new Problem('store', 'copy.differs', { parts: differences.join(', ') });
		packed.push({ name: `${CASE_PREFIX}store.duckdb`, path: copy });
	}
	onProgress('backup-pack', 0, packed.length);
	let manifest: BackupManifest | undefined;
	await packFiles(part, packed, (listed) => {
		manifest = {
			schema: 'liuxiang/backup/1',
			case: folder.file.name,
			program,
			made: now,
			store: stored ? 'duckdb' : 'neo4j',
			files: listed.map(({ name, ...rest }) => ({ name: name.slice(CASE_PREFIX.length), ...rest })),
			links,
			left: [...left],
		};
		return { name: BACKUP_MANIFEST, text: `${JSON.stringify(manifest, null, '\t')}\n` };
	});
	return manifest as BackupManifest;
}

/** A store that cannot be opened, or that somebody writes beside the lock, must not become the backup people rely on. */
async function assertReadable(path: string): Promise<void> {
	if (!isPresent(path)) return;
	const store = await openStore(path, { readOnly: true });
	try {
		await store.files();
	} finally {
		await store.close();
	}
}
