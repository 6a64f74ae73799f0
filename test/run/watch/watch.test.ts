import { existsSync } from 'node:fs';
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { readJournal, writeEntry } from '../../../src/run/journal/journal.ts';
import { moduleUrl, NODE_ARGS } from '../../another.ts';
import { liuxiang } from '../../cli/terminal.ts';
import { hashesBelow, sharedFolder, writeFiles } from '../folders.ts';
import { smallCase } from '../small-case.ts';
import { startWatching, type Told, type Watching } from './watching.ts';

const root = await sharedFolder(test);
const cases = join(root, '案件 一');
const PROGRAM = [...NODE_ARGS, fileURLToPath(moduleUrl('src/cli/main'))];

async function makeCase(name: string, schedule: string): Promise<string> {
	const folder = join(cases, name);
	const files = smallCase();
	files.set('case.yaml', `${files.get('case.yaml')}${schedule === '' ? '' : `schedule: ${schedule}\n`}`);
	await writeFiles(folder, files);
	return folder;
}

test.serial(
	'watched cases run beside one that is broken; told to stop in mid-run, the next run ends with the same bytes',
	async (t) => {
		const often = await makeCase('often', '{ cron: "* * * * * *" }');
		const seldom = await makeCase('seldom', '{ cron: "0 0 29 2 *" }');
		const broken = await makeCase('broken', '{ cron: "* * * * * *", hue: 1 }');
		let watching: Watching | undefined = startWatching(PROGRAM, [cases, '--workers', '1']);
		try {
			const told: Told[] = [];
			const until = async (code: string, folder: string) =>
				await watching?.until((event) => told.push(event) > 0 && event.code === code && event.folder === folder);
			const ended = await until('watch.ended', often);
			t.is(ended?.facts.exit, 0);
			t.true(Number(ended?.facts.megabytes) > 50);
			t.deepEqual(
				told.filter(({ code }) => code === 'watch.unread').map(({ folder, facts }) => [folder, facts.problem]),
				[[broken, 'case.field']],
			);
			// Mended while it is watched.
			await makeCase('broken', '{ cron: "0 0 29 2 *" }');
			await until('watch.case', broken);
			await until('watch.started', often);
			const { code, ms } = await watching.stop();
			watching = undefined;
			t.is(code, 0);
			t.true(ms < 10_000, `${ms} ms`);
		} finally {
			watching?.child.kill('SIGKILL');
		}
		t.false(existsSync(join(often, 'run.lock')));
		const entries = await readJournal(often);
		t.is(entries[0]?.outcome, 'done');
		t.is(entries[0]?.trigger, 'schedule');
		const whole = await hashesBelow(join(often, 'reports'));
		t.true(whole.size > 0);

		// Nothing else is due but what was stopped; a timer runs it.
		t.deepEqual(await readJournal(seldom), []);
		const again = await liuxiang(['watch', cases, '--once', '--json', '--quiet']);
		t.is(again.code, 0, again.err);
		t.deepEqual(
			JSON.parse(again.out).runs.map((run: { folder: string; exit: number }) => [run.folder, run.exit]),
			[[often, 0]],
		);
		t.deepEqual(await hashesBelow(join(often, 'reports')), whole);
	},
);

test.serial(
	'after a power cut it starts without hands: the lock, the entry and the half-made files that it left are no hindrance',
	async (t) => {
		const folder = await makeCase('cut', '{ cron: "0 2 * * *" }');
		const yesterday = Date.now() - 24 * 3_600_000;
		await utimes(join(folder, 'case.yaml'), yesterday / 1000, yesterday / 1000);
		await writeEntry(folder, {
			id: 'cut',
			started: yesterday,
			trigger: 'schedule',
			due: yesterday,
			program: 'liuxiang',
		});
		const gone = {
			pid: 4_194_305,
			started: '1',
			boot: 'another',
			host: 'x',
			command: 'run',
			since: yesterday,
			nonce: 'abcdefgh',
		};
		await writeFile(join(folder, 'run.lock'), JSON.stringify({ ...gone, host: hostname() }));
		await mkdir(join(folder, 'reports/.run-half'), { recursive: true });
		const { code, out, err } = await liuxiang(['watch', folder, '--once', '--lang', 'en']);
		t.is(code, 0, err);
		t.regex(out, /cut +0 /);
		t.regex(err, /was due at .* it runs now/);
		t.deepEqual(
			(await readJournal(folder)).map(({ outcome }) => outcome),
			['broken', 'done'],
		);
		t.true(JSON.parse(await readFile(join(folder, 'reports/latest/findings.json'), 'utf8')).people.length > 0);
		const nothing = await liuxiang(['watch', folder, '--once', '--lang', 'en']);
		t.is(nothing.code, 0);
		t.regex(nothing.out, /Nothing is due/);
	},
);

test('what is typed wrong is told in one sentence', async (t) => {
	for (const [words, text] of [
		[['watch', join(root, 'nowhere')], /no folder with a case.yaml that has a schedule/],
		[['watch', cases, '--workers', '0'], /--workers 0: a whole number/],
		[['watch', cases, '--all'], /once/],
	] as const) {
		const { code, out, err } = await liuxiang(words);
		t.is(code, 2);
		t.is(out, '');
		t.regex(err, text);
	}
});
