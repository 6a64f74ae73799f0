import { readFileSync } from 'node:fs';
import test from 'ava';
import { Problem } from '../../../src/ledger/problem.ts';
import { wordsOf } from '../../../src/reports/words.ts';
import { namedQueries, namedQuery, readQuery } from '../../../src/stores/neo4j/named-query.ts';
import { parametersOf } from '../../../src/stores/neo4j/named-query-parameters.ts';

const queries = namedQueries();
const GIVEN = ['case', 'run'];
const UNITS = new Set(['fen', 'units', 'asset', 'instant', 'day', 'count', 'truth', 'text', 'texts']);

/** The statement without its comments. */
function body(text: string): string {
	return text.replaceAll(/^\s*\/\/.*$/gm, '');
}

for (const { name, text, purpose, parameters, columns } of queries) {
	test(`${name} says in both languages what it answers, takes and returns`, (t) => {
		t.regex(name, /^[a-z]+(?:-[a-z]+)*$/);
		const sentences = [purpose, ...parameters, ...columns];
		for (const { zh, en } of sentences) {
			t.regex(zh, /\p{Script=Han}/u);
			t.notRegex(en, /\p{Script=Han}/u);
			t.true(en.length > 1);
		}
	});

	test(`${name} declares what it uses, and asks of one case and one run`, (t) => {
		const used = new Set([...body(text).matchAll(/\$(\w+)/g)].map((match) => match[1] ?? ''));
		t.deepEqual([...used].sort(), [...GIVEN, ...parameters.map((one) => one.name)].sort());
		const tables = wordsOf('zh') as unknown as Readonly<Record<string, unknown>>;
		for (const { unit } of columns)
			t.true(UNITS.has(unit) || typeof tables[unit.replace('word ', '')] === 'object', unit);
		const hasUnits = columns.some(({ unit }) => unit === 'units');
		t.is(columns.filter(({ unit, name: column }) => unit === 'asset' && column === 'asset').length, hasUnits ? 1 : 0);
	});

	test(`${name} sees a transfer only in the run that is asked for, and never sums a float`, (t) => {
		const transfers = body(text).match(/\(\w*:Transfer/g)?.length ?? 0;
		const alive = body(text).match(/\.since <= \$run AND \$run < \w+\.until/g)?.length ?? 0;
		t.true(transfers === 0 || alive > 0);
		t.notRegex(body(text), /(?:sum|AS \w+ *)\([^)]*_approx/);
	});
}

test('each query has a test that asks it', (t) => {
	const asked =
		readFileSync('test/stores/neo4j/queries.test.ts', 'utf8') +
		readFileSync('test/stores/neo4j/queries-small.test.ts', 'utf8');
	t.true(queries.length >= 20);
	for (const { name } of queries) t.true(asked.includes(`'${name}'`), name);
});

test('the manual has every query with what it takes', (t) => {
	const manual = readFileSync('docs/queries.md', 'utf8');
	for (const { name, purpose, parameters } of queries) {
		const section = manual.split(`### ${name}\n`)[1]?.split('\n### ')[0] ?? '';
		t.true(section.includes(purpose.en) && section.includes(purpose.zh), name);
		for (const parameter of parameters) t.true(section.includes(`| \`${parameter.name}\` | ${parameter.type} |`), name);
	}
});

test('an unknown name lists those there are', (t) => {
	const problem = t.throws(() => namedQuery('who-is-who'), { instanceOf: Problem });
	t.is(problem?.code, 'query.unknown');
	t.regex(String(problem?.facts.known), /who-pays-whom/);
});

const own = readQuery(
	'own.cypher',
	`// zh: 试
// en: a try
// param who: text — 谁 / who
// param least: integer = 2 — 至少 / at least
// param min: yuan = 7.5 — 元 / yuan
// param day: day = 2023-03-01 — 日 / day
// returns nothing that is declared
RETURN $who, $least, $min, $day`,
);

test('parameters are read by their type, and take their standard where they are left out', (t) => {
	t.deepEqual(parametersOf(own, new Map([['who', '6222000000000001234']])), {
		who: '6222000000000001234',
		least: 2n,
		min: 7.5,
		day: '2023-03-01',
	});
	t.deepEqual(parametersOf(own, new Map(Object.entries({ who: '', least: '-3', min: '1,000', day: '2024-02-29' }))), {
		who: '',
		least: -3n,
		min: 1000n,
		day: '2024-02-29',
	});
	t.deepEqual(own.columns, []);
});

const WRONG: readonly (readonly [given: Record<string, string>, code: string])[] = [
	[{}, 'query.param-missing'],
	[{ who: 'x', nobody: '1' }, 'query.param-unknown'],
	[{ who: 'x', case: 'another' }, 'query.param-unknown'],
	[{ who: 'x', least: '1.5' }, 'query.param-value'],
	[{ who: 'x', least: '' }, 'query.param-value'],
	[{ who: 'x', min: '7.505' }, 'query.param-value'],
	[{ who: 'x', min: '1e3' }, 'query.param-value'],
	[{ who: 'x', day: '2023-02-30' }, 'query.param-value'],
	[{ who: 'x', day: '2023/3/1' }, 'query.param-value'],
];

for (const [given, code] of WRONG) {
	test(`${JSON.stringify(given)} is refused with ${code}`, (t) => {
		const problem = t.throws(() => parametersOf(own, new Map(Object.entries(given))), { instanceOf: Problem });
		t.is(problem?.code, code);
	});
}
