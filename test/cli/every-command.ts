/** Calls of the command line on one case, in a process of its own; a JSON line each: `[arguments, exit code]`. */
import { join } from 'node:path';
import { COMMANDS } from '../../src/cli/commands/list.ts';
import { CALLER_CHAT, LEADER_CHAT, WALLET } from '../run/small-case.ts';
import { liuxiang } from './terminal.ts';

/** Calls that do what the command is for. Every other command is called with the case alone. */
function callsOn(folder: string, beside: string): string[][] {
	const decision = ['--dispute', '--by', 'x', '--why', 'y'];
	return [
		['init', join(beside, 'fresh')],
		['inspect', join(folder, 'evidence', 'chat.csv')],
		['run', folder],
		['watch', folder, '--once', '--all', '--workers', '1'],
		['follow', WALLET, folder, '--chain', 'tron', '--budget', '5'],
		['report', folder],
		['person', '演示甲', folder],
		['trace', folder, '--from', WALLET],
		['origin', CALLER_CHAT, folder],
		['why', LEADER_CHAT, folder],
		['decide', 'transfer:none', folder, ...decision],
		['copy', folder, '--to', join(beside, 'copy.duckdb')],
		['backup', folder, '--to', join(beside, 'backup.zip')],
		['restore', join(beside, 'backup.zip'), join(beside, 'restored')],
		['query'],
		['schema'],
	];
}

/** `demo` is `init` and `run`, on more files. */
const LEFT_OUT: ReadonlySet<string> = new Set(['demo']);

function everyCall(folder: string, beside: string): string[][] {
	const calls = callsOn(folder, beside);
	const called = new Set([...LEFT_OUT, ...calls.map(([name]) => name)]);
	const names = COMMANDS.map(({ usage }) => usage.split(' ')[0] ?? '');
	return [...calls, ...names.filter((name) => !called.has(name)).map((name) => [name, folder])];
}

const [which = '', folder = '', beside = ''] = process.argv.slice(2);
for (const call of which === 'run' ? [['run', folder]] : everyCall(folder, beside)) {
	const { code } = await liuxiang(call, process.env as Record<string, string>);
	console.log(JSON.stringify([call, code]));
}
