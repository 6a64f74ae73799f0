import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Findings } from '../../findings/schema.ts';
import { Problem } from '../../ledger/problem.ts';
import { type CaseFolder, openCase } from '../case-folder.ts';
import type { Progress } from '../evidence-intake.ts';
import { loadSettings } from '../load-settings.ts';
import { latestRun } from '../report-folder.ts';
import type { Environment } from '../store-place.ts';
import { compareFolder } from './compare-folder.ts';
import { inputsOf, shippedLaw } from './inputs.ts';
import { MANIFEST_FILE, PACKAGE_SCHEMA, type PackageManifest, RUN_SCHEMA, type RunManifest } from './manifest.ts';
import { recompute } from './recompute.ts';
import { decisionDifferences, storeDifferences } from './store-differences.ts';
import { type Check, type Difference, listDifferences, type Verification } from './verification.ts';

export interface VerifyOptions {
	/** Name and version of this program. */
	readonly program: string;
	readonly env: Environment;
	readonly onProgress: Progress;
}

/**
 * Checks the last run of a case: every file of its folder and of the packages beside it against their lists, the inputs
 * as they are now against the inputs of the run, the store against its fingerprint; then computes everything again from
 * the inputs in a place of its own, without network, and compares byte for byte. Writes nothing into the case.
 *
 * @throws Problem report.missing where there is no run; what opening the case or its store throws
 */
export async function verifyCase(root: string, options: VerifyOptions): Promise<Verification> {
	const folder = await openCase(root);
	const run = await lastRun(folder);
	options.onProgress('verify.files', 0, 0);
	const { manifest, seal, present, differences } = await compareFolder<RunManifest>(run, RUN_SCHEMA);
	const checks: Check[] = [{ id: 'files', folder: run, compared: present.size, differences }];
	const notes: Difference[] = [];
	checks.push(...(await packageChecks(root, run, notes)));
	if (manifest === undefined) {
		notes.push({ code: 'verify.no-inputs', facts: { file: join(run, MANIFEST_FILE) } });
		return { case: folder.file.name, run: basename(run), program: '', seal, checks, notes };
	}
	options.onProgress('verify.inputs', 0, 0);
	checks.push(...(await inputChecks(folder, manifest)));
	const findings = await findingsIn(run);
	if (findings !== undefined) checks.push(registerCheck(findings, root));
	options.onProgress('verify.store', 0, 0);
	checks.push(...(await storeChecks(folder, manifest, findings, options, notes)));
	checks.push(...(await computedAgain(folder, { run, manifest, findings }, options, notes)));
	return { case: manifest.case, run: manifest.run, program: manifest.program, seal, checks, notes };
}

async function lastRun({ reports, root }: CaseFolder): Promise<string> {
	const name = await latestRun(reports);
	const run = join(reports, name ?? '');
	if (name === undefined || !existsSync(run)) throw new Problem('usage', 'report.missing', { folder: root });
	return run;
}

/** Packages that lie in the case: each by its own lists, and whether it is of this run. */
async function packageChecks(root: string, run: string, notes: Difference[]): Promise<Check[]> {
	const checks: Check[] = [];
	const folder = join(root, 'packages');
	for (const name of (await readdir(folder).catch(() => [])).sort()) {
		const path = join(folder, name);
		if (!existsSync(join(path, MANIFEST_FILE))) continue;
		const { manifest, present, differences } = await compareFolder<PackageManifest>(path, PACKAGE_SCHEMA);
		checks.push({ id: 'files', folder: path, compared: present.size, differences });
		if (manifest !== undefined && manifest.run !== basename(run))
			notes.push({ code: 'verify.other-run', facts: { folder: path, run: manifest.run, last: basename(run) } });
	}
	return checks;
}

async function inputChecks(folder: CaseFolder, manifest: RunManifest): Promise<Check[]> {
	const { root } = folder;
	const inputs = await inputsOf(root);
	const law = await shippedLaw();
	const changed = listDifferences(manifest.inputs, inputs);
	const checks: Check[] = [
		{ id: 'inputs', folder: root, compared: inputs.length, differences: changed },
		{ id: 'law', folder: '', compared: law.length, differences: listDifferences(manifest.law, law) },
	];
	if (changed.some(({ facts }) => facts.file === 'case.yaml' || facts.file === 'case.xlsx'))
		checks.push(await settingsCheck(folder, manifest));
	return checks;
}

/** Which settings differ, where the files that hold them do. */
async function settingsCheck(folder: CaseFolder, manifest: RunManifest): Promise<Check> {
	const now = (await loadSettings(folder)).parameters;
	const then = manifest.parameters;
	const keys = [...new Set([...Object.keys(then), ...Object.keys(now)])].sort();
	const differences = keys.flatMap((key) =>
		then[key] === now[key]
			? []
			: [{ code: 'verify.setting', facts: { key, was: then[key] ?? '-', is: now[key] ?? '-' } }],
	);
	return { id: 'settings', folder: '', compared: keys.length, differences };
}

async function findingsIn(run: string): Promise<Findings | undefined> {
	try {
		return JSON.parse(await readFile(join(run, 'findings.json'), 'utf8')) as Findings;
	} catch {
		return undefined;
	}
}

/** Hashes that were taken when files were received, against those of the run. */
function registerCheck({ evidence }: Findings, root: string): Check {
	const recorded = evidence.files.filter(({ hashCheck }) => hashCheck !== 'none-recorded');
	const differences = recorded.flatMap(({ hashCheck, hash, paths, register }) =>
		hashCheck === 'equal'
			? []
			: [
					{
						code: 'verify.register',
						facts: { file: paths[0] ?? hash, recorded: register?.recordedHash ?? '', sha256: hash },
					},
				],
	);
	return { id: 'register', folder: root, compared: recorded.length, differences };
}

async function storeChecks(
	folder: CaseFolder,
	manifest: RunManifest,
	findings: Findings | undefined,
	{ env }: VerifyOptions,
	notes: Difference[],
): Promise<Check[]> {
	if (folder.file.store === 'duckdb' && !existsSync(folder.store)) {
		notes.push({ code: 'verify.no-store', facts: { file: folder.store } });
		return [];
	}
	const read = findings?.evidence.files ?? [];
	const { store, decisions } = await storeDifferences(folder, manifest, read, env);
	return [
		{ id: 'store', folder: '', compared: Object.keys(manifest.store.counts).length, differences: store },
		...(decisions === undefined ? [] : [decisionDifferences(decisions)]),
	];
}

interface Recorded {
	readonly run: string;
	readonly manifest: RunManifest;
	readonly findings: Findings | undefined;
}

async function computedAgain(
	folder: CaseFolder,
	{ run, manifest, findings }: Recorded,
	{ program, env, onProgress }: VerifyOptions,
	notes: Difference[],
): Promise<Check[]> {
	if (program !== manifest.program)
		notes.push({ code: 'verify.version', facts: { recorded: manifest.program, program } });
	if (folder.file.chains.some((chain) => !chain.keep_answers)) notes.push({ code: 'verify.not-kept', facts: {} });
	const apart = await mkdtemp(join(tmpdir(), 'liuxiang-verify-'));
	try {
		return await recompute({ folder, run, manifest, findings, env, onProgress, apart });
	} finally {
		await rm(apart, { recursive: true, force: true });
	}
}
