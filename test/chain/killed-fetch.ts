import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RunResult } from '../../src/run/run-case.ts';
import { moduleUrl, NODE_ARGS } from '../another.ts';
import { type EvmWorld, stranger } from './evm-world.ts';

/** Accounts of the world to ask for beside those of the case, so that there is much to be killed in. */
export function morePeople(world: EvmWorld): string {
	const { member1, member2, member3, poisoner } = world.people;
	return `accounts: [${[member1, member2, member3, poisoner, stranger(0), stranger(1)].map((one) => `"${one}"`).join(', ')}]`;
}

/** When a fetch is killed: so long after it told its nth line, one for each history. */
export interface Point {
	readonly line: number;
	readonly afterMs: number;
}

/** `liuxiang fetch` in a process of its own, killed at the point. @returns whether it was killed, and not done before */
export async function killedFetch(folder: string, { line, afterMs }: Point): Promise<boolean> {
	const args = [...NODE_ARGS, fileURLToPath(moduleUrl('src/cli/main')), 'fetch', folder, '--lang', 'en'];
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
	const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
	let told = 0;
	for await (const _ of createInterface({ input: child.stderr })) {
		if (told++ !== line) continue;
		await wait(afterMs);
		child.kill('SIGKILL');
	}
	return (await closed)[1] === 'SIGKILL';
}

/** What stands in findings of when and in how many pieces something was asked: all that a kill may change. */
const OF_THE_ASKING: ReadonlySet<string> = new Set(['receipt', 'receipts', 'lastAsked', 'askedAt', 'pages', 'seenAt']);

/** The findings, but for when and in how many pieces they were asked for. */
export function whatIsSaid({ findings }: RunResult): unknown {
	return JSON.parse(
		JSON.stringify(findings, (key, value: unknown) => (OF_THE_ASKING.has(key) || key === 'tables' ? undefined : value)),
	);
}

/** Every row of a run's table of transfers, in its order: their number and places show a gap or a duplicate. */
export async function transferRows({ folder }: RunResult): Promise<string> {
	return await readFile(join(folder, 'transfers.jsonl'), 'utf8');
}

/** Files of kept answers that are no whole ones. */
export async function halves(folder: string): Promise<string[]> {
	const names = await readdir(join(folder, 'chains'), { recursive: true });
	return names.filter((name) => name.endsWith('.part'));
}
