import { join } from 'node:path';
import { z } from 'zod';
import { NOTHING_STANDS, standingSchema } from '../../findings/changes/standing.ts';
import type { DecisionAct } from '../../ledger/decision.ts';
import { replaceFile } from '../replace-file.ts';
import { readText } from './read-text.ts';

/** Folder of a case for its reports of changes. */
export const CHANGES_FOLDER = 'changes';
const BASE_FILE = 'base';

const text = z.string();
const decisionSchema = z.object({
	...{ subject: text, value: text, by: text, why: text, at: text, review: text, line: z.number() },
	act: z.custom<DecisionAct>((act) => typeof act === 'string'),
});

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
	/** Lines of decisions.csv as it read them: who signed one may change and move no finding. */
	decisions: z.array(decisionSchema).optional(),
});

export type BaseFile = z.infer<typeof baseSchema>;

/**
 * What was last reported of a case; undefined where nothing was. A file that is not ours says of no run that it was
 * reported, and names none.
 */
export async function readBase(root: string): Promise<BaseFile | undefined> {
	const content = await readText(join(root, CHANGES_FOLDER, BASE_FILE));
	if (content === undefined) return undefined;
	const base = baseSchema.safeParse(parsed(content));
	if (base.success) return base.data;
	return { schema: 'liuxiang/changes-base/1', run: '', report: '', today: '', standing: NOTHING_STANDS, own: [] };
}

/** Moves the base on: from now on changes are told against this run. It is on the disk when this returns. */
export async function writeBase(root: string, base: Omit<BaseFile, 'schema'>): Promise<void> {
	const content = `${JSON.stringify({ schema: 'liuxiang/changes-base/1', ...base })}\n`;
	await replaceFile(join(root, CHANGES_FOLDER, BASE_FILE), content);
}

function parsed(content: string): unknown {
	try {
		return JSON.parse(content);
	} catch {
		return undefined;
	}
}
