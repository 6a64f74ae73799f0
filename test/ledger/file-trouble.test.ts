import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { fileTrouble, isGeneral } from '../../src/ledger/file-trouble.ts';
import { Problem } from '../../src/ledger/problem.ts';
import { isPresent } from '../../src/sources/present.ts';

const fault = (code: string, syscall: string, path?: string) =>
	Object.assign(new Error(code), { code, syscall, ...(path === undefined ? {} : { path }) });

test('what the system says of a file is a problem that names it', (t) => {
	const told = fileTrouble(fault('ENOSPC', 'write'), '/case/reports/a.csv') as Problem;
	t.true(told instanceof Problem);
	t.is(told.code, 'files.full');
	t.deepEqual(told.facts, { path: '/case/reports/a.csv', fault: 'ENOSPC' });
	t.is((fileTrouble(fault('EACCES', 'open', '/b'), '/c') as Problem).facts.path, '/b');
	t.is((fileTrouble(fault('ENOENT', 'mkdir', '/d')) as Problem).code, 'files.not-made');
});

test('what may be a bug of ours stays what it was', (t) => {
	for (const error of [fault('ENOENT', 'open', '/e'), fault('EACCES', 'connect'), new Error('none'), 'text'])
		t.is(fileTrouble(error), error);
	const problem = new Problem('config', 'case.field');
	t.is(fileTrouble(problem), problem);
});

test('trouble that whatever comes next would meet too is told apart from that of one file', (t) => {
	t.true(isGeneral(fault('EMFILE', 'open', '/f')));
	t.false(isGeneral(fault('EIO', 'read', '/f')));
});

test('what cannot be looked at is not taken for absent', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'liuxiang-present-'));
	t.teardown(() => rm(folder, { recursive: true }));
	await symlink('loop', join(folder, 'loop'));
	t.true(isPresent(folder));
	t.false(isPresent(join(folder, 'none')));
	t.throws(() => isPresent(join(folder, 'loop')), { code: 'ELOOP' });
});
