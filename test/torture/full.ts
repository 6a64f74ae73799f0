import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { moduleUrl, NODE_ARGS } from '../another.ts';
import type { Torture } from './torture.ts';

/** A case on small file systems that are really full, then enlarged. Needs root, or leave to make namespaces of one's own. */
export const full: Torture = {
	name: 'full',
	rounds: 60,
	async run(seed, rounds) {
		const main = fileURLToPath(moduleUrl('test/faults/full-main'));
		const args = ['-rm', process.execPath, ...NODE_ARGS, main, String(seed), String(rounds)];
		const child = spawn('unshare', args, { stdio: ['ignore', 'inherit', 'inherit'] });
		const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
		if (code !== 0)
			throw new Error('a run on a full disk did not end as it must, see above; or no mount is allowed here');
	},
};
