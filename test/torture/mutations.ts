import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NODE_ARGS } from '../another.ts';
import type { Torture } from './torture.ts';

/** Where the tests run compiled, this one stands two folders deeper. */
const COMPILED = NODE_ARGS.length === 0;
const AVA = fileURLToPath(
	new URL(`${COMPILED ? '../' : ''}../../node_modules/ava/entrypoints/cli.mjs`, import.meta.url),
);
const TESTS = COMPILED
	? ['--config', 'test/ava.config.js', '.compiled/test/sources/*.test.js']
	: ['test/sources/*.test.ts'];

/**
 * Sample files of every source, changed here and there: no reader may crash, take more than ten seconds or a gigabyte; every
 * row has one fate, every record its own id, and no row is lost in silence. A round is a changed byte of each source and two
 * changed cells. The tests of the sources try it themselves, each with what its format needs to know; here with more rounds.
 */
export const mutations: Torture = {
	name: 'mutations',
	rounds: 1_000,
	async run(seed, rounds) {
		const scratch = await mkdtemp(join(tmpdir(), 'liuxiang-mutations-'));
		try {
			const counted = join(scratch, 'files');
			const env = {
				...process.env,
				MUTATION_SEED: String(seed),
				MUTATION_ROUNDS: String(rounds),
				MUTATION_COUNTED: counted,
			};
			const args = [AVA, ...TESTS, '--match=*borne', '--timeout=2h', '--concurrency=2'];
			const child = spawn(process.execPath, args, { env, stdio: 'inherit' });
			const code = await new Promise((resolve) => child.once('close', resolve));
			const counts = await Promise.all((await readdir(scratch)).map((name) => readFile(join(scratch, name), 'utf8')));
			console.log(`mutations: ${counts.reduce((sum, count) => sum + Number(count), 0)} changed files`);
			if (code !== 0) throw new Error('a change is not borne: see above which one');
		} finally {
			await rm(scratch, { recursive: true, force: true });
		}
	},
};
