import test from 'ava';
import { Problem } from '../../src/ledger/problem.ts';
import type { Sample, Source } from '../../src/sources/contract.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { identify } from '../../src/sources/identify.ts';
import { SOURCES } from '../../src/sources/list.ts';
import { sampleOf, sniffDelimiter } from '../../src/sources/sample.ts';
import { HINTS } from './contract.ts';

const SAMPLE: Sample = { form: 'text', text: '', sheets: [] };

function claiming(id: string, confidence: number): Source {
	return { id, version: 1, identify: () => ({ confidence }), async *read() {} };
}

test('two sources that claim one file are an error that names both', (t) => {
	const error = t.throws(() => identify('a.csv', SAMPLE, HINTS, [claiming('one', 99), claiming('two', 50)]), {
		instanceOf: Problem,
	});
	t.is(error?.code, 'evidence.ambiguous');
	t.deepEqual(error?.facts, { file: 'a.csv', first: 'one', second: 'two' });
});

test('a mapping of the case goes before the built-in formats; two of them are still an error', (t) => {
	const own = (id: string): Source => ({ ...claiming(id, 85), isChosen: true });
	t.is(identify('a.csv', SAMPLE, HINTS, [claiming('one', 99), own('mapped:x')])?.source.id, 'mapped:x');
	t.throws(() => identify('a.csv', SAMPLE, HINTS, [own('mapped:x'), own('mapped:y')]), { instanceOf: Problem });
});

test('below fifty nobody claims, and a file may be nobody’s', (t) => {
	t.is(identify('a', SAMPLE, HINTS, [claiming('one', 49), claiming('two', 80)])?.source.id, 'two');
	t.is(identify('a', SAMPLE, HINTS, [claiming('one', 49)]), undefined);
});

test('what no source knows is claimed by none: text, binary, nothing', async (t) => {
	for (const bytes of ['hello, world\n', '', '\0\u0001\u0002', '交易时间,备注\n2023,x\n']) {
		const sample = await sampleOf(memoryFile('a', Buffer.from(bytes)));
		t.is(identify('a', sample, HINTS, SOURCES), undefined, JSON.stringify(bytes));
	}
});

test('TABs that pad a cell do not make a table TAB-separated', (t) => {
	t.is(sniffDelimiter('a\t,b\t,c\t\n1\t,2\t,3\t\n'), ',');
	t.is(sniffDelimiter('a\tb\tc\n1,5\t\t3\n'), '\t');
	t.is(sniffDelimiter('one column\n'), ',');
});

test('sources have stable names of their own, and the list no two of one name', (t) => {
	const ids = SOURCES.map(({ id }) => id);
	t.is(new Set(ids).size, ids.length);
	for (const id of ids) t.regex(id, /^[a-z][a-z0-9-]*$/);
});
