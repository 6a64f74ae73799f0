import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { COMMANDS } from '../../src/cli/commands/list.ts';
import type { Findings } from '../../src/findings/schema.ts';
import { EXIT_CODES } from '../../src/ledger/problem.ts';
import { sharedFolder, writeFiles } from '../run/folders.ts';
import { LEADER_CHAT, OVERSEAS, smallCase } from '../run/small-case.ts';
import { liuxiang } from './terminal.ts';

const root = await sharedFolder(test);
const folder = join(root, 'case');
const archive = join(root, 'case.backup');

/** A call of each command that gives a result. `fetch` and `follow` need a chain: test/run/chains; `demo` runs for long. */
const CALLS: Readonly<Record<string, (findings: Findings) => readonly string[]>> = {
	init: () => ['init', join(root, 'new')],
	inspect: () => ['inspect', join(folder, 'evidence'), '--case', folder],
	run: () => ['run', folder],
	changes: () => ['changes', folder],
	watch: () => ['watch', folder, '--once'],
	status: () => ['status', folder],
	report: () => ['report', folder, '--only', 'schedules'],
	verify: () => ['verify', folder],
	todo: () => ['todo', folder],
	person: () => ['person', '演示丙', folder],
	trace: () => ['trace', folder, '--from', OVERSEAS],
	origin: ({ payouts }) => ['origin', payouts[0]?.id ?? '', folder],
	why: ({ cashOuts }) => ['why', cashOuts[0]?.id ?? '', folder],
	query: () => ['query'],
	decide: () => ['decide', LEADER_CHAT, folder, '--reject', '--by', '李检', '--why', '号已转手'],
	copy: () => ['copy', folder, '--to', join(root, 'copy.duckdb')],
	backup: () => ['backup', folder, '--to', archive],
	restore: () => ['restore', archive, join(root, 'restored')],
	doctor: () => ['doctor'],
	schema: () => ['schema'],
};
const ELSEWHERE = ['demo', 'fetch', 'follow'];

const names = COMMANDS.map(({ usage }) => usage.split(' ')[0] ?? '');

test('every command has a call here, or stands among those that are tested elsewhere', (t) => {
	t.deepEqual(
		names.filter((name) => !Object.hasOwn(CALLS, name) && !ELSEWHERE.includes(name)),
		[],
	);
	for (const name of names) t.regex(readFileSync(`src/cli/commands/${name}.ts`, 'utf8'), /cli\.resultJson\(/, name);
});

test('with --json every command gives one JSON document on stdout, and what it says beside it on stderr', async (t) => {
	await writeFiles(folder, smallCase());
	const first = await liuxiang(['run', folder, '--json']);
	t.is(first.code, 0);
	t.is(JSON.parse(first.out).case, '小案（虚构）');
	const findings: Findings = JSON.parse(await readFile(join(folder, 'reports/latest/findings.json'), 'utf8'));
	for (const name of names) {
		const args = CALLS[name]?.(findings);
		if (args === undefined) continue;
		const { code, out, err } = await liuxiang([...args, '--json']);
		t.true(code === 0 || code === 1, `${name}: ${code} ${err}`);
		t.notThrows(() => JSON.parse(out), name);
		t.true(out.endsWith('\n'), name);
		t.notRegex(out, /\[object|‹\w+›/, name);
	}
});

test('with --json a problem is one JSON object on stderr with its code, and nothing stands on stdout', async (t) => {
	const kinds: ReadonlySet<number> = new Set(Object.values(EXIT_CODES));
	for (const name of names) {
		const nowhere = join(root, 'nowhere', name);
		const wrong: Readonly<Record<string, readonly string[]>> = {
			follow: ['T1', nowhere, '--chain', 'tron', '--budget', '5'],
			copy: [nowhere, '--to', join(root, 'x.duckdb')],
			backup: [nowhere, '--to', join(root, 'x')],
			restore: [nowhere, join(root, 'y')],
			trace: [nowhere, '--from', OVERSEAS],
			person: ['x', nowhere],
			origin: ['x', nowhere],
			why: ['x', nowhere],
			decide: ['x', nowhere, '--reject', '--by', 'a', '--why', 'b'],
			query: ['seeds', nowhere],
			schema: ['nothing'],
			demo: ['--unknown'],
			init: [folder],
			doctor: ['--unknown'],
			status: ['--unknown'],
			watch: ['--unknown'],
		};
		const { code, out, err } = await liuxiang([name, ...(wrong[name] ?? [nowhere]), '--json', '--quiet']);
		t.true(kinds.has(code), `${name}: ${code} ${err}`);
		t.is(out, '', name);
		const lines = err.trim().split('\n');
		t.is(lines.length, 1, `${name}: ${err}`);
		t.regex(JSON.parse(lines[0] ?? '').problem.code, /^[a-z][\w.-]+$/, name);
	}
});
