import { appendFile, mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import type { RunEntry } from '../../../src/run/journal/entry.ts';
import { closeBroken, entryId, readJournal, writeEntry } from '../../../src/run/journal/journal.ts';
import { sharedFolder } from '../folders.ts';

const root = await sharedFolder(test);

async function newCase(name: string): Promise<string> {
	await mkdir(join(root, name));
	return join(root, name);
}

const begun = (started: number): RunEntry => ({
	id: entryId(started, `unique${started}`),
	started,
	trigger: 'schedule',
	program: 'liuxiang 0.1.0',
});

test('ids sort as the runs began', (t) => {
	const times = [0, 1, 999, 86_400_000, Date.UTC(2023, 2, 6), Date.UTC(2031, 0, 1)];
	const ids = times.map((time) => entryId(time, 'abcdefghij'));
	t.deepEqual([...ids].sort(), ids);
	t.is(ids[4], '20230306T000000000Z-abcdefgh');
});

test('the last line about a run counts, and the runs stand in the order in which they began', async (t) => {
	const folder = await newCase('order');
	t.deepEqual(await readJournal(folder), []);
	const [one, two] = [begun(1), begun(2)] as const;
	await writeEntry(folder, one);
	await writeEntry(folder, two);
	await writeEntry(folder, { ...one, ended: 5, outcome: 'done', exit: 0 });
	t.deepEqual(await readJournal(folder), [{ ...one, ended: 5, outcome: 'done', exit: 0 }, two]);
	t.is((await stat(join(folder, 'log', 'runs.jsonl'))).mode & 0o777, 0o600);
	t.is((await stat(join(folder, 'log'))).mode & 0o777, 0o700);
});

test('a line that a power cut ended is passed over, and the next one is not lost with it', async (t) => {
	const folder = await newCase('cut');
	const [one, two] = [begun(1), begun(2)] as const;
	await writeEntry(folder, one);
	await appendFile(join(folder, 'log', 'runs.jsonl'), JSON.stringify(two).slice(0, 20));
	const three = begun(3);
	await writeEntry(folder, three);
	t.deepEqual(await readJournal(folder), [one, three]);
	t.true((await readFile(join(folder, 'log', 'runs.jsonl'), 'utf8')).endsWith('}\n'));
});

test('of a journal of years the end is read, whole lines of it', async (t) => {
	const folder = await newCase('long');
	await writeEntry(folder, begun(1));
	const line = JSON.stringify({ ...begun(2), program: 'p'.repeat(1000), outcome: 'done' });
	const many = Array.from({ length: 20_000 }, (_, n) => line.replace(/"id":"[^"]*"/, `"id":"r${n}"`));
	await appendFile(join(folder, 'log', 'runs.jsonl'), `${many.join('\n')}\n`);
	await writeEntry(folder, begun(3));
	const entries = await readJournal(folder);
	t.deepEqual(entries.at(-1), begun(3));
	t.true(entries.length > 10_000 && entries.length < 20_000, String(entries.length));
	t.deepEqual(
		entries.slice(0, -1).map(({ id }) => id),
		many.slice(1 - entries.length).map((_, n) => `r${n + 20_001 - entries.length}`),
	);
});

test('runs without an end are closed as broken, once', async (t) => {
	const folder = await newCase('broken');
	await writeEntry(folder, { ...begun(1), ended: 4, outcome: 'failed', exit: 3 });
	await writeEntry(folder, begun(2));
	t.deepEqual(await closeBroken(folder), [{ ...begun(2), outcome: 'broken' }]);
	t.deepEqual(await closeBroken(folder), []);
	t.deepEqual(
		(await readJournal(folder)).map(({ outcome }) => outcome),
		['failed', 'broken'],
	);
});
