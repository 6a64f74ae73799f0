import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { licenceList, licencesOf } from '../../../docs/deploy/bundle/licences.ts';
import { placeNode } from '../../../docs/deploy/bundle/node-runtime.ts';
import { PLATFORMS } from '../../../docs/deploy/bundle/platforms.ts';
import { emptyFolder } from '../../cli/folder.ts';

const platform = (name: string) => {
	const found = PLATFORMS.find((one) => one.name === name);
	if (!found) throw new Error(name);
	return found;
};

/** The head of a program, by the two formats' own definitions, in a file as large as a whole Node. */
async function program(path: string, machine: number, kind: 'elf' | 'pe'): Promise<void> {
	const head = Buffer.alloc(200);
	if (kind === 'elf') {
		head.write('\x7fELF', 0, 'latin1');
		head.writeUInt16LE(machine, 18);
	} else {
		head.write('MZ', 0, 'latin1');
		head.writeUInt32LE(128, 60);
		head.write('PE\0\0', 128, 'latin1');
		head.writeUInt16LE(machine, 132);
	}
	await mkdir(join(path, '..'), { recursive: true });
	await writeFile(path, head);
	await truncate(path, 41 * 1024 ** 2);
}

test('Node for another machine, without its licence, or one that leans on this machine is refused', async (t) => {
	const folder = await emptyFolder(t);
	const given = join(folder, 'node-linux');
	const to = join(folder, 'to');
	await program(join(given, 'bin/node'), 183, 'elf');
	await t.throwsAsync(placeNode(platform('linux-x64'), given, to), { message: /no program for linux-x64/ });
	await t.throwsAsync(placeNode(platform('linux-arm64'), given, to), { message: /licence of Node is missing/ });
	await writeFile(join(given, 'LICENSE'), 'Node.js is licensed for use as follows');
	await placeNode(platform('linux-arm64'), given, to);
	t.regex(await readFile(join(to, 'LICENSE'), 'utf8'), /Node\.js/);
	await truncate(join(given, 'bin/node'), 200);
	await t.throwsAsync(placeNode(platform('linux-arm64'), given, to), { message: /loads parts of this machine/ });

	await program(join(given, 'node.exe'), 0x8664, 'pe');
	await placeNode(platform('win32-x64'), given, to);
	await program(join(given, 'node.exe'), 0xaa64, 'pe');
	await t.throwsAsync(placeNode(platform('win32-x64'), given, to), { message: /no program for win32-x64/ });
});

test('every native part that a bundle waits for stands in the lock file, for run time', async (t) => {
	const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as { packages: Record<string, { dev?: true }> };
	for (const name of PLATFORMS.flatMap(({ native }) => native)) {
		t.truthy(lock.packages[`node_modules/${name}`], name);
		t.falsy(lock.packages[`node_modules/${name}`]?.dev, name);
	}
});

test('the list of licences names every package, packages within packages too, and their texts', async (t) => {
	const modules = join(await emptyFolder(t), 'node_modules');
	const packages: Record<string, object> = {
		a: { name: 'a', version: '1.0.0', license: 'MIT' },
		'@s/b': { name: '@s/b', version: '2.0.0', licenses: [{ type: 'MIT' }, { type: 'Apache-2.0' }] },
		'@s/b/node_modules/a': { name: 'a', version: '0.9.0', license: { type: 'ISC' } },
	};
	for (const [path, about] of Object.entries(packages)) {
		await mkdir(join(modules, path), { recursive: true });
		await writeFile(join(modules, path, 'package.json'), JSON.stringify(about));
	}
	await writeFile(join(modules, '@s/b/LICENSE.md'), 'terms');
	t.is(
		licenceList(await licencesOf(modules)).split('\n\n')[1],
		'@s/b 2.0.0: MIT OR Apache-2.0 (@s/b/LICENSE.md)\na 0.9.0: ISC\na 1.0.0: MIT\n',
	);
	await writeFile(join(modules, 'a/package.json'), JSON.stringify({ name: 'a', version: '1.0.0' }));
	await t.throwsAsync(licencesOf(modules), { message: /the package a names no licence/ });
});
