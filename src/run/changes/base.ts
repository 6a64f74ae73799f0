import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { NOTHING_STANDS, standingSchema } from '../../findings/changes/standing.ts';
import { syncNames } from '../../sources/present.ts';
import { readText } from './read-text.ts';

/** Folder of a case for its reports of changes. */
export const CHANGES_FOLDER = 'changes';
const BASE_FILE = 'base';

const baseSchema = z.object({
	schema: z.literal('liuxiang/changes-base/1'),
	/** Name of the run that was last reported. */
	run: z.string(),
	/** Id of the report of it, or of the last one before where nothing had changed; '' where there is none. */
	report: z.string(),
	/** Day of that report, in the zone of the case. */
	today: z.string(),
	standing: standingSchema,
	/** The case's own files as that run read them. */
	own: z.array(z.object({ name: z.string(), sha256: z.string() })),
});

export type BaseFile = z.infer<typeof baseSchema>;

/**
 * What was last reported of a case; undefined where nothing was. A file that is not ours says of no run that it was
 * reported, and names none.
 */
export async function readBase(root: string): Promise<BaseFile | undefined> {
	const text = await readText(join(root, CHANGES_FOLDER, BASE_FILE));
	if (text === undefined) return undefined;
	const base = baseSchema.safeParse(parsed(text));
	if (base.success) return base.data;
	return { schema: 'liuxiang/changes-base/1', run: '', report: '', today: '', standing: NOTHING_STANDS, own: [] };
}

/** Moves the base on: from now on changes are told against this run. It is on the disk when this returns. */
export async function writeBase(root: string, base: Omit<BaseFile, 'schema'>): Promise<void> {
	const folder = join(root, CHANGES_FOLDER);
	const part = join(folder, `.${BASE_FILE}.part`);
	const file = await open(part, 'w', 0o600);
	try {
		await file.writeFile(`${JSON.stringify({ schema: 'liuxiang/changes-base/1', ...base })}\n`);
		await file.sync();
	} finally {
		await file.close();
	}
	await rename(part, join(folder, BASE_FILE));
	await syncNames(folder);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
