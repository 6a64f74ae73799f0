import { access, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { call } from './call.ts';

/** All that installing and starting call; the Node of this machine is not among it. */
const TOOLS = [
	'sh',
	'basename',
	'cat',
	'cp',
	'dirname',
	'grep',
	'ln',
	'mkdir',
	'mv',
	'readlink',
	'rm',
	'sha256sum',
	'sync',
	'uname',
];

/**
 * Unpacks a bundle for this machine and installs it in a folder with Chinese and spaces; there, without network, without
 * any other Node and with an empty environment, makes and runs the demo case, draws its package and verifies it.
 *
 * @throws Error that names the step that failed
 */
export async function prove(archive: string): Promise<void> {
	const place = await mkdtemp(join(tmpdir(), '流向 离线 安装 '));
	try {
		const tools = join(place, '工具');
		await mkdir(tools);
		for (const name of TOOLS) await symlink(await whereIs(name), join(tools, name));
		const unpacked = join(place, '解 包');
		await mkdir(unpacked);
		await call('tar', ['-xzf', archive, '-C', unpacked]);
		const unshare = await whereIs('unshare');
		const env = { PATH: tools, HOME: place, LANG: 'zh_CN.UTF-8', TMPDIR: place };
		const offline = (program: string, ...args: string[]) =>
			call(unshare, ['--map-root-user', '--net', '--', program, ...args], place, env);
		const folder = join(unpacked, basename(archive, '.tar.gz'));
		const target = join(place, '程序 目录');
		await offline(join(tools, 'sh'), join(folder, 'install.sh'), target);
		await rm(unpacked, { recursive: true });
		const liuxiang = join(target, 'current/bin/liuxiang');
		const demo = join(place, '我的 案件');
		await offline(liuxiang, 'demo', demo, '--quiet');
		await offline(liuxiang, 'verify', demo, '--quiet');
		await offline(liuxiang, 'doctor', demo);
		await access(join(demo, 'reports/latest/findings.json'));
		const version = (await readFile(join(target, 'current/VERSION'), 'utf8')).trim();
		console.log(`proved: ${version} installed and ran the demo without network in "${target}"`);
	} finally {
		await rm(place, { recursive: true, force: true });
	}
}

async function whereIs(name: string): Promise<string> {
	for (const folder of (process.env.PATH ?? '').split(delimiter)) {
		const path = join(folder, name);
		if (
			await access(path).then(
				() => true,
				() => false,
			)
		)
			return path;
	}
	throw new Error(`${name} is missing on this machine`);
}
