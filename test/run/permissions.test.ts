import { spawnSync } from 'node:child_process';
import { chmod, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { moduleUrl, NODE_ARGS } from '../another.ts';
import { liuxiang } from '../cli/terminal.ts';
import { hashesBelow, sharedFolder, writeFiles } from './folders.ts';
import { CALLER_CHAT, LEADER_CHAT, smallCase } from './small-case.ts';

const root = await sharedFolder(test);

/** The program as a shell starts it, with another mask for the files it makes. */
function program(mask: string, args: readonly string[]): { readonly status: number | null; readonly told: string } {
	const main = fileURLToPath(moduleUrl('src/cli/main'));
	const call = ['-c', `umask ${mask}; exec "$@"`, 'sh', process.execPath, ...NODE_ARGS, main, ...args, '--quiet'];
	const { status, stderr } = spawnSync('sh', call, { encoding: 'utf8' });
	return { status, told: stderr };
}

/** What others may look into, below a folder, but for what was there before. */
async function openToOthers(folder: string, given: ReadonlySet<string> = new Set()): Promise<string[]> {
	const open: string[] = [];
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		if (entry.isSymbolicLink() || given.has(relative(folder, path))) continue;
		const { mode } = await stat(path);
		if ((mode & 0o077) !== 0) open.push(`${relative(folder, path)} ${(mode & 0o777).toString(8)}`);
	}
	return open;
}

for (const mask of ['000', '022']) {
	test.serial(`whatever the program makes is for its user alone, under umask ${mask}`, async (t) => {
		const folder = join(root, mask);
		const made = join(folder, 'case');
		const files = [...smallCase()];
		await writeFiles(made, files);
		const given = new Set([
			'case',
			...files.flatMap(([path]) => path.split('/').map((_, n, all) => join('case', ...all.slice(0, n + 1)))),
		]);
		const calls = [
			['init', join(folder, 'new')],
			['init', join(folder, 'workbook'), '--xlsx'],
			['run', made],
			['todo', made, '--xlsx', join(folder, 'todo.xlsx')],
			['copy', made, '--to', join(folder, 'copy.duckdb')],
			['backup', made, '--to', join(folder, 'b.zip')],
			['restore', join(folder, 'b.zip'), join(folder, 'restored')],
		];
		// The common mask needs the two that make a case; the open one shows every place.
		for (const call of mask === '000' ? calls : calls.slice(1, 3)) {
			const { status, told } = program(mask, call);
			t.true(status === 0 || status === 1, `${call[0]}: ${told}`);
			t.deepEqual(await openToOthers(folder, given), [], call[0]);
		}
	});
}

test.serial('a question changes no byte of the case, and needs no leave to write', async (t) => {
	const made = join(root, 'asked');
	await writeFiles(made, smallCase());
	t.true((await liuxiang(['run', made, '--quiet'])).code <= 1);
	const before = await hashesBelow(made);
	await chmod(join(made, 'store.duckdb'), 0o400);
	await chmod(made, 0o500);
	t.teardown(async () => await chmod(made, 0o700));
	const asked = [
		['person', LEADER_CHAT, made],
		['trace', made, '--from', LEADER_CHAT],
		['origin', CALLER_CHAT, made],
		['todo', made],
		['verify', made],
		['query', 'case-totals', made],
		['run', made, '--dry-run'],
	];
	for (const call of asked) {
		const { code, err } = await liuxiang([...call, '--quiet']);
		t.true(code !== 70 && code !== 5, `${call[0]}: ${err}`);
		t.deepEqual(await hashesBelow(made), before, call[0]);
	}
});
