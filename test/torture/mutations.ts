import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Torture } from './torture.ts';

const AVA = fileURLToPath(new URL('../../node_modules/ava/entrypoints/cli.mjs', import.meta.url));

/**
 * Sample files of every source, changed here and there: no reader may crash or take long, every row has one fate, every
 * record its own id, and no row is lost in silence. A round is a changed byte of each source and two changed cells. The
 * tests of the sources try it themselves, each with what its format needs to know; here with more rounds.
 */
export const mutations: Torture = {
	name: 'mutations',
	rounds: 1_000,
	async run(seed, rounds) {
		const env = { ...process.env, MUTATION_SEED: String(seed), MUTATION_ROUNDS: String(rounds) };
		const args = [AVA, 'test/sources/*.test.ts', '--match=*borne', '--timeout=2h', '--concurrency=2'];
		const child = spawn(process.execPath, args, { env, stdio: 'inherit' });
		const code = await new Promise((resolve) => child.once('close', resolve));
		if (code !== 0) throw new Error('a change is not borne: see above which one');
	},
};
