import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import test from 'ava';
import { AREAS } from './list.ts';
import { assertionPage } from './page.ts';
import { meant, toldBy } from './results.ts';

const all = AREAS.flatMap(({ assertions }) => assertions);

test('assertions are at least 120, each with a number of its own and a sentence', (t) => {
	t.true(all.length >= 120);
	t.is(new Set(all.map(({ id }) => id)).size, all.length);
	for (const { id, says } of all) {
		t.regex(id, /^[A-Z]-\d{2}$/);
		t.regex(says, /^[^|\n]+[.]$/, id);
	}
});

test('an assertion without a test says what it falls short of', (t) => {
	for (const { id, tests, shortfall } of all) t.true(tests.length > 0 || shortfall !== undefined, id);
});

test('every test that an assertion names is there', (t) => {
	const texts = new Map<string, string>();
	for (const { id, tests } of all)
		for (const { file, title } of tests) {
			if (!existsSync(file)) t.fail(`${id}: there is no ${file}`);
			else if (!textOf(file, texts).includes(title)) t.fail(`${id}: no test “${title}” in ${file}`);
		}
	t.pass();
});

test('the page lists the assertions as they are', (t) => {
	const page = readFileSync('docs/assertions.md', 'utf8');
	// Results come from a run of the tests; everything else follows from the assertions.
	const withoutResults = (text: string) =>
		text.replaceAll(/ \| (met|not met|not run|not shown) \| /g, ' | | ').replaceAll(/^\*\*\d+ assertions: .*$/gm, '');
	t.is(withoutResults(page), withoutResults(assertionPage(AREAS, [])));
});

test('a test is known by its file and its words, as either reporter prints it', (t) => {
	const ref = { file: 'test/ledger/money.test.ts', title: 'exactly' };
	const tap =
		'ok 1 - ledger › money › reads 1 exactly\nnot ok 2 - ledger › money › reads 2 exactly\nok 3 - x › y # SKIP';
	t.deepEqual(meant(ref, toldBy(tap)), [
		{ title: 'ledger › money › reads 1 exactly', passed: true },
		{ title: 'ledger › money › reads 2 exactly', passed: false },
	]);
	const printed = '  ✔ ledger › money › reads (1) exactly (1.2s)\n  ✘ [fail]: ledger › money › reads 2 exactly';
	t.deepEqual(meant(ref, toldBy(printed)), [
		{ title: 'ledger › money › reads (1) exactly', passed: true },
		{ title: 'ledger › money › reads 2 exactly', passed: false },
	]);
	t.deepEqual(meant({ ...ref, title: 'roughly' }, toldBy(tap)), []);
});

/** The text of a test and of what it calls of our tests: a suite's titles stand in a file of its own. */
function textOf(file: string, known: Map<string, string>): string {
	const cached = known.get(file);
	if (cached !== undefined) return cached;
	const own = readFileSync(file, 'utf8');
	known.set(file, own);
	const called = [...own.matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => normalize(join(dirname(file), path)));
	const text =
		own +
		called
			.filter((path) => path.startsWith('test/'))
			.map((path) => textOf(path, known))
			.join('');
	known.set(file, text);
	return text;
}
