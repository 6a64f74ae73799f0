import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashesBelow } from '../run/folders.ts';

/** What the program makes in a case folder; everything else there is people's and is never touched. */
const OURS = /^(?:store\.duckdb|reports|rejects|chains|log|changes|notices|run\.lock|case-id)/;

/** Hashes of what people put into the folder. */
export async function theirs(folder: string): Promise<Map<string, string>> {
	return new Map([...(await hashesBelow(folder))].filter(([path]) => !OURS.test(path)));
}

/** Hashes of what a run must leave: its newest reports, and the rows that cannot be read. */
export async function results(folder: string): Promise<Map<string, string>> {
	const all = new Map<string, string>();
	for (const part of ['reports/latest', 'rejects'])
		if (existsSync(join(folder, part)))
			for (const [path, digest] of await hashesBelow(join(folder, part))) all.set(`${part}/${path}`, digest);
	return all;
}

/**
 * What stands under a final name is whole: every report folder is what its manifest says, and `latest` leads to one.
 *
 * @throws Error that names what is not
 */
export async function refuseHalves(folder: string): Promise<void> {
	const reports = join(folder, 'reports');
	if (!existsSync(reports)) return;
	const names = await readdir(reports);
	for (const run of names.filter((name) => name.startsWith('run-'))) {
		const manifest = JSON.parse(await readFile(join(reports, run, 'manifest.json'), 'utf8')) as {
			files: { name: string; sha256: string }[];
		};
		for (const { name, sha256 } of manifest.files) {
			const content = await readFile(join(reports, run, name));
			if (createHash('sha256').update(content).digest('hex') !== sha256)
				throw new Error(`${run}/${name} is not what its manifest says`);
		}
	}
	if (names.includes('latest') && !existsSync(join(reports, 'latest', 'manifest.json')))
		throw new Error('reports/latest leads to no report');
}

/**
 * What no run may leave behind when it is done. Of an attempt at the lock that was cut off a few seconds ago nobody can tell
 * yet whether somebody is at it.
 */
export async function leftovers(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true });
	const left = entries.filter((path) => /(?:\.part|\.tmp|\.old)(?:\/|$)|^run\.lock/.test(path));
	return left.filter((path) => !/^run\.lock\.\w+(?:\.part)?$/.test(path)).sort();
}
