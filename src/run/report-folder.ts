import { hash } from 'node:crypto';
import { mkdir, readdir, readlink, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Listed } from '../reports/custody/types.ts';
import type { Language } from '../reports/words.ts';
import { isPresent, syncNames } from '../sources/present.ts';
import { RUN_SCHEMA, type RunManifest, sealFolder, type Unsealed } from './custody/manifest.ts';
import { sumsText } from './custody/sums.ts';
import { type Output, writeOutput } from './output-files.ts';
import { turnLink } from './turn-link.ts';

/** What a run hands over for its folder. */
export interface ReportFolder {
	/** Bytes of findings.json. */
	readonly findings: string;
	/** The other files, by what the guide calls them. */
	readonly groups: readonly { readonly id: string; readonly outputs: readonly Output[] }[];
	readonly language: Language;
	/** Ends the writing between two files. */
	readonly signal?: AbortSignal;
	readonly manifest: Omit<Unsealed<RunManifest>, 'schema' | 'run'>;
}

/** Name of a run: that of its findings, by their hash. */
export function runName(findings: string): string {
	return `run-${hash('sha256', findings).slice(0, 12)}`;
}

/** Whether a folder bears the name of a run. A copy that a person made beside it does not. */
export function isRunName(name: string): boolean {
	return /^run-[0-9a-f]{12}$/.test(name);
}

/** Link beside the report folders to the newest. */
const LATEST = 'latest';

/** Name of the newest run; undefined where there is none. */
export async function latestRun(reports: string): Promise<string | undefined> {
	const target = await readlink(join(reports, LATEST)).catch(() => undefined);
	// A junction on Windows names the whole path.
	return target === undefined ? undefined : basename(target);
}

/** Hashes of the inputs, which common tools check in the case folder. */
const INPUT_SUMS_FILE = 'INPUTS.sha256';

/**
 * Writes a run's folder `reports/<run>`, named by the hash of its findings, so that the same findings are the same
 * folder. The folder gets its name last: a half-written one is never seen. `reports/latest` is then turned to it.
 *
 * @returns the folder's name
 */
export async function writeReportFolder(
	reports: string,
	{ findings, groups, language, manifest, signal }: ReportFolder,
): Promise<string> {
	const name = runName(findings);
	const part = join(reports, `.${name}.part`);
	await mkdir(reports, { recursive: true, mode: 0o700 });
	await tidyUp(reports);
	await mkdir(part, { mode: 0o700 });
	const all = [
		{ id: 'findings', outputs: [{ name: 'findings.json', content: () => [findings] }] },
		...groups,
		{ id: 'inputs', outputs: [{ name: INPUT_SUMS_FILE, content: () => [sumsText(manifest.inputs)] }] },
	];
	const written = [];
	for (const { id, outputs } of all) {
		const files: Listed[] = [];
		for (const output of outputs) {
			signal?.throwIfAborted();
			files.push(await writeOutput(part, output));
		}
		written.push({ id, files });
	}
	await sealFolder<RunManifest>(part, { schema: RUN_SCHEMA, run: name, ...manifest }, language, written);
	await syncNames(part);
	await replaceFolder(reports, name);
	await turnLink(reports, LATEST, name);
	await syncNames(reports);
	return name;
}

/** The former folder of that name is moved aside, not removed: until the new one has its name, it is the report. */
async function replaceFolder(reports: string, name: string): Promise<void> {
	const [folder, part, old] = [join(reports, name), join(reports, `.${name}.part`), join(reports, `.${name}.old`)];
	if (isPresent(folder)) await rename(folder, old);
	await rename(part, folder);
	await rm(old, { recursive: true, force: true });
}

/**
 * What runs left that were ended while they wrote: this run alone holds the store, so nobody else is writing now. A report that
 * was moved aside for one that never came gets its name back.
 */
async function tidyUp(reports: string): Promise<void> {
	for (const name of await readdir(reports)) {
		const [, kept] = /^\.(run-.*)\.old$/.exec(name) ?? [];
		if (kept !== undefined && !isPresent(join(reports, kept))) await rename(join(reports, name), join(reports, kept));
		else if (kept !== undefined || /^\.(?:run-.*|latest)\.part$/.test(name))
			await rm(join(reports, name), { recursive: true, force: true });
	}
}
