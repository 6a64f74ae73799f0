import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { en } from '../../src/cli/messages/en.ts';
import { hasSentence, wordsOf } from '../../src/cli/messages/words.ts';
import { zh } from '../../src/cli/messages/zh.ts';
import { tellTrouble } from '../../src/cli/trouble.ts';
import { type Facts, Problem } from '../../src/ledger/problem.ts';

const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

/** Codes that a source names where it makes a problem, or a refusal that becomes one. */
function codesOf(path: string): string[] {
	const text = readFileSync(join('src', path), 'utf8');
	return [...text.matchAll(/(?:new Problem\(\s*'\w+',|(?:refused|ignored)\([\w.]+,)\s*'([^']+)'/g)].map(
		(match) => match[1] ?? '',
	);
}

for (const path of SOURCES) {
	const codes = codesOf(path);
	if (codes.length === 0) continue;
	test(`every problem of ${path} has its sentence in both languages`, (t) => {
		for (const code of codes) {
			t.true(hasSentence('en', code), `${code} in messages/en-problems.ts`);
			t.true(hasSentence('zh', code), `${code} in messages/zh-problems.ts`);
		}
	});
}

/** Sentences of the two catalogues, by the same name. */
const PAIRS = Object.entries(en).map(([code, sentence]) => ({ code, en: sentence, zh: zh[code as keyof typeof en] }));

test('both languages quote the same facts in every sentence', (t) => {
	for (const { code, ...sentences } of PAIRS) {
		t.deepEqual(quoted(sentences.zh), quoted(sentences.en), code);
	}
});

function quoted(sentence: (facts: Facts) => string): string[] {
	const names = new Set<string>();
	const asked = new Proxy({} as Facts, {
		get: (_, name) => {
			names.add(String(name));
			return '1';
		},
	});
	sentence(asked);
	return [...names].sort();
}

test('Chinese sentences are Chinese, English ones are not', (t) => {
	// Marks, units and names that are the same in both.
	const same = new Set([
		'inspect.hash',
		'doctor.duckdb',
		'why.head',
		'doctor.node',
		'hop.tie',
		'review.fault',
		'person.value-not-sure',
	]);
	for (const { code, ...sentences } of PAIRS) {
		const [chinese, english] = [sentences.zh({}), sentences.en({})];
		if (!same.has(code) && /[a-z]{4}/i.test(english)) t.regex(chinese, /\p{Script=Han}/u, code);
		t.notRegex(english, /\p{Script=Han}/u, code);
	}
});

test('a fact that is missing is a visible gap', (t) => {
	t.regex(wordsOf('en').say('store.locked', { path: 'x' }), /process ‹pid›/);
});

test('a code without a sentence shows with its facts', (t) => {
	t.is(wordsOf('en').sayAny('made.up', { file: 'a.csv', row: 3 }), '[made.up] file="a.csv" row="3"');
	t.is(wordsOf('en').sayAny('toString'), '[toString]');
});

function told(error: unknown, options = { json: false, debug: false }) {
	let text = '';
	const terminal = {
		out: () => {},
		err: (part: string) => {
			text += part;
		},
		columns: 100,
		colour: false,
		env: {},
	};
	return { code: tellTrouble(error, terminal, wordsOf('en'), options), text };
}

const exits = { usage: 2, config: 2, evidence: 3, network: 4, store: 5 } as const;
for (const [kind, code] of Object.entries(exits)) {
	test(`a problem of kind ${kind} ends with exit code ${code} and no stack`, (t) => {
		const trouble = told(new Problem(kind as keyof typeof exits, 'store.locked', { path: '/x/store.duckdb', pid: 77 }));
		t.is(trouble.code, code);
		t.regex(trouble.text, /^Problem: The store "\/x\/store\.duckdb" is in use by process 77\. Wait/);
		t.notRegex(trouble.text, /at .*\.ts/);
	});
}

test('a bug is one line that names a file with the details, and exit code 70', (t) => {
	const { code, text } = told(new TypeError('x is not a function'));
	t.is(code, 70);
	t.is(text.trimEnd().split('\n').length, 1);
	const path = /details: (.*?);/.exec(text)?.[1] ?? '';
	t.regex(readFileSync(path, 'utf8'), /TypeError: x is not a function\n\s+at /);
});

test('--debug shows the stack at once', (t) => {
	const { code, text } = told(new TypeError('x is not a function'), { json: false, debug: true });
	t.is(code, 70);
	t.regex(text, /\n\s+at /);
});
