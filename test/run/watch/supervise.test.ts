import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import test from 'ava';
import { thisProcess } from '../../../src/cli/this-process.ts';
import { readJournal, writeEntry } from '../../../src/run/journal/journal.ts';
import type { Program } from '../../../src/run/watch/child-run.ts';
import { superviseCases, type WatchEvent, type WatchTerms } from '../../../src/run/watch/supervise.ts';
import { sharedFolder } from '../folders.ts';

const root = await sharedFolder(test);

/** A program that behaves as the test wants, in the place of `liuxiang run`. Its arguments are `run <folder> …`. */
const node = (script: string): Program => ({
	command: process.execPath,
	args: ['-e', script, '--'],
	env: process.env,
	name: 'test',
	kill: (pid) => process.kill(-pid, 'SIGKILL'),
});

const NOTICES = 'notices: { on: [failed], webhook: { url: "https://desk.example/liuxiang", secret_env: DESK_SECRET } }';

async function makeCase(name: string, schedule = ''): Promise<string> {
	const folder = join(root, name);
	await mkdir(join(folder, 'evidence'), { recursive: true });
	await writeFile(
		join(folder, 'case.yaml'),
		`version: 1\nname: x\n${schedule === '' ? '' : `schedule: ${schedule}\n`}`,
	);
	return folder;
}

interface Call extends Partial<WatchTerms> {
	readonly folders: readonly string[];
	readonly program: Program;
}

async function supervise(call: Call) {
	const events: WatchEvent[] = [];
	const watched = await superviseCases({
		room: { workers: 2, memory: 64 * 1024 ** 3 },
		args: [],
		clock: () => ({ wall: Date.now(), steady: performance.now() }),
		self: thisProcess(),
		notices: { send: false, random: () => 0, sleep: async () => true, onSent: () => {}, onTrouble: () => {} },
		signal: new AbortController().signal,
		...call,
		onEvent: (event) => {
			events.push(event);
			call.onEvent?.(event);
		},
	});
	return { ...watched, events };
}

test('one case over its memory, one over its time, one that fails: each is told in its journal, and the others are run', async (t) => {
	const folders = [
		await makeCase('limits/memory', `{ cron: "0 2 * * *", memory_limit: 256MB }\n${NOTICES}`),
		await makeCase('limits/time', '{ cron: "0 2 * * *", time_limit: 1s }'),
		await makeCase('limits/fails', '{ cron: "0 2 * * *" }'),
		await makeCase('limits/well', '{ cron: "0 2 * * *" }'),
	];
	const program = node(`
		const folder = process.argv[2];
		if (folder.endsWith('memory')) { const kept = []; setInterval(() => kept.push(Buffer.alloc(64e6, 1)), 20); }
		else if (folder.endsWith('time')) setInterval(() => {}, 1000);
		else if (folder.endsWith('fails')) { console.error('talk'); console.error('{"problem":{"code":"case.field","facts":{}}}'); process.exit(2); }
	`);
	const { runs, exit } = await supervise({ folders: [join(root, 'limits')], program, once: 'all' });
	const told = new Map(runs.map((run) => [run.folder, run]));
	t.like(told.get(folders[0] ?? ''), { killedBy: 'memory', exit: 137 });
	t.like(told.get(folders[1] ?? ''), { killedBy: 'time', exit: 143 });
	t.like(told.get(folders[2] ?? ''), { exit: 2, problem: 'case.field' });
	t.like(told.get(folders[3] ?? ''), { exit: 0 });
	t.is(exit, 143);
	const problems = ['run.memory-limit', 'run.time-limit', 'case.field'];
	for (const [n, code] of problems.entries()) {
		const entries = await readJournal(folders[n] ?? '');
		t.is(entries.length, 1);
		t.like(entries[0], {
			outcome: 'failed',
			trigger: 'schedule',
			problem: { code },
			exit: runs.find(({ folder }) => folder === folders[n])?.exit,
		});
	}
	t.deepEqual(await readJournal(folders[3] ?? ''), []);
	// The figures of a machine that is watched say so too.
	const figures = await readFile(join(folders[0] ?? '', 'log/metrics.prom'), 'utf8');
	t.true(figures.includes('liuxiang_run_exit_code{case="x"} 137\n'), figures);
	// Whoever wants to hear of failed runs hears of it, although the run cannot say a word.
	const pending = join(folders[0] ?? '', 'notices/pending');
	const [letter] = await readdir(pending);
	t.regex(await readFile(join(pending, letter ?? ''), 'utf8'), /run\.memory-limit/);
	t.false(existsSync(join(folders[0] ?? '', 'run.lock')));
});

test('a run that came to its end before it heard that its time was over is left as it is', async (t) => {
	const folder = await makeCase('finished', '{ cron: "0 2 * * *", time_limit: 1s }');
	const program = node(`
		const fs = require('node:fs'), [, , folder, , , , , , due] = process.argv;
		const entry = { id: 'x', started: 1, trigger: 'schedule', due: Number(due), program: 'p', ended: 2, outcome: 'done', exit: 0 };
		process.on('SIGTERM', () => {
			fs.mkdirSync(folder + '/log');
			fs.writeFileSync(folder + '/log/runs.jsonl', JSON.stringify(entry) + '\\n');
			process.exit(0);
		});
		setInterval(() => {}, 1000);
	`);
	const { runs } = await supervise({ folders: [folder], program, once: 'all' });
	t.like(runs, [{ killedBy: 'time', exit: 0 }]);
	t.like(await readJournal(folder), [{ outcome: 'done', exit: 0 }]);
});

test('a run that is ended takes with it what it started, and nobody waits for that', async (t) => {
	const folder = await makeCase('family', '{ cron: "0 2 * * *", memory_limit: 256MB }');
	const program = node(`
		const grown = "const kept = []; setInterval(() => kept.push(Buffer.alloc(32e6, 1)), 20)";
		const child = require('node:child_process').spawn(process.execPath, ['-e', grown], { stdio: 'inherit' });
		require('node:fs').writeFileSync(process.argv[2] + '/pid', String(child.pid));
		setInterval(() => {}, 1000);
	`);
	const { runs } = await supervise({ folders: [folder], program, once: 'all' });
	t.like(runs, [{ killedBy: 'memory', exit: 137 }]);
	const pid = Number(await readFile(join(folder, 'pid'), 'utf8'));
	// Gone, or dead and not yet fetched by the system's first process.
	t.regex(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z'), /\) [ZX]/);
});

test('told to stop, it ends within ten seconds even where a run does not listen', async (t) => {
	const folder = await makeCase('deaf', '{ cron: "* * * * * *" }');
	const stop = new AbortController();
	const program = node(
		`process.on('SIGTERM', () => {}); require('node:fs').writeFileSync(process.argv[2] + '/there', ''); setInterval(() => {}, 1000);`,
	);
	const done = supervise({ folders: [folder], program, signal: stop.signal });
	while (!existsSync(join(folder, 'there'))) await wait(50);
	const asked = performance.now();
	stop.abort();
	const { events } = await done;
	const took = performance.now() - asked;
	t.true(took > 7000 && took < 10_000, String(took));
	t.like(
		events.find(({ code }) => code === 'watch.stopping'),
		{ facts: { running: 1 } },
	);
	// Nothing went wrong with the run: the next one goes on with it.
	t.deepEqual(await readJournal(folder), []);
});

test('a case whose file is broken, or that nobody can read, holds up no other', async (t) => {
	const well = await makeCase('mixed/well');
	const broken = await makeCase('mixed/broken', '{ cron: "never" }');
	await mkdir(join(root, 'mixed/no-case'));
	await mkdir(join(root, 'mixed/.hidden'));
	await writeFile(join(root, 'mixed/.hidden/case.yaml'), 'version: 1\nname: x\n');
	const { runs, unread, exit } = await supervise({
		folders: [join(root, 'mixed'), well],
		program: node(''),
		once: 'due',
	});
	t.deepEqual(
		runs.map(({ folder }) => folder),
		[well],
	);
	t.deepEqual([...unread], [[broken, 'case.field']]);
	t.is(exit, 2);
});

test('a case that appears, changes and goes is taken up without a new start; a case that is held is tried until it is free', async (t) => {
	const parent = join(root, 'living');
	await mkdir(parent);
	const stop = new AbortController();
	const seen = new Set<string>();
	const program = node(`
		const held = process.argv[2] + '/held';
		if (require('node:fs').existsSync(held)) { console.error('{"problem":{"code":"case.locked"}}'); process.exit(5); }
	`);
	const done = supervise({
		folders: [parent],
		program,
		signal: stop.signal,
		clock: () => ({ wall: Date.now(), steady: performance.now() }),
		onEvent: ({ code, folder }) => seen.add(`${code} ${folder}`),
	});
	const until = async (event: string) => {
		while (!seen.has(event)) await wait(50);
	};
	const folder = await makeCase('living/new', '{ cron: "nonsense" }');
	await until(`watch.unread ${folder}`);
	await makeCase('living/new', '{ cron: "0 0 1 1 *" }');
	await until(`watch.case ${folder}`);
	t.false(seen.has(`watch.started ${folder}`));
	await makeCase('living/new', '{ cron: "* * * * * *" }');
	await until(`watch.ended ${folder}`);
	await writeFile(join(folder, 'held'), '');
	await until(`watch.held-up ${folder}`);
	// Its journal says nothing of that: it was no run.
	t.deepEqual(await readJournal(folder), []);
	stop.abort();
	await done;
});

test('what runs once gives up a case that somebody holds for longer than its time limit, and ends', async (t) => {
	const folder = await makeCase('hung', '{ cron: "0 2 * * *", time_limit: 4h }');
	const well = await makeCase('free', '{ cron: "0 2 * * *" }');
	// An hour goes by in a second and a half.
	const clock = () => ({ wall: 1_767_225_600_000, steady: performance.now() * 2400 });
	const program = node(
		`if (process.argv[2].endsWith('hung')) { console.error('{"problem":{"code":"case.locked"}}'); process.exit(5); }`,
	);
	const { runs, exit, events } = await supervise({ folders: [folder, well], program, once: 'all', clock });
	t.is(exit, 5);
	t.deepEqual(
		runs.map((run) => [run.folder, run.exit, run.problem]),
		[
			[well, 0, undefined],
			[folder, 5, 'case.locked'],
		],
	);
	t.is(events.filter(({ code }) => code === 'watch.held-up').length, 1);
});

test('what passed while nobody watched is known from the journal: a run that was cut off did not do it', async (t) => {
	const folder = await makeCase('past', '{ cron: "0 2 * * *", timezone: UTC }');
	let morning = Date.UTC(2026, 2, 1, 8);
	const due = Date.UTC(2026, 2, 1, 2);
	const entry = { id: 'a', started: due + 5, trigger: 'schedule' as const, due, program: 'test' };
	// The schedule is older than the time that passed.
	await utimes(join(folder, 'case.yaml'), due / 1000 - 60, due / 1000 - 60);
	const clock = () => ({ wall: morning, steady: performance.now() });
	const ran = async () =>
		(await supervise({ folders: [folder], program: node(''), once: 'due', clock })).runs.map((run) => run.due);
	await writeEntry(folder, { ...entry, outcome: 'broken' });
	t.deepEqual(await ran(), [due]);
	await writeEntry(folder, { ...entry, id: 'b', ended: due + 60_000, outcome: 'done' });
	t.deepEqual(await ran(), []);
	// A run of a clock that was a year ahead, and a case.yaml of that time, do not hold up the case for a year.
	const ahead = due + 365 * 86_400_000;
	await utimes(join(folder, 'case.yaml'), ahead / 1000, ahead / 1000);
	const next = due + 86_400_000;
	await writeEntry(folder, { ...entry, id: 'c', started: ahead, ended: ahead + 60_000, outcome: 'done' });
	morning += 86_400_000;
	t.deepEqual(await ran(), [next]);
	await rm(join(folder, 'log', 'runs.jsonl'));
	t.deepEqual(await ran(), [next]);
});

test('nothing to watch is an error, an empty folder of cases is not', async (t) => {
	const plain = await makeCase('plain');
	const program = node('');
	for (const folders of [[plain], [join(root, 'nowhere')], [join(root, 'nowhere'), plain]])
		await t.throwsAsync(supervise({ folders, program }), { message: /watch\.nothing/ });
	await mkdir(join(root, 'empty'));
	const stop = new AbortController();
	const done = supervise({ folders: [join(root, 'empty')], program, signal: stop.signal });
	setTimeout(() => stop.abort(), 300);
	await t.notThrowsAsync(done);
	await t.throwsAsync(supervise({ folders: [join(root, 'empty')], program, once: 'due' }), {
		message: /watch\.nothing/,
	});
});

test('a run is started with the limits and the words that it needs', async (t) => {
	const folder = await makeCase('words', '{ cron: "0 2 * * *", memory_limit: 1GB }');
	const program = node(
		`require('node:fs').writeFileSync(process.argv[2] + '/told', JSON.stringify([process.argv.slice(1), process.execArgv]))`,
	);
	await supervise({
		folders: [folder],
		program,
		once: 'all',
		args: ['--offline'],
		clock: () => ({ wall: 1_767_225_600_000, steady: 0 }),
	});
	const [words, own] = JSON.parse(await readFile(join(folder, 'told'), 'utf8'));
	t.deepEqual(words, [
		'run',
		folder,
		'--json',
		'--quiet',
		'--trigger',
		'schedule',
		'--due',
		'1767225600000',
		'--offline',
	]);
	t.is(own[0], '--max-old-space-size=768');
});
