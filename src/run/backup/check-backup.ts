import { Problem } from '../../ledger/problem.ts';
import { type Entry, withArchive } from './archive.ts';
import { BACKUP_MANIFEST, type BackupManifest, CASE_PREFIX, readBackupManifest } from './manifest.ts';

/** A list of a million files has 150 MB. */
const MANIFEST_BYTES_MAX = 512 << 20;

/** Where the bytes of a file of the case go; closed when they are all there. */
export interface Sink {
	write(piece: Uint8Array): Promise<void>;
	close(): Promise<void>;
}

/**
 * Reads a backup whole and holds every file against the list in it: none more, none less, each with its size and hash.
 *
 * @param begin told the list before any file is read
 * @param sinkOf where a file's bytes go; without it they are only checked
 * @throws Problem `restore.no-backup` {file}: it is none, or its list is damaged; `restore.damaged` {file, name}: a file in it is
 */
export async function readBackup(
	archive: string,
	begin: (manifest: BackupManifest) => Promise<void> = async () => {},
	sinkOf: (name: string) => Promise<Sink> = async () => NOWHERE,
	onFile: (done: number, total: number) => void = () => {},
): Promise<BackupManifest> {
	return await withArchive(archive, async (entries) => {
		const [manifest, byName] = await listOf(archive, entries);
		await begin(manifest);
		for (const [index, { name, size, sha256 }] of manifest.files.entries()) {
			onFile(index, manifest.files.length);
			const entry = byName.get(CASE_PREFIX + name);
			if (entry?.size !== size) throw damaged(archive, name);
			const sink = await sinkOf(name);
			const found = await unpackInto(entry, sink, (cause) => damaged(archive, name, cause));
			if (found.sha256 !== sha256 || found.size !== size) throw damaged(archive, name);
		}
		return manifest;
	}).catch((cause: unknown) => {
		// What the system says of a disk is no fault of the backup; a folder is none.
		const { code, syscall } = cause as NodeJS.ErrnoException;
		if (cause instanceof Problem || (syscall !== undefined && code !== 'EISDIR')) throw cause;
		throw new Problem('evidence', 'restore.no-backup', { file: archive }, cause);
	});
}

const NOWHERE: Sink = { write: async () => {}, close: async () => {} };

async function unpackInto(entry: Entry, sink: Sink, trouble: (cause: unknown) => Problem) {
	// Trouble of the disk that is written is not damage of the backup.
	let ours: unknown;
	try {
		return await entry.unpack(async (piece) => {
			await sink.write(piece).catch((cause: unknown) => {
				ours = cause;
				throw cause;
			});
		});
	} catch (cause) {
		throw ours ?? trouble(cause);
	} finally {
		await sink.close();
	}
}

async function listOf(archive: string, entries: readonly Entry[]): Promise<[BackupManifest, Map<string, Entry>]> {
	const byName = new Map(entries.map((entry) => [entry.name, entry]));
	const list = byName.get(BACKUP_MANIFEST);
	if (list === undefined || list.size > MANIFEST_BYTES_MAX) throw noBackup(archive);
	const parts: Uint8Array[] = [];
	await list.unpack(async (piece) => void parts.push(piece));
	const manifest = readBackupManifest(Buffer.concat(parts).toString());
	if (manifest === undefined) throw noBackup(archive);
	const known = new Set([BACKUP_MANIFEST, ...manifest.files.map(({ name }) => CASE_PREFIX + name)]);
	for (const { name } of entries) if (!known.has(name)) throw damaged(archive, name);
	if (entries.length !== known.size) throw damaged(archive, [...known].find((name) => !byName.has(name)) ?? '');
	return [manifest, byName];
}

function noBackup(file: string): Problem {
	return new Problem('evidence', 'restore.no-backup', { file });
}

function damaged(file: string, name: string, cause?: unknown): Problem {
	return new Problem('evidence', 'restore.damaged', { file, name }, cause);
}
