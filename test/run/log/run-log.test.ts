import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { Problem } from '../../../src/ledger/problem.ts';
import { EVENTS, type EventName } from '../../../src/run/log/events.ts';
import { tellTrouble } from '../../../src/run/log/logged.ts';
import { written } from '../../../src/run/log/redact.ts';
import { openRunLog } from '../../../src/run/log/run-log.ts';
import { sharedFolder } from '../folders.ts';

const root = await sharedFolder(test);
const CANARY = 'canary-6217000000000000022';

test('no field takes what is not of its class, and what no schema names is dropped', (t) => {
	for (const name of Object.keys(EVENTS) as EventName[]) {
		const fields = Object.keys(EVENTS[name]);
		const hostile = Object.fromEntries(
			[...fields, 'extra', '__proto__', 'constructor'].map((field) => [field, `张三 ${CANARY}`]),
		);
		t.deepEqual(written(name, hostile as never), {}, name);
		const objects = Object.fromEntries(fields.map((field) => [field, { secret: CANARY }]));
		t.notRegex(JSON.stringify(written(name, objects as never)), /canary/, name);
	}
	t.deepEqual(written('step.ended', { step: 'read', ms: 12, extra: 1 } as never), { step: 'read', ms: 12 });
	t.deepEqual(written('step.ended', { step: 'read', ms: Number.NaN }), { step: 'read' });
	t.deepEqual(written('run.begun', { due: Date.UTC(2023, 2, 6), trigger: 'schedule' }), {
		trigger: 'schedule',
		due: '2023-03-06T00:00:00.000Z',
	});
});

test('personal and secret fields are never written, whatever they hold', (t) => {
	const hash = 'a'.repeat(64);
	t.deepEqual(written('file.begun', { hash, size: 3, path: 'evidence/zhangsan.csv' }), { hash, size: 3 });
	t.deepEqual(written('alarm', { code: 'file-altered', facts: 'zhangsan' }), { code: 'file-altered' });
});

test('a line has run, time, level and step, and is on its way to the disk at once', async (t) => {
	let now = Date.UTC(2023, 2, 6);
	const log = openRunLog(root, 'one', () => now);
	log.step('read');
	now += 1000;
	tellTrouble(new Problem('evidence', 'evidence.missing', { file: CANARY }), log);
	tellTrouble(new TypeError(CANARY), log);
	const path = join(root, 'log', 'one.jsonl');
	const lines = (await readFile(path, 'utf8')).trim().split('\n');
	t.deepEqual(
		lines.map((line) => JSON.parse(line)),
		[
			{ level: 'info', time: '2023-03-06T00:00:00.000Z', run: 'one', step: 'read', event: 'step.begun' },
			{
				level: 'error',
				time: '2023-03-06T00:00:01.000Z',
				run: 'one',
				step: 'read',
				code: 'evidence.missing',
				kind: 'evidence',
				event: 'problem',
			},
			{
				level: 'error',
				time: '2023-03-06T00:00:01.000Z',
				run: 'one',
				step: 'read',
				code: 'bug',
				kind: 'bug',
				event: 'problem',
			},
		],
	);
	t.is((await stat(path)).mode & 0o777, 0o600);
	log.close();
	t.regex(await readFile(path, 'utf8'), /"step.ended"}\n$/);
});

test('a log that cannot be written stops nothing', async (t) => {
	const folder = join(root, 'no-folder');
	await mkdir(folder);
	await writeFile(join(folder, 'log'), 'in the way');
	const log = openRunLog(folder, 'two', Date.now);
	log.step('read');
	log.close();
	t.pass();
});
