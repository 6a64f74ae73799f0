import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test from 'ava';
import fc from 'fast-check';
import type { Decision } from '../../src/ledger/decision.ts';
import { appendDecisions, DECISIONS_HEADER, readDecisions } from '../../src/sources/decisions-file.ts';
import { diskFile, memoryFile } from '../../src/sources/evidence-file.ts';
import { faults, textFile } from './written.ts';

const SAMPLE: Omit<Decision, 'line'> = {
	subject: 't0123456789abcdef01234567',
	act: 'confirm',
	value: '',
	by: '样例侦查员',
	why: '与供述一致, 金额"吻合"',
	at: '2023-09-01 10:00:00',
	review: '样例审核员',
};

async function inFolder<T>(use: (path: string) => Promise<T>): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), 'decisions-'));
	try {
		return await use(join(folder, 'decisions.csv'));
	} finally {
		await rm(folder, { recursive: true });
	}
}

const readAt = async (path: string) => readDecisions(await diskFile(path, 'decisions.csv'));

test('a line appended is a line read, and the first one brings the header', async (t) => {
	await inFolder(async (path) => {
		await appendDecisions(path, [SAMPLE]);
		await appendDecisions(path, [{ ...SAMPLE, act: 'kind', value: 'loan' }]);
		t.true((await readFile(path, 'utf8')).startsWith(`\uFEFF${DECISIONS_HEADER}\r\n`));
		t.deepEqual((await readAt(path)).decisions, [
			{ ...SAMPLE, line: 2 },
			{ ...SAMPLE, act: 'kind', value: 'loan', line: 3 },
		]);
	});
});

test('lines that are appended at the same time all stand, below one header, and the file keeps its rights', async (t) => {
	await inFolder(async (path) => {
		const writers = Array.from({ length: 20 }, (_, index) =>
			appendDecisions(path, [
				{ ...SAMPLE, subject: `t${index}a` },
				{ ...SAMPLE, subject: `t${index}b` },
			]),
		);
		await Promise.all(writers);
		const { decisions, rejected } = await readAt(path);
		t.deepEqual(rejected, []);
		t.is(decisions.length, 40);
		for (const [index, { subject }] of decisions.entries())
			if (subject.endsWith('a')) t.is(decisions[index + 1]?.subject, subject.replace('a', 'b'));
		await chmod(path, 0o640);
		await appendDecisions(path, [SAMPLE]);
		t.is((await stat(path)).mode & 0o777, 0o640);
		t.deepEqual(await readdir(dirname(path)), ['decisions.csv']);
	});
});

test('whatever a person writes is read back on one line, and no spreadsheet runs it', async (t) => {
	await inFolder(async (path) => {
		const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
		const words = text
			.map((s) => s.replaceAll(/[\s\p{C}`\u200b-\u200f]+/gu, ''))
			.filter((s) => s !== '' && !NONE.has(s));
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(
					words,
					words.map((s) => `=${s}`),
					words.map((s) => `'${s}`),
				),
				async (why) => {
					await rm(path, { force: true });
					await appendDecisions(path, [{ ...SAMPLE, why }]);
					t.is((await readAt(path)).decisions[0]?.why, why);
					const cells = (await readFile(path, 'utf8')).split('\r\n')[1]?.split(',') ?? [];
					t.false(cells.some((cell) => /^"?[=+\-@]/.test(cell)));
				},
			),
			{ numRuns: 60, seed: 2 },
		);
	});
});

const NONE = new Set(['/', '-', '--', 'null', '<nil>', '\\N']);

test('columns that people moved or added stay where they are', async (t) => {
	await inFolder(async (path) => {
		await writeFile(
			path,
			'对象,决定人,决定,备用,值,理由,时间,复核人\nbank:6222000000000001,甲,存疑,x,,待核,2023-09-01,',
		);
		await appendDecisions(path, [SAMPLE]);
		const { decisions, rejected } = await readAt(path);
		t.deepEqual(rejected, []);
		t.deepEqual(
			decisions.map(({ subject, act, by, line }) => [subject, act, by, line]),
			[
				['bank:6222000000000001', 'dispute', '甲', 2],
				[SAMPLE.subject, 'confirm', '样例侦查员', 3],
			],
		);
	});
});

test('a file that a spreadsheet saved in its own encoding is left alone', async (t) => {
	await inFolder(async (path) => {
		const bytes = Buffer.from([0xb6, 0xd4, 0xcf, 0xf3, 0x2c, 0xbe, 0xf6, 0xb6, 0xa8, 0x0a]);
		await writeFile(path, bytes);
		await t.throwsAsync(appendDecisions(path, [SAMPLE]), { message: /decisions\.encoding/ });
		t.deepEqual(await readFile(path), bytes);
		await writeFile(path, '对象,决定\n');
		await t.throwsAsync(appendDecisions(path, [SAMPLE]), { message: /decisions\.columns/ });
	});
});

test('a line that decides nothing is a reject that names its cell', async (t) => {
	const said = await readDecisions(
		textFile('decisions.csv', [
			DECISIONS_HEADER,
			't1,也许,,甲,理由,,',
			't1,定性,,甲,理由,,',
			',确认,,甲,理由,,',
			'eth:0x37a9a6c0fB83fb1F83F68DB96A0B6dB5886f469A,确认,,甲,理由,,',
			't1,reject,,甲,理由,,',
		]),
	);
	t.deepEqual(faults(said), ['value 决定', 'missing 值', 'missing 对象', 'account-checksum 对象']);
	t.deepEqual(
		said.decisions.map(({ act, line }) => [act, line]),
		[['reject', 6]],
	);
});

test('an empty file decides nothing', async (t) => {
	t.deepEqual(await readDecisions(memoryFile('decisions.csv', Buffer.alloc(0))), { decisions: [], rejected: [] });
});
