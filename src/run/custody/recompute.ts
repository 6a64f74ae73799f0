import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Findings } from '../../findings/schema.ts';
import { Problem } from '../../ledger/problem.ts';
import type { CaseFolder } from '../case-folder.ts';
import type { Progress } from '../evidence-intake.ts';
import { runCase } from '../run-case.ts';
import type { Environment } from '../store-place.ts';
import { digestFile } from './digest.ts';
import { filesBelow } from './files-below.ts';
import { findingsDifferences } from './findings-differences.ts';
import { firstDifference } from './first-difference.ts';
import { MANIFEST_FILE, type RunManifest } from './manifest.ts';
import { stockDifferences } from './store-differences.ts';
import { SUMS_FILE } from './sums.ts';
import { type Check, type Difference, fileDifferences } from './verification.ts';

export interface Recomputation {
	readonly folder: CaseFolder;
	/** Folder of the run as it lies there. */
	readonly run: string;
	readonly manifest: RunManifest;
	/** As they lie there; undefined where they cannot be read. */
	readonly findings: Findings | undefined;
	readonly env: Environment;
	readonly onProgress: Progress;
	/** An empty folder to work in. */
	readonly apart: string;
}

/** Computes a case again from its inputs, without network, and compares every file with what lies there. */
export async function recompute(one: Recomputation): Promise<Check[]> {
	const { folder, manifest, findings, env, onProgress, apart } = one;
	try {
		const again = await runCase(folder.root, {
			// As recorded, so that files differ only where something else does.
			program: manifest.program,
			dryRun: false,
			apart,
			vary: (findings?.sensitivity?.varied.length ?? 0) > 0,
			env,
			onProgress,
		});
		const results = await resultDifferences(one, again.folder);
		if (findings !== undefined) results.differences.push(...findingsDifferences(findings, again.findings));
		return [{ id: 'results', folder: '', ...results }, await rejectsCheck(folder, join(apart, 'rejects'))];
	} catch (cause) {
		if (!(cause instanceof Problem)) throw cause;
		const why = { code: cause.code, facts: cause.facts };
		return [{ id: 'results', folder: '', compared: 0, differences: [{ code: 'verify.not-computed', facts: {} }, why] }];
	}
}

async function resultDifferences(
	{ run, manifest }: Recomputation,
	again: string,
): Promise<{ compared: number; differences: Difference[] }> {
	const computed = JSON.parse(await readFile(join(again, MANIFEST_FILE), 'utf8')) as RunManifest;
	const differences = stockDifferences(manifest.store, computed.store);
	const recorded = new Map(manifest.files.map((file) => [file.name, file]));
	for (const file of computed.files) {
		const { name } = file;
		const was = recorded.get(name);
		recorded.delete(name);
		const here = await digestFile(join(run, name), name);
		if (here.sha256 === '') differences.push({ code: 'verify.result-missing', facts: { file: name } });
		else if (here.sha256 !== file.sha256) differences.push(await placeOf(name, join(run, name), join(again, name)));
		else if (was?.sha256 !== file.sha256) differences.push({ code: 'verify.list-wrong', facts: { file: name } });
	}
	for (const file of recorded.keys()) differences.push({ code: 'verify.result-extra', facts: { file } });
	for (const name of [MANIFEST_FILE, SUMS_FILE])
		if (differences.length === 0 && (await firstDifference(join(run, name), join(again, name))) !== undefined)
			differences.push(await placeOf(name, join(run, name), join(again, name)));
	return { compared: computed.files.length, differences };
}

async function placeOf(file: string, here: string, again: string): Promise<Difference> {
	const place = await firstDifference(here, again);
	const { line = 0, byte = 0, first = '', second = '' } = place ?? {};
	return { code: 'verify.result', facts: { file, line, byte, here: first, computed: second } };
}

/** Rows that could not be read are kept verbatim: those kept against those that come out again. */
async function rejectsCheck({ rejects }: CaseFolder, again: string): Promise<Check> {
	const differences: Difference[] = [];
	const names = await filesBelow(again);
	for (const name of names) {
		const [file, here] = [await digestFile(join(again, name), name), await digestFile(join(rejects, name), name)];
		differences.push(...fileDifferences(file, here.sha256 === '' ? undefined : here));
	}
	return { id: 'rejects', folder: rejects, compared: names.length, differences };
}
