import type { Backup } from '../../run/backup/backup-case.ts';
import type { Restored } from '../../run/backup/restore-case.ts';
import type { Words } from '../messages/words.ts';

/** What went into a backup, what did not, and how to get it back. */
export function printBackup({ left, ...made }: Backup, { say }: Words): string {
	return [
		say('backup.done', { file: made.file, case: made.case, files: made.files, size: sizeOf(made.bytes) }),
		...(made.store === 'neo4j' ? [say('backup.neo4j')] : []),
		...left.map((name) => say('backup.left', { name })),
		say('backup.next', { file: made.file }),
	].join('\n');
}

/** Which case lies where now, and what is still to be done by hand. */
export function printRestored({ left, made, ...restored }: Restored, { say }: Words): string {
	const { files, bytes, program } = restored;
	return [
		say('restore.done', {
			...{ folder: restored.folder, case: restored.case, files, size: sizeOf(bytes) },
			...{ made: new Date(made).toISOString(), program },
		}),
		...left.map((name) => say('restore.left', { name })),
		...(restored.store === 'neo4j' ? [say('restore.neo4j', { folder: restored.folder })] : []),
		say('restore.next', { folder: restored.folder }),
	].join('\n');
}

function sizeOf(bytes: number): string {
	return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
