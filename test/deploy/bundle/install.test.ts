import { execFile } from 'node:child_process';
import {
	appendFile,
	chmod,
	copyFile,
	mkdir,
	readdir,
	readFile,
	readlink,
	rm,
	symlink,
	writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { writeSums } from '../../../docs/deploy/bundle/sums.ts';
import { emptyFolder } from '../../cli/folder.ts';

/** A bundle with the real scripts, a small program, and as Node a call of the one that runs this. */
async function smallBundle(parent: string, version: string): Promise<string> {
	const folder = join(parent, `liuxiang-${version}-linux-x64`);
	for (const path of ['bin', 'node/bin', 'app/dist/src/cli']) await mkdir(join(folder, path), { recursive: true });
	await copyFile('docs/deploy/bundle/linux/install.sh', join(folder, 'install.sh'));
	await copyFile('docs/deploy/bundle/linux/liuxiang', join(folder, 'bin/liuxiang'));
	await writeFile(join(folder, 'node/bin/node'), `#!/bin/sh\nexec "${process.execPath}" "$@"\n`);
	for (const path of ['bin/liuxiang', 'node/bin/node']) await chmod(join(folder, path), 0o755);
	const main = `console.log(${JSON.stringify(version)}, ...process.argv.slice(2))\n`;
	await writeFile(join(folder, 'app/dist/src/cli/main.js'), main);
	await writeFile(join(folder, 'VERSION'), `${version}\n`);
	await writeSums(folder);
	return folder;
}

function sh(args: readonly string[], cwd = '/'): Promise<{ code: number; out: string; err: string }> {
	return new Promise((resolve) => {
		execFile('sh', args, { cwd }, (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }));
	});
}

/** Folders with what shells stumble over. */
async function places(t: ExecutionContext): Promise<{ from: string; target: string }> {
	const folder = await emptyFolder(t);
	const from = join(folder, '光盘 $HOME');
	await mkdir(from);
	return { from, target: join(folder, "程序 'a b' `x`", '-深') };
}

test('it installs into a path with Chinese, spaces and quotes, and starts through a link from anywhere', async (t) => {
	const { from, target } = await places(t);
	const bundle = await smallBundle(from, '1.0.0');
	const { code, out, err } = await sh([join(bundle, 'install.sh'), target]);
	t.is(code, 0, err);
	t.regex(out, /Installed: .*current\/bin\/liuxiang \(1\.0\.0 --version\)/);
	await rm(bundle, { recursive: true });
	const link = join(from, 'liuxiang');
	await symlink(join(target, 'current/bin/liuxiang'), link);
	t.is((await sh([link, '流 向', '--a=b c'])).out, '1.0.0 流 向 --a=b c\n');
	t.deepEqual((await readdir(target)).sort(), ['1.0.0', 'current']);
});

test('an update switches last and keeps the version before; going back is one link', async (t) => {
	const { from, target } = await places(t);
	await sh([join(await smallBundle(from, '1.0.0'), 'install.sh'), target]);
	t.is((await sh(['install.sh', target], await smallBundle(from, '1.1.0'))).code, 0);
	t.is(await readlink(join(target, 'current')), '1.1.0');
	t.deepEqual((await readdir(target)).sort(), ['1.0.0', '1.1.0', 'current']);
	await sh([join(from, 'liuxiang-1.0.0-linux-x64/install.sh'), target]);
	t.is(await readlink(join(target, 'current')), '1.0.0');
});

test('a bundle that was damaged on its way installs nothing and names the file', async (t) => {
	const { from, target } = await places(t);
	const bundle = await smallBundle(from, '1.0.0');
	await appendFile(join(bundle, 'app/dist/src/cli/main.js'), '//');
	const { code, err } = await sh([join(bundle, 'install.sh'), target]);
	t.is(code, 1);
	t.regex(err, /main\.js: FAILED[\s\S]*damaged/);
	await t.throwsAsync(readdir(target), { code: 'ENOENT' });
});

test('called again it mends what was damaged, and what an earlier call left half copied', async (t) => {
	const { from, target } = await places(t);
	const bundle = await smallBundle(from, '1.0.0');
	await mkdir(join(target, '.1.0.0.new'), { recursive: true });
	await writeFile(join(target, '.1.0.0.new/half'), 'x');
	await sh([join(bundle, 'install.sh'), target]);
	await rm(join(target, '1.0.0/node/bin/node'));
	const mended = await sh([join(bundle, 'install.sh'), target]);
	t.is(mended.code, 0, mended.err);
	t.regex((await sh([join(target, 'current/bin/liuxiang')])).out, /^1\.0\.0/);
	t.deepEqual((await readdir(target)).sort(), ['1.0.0', 'current']);
	t.regex((await sh([join(bundle, 'install.sh'), target])).out, /there already, and whole/);
});

test('a bundle for another machine says which it needs', async (t) => {
	const { from, target } = await places(t);
	const bundle = await smallBundle(from, '1.0.0');
	await writeFile(join(bundle, 'node/bin/node'), '\x7fELF no program of this machine');
	await writeSums(bundle);
	const { code, err } = await sh([join(bundle, 'install.sh'), target]);
	t.is(code, 1);
	t.regex(err, /liuxiang-1\.0\.0-linux-x64 needs that system/);
});

test('the sums are those that sha256sum makes', async (t) => {
	const { from } = await places(t);
	const bundle = await smallBundle(from, '1.0.0');
	const lines = (await readFile(join(bundle, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
	t.is(lines.length, 5);
	t.is((await sh(['-c', 'sha256sum -c --strict --quiet SHA256SUMS'], bundle)).code, 0);
});
