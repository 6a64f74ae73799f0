import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { readJournal } from '../../src/run/journal/journal.ts';
import { moduleUrl, NODE_ARGS } from '../another.ts';
import { sharedFolder, writeFiles } from '../run/folders.ts';
import { smallCase } from '../run/small-case.ts';

const root = await sharedFolder(test);
const PROGRAM = [...NODE_ARGS, fileURLToPath(moduleUrl('src/cli/main'))];

async function exitOf(child: ChildProcess): Promise<number | null> {
	await once(child, 'close');
	return child.exitCode;
}

test('a run whose talk nobody reads any more goes on to its end', async (t) => {
	const folder = join(root, 'case');
	await writeFiles(folder, smallCase());
	const child = spawn(process.execPath, [...PROGRAM, 'run', folder], { stdio: ['ignore', 'ignore', 'pipe'] });
	child.stderr.once('data', () => child.stderr.destroy());
	t.is(await exitOf(child), 0);
	t.is((await readJournal(folder))[0]?.outcome, 'done');
});

test('a result that does not fit on the disk is a problem of the disk, and no result', async (t) => {
	if (!existsSync('/dev/full')) {
		t.log('not tried: this system has no file that is always full');
		t.pass();
		return;
	}
	const full = await open('/dev/full', 'w');
	const child = spawn(process.execPath, [...PROGRAM, 'schema', 'findings', '--json'], {
		stdio: ['ignore', full.fd, 'pipe'],
	});
	const said = child.stderr ? text(child.stderr) : '';
	t.is(await exitOf(child), 5);
	await full.close();
	t.like(JSON.parse(await said), { problem: { code: 'files.full', facts: { path: 'stdout' } } });
});
