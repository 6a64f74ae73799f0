import test from 'ava';
import { COMMANDS } from '../../src/cli/commands/list.ts';
import { liuxiang } from './terminal.ts';

const NAMES = COMMANDS.map((command) => command.usage.split(' ')[0] ?? '');

test('help names every command, on stdout', async (t) => {
	const { code, out, err } = await liuxiang(['--help']);
	t.is(code, 0);
	t.is(err, '');
	for (const name of [...NAMES, 'completion']) t.regex(out, new RegExp(`liuxiang ${name}`));
});

for (const lang of ['zh', 'en']) {
	for (const name of NAMES) {
		test(`help of ${name} in ${lang} has a purpose and an example, and no gap`, async (t) => {
			const { code, out } = await liuxiang([name, '--help', '--lang', lang]);
			t.is(code, 0);
			t.regex(out, lang === 'zh' ? /示例：/ : /Examples:/);
			t.regex(out, new RegExp(`liuxiang ${name}`));
			t.notRegex(out, /‹|undefined|\[object/);
		});
	}
}

test('help in Chinese has no English sentence of yargs left', async (t) => {
	const { out } = await liuxiang(['trace', '--help'], { LANG: 'zh_CN.UTF-8' });
	t.notRegex(out, /Options|Show help|required|default|string|boolean/);
});

const wrongCalls: readonly (readonly [string, readonly string[], RegExp])[] = [
	['no command', [], /command is missing/],
	['an unknown command', ['frobnicate'], /frobnicate/],
	['an unknown option', ['run', '--colour'], /Unknown: colour/],
	['a missing argument', ['person'], /at least 1/],
	['an option without its value', ['trace', '--from'], /from/],
	['a choice that is none', ['trace', '--from', 'x', '--policy', 'average'], /average.*fifo/],
	['a missing required option', ['trace'], /Missing: from/],
	['two decisions at once', ['decide', 'x', '--confirm', '--reject', '--by', 'a', '--why', 'b'], /"confirm, reject"/],
	['no decision at all', ['decide', 'x', '--by', 'a', '--why', 'b'], /exactly one/],
];

for (const [title, args, message] of wrongCalls) {
	test(`${title} is a usage problem: exit code 2, one line on stderr, nothing on stdout`, async (t) => {
		const { code, out, err } = await liuxiang(args);
		t.is(code, 2);
		t.is(out, '');
		t.regex(err, message);
		t.is(err.trimEnd().split('\n').length, 1);
	});
}

test('a usage problem with --json is JSON with its code', async (t) => {
	const { code, err } = await liuxiang(['decide', 'x', '--by', 'a', '--why', 'b', '--json']);
	t.is(code, 2);
	const { problem } = JSON.parse(err);
	t.is(problem.code, 'decide.one-act');
	t.deepEqual(problem.facts, { given: '' });
	t.regex(problem.message, /exactly one/);
});

test('the version is that of package.json', async (t) => {
	const { code, out } = await liuxiang(['--version']);
	t.is(code, 0);
	t.regex(out, /^\d+\.\d+\.\d+\n$/);
});

test('completion prints a script and completes command names', async (t) => {
	const script = await liuxiang(['completion'], { SHELL: '/bin/bash' });
	t.is(script.code, 0);
	t.regex(script.out, /liuxiang_yargs_completions/);
	const names = await liuxiang(['--get-yargs-completions', 'in'], { SHELL: '/bin/bash' });
	t.true(names.out.split('\n').includes('inspect'));
});

test('schema prints the JSON schemas', async (t) => {
	const findings = await liuxiang(['schema']);
	t.is(findings.code, 0);
	t.truthy(JSON.parse(findings.out).properties.people);
	const caseFile = await liuxiang(['schema', 'case']);
	t.truthy(JSON.parse(caseFile.out).properties.seeds);
});
