import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import test from 'ava';
import { Problem } from '../../src/ledger/problem.ts';
import { type GuardedOptions, guardedRun } from '../../src/run/guarded-run.ts';
import { readJournal } from '../../src/run/journal/journal.ts';
import { LOCK_FILE } from '../../src/run/lock/case-lock.ts';
import { sharedFolder, writeFiles } from './folders.ts';
import { machine, processOn } from './lock/machine.ts';
import { CALLER_CHAT, CORE_CARD, OVERSEAS, smallCase } from './small-case.ts';

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

test('no log and no figure names a person, an account, a file of the evidence or a secret', async (t) => {
	const folder = join(root, 'canary');
	const secret = 'canary-secret-4711';
	const yaml = `${smallCase().get('case.yaml')}passwords_env: CASE_PASSWORDS\nschedule: { cron: "0 2 * * *", keep_runs: 2 }\n`;
	const file = 'evidence/演示丙 zhangsan.csv';
	await writeFiles(folder, [
		...smallCase(),
		['case.yaml', yaml],
		[file, '日期,组别,话务员,引流人数,填报人\n二月三十,第1组,某人,多,某人\n'],
	]);
	const env = { CASE_PASSWORDS: secret };
	await guardedRun(folder, options({ env }));
	await writeFile(join(folder, 'decisions.csv'), '对象,决定,值,决定人,理由\nt1,也许,,李检,x\n');
	await t.throwsAsync(guardedRun(folder, options({ env })), { instanceOf: Problem });
	const names = (await readdir(join(folder, 'log'))).sort();
	t.deepEqual(
		names.map((name) => name.replace(/^\d.*-/, '')),
		[...names.slice(0, 2).map((name) => name.replace(/^\d.*-/, '')), 'metrics.prom', 'runs.jsonl'],
	);
	const texts = await Promise.all(
		names.filter((name) => name !== 'runs.jsonl').map((name) => readFile(join(folder, 'log', name), 'utf8')),
	);
	const written = texts.join('');
	t.regex(written, /"hash":"[0-9a-f]{64}"/);
	t.regex(written, /"code":"case.cell"/);
	t.regex(written, /run_outcome\{case="小案（虚构）",outcome="failed"\} 1/);
	for (const hidden of [secret, '演示丙', 'zhangsan', '李检', '也许', CALLER_CHAT, CORE_CARD, OVERSEAS, folder])
		t.false(written.includes(hidden), hidden);
});

test('a run that is tried again and again, because somebody has the store open, is told of once', async (t) => {
	const folder = join(root, 'held');
	const yaml = `${smallCase().get('case.yaml')}notices: { on: [failed], webhook: { url: "https://desk.example/x", secret_env: HOOK } }\n`;
	await writeFiles(folder, [...smallCase(), ['case.yaml', yaml]]);
	const after = async () => {
		throw new Problem('store', 'store.locked', { path: '', pid: '', holder: '' });
	};
	const letters: number[] = [];
	let time = START;
	for (const due of [START, START, START, START + 1]) {
		const now = () => (time += 1000);
		await t.throwsAsync(guardedRun(folder, options({ after, due, now })), { message: /store\.locked/ });
		letters.push((await readdir(join(folder, 'notices/pending'))).length);
	}
	t.deepEqual(letters, [1, 1, 1, 2]);
});

test('with keep_runs the oldest results go, and the last ones and what they are compared with stay', async (t) => {
	const folder = join(root, 'kept');
	const yaml = `${smallCase().get('case.yaml')}schedule: { cron: "0 2 * * *", keep_runs: 2 }\n`;
	await writeFiles(folder, [...smallCase(), ['case.yaml', yaml]]);
	const runs: string[] = [];
	for (const night of [1, 2, 3]) {
		const row = `2023-03-1${night} 12:00:00,${OVERSEAS},${CALLER_CHAT},${night}.00,N${night},\n`;
		await writeFile(join(folder, 'evidence', `night-${night}.csv`), `支付时间,付款人,收款人,金额,单号,附言\n${row}`);
		runs.push(basename((await guardedRun(folder, options())).folder));
	}
	t.is(new Set(runs).size, 3);
	t.deepEqual((await readdir(join(folder, 'reports'))).sort(), ['latest', ...runs.slice(1).sort()]);
	const { id } = (await readJournal(folder)).at(-1) ?? { id: '' };
	const log = await readFile(join(folder, 'log', `${id}.jsonl`), 'utf8');
	t.true(log.includes(`"what":"report","name":"${runs[0]}","event":"removed"`), log);
});
