import { z } from 'zod';

/** The list of a backup, its last file. */
export const BACKUP_MANIFEST = 'backup.json';
/** Folder in a backup under which the case lies. */
export const CASE_PREFIX = 'case/';

const listed = z.strictObject({
	/** Path in the case folder, `/` between folders. */
	name: z.string().refine(isSafeName),
	size: z.number().int().min(0),
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const manifest = z.strictObject({
	schema: z.literal('liuxiang/backup/1'),
	case: z.string(),
	program: z.string(),
	/** Milliseconds. */
	made: z.number(),
	/** Where the case kept its store; one on a server stands in the backup as a file. */
	store: z.enum(['duckdb', 'neo4j']),
	files: z.array(listed),
	/** Links within the case, such as `reports/latest`: name -> what it points to, beside it. */
	links: z.record(z.string().refine(isSafeName), z.string().refine(isPlainName)),
	/** What was left out and must be put there by hand: files of passwords and keys, links out of the case. */
	left: z.array(z.string()),
});

export type BackupManifest = z.infer<typeof manifest>;
export type BackedUp = z.infer<typeof listed>;

/** The manifest that a text holds; undefined where it is none, or names files that lead out of a folder, or twice. */
export function readBackupManifest(text: string): BackupManifest | undefined {
	try {
		const { success, data } = manifest.safeParse(JSON.parse(text));
		if (!success) return undefined;
		const names = [...data.files.map(({ name }) => name), ...Object.keys(data.links)];
		return new Set(names).size === names.length ? data : undefined;
	} catch {
		return undefined;
	}
}

/** Whether a path stays in the folder it is joined to, on any system. */
export function isSafeName(name: string): boolean {
	return name.split('/').every(isPlainName);
}

function isPlainName(part: string): boolean {
	return part !== '' && part !== '.' && part !== '..' && !/[/\\\0]/.test(part) && !/^[A-Za-z]:/.test(part);
}
