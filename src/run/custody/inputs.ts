import { join } from 'node:path';
import type { Findings } from '../../findings/schema.ts';
import { Problem } from '../../ledger/problem.ts';
import type { Listed } from '../../reports/custody/types.ts';
import { stateOf } from '../../sources/evidence-file.ts';
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

/** What lay in the case when a run began. */
export interface Beginning {
	/** Hashes of the files that it reads beside its evidence. */
	readonly own: readonly Listed[];
	/** State of each file of the evidence, by its path in the case folder. */
	readonly evidence: ReadonlyMap<string, string>;
}

export async function beginningOf(root: string): Promise<Beginning> {
	return { own: await ownInputs(root), evidence: await evidenceStates(root) };
}

async function evidenceStates(root: string): Promise<Map<string, string>> {
	const states = new Map<string, string>();
	for (const path of await filesBelow(join(root, EVIDENCE), isLeftBehind)) {
		// One that cannot be looked at is told by whoever reads it.
		const state = await stateOf(join(root, EVIDENCE, ...path.split('/'))).catch(() => '');
		states.set(`${EVIDENCE}/${path}`, state);
	}
	return states;
}

async function ownInputs(root: string): Promise<Listed[]> {
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
 * Hashes of the files that a run read, at its end: what came into the evidence too late for it is left out, and nothing may
 * be other than what it read, for its manifest must not vouch for bytes that it never saw.
 *
 * @throws Problem evidence.changed {file}
 */
export async function inputsRead(
	root: string,
	began: Beginning,
	files: Findings['evidence']['files'],
): Promise<Listed[]> {
	const inputs = await inputsOf(root);
	checkUnchanged(inputs, began.own, files);
	const states = await evidenceStates(root);
	const paths = files.flatMap((file) => file.paths);
	const known = new Set(paths.map((path) => `${EVIDENCE}/${path}`));
	const opened = new Set(paths.map((path) => `${EVIDENCE}/${path.split('!/', 1)[0]}`));
	for (const [name, state] of began.evidence) {
		// The hash of a file that was read says more than its state; of an archive only its members were hashed.
		if (known.has(name) || (!states.has(name) && !opened.has(name))) continue;
		if (states.get(name) !== state) throw new Problem('evidence', 'evidence.changed', { file: name });
	}
	return inputs.filter(({ name }) => !name.startsWith(`${EVIDENCE}/`) || opened.has(name) || began.evidence.has(name));
}

function checkUnchanged(
	inputs: readonly Listed[],
	before: readonly Listed[],
	files: Findings['evidence']['files'],
): void {
	const now = new Map(inputs.map((input) => [input.name, input.sha256]));
	const then = new Map(before.map((input) => [input.name, input.sha256]));
	for (const name of OWN_FILES)
		if (now.get(name) !== then.get(name)) throw new Problem('evidence', 'evidence.changed', { file: name });
	for (const { hash, paths } of files)
		for (const path of paths) {
			// A table of the case and a file of the evidence may have one path.
			const places = [now.get(`${EVIDENCE}/${path}`), now.get(path)];
			if (hash !== '' && !path.includes('!/') && !places.includes(hash))
				throw new Problem('evidence', 'evidence.changed', { file: path });
		}
}
