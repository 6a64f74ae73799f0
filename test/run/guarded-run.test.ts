import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import test from 'ava';
import { Problem } from '../../src/ledger/problem.ts';
import { type GuardedOptions, guardedRun } from '../../src/run/guarded-run.ts';
import { readJournal } from '../../src/run/journal/journal.ts';
import { LOCK_FILE } from '../../src/run/lock/case-lock.ts';
import { sharedFolder, writeFiles } from './folders.ts';
import { machine, processOn } from './lock/machine.ts';
import { smallCase } from './small-case.ts';

const root = await sharedFolder(test);
const START = Date.UTC(2023, 2, 6, 1);

/** Options of a run whose clock goes on by a second each time it is read. */
function options(more: Partial<GuardedOptions> = {}): GuardedOptions {
	let time = START;
	return {
		self: processOn(machine(), 41),
		now: () => (time += 1000),
		command: 'run',
		trigger: 'schedule',
		program: 'liuxiang test',
		onProgress: () => {},
		...more,
	};
}

test('a run begins and ends in the journal, with its folder and the one before, what it counted and how long it took', async (t) => {
	const folder = join(root, 'told');
	await writeFiles(folder, smallCase());
	const first = await guardedRun(folder, options({ due: START }));
	const second = await guardedRun(folder, options({ trigger: 'hand' }));
	const [one, two, ...more] = await readJournal(folder);
	t.deepEqual(more, []);
	t.deepEqual(one, first.entry);
	t.like(one, {
		trigger: 'schedule',
		due: START,
		program: 'liuxiang test',
		exit: first.exit,
		run: basename(first.folder),
	});
	t.true((one?.ended ?? 0) > (one?.started ?? Number.NaN));
	t.like(one?.counts, { files: 6, hash_alarms: 0, transfers: 12, people: 4 });
	t.true((one?.timings?.read ?? 0) > 0);
	t.false('before' in (one ?? {}));
	t.like(two, { trigger: 'hand', before: basename(first.folder), run: basename(first.folder) });
	t.deepEqual(two, second.entry);
	t.false(existsSync(join(folder, LOCK_FILE)));
});

test('a run that fails says so in the journal, with the problem, and lets the case go', async (t) => {
	const folder = join(root, 'fails');
	await writeFiles(folder, smallCase());
	await writeFile(join(folder, 'store.duckdb'), 'x'.repeat(20_000));
	await t.throwsAsync(guardedRun(folder, options()), { instanceOf: Problem });
	t.like((await readJournal(folder))[0], { outcome: 'failed', exit: 5, problem: { code: 'store.damaged' } });
	t.false(existsSync(join(folder, LOCK_FILE)));
});

test('what belongs to the run is done while the case is locked, and what fails of it fails the run', async (t) => {
	const folder = join(root, 'after');
	await writeFiles(folder, smallCase());
	const after = async () => {
		t.true(existsSync(join(folder, LOCK_FILE)));
		throw new Error('no package');
	};
	await t.throwsAsync(guardedRun(folder, options({ after })), { message: 'no package' });
	t.like((await readJournal(folder))[0], { outcome: 'failed', exit: 70, problem: { code: 'bug', facts: {} } });
	t.true((await readdir(join(folder, 'reports'))).includes('latest'));
});

test('after a power cut the lock is taken over, the run that never ended is broken, and the next one does the work', async (t) => {
	const folder = join(root, 'cut');
	await writeFiles(folder, smallCase());
	const before = { ...machine(), boot: 'boot-0' };
	await new Promise<void>((held) => {
		const after = () => {
			held();
			return new Promise<void>(() => undefined);
		};
		void guardedRun(folder, options({ self: processOn(before, 40), after }));
	});
	let found: unknown;
	const onRecovered: GuardedOptions['onRecovered'] = ({ owner, broken }) => {
		found = [owner?.pid, broken.map(({ outcome }) => outcome)];
	};
	const { exit } = await guardedRun(folder, options({ onRecovered }));
	t.deepEqual(found, [40, ['broken']]);
	t.is(exit, 0);
	t.deepEqual(
		(await readJournal(folder)).map(({ outcome, ended }) => [outcome, ended !== undefined]),
		[
			['broken', false],
			['done', true],
		],
	);
	t.false(existsSync(join(folder, LOCK_FILE)));
});
