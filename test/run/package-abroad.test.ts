import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import test from 'ava';
import { drawPackage } from '../../src/run/package/draw-package.ts';
import { moduleUrl, NODE_ARGS } from '../another.ts';
import { hashesBelow, run, sharedFolder, writeFiles } from './folders.ts';
import { smallCase } from './small-case.ts';

const root = await sharedFolder(test);
const folder = join(root, 'case');

test.before(async () => {
	await writeFiles(folder, smallCase());
	await run(folder);
});

test('a package drawn far away, in another zone and language, has the same bytes in every file', async (t) => {
	const [here, abroad] = [join(root, 'here'), join(root, 'abroad')];
	await drawPackage(folder, { level: 'court', names: 'full', to: here });
	const env = { ...process.env, TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
	const module = JSON.stringify(moduleUrl('src/run/package/draw-package').href);
	const request = `{ level: 'court', names: 'full', to: process.argv[2] }`;
	const script = `import(${module}).then((m) => m.drawPackage(process.argv[1], ${request}))`;
	const child = spawn(process.execPath, [...NODE_ARGS, '-e', script, folder, abroad], { env, stdio: 'inherit' });
	t.deepEqual(await once(child, 'close'), [0, null]);
	t.deepEqual(await hashesBelow(abroad), await hashesBelow(here));
});
