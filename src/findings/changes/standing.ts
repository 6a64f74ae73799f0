import { z } from 'zod';
import { isRegistered } from './files.ts';
import type { Changes } from './schema.ts';
import type { Side } from './sides.ts';

const seen = z.object({ path: z.string(), was: z.string().describe('SHA-256 of the bytes that were evidence first') });

/** What a report leaves for the next: alarms that still stand, and what it would otherwise have forgotten. */
export const standingSchema = z.object({
	altered: z
		.array(seen)
		.describe('evidence whose bytes are no longer those first read, and nobody registered the new ones'),
	removed: z.array(seen).describe('evidence that was taken out: should it come back, its bytes are compared'),
});

export type Standing = z.infer<typeof standingSchema>;

export const NOTHING_STANDS: Standing = { altered: [], removed: [] };

type FileChange = Changes['files'][number];

/** A file that came back with other bytes than it went with was altered, whatever lay between. */
export function broughtBack(files: readonly FileChange[], { removed }: Standing): FileChange[] {
	const went = new Map(removed.map(({ path, was }) => [path, was]));
	return files.map((file) => {
		const was = went.get(file.path);
		return file.change === 'added' && was !== undefined && was !== file.is ? { ...file, change: 'altered', was } : file;
	});
}

/** SHA-256 of the bytes that were evidence first, by path, where others took their place or none are there. */
export function firstBytes({ altered, removed }: Standing): Map<string, string> {
	return new Map([...removed, ...altered].map(({ path, was }) => [path, was]));
}

/**
 * What stands after a report. An alarm over altered evidence ends where the first bytes are back, or where the register
 * records the new ones: somebody who signs for it looked at them. Moving the file ends nothing.
 */
export function standingAfter(before: Standing, files: readonly FileChange[], after: Side): Standing {
	const now = new Map(after.inputs.map(({ name, sha256 }) => [name, sha256]));
	const first = firstBytes(before);
	const altered = new Map(before.altered.map(({ path, was }) => [path, was]));
	const removed = new Map(before.removed.map(({ path, was }) => [path, was]));
	for (const { path, kind, change, was, from } of files) {
		if (kind !== 'evidence' || was === undefined) continue;
		if (change === 'altered') altered.set(path, first.get(path) ?? was);
		if (change === 'moved' && from !== undefined) altered.set(path, first.get(from) ?? was);
		if (change === 'removed') removed.set(path, first.get(path) ?? was);
	}
	return {
		altered: listed(altered, (path, was) => {
			const sha256 = now.get(path);
			return sha256 !== undefined && sha256 !== was && !isRegistered(after, { sha256 });
		}),
		removed: listed(removed, (path) => !now.has(path)),
	};
}

function listed(all: ReadonlyMap<string, string>, stands: (path: string, was: string) => boolean): Standing['altered'] {
	return [...all]
		.filter(([path, was]) => stands(path, was))
		.map(([path, was]) => ({ path, was }))
		.sort((a, b) => (a.path < b.path ? -1 : 1));
}
