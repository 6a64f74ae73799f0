import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import test from 'ava';
import { thisProcess } from '../../../src/cli/this-process.ts';
import { Problem } from '../../../src/ledger/problem.ts';
import { LOCK_FILE, withLock } from '../../../src/run/lock/case-lock.ts';
import { type Owner, readOwner, type Self } from '../../../src/run/lock/owner.ts';
import { sharedFolder } from '../folders.ts';
import { machine, processOn } from './machine.ts';

const root = await sharedFolder(test);
let cases = 0;

async function newCase(): Promise<string> {
	const folder = join(root, `case-${++cases}`);
	await mkdir(folder);
	await writeFile(join(folder, 'case.yaml'), '');
	return folder;
}

const NOW = Date.UTC(2023, 2, 6);
const terms = (self: Self) => ({ self, command: 'run', now: () => NOW });

/** Holds the lock for ever, as a process does that is killed in its work. */
async function lockedBy(folder: string, self: Self): Promise<void> {
	await new Promise<void>((held) => {
		void withLock(folder, terms(self), () => {
			held();
			return new Promise(() => undefined);
		});
	});
}

const problemOf = async (work: Promise<unknown>) => {
	const cause = await work.then(
		() => undefined,
		(error: unknown) => error,
	);
	return cause instanceof Problem ? cause : undefined;
};

test('the lock says who works, and is gone afterwards, also where the work fails', async (t) => {
	const folder = await newCase();
	const self = processOn(machine(), 41);
	const told = await withLock(folder, terms(self), async () => {
		t.is((await stat(join(folder, LOCK_FILE))).mode & 0o777, 0o600);
		return readOwner(await readFile(join(folder, LOCK_FILE), 'utf8'));
	});
	t.like(told, { pid: 41, host: 'alpha', boot: 'boot-1', started: 't41', command: 'run', since: NOW });
	await t.throwsAsync(
		withLock(folder, terms(self), () => Promise.reject(new Error('in the work'))),
		{
			message: 'in the work',
		},
	);
	t.deepEqual(await readdir(folder), ['case.yaml']);
});

test('while its owner runs, nobody else gets it, and the owner is named', async (t) => {
	const folder = await newCase();
	const alpha = machine();
	await lockedBy(folder, processOn(alpha, 41));
	const problem = await problemOf(withLock(folder, terms(processOn(alpha, 42)), async () => t.fail()));
	t.is(problem?.code, 'case.locked');
	t.is(problem?.kind, 'store');
	t.like(problem?.facts, { pid: 41, host: 'alpha', command: 'run', since: '2023-03-06T00:00:00.000Z' });
	t.deepEqual((await readdir(folder)).sort(), ['case.yaml', LOCK_FILE]);
});

test('a lock is taken over whose process has gone, whose number is another process now, or of before the machine started', async (t) => {
	const gone = machine();
	const reused = machine();
	const before = machine();
	for (const [alpha, after] of [
		[gone, () => gone.running.delete(41)],
		[reused, () => reused.running.set(41, 't9000')],
		[before, () => undefined],
	] as const) {
		const folder = await newCase();
		await lockedBy(folder, processOn(alpha, 41));
		after();
		const now = alpha === before ? { ...alpha, boot: 'boot-2' } : alpha;
		const from = await withLock(folder, terms(processOn(now, 42)), async (owner) => owner);
		t.is(from?.pid, 41);
		t.deepEqual(await readdir(folder), ['case.yaml']);
	}
});

test('of another machine nobody knows, so its lock stands and the message says what to do', async (t) => {
	const folder = await newCase();
	await lockedBy(folder, processOn(machine('alpha'), 41));
	const problem = await problemOf(
		withLock(folder, terms(processOn(machine('beta', 'boot-9'), 41)), async () => t.fail()),
	);
	t.is(problem?.code, 'case.locked-elsewhere');
	t.is(problem?.facts.host, 'alpha');
	t.is(problem?.facts.file, join(folder, LOCK_FILE));
});

test('a lock that cannot be read is respected for a moment and then taken over', async (t) => {
	const folder = await newCase();
	await writeFile(join(folder, LOCK_FILE), '{"pid":');
	const self = processOn(machine(), 42);
	const at = (now: number) => withLock(folder, { ...terms(self), now: () => now }, async (owner) => owner);
	t.is((await problemOf(at(Date.now())))?.code, 'case.locked');
	t.is(await at(Date.now() + 60_000), undefined);
	t.false(existsSync(join(folder, LOCK_FILE)));
});

test('of many who find a stale lock at once, and one killed while it took it over, one works at a time', async (t) => {
	const folder = await newCase();
	const alpha = machine();
	await lockedBy(folder, processOn(alpha, 41));
	const stale = readOwner(await readFile(join(folder, LOCK_FILE), 'utf8')) as Owner;
	const claim = { ...stale, pid: 42, started: 't42', nonce: 'nonce-of-the-killed' };
	await writeFile(join(folder, `${LOCK_FILE}.${stale.nonce}`), JSON.stringify(claim));
	await writeFile(join(folder, `${LOCK_FILE}.${claim.nonce}.part`), JSON.stringify(claim));
	alpha.running.delete(41);
	let working = 0;
	const worked: number[] = [];
	const attempts = Array.from({ length: 12 }, async (_, index) => {
		const self = processOn(alpha, 100 + index);
		for (;;) {
			try {
				return await withLock(folder, terms(self), async () => {
					t.is(++working, 1);
					for (let turns = 0; turns < 5; turns++) await turn();
					worked.push(index);
					working--;
				});
			} catch (cause) {
				if (!(cause instanceof Problem) || cause.code !== 'case.locked') throw cause;
				await turn();
			}
		}
	});
	await Promise.all(attempts);
	t.is(worked.length, 12);
	t.deepEqual(await readdir(folder), ['case.yaml']);
});

test('no folder without case.yaml is locked', async (t) => {
	const folder = join(root, 'empty');
	await mkdir(folder);
	t.is((await problemOf(withLock(folder, terms(thisProcess()), async () => t.fail())))?.code, 'case.missing');
	t.deepEqual(await readdir(folder), []);
});

test('this process knows when it began, and of a number that nobody has that nobody is there', async (t) => {
	const self = thisProcess();
	t.is(await self.startOf(self.pid), self.started);
	t.is(await self.startOf(2 ** 30), undefined);
});
