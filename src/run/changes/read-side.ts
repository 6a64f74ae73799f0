import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Side } from '../../findings/changes/sides.ts';
import { findingsSchema } from '../../findings/schema.ts';
import type { Decision } from '../../ledger/decision.ts';
import { isPresent } from '../../sources/present.ts';
import { MANIFEST_FILE, RUN_SCHEMA, type RunManifest, readManifest } from '../custody/manifest.ts';
import { runName } from '../report-folder.ts';
import { defined } from '../settings.ts';
import { DECISIONS_TABLE } from '../tables.ts';
import { readText } from './read-text.ts';

/** A run as its report folder tells of it. */
export interface RunSide extends Side {
	readonly folder: string;
	/** SHA-256 of its table of transfers, as its manifest says. */
	readonly transfersHash: string;
}

/** Why the folder of a run cannot be compared. */
export class UnusableRun extends Error {
	/** `missing`, `altered` (not what was written) or `older` (another build wrote it). */
	readonly reason: 'missing' | 'altered' | 'older';

	constructor(reason: UnusableRun['reason']) {
		super(reason);
		this.reason = reason;
	}
}

export const TRANSFERS_TABLE = 'transfers.jsonl';

/**
 * Reads a run from its report folder. A folder is named by the hash of its findings, so that altered ones are seen.
 *
 * @throws UnusableRun
 */
export async function readSide(reports: string, run: string): Promise<RunSide> {
	const folder = join(reports, run);
	const [text, listed] = await Promise.all(
		['findings.json', MANIFEST_FILE].map((name) => readText(join(folder, name))),
	);
	if (text === undefined || listed === undefined || !isPresent(join(folder, TRANSFERS_TABLE)))
		throw new UnusableRun('missing');
	if (runName(text) !== run) throw new UnusableRun('altered');
	const manifest = readManifest<RunManifest>(listed, RUN_SCHEMA);
	const findings = findingsSchema.safeParse(JSON.parse(text));
	if (manifest === undefined || !findings.success) throw new UnusableRun('older');
	const hashOf = (table: string) => manifest.files.find(({ name }) => name === table)?.sha256 ?? '';
	const lines = await readText(join(folder, DECISIONS_TABLE));
	if (lines !== undefined && hash('sha256', lines) !== hashOf(DECISIONS_TABLE)) throw new UnusableRun('altered');
	const decisions = lines?.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Decision]));
	return {
		...{ run, folder, findings: findings.data, inputs: manifest.inputs, transfersHash: hashOf(TRANSFERS_TABLE) },
		...defined('decisions', decisions),
	};
}
