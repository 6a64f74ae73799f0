import { copyFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { call } from './call.ts';
import type { Platform } from './platforms.ts';

/** Of the nine weights of the font only these two are drawn with: 70 MB less. */
const FONT = 'node_modules/@expo-google-fonts/noto-sans-sc';
const WEIGHTS = new Set(['400Regular', '700Bold']);

/**
 * Installs what the program needs at run time into `app`: from the lock file, each package checked by npm against the
 * hash in it, no script of a package run, nothing of development.
 *
 * @throws Error where npm fails, or where a native part of the platform is missing
 */
export async function placeDependencies(platform: Platform, app: string): Promise<void> {
	for (const name of ['package.json', 'package-lock.json', '.npmrc']) await copyFile(name, join(app, name));
	await call('npm', ['ci', '--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', ...platform.npm], app);
	const modules = join(app, 'node_modules');
	// Links to programs of packages, and npm's own notes: nothing of ours uses them, and an archive holds no links.
	for (const name of ['.bin', '.package-lock.json']) await rm(join(modules, name), { recursive: true, force: true });
	await removeInner(modules, '.bin');
	for (const name of await readdir(join(app, FONT)))
		if (/^\d{3}/.test(name) && !WEIGHTS.has(name)) await rm(join(app, FONT, name), { recursive: true });
	for (const name of platform.native)
		await readdir(join(modules, name)).catch(() => {
			throw new Error(`${name} is missing: npm found no build of it for ${platform.name}`);
		});
}

/** Packages within packages have a folder of links too. */
async function removeInner(folder: string, name: string): Promise<void> {
	for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
		if (entry.isDirectory() && entry.name === name)
			await rm(join(entry.parentPath, entry.name), { recursive: true, force: true });
}
