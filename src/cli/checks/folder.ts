import { mkdtemp, rmdir, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Check, CheckResult } from './check.ts';

/** Room below which a run may stop half-way: the store and the reports of a million transfers take about 1 GB. */
const ROOM_BYTES_MIN = 2n * 1024n ** 3n;

export const checkFolder: Check = async ({ folder }) => {
	const path = await nearestFolder(resolve(folder));
	return [await checkWritable(path), await checkRoom(path)];
};

async function checkWritable(path: string): Promise<CheckResult> {
	try {
		await rmdir(await mkdtemp(join(path, '.liuxiang-doctor-')));
		return { ok: true, code: 'doctor.writable', facts: { path } };
	} catch {
		return { ok: false, code: 'doctor.not-writable', facts: { path } };
	}
}

async function checkRoom(path: string): Promise<CheckResult> {
	const { bavail, bsize } = await statfs(path, { bigint: true });
	const free = bavail * bsize;
	const facts = { path, gigabytes: (Number(free / 1024n ** 2n) / 1024).toFixed(1) };
	return free >= ROOM_BYTES_MIN
		? { ok: true, code: 'doctor.room', facts }
		: { ok: false, code: 'doctor.little-room', facts };
}

/** The folder, or the nearest above it that exists: where a new case would be made. */
async function nearestFolder(path: string): Promise<string> {
	const isFolder = await stat(path).then(
		(found) => found.isDirectory(),
		() => false,
	);
	return isFolder || dirname(path) === path ? path : nearestFolder(dirname(path));
}
