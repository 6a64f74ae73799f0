import { join } from 'node:path';
import type { Findings } from '../../findings/schema.ts';
import { Problem } from '../../ledger/problem.ts';
import type { Listed } from '../../reports/custody/types.ts';
import { isPresent } from '../../sources/present.ts';
import { isLeftBehind } from '../../sources/refusal.ts';
import { CASE_TABLES } from '../case-folder.ts';
import { KEPT_FOLDER } from '../chains/kept-answers.ts';
import { OWN_LAW_FOLDER, shippedFolder } from '../law.ts';
import { byName, digestFile } from './digest.ts';
import { filesBelow } from './files-below.ts';

/** Files of the case folder itself that a run reads. Secrets (passwords, keys) are none of them: a hash would help to guess. */
const OWN_FILES = ['case.yaml', ...CASE_TABLES, 'decisions.csv'] as const;
const EVIDENCE = 'evidence';

/** Hashes of the files that a run reads beside its evidence. */
export async function ownInputs(root: string): Promise<Listed[]> {
	const present = OWN_FILES.filter((name) => isPresent(join(root, name)));
	return await Promise.all(present.map((name) => digestFile(join(root, name), name)));
}

/** Hashes of every file that a run of the case reads, by its path in the case folder, sorted. */
export async function inputsOf(root: string): Promise<Listed[]> {
	const listed = await ownInputs(root);
	for (const folder of [EVIDENCE, KEPT_FOLDER, OWN_LAW_FOLDER])
		for (const path of await filesBelow(join(root, folder), isLeftBehind))
			listed.push(await digestFile(join(root, folder, ...path.split('/')), `${folder}/${path}`));
	return listed.sort(byName);
}

/** Hashes of the records of law that ship with the program, sorted. */
export async function shippedLaw(): Promise<Listed[]> {
	const folder = shippedFolder();
	const names = (await filesBelow(folder, isLeftBehind)).filter((name) => name.endsWith('.yaml'));
	return await Promise.all(names.map((name) => digestFile(join(folder, name), name)));
}

/**
 * Holds the inputs as they are at the end of a run against what the run read: its manifest must not vouch for bytes that
 * it never saw.
 *
 * @param before own inputs at the beginning of the run
 * @throws Problem evidence.changed {file}
 */
export function checkUnchanged(
	inputs: readonly Listed[],
	before: readonly Listed[],
	files: Findings['evidence']['files'],
): void {
	const now = new Map(inputs.map((input) => [input.name, input.sha256]));
	for (const { name, sha256 } of before)
		if (now.get(name) !== sha256) throw new Problem('evidence', 'evidence.changed', { file: name });
	for (const { hash, paths } of files)
		for (const path of paths) {
			// A table of the case and a file of the evidence may have one path.
			const places = [now.get(`${EVIDENCE}/${path}`), now.get(path)];
			if (hash !== '' && !path.includes('!/') && !places.includes(hash))
				throw new Problem('evidence', 'evidence.changed', { file: path });
		}
}
