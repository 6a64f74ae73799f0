import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, cp, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { call } from './call.ts';
import { placeDependencies } from './dependencies.ts';
import { licenceList, licencesOf } from './licences.ts';
import { placeNode } from './node-runtime.ts';
import type { Platform } from './platforms.ts';
import { sbomOf, sbomText } from './sbom.ts';
import { writeSums } from './sums.ts';
import { entriesBelow, writeArchive } from './tar.ts';

/** What lies beside the compiled program, as it lies in the sources. */
const SHIPPED = ['cypher', 'datasets', 'docs', 'LICENSE', 'README.md', 'README.zh.md', 'CHANGELOG.md'] as const;

/**
 * Makes the archive `liuxiang-<version>-<platform>.tar.gz` of the tree in the current folder, and its sum beside it.
 *
 * @param work an empty folder for what comes in between
 * @throws Error where a part cannot be had
 */
export async function makeBundle(order: {
	readonly platform: Platform;
	readonly node: string | undefined;
	readonly version: string;
	readonly work: string;
	readonly to: string;
}): Promise<{ path: string; bytes: number; sha256: string }> {
	const { platform, version, work, to } = order;
	const name = `liuxiang-${version}-${platform.name}`;
	const folder = join(work, name);
	const app = join(folder, 'app');
	await mkdir(app, { recursive: true });
	await placeNode(platform, order.node, join(folder, 'node'));
	await placeDependencies(platform, app);
	await placeProgram(app);
	await placeStarters(platform, folder);
	const packages = await licencesOf(join(app, 'node_modules'));
	await writeFile(join(folder, 'LICENCES.txt'), licenceList(packages));
	const there = new Set(packages.map(({ name, version }) => `${name}@${version}`));
	const lock = JSON.parse(await readFile('package-lock.json', 'utf8'));
	await writeFile(join(folder, 'SBOM.cdx.json'), sbomText(sbomOf(lock, (one) => there.has(one))));
	await writeFile(join(folder, 'VERSION'), `${version}\n`);
	await writeSums(folder);
	await mkdir(to, { recursive: true });
	const path = join(to, `${name}.tar.gz`);
	await writeArchive(await entriesBelow(folder, name), `${path}.part`);
	await rename(`${path}.part`, path);
	const sha256 = await hashOf(path);
	await writeFile(`${path}.sha256`, `${sha256}  ${name}.tar.gz\n`);
	return { path, bytes: (await stat(path)).size, sha256 };
}

/** Compiles into the bundle itself: `dist/` here may hold what is no longer in the sources. */
async function placeProgram(app: string): Promise<void> {
	const dist = join(app, 'dist');
	await call('npm', ['exec', '--', 'tsc', '-p', '.tsconfig.build.json', '--outDir', dist, '--sourceMap', 'false']);
	await call('npm', ['run', '--silent', 'page', '--', `--outfile=${join(dist, 'page/page.js')}`]);
	// Who has the bundle needs no maker of bundles.
	const filter = (from: string) => from !== 'docs/deploy/bundle';
	for (const name of SHIPPED) await cp(name, join(app, name), { recursive: true, filter });
}

async function placeStarters({ name }: Platform, folder: string): Promise<void> {
	if (name.startsWith('win32')) {
		await copyFile('docs/deploy/bundle/windows/liuxiang.cmd', join(folder, 'liuxiang.cmd'));
		return;
	}
	await mkdir(join(folder, 'bin'));
	for (const [from, to] of [
		['install.sh', 'install.sh'],
		['liuxiang', 'bin/liuxiang'],
	] as const) {
		await copyFile(join('docs/deploy/bundle/linux', from), join(folder, to));
		await chmod(join(folder, to), 0o755);
	}
}

async function hashOf(path: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
	return hash.digest('hex');
}
