import { access, constants, lstat, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { CheckResult } from './check.ts';

const OTHERS_READ = 0o005;
const OTHERS_SEARCH = 0o001;

/**
 * Whether the folder of a case is for its own people alone, and whether all that the program made there belongs to one user:
 * what somebody else ran by hand, the service cannot write to.
 */
export async function checkPermissions(root: string): Promise<readonly CheckResult[]> {
	// Windows has no such bits.
	if (process.platform === 'win32') return [];
	const folder = resolve(root);
	const open = await reachedByOthers(folder);
	return [
		open
			? { ok: false, code: 'doctor.folder-open', facts: { path: folder, mode: open } }
			: { ok: true, code: 'doctor.folder-closed', facts: { path: folder } },
		...(await checkOwners(folder)),
	];
}

/** The folder's rights, where anybody can look into it; undefined where it, or a folder above it, keeps them out. */
async function reachedByOthers(folder: string): Promise<string | undefined> {
	const { mode } = await stat(folder);
	if ((mode & OTHERS_READ) === 0) return;
	for (let above = dirname(folder); ; above = dirname(above)) {
		if (((await stat(above)).mode & OTHERS_SEARCH) === 0) return;
		if (dirname(above) === above) return (mode & 0o777).toString(8);
	}
}

/** What a run writes, by its name in the case folder; what is not there yet is no fault. */
const MADE = /^(store\.duckdb.*|case-id|reports|rejects|packages|log|changes|notices|chains)$/;

async function checkOwners(folder: string): Promise<readonly CheckResult[]> {
	const owners = new Map<number, string>();
	for (const name of (await readdir(folder)).sort()) {
		if (!MADE.test(name)) continue;
		const path = join(folder, name);
		const { uid } = await lstat(path);
		if (!owners.has(uid)) owners.set(uid, name);
		const writable = await access(path, constants.W_OK).then(
			() => true,
			() => false,
		);
		if (!writable) return [{ ok: false, code: 'doctor.not-ours', facts: { path, owner: uid } }];
	}
	const [first, second] = [...owners];
	if (!first || !second) return [];
	const facts = { path: folder, one: first[1], owner: first[0], other: second[1], otherOwner: second[0] };
	return [{ ok: false, code: 'doctor.two-owners', facts }];
}
