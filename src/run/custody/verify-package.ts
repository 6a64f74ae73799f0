import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../ledger/problem.ts';
import { compareFolder } from './compare-folder.ts';
import { MANIFEST_FILE, PACKAGE_SCHEMA, type PackageManifest } from './manifest.ts';
import { SUMS_FILE } from './sums.ts';
import type { Verification } from './verification.ts';

/**
 * Checks a package by what lies in it alone, without its case: every file against its lists, and the lists against one
 * another.
 *
 * @throws Problem verify.no-package {folder} where neither list is there
 */
export async function verifyPackage(folder: string): Promise<Verification> {
	if (![MANIFEST_FILE, SUMS_FILE].some((name) => existsSync(join(folder, name))))
		throw new Problem('usage', 'verify.no-package', { folder });
	const { manifest, seal, present, differences } = await compareFolder<PackageManifest>(folder, PACKAGE_SCHEMA);
	return {
		case: manifest?.case ?? '',
		run: manifest?.run ?? '',
		program: manifest?.program ?? '',
		seal,
		checks: [{ id: 'files', folder, compared: present.size, differences }],
		notes: [],
	};
}
