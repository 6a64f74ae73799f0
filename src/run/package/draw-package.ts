import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PARTS } from '../../reports/package/list.ts';
import { packageName } from '../../reports/package/name.ts';
import type { Cover, PackageInput } from '../../reports/package/part.ts';
import { type Listed, writeOutput } from '../output-files.ts';
import { openView } from '../questions/case-view.ts';
import type { Environment } from '../store-place.ts';
import { readRun } from './read-run.ts';

export interface PackageRequest {
	readonly level: Cover['level'];
	readonly names: Cover['names'];
	/** Ids of the parts to draw; all of them where it is absent. */
	readonly only?: readonly string[];
	/** The folder to write; `packages/<name>` in the case folder where it is absent. */
	readonly to?: string;
	readonly env?: Environment;
	/** Told before each part is drawn. */
	readonly onPart?: (part: string, done: number, total: number) => void;
}

export interface DrawnPackage {
	readonly folder: string;
	readonly files: readonly Listed[];
}

/**
 * Draws a package from the last run of a case. The folder gets its name last: a half-written one is never seen. The same
 * run and request give the same bytes.
 *
 * @throws Problem report.missing where the case was never run; report.folder-missing
 */
export async function drawPackage(root: string, request: PackageRequest): Promise<DrawnPackage> {
	const view = await openView(root, request.env ?? {});
	try {
		const { run, ...told } = await readRun(view);
		const input: PackageInput = { ...told, cover: { level: request.level, names: request.names, run } };
		const folder = request.to ?? join(root, 'packages', packageName(input));
		const files = await writePackage(folder, input, request);
		return { folder, files };
	} finally {
		await view.close();
	}
}

async function writePackage(folder: string, input: PackageInput, { only, onPart }: PackageRequest): Promise<Listed[]> {
	const part = join(dirname(folder), `.${basename(folder)}.part`);
	await rm(part, { recursive: true, force: true });
	await mkdir(part, { recursive: true, mode: 0o700 });
	const wanted = PARTS.filter(({ id }) => only === undefined || only.includes(id));
	const listed: Listed[] = [];
	for (const [index, { id, files }] of wanted.entries()) {
		onPart?.(id, index, wanted.length);
		for (const { path, content } of files(input)) listed.push(await writeOutput(part, { name: path, content }));
	}
	listed.sort((a, b) => (a.name < b.name ? -1 : 1));
	const manifest = `${JSON.stringify({ run: input.cover.run, files: listed }, null, '\t')}\n`;
	await writeOutput(part, { name: 'manifest.json', content: () => [manifest] });
	await rm(folder, { recursive: true, force: true });
	await rename(part, folder);
	return listed;
}
