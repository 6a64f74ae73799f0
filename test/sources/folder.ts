import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import type { EvidenceFile } from '../../src/sources/contract.ts';
import { findEvidence, isRefusal, type Refusal } from '../../src/sources/files.ts';
import type { Passwords } from '../../src/sources/passwords.ts';

/** A folder with these files, removed when the test is over. */
export async function folder(
	t: ExecutionContext,
	files: Readonly<Record<string, Uint8Array | string>>,
): Promise<string> {
	const root = await mkdtemp(join(tmpdir(), 'liuxiang-files-'));
	t.teardown(() => rm(root, { recursive: true }));
	for (const [path, content] of Object.entries(files)) {
		await mkdir(join(root, path, '..'), { recursive: true });
		await writeFile(join(root, path), content);
	}
	return root;
}

export interface Seen {
	readonly files: EvidenceFile[];
	readonly refusals: Refusal[];
	readonly order: string[];
}

export async function look(root: string, passwords?: Passwords): Promise<Seen> {
	const files: EvidenceFile[] = [];
	const refusals: Refusal[] = [];
	const order: string[] = [];
	for await (const found of findEvidence(root, passwords ? { passwords } : {})) {
		order.push(found.path);
		if (isRefusal(found)) refusals.push(found);
		else files.push(found);
	}
	return { files, refusals, order };
}

export const codes = (refusals: readonly Refusal[]) =>
	refusals.map(({ path, fate, problem }) => [path, fate, problem.code]);
