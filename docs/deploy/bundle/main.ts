/**
 * Makes the offline bundle: `npm run bundle -- [--platform linux-x64] [--node FOLDER] [--to FOLDER] [--prove]`.
 * It needs the registry of npm, or what npm has kept of it; the machine that the bundle is for needs nothing.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeBundle } from './make.ts';
import { PLATFORMS } from './platforms.ts';
import { prove } from './prove.ts';

const { values } = parseArgs({
	options: {
		platform: { type: 'string', default: 'linux-x64' },
		node: { type: 'string' },
		to: { type: 'string', default: 'bundles' },
		prove: { type: 'boolean', default: false },
	},
});
const platform = PLATFORMS.find(({ name }) => name === values.platform);
if (!platform) {
	console.error(`--platform is one of ${PLATFORMS.map(({ name }) => name).join(', ')}`);
	process.exit(2);
}
const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
const work = await mkdtemp(join(tmpdir(), 'liuxiang-bundle-'));
try {
	const made = await makeBundle({ platform, node: values.node, version, work, to: resolve(values.to) });
	console.log(`${made.path}: ${(made.bytes / 1024 ** 2).toFixed(1)} MB, SHA-256 ${made.sha256}`);
	if (values.prove) await prove(made.path);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	await rm(work, { recursive: true, force: true });
}
