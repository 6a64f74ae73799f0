import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Listed, type Output, writeOutput } from './output-files.ts';

/**
 * Writes a run's folder `reports/<run>`, named by the hash of its findings, so that the same findings are the same
 * folder. The folder gets its name last: a half-written one is never seen. `reports/latest` is then turned to it.
 *
 * @param findings bytes of findings.json
 * @returns the folder's name
 */
export async function writeReportFolder(
	reports: string,
	findings: string,
	outputs: readonly Output[],
): Promise<string> {
	const name = `run-${hash('sha256', findings).slice(0, 12)}`;
	const folder = join(reports, name);
	const part = join(reports, `.${name}.part`);
	await mkdir(reports, { recursive: true, mode: 0o700 });
	await removeParts(reports);
	await mkdir(part, { mode: 0o700 });
	const listed: Listed[] = [];
	for (const output of [{ name: 'findings.json', content: () => [findings] }, ...outputs])
		listed.push(await writeOutput(part, output));
	listed.sort((a, b) => (a.name < b.name ? -1 : 1));
	await writeOutput(part, {
		name: 'manifest.json',
		content: () => [`${JSON.stringify({ files: listed }, null, '\t')}\n`],
	});
	await rm(folder, { recursive: true, force: true });
	await rename(part, folder);
	await turnLatest(reports, name);
	return name;
}

/** What runs left that were killed while they wrote: this run alone holds the store, so nobody else is writing now. */
async function removeParts(reports: string): Promise<void> {
	for (const name of await readdir(reports))
		if (/^\.run-.*\.part$/.test(name)) await rm(join(reports, name), { recursive: true, force: true });
}

/** A junction on Windows needs no privilege and an absolute target; elsewhere a relative link survives moving the case. */
async function turnLatest(reports: string, name: string): Promise<void> {
	const latest = join(reports, 'latest');
	const current = await readlink(latest).catch(() => undefined);
	if (current === name && existsSync(latest)) return;
	const fresh = join(reports, '.latest.part');
	await rm(fresh, { recursive: true, force: true });
	await symlink(name, fresh, 'dir').catch(() => symlink(join(reports, name), fresh, 'junction'));
	// Windows cannot rename over a junction.
	await rename(fresh, latest).catch(async () => {
		await rm(latest, { recursive: true, force: true });
		await rename(fresh, latest);
	});
}
