import test, { type ExecutionContext } from 'ava';
import { wordsOf } from '../../src/cli/messages/words.ts';
import { answerCsv, answerJson, printAnswer } from '../../src/cli/views/query.ts';
import type { QueryAnswer } from '../../src/run/questions/query.ts';
import { namedQueries } from '../../src/stores/neo4j/named-query.ts';
import { neo4jTest, placeFor } from '../neo4j/gate.ts';
import { writeFiles } from '../run/folders.ts';
import { smallCase } from '../run/small-case.ts';
import { emptyFolder } from './folder.ts';
import { liuxiang } from './terminal.ts';

const NAMES = namedQueries().map(({ name }) => name);

for (const lang of ['zh', 'en'] as const) {
	test(`without a name, every query is listed with its purpose and parameters in ${lang}`, async (t) => {
		const { code, out, err } = await liuxiang(['query', '--lang', lang]);
		t.is(code, 0);
		t.is(err, '');
		for (const { name, purpose, parameters } of namedQueries()) {
			t.true(out.includes(`${name}\n  ${purpose[lang]}`), name);
			for (const parameter of parameters) t.true(out.includes(`--param ${parameter.name}=…  ${parameter[lang]}`), name);
		}
		t.notRegex(out, /‹|undefined/);
	});
}

test('the list is one JSON document for a machine', async (t) => {
	const { out } = await liuxiang(['query', '--json']);
	t.deepEqual(
		(JSON.parse(out) as { name: string }[]).map(({ name }) => name),
		NAMES,
	);
});

async function embedded(t: ExecutionContext): Promise<string> {
	const folder = await emptyFolder(t);
	await writeFiles(folder, smallCase());
	return folder;
}

test('an unknown query lists those there are', async (t) => {
	const { code, err } = await liuxiang(['query', 'who-is-who', await embedded(t)]);
	t.is(code, 2);
	t.regex(err, /no query "who-is-who".*who-pays-whom/);
});

test('a case in DuckDB is told how to get to Neo4j', async (t) => {
	const folder = await embedded(t);
	for (const lang of ['zh', 'en']) {
		const { code, err } = await liuxiang(['query', 'seeds', folder, '--lang', lang]);
		t.is(code, 2);
		t.true(err.includes(`liuxiang copy "${folder}" --to neo4j://`), err);
	}
});

const WRONG: readonly (readonly [args: readonly string[], said: RegExp])[] = [
	[['above-yardstick'], /needs the parameter "min" \(yuan\)/],
	[['above-yardstick', '--param', 'min=many'], /"many" cannot be the parameter "min"/],
	[['above-yardstick', '--param', 'min=1', '--param', 'max=2'], /no parameter "max". It has: min, figure/],
	[['seeds', '--param', 'min'], /"min" is no parameter/],
	[['--file', 'not-there.cypher'], /"not-there.cypher" cannot be read/],
];

for (const [args, said] of WRONG) {
	test(`query ${args.join(' ')} says what is wrong`, async (t) => {
		const at =
			args[0] === '--file' ? [...args, await embedded(t)] : [args[0] ?? '', await embedded(t), ...args.slice(1)];
		const { code, out, err } = await liuxiang(['query', ...at]);
		t.is(code, 2);
		t.is(out, '');
		t.regex(err, said);
	});
}

/** The small case, run into the test server. */
async function onServer(t: ExecutionContext): Promise<(args: readonly string[]) => ReturnType<typeof liuxiang>> {
	const folder = await embedded(t);
	const { address, user, password, case: name } = placeFor(t);
	const login = { user, password_env: 'NEO4J_TEST_PASSWORD', case: name };
	const yaml = `${smallCase().get('case.yaml')}store: ${address}\nneo4j: ${JSON.stringify(login)}\n`;
	await writeFiles(folder, [
		['case.yaml', yaml],
		['own.cypher', OWN],
		['many.cypher', 'UNWIND range(1, 10001) AS number RETURN number'],
		['vast.cypher', `// returns total: fen — 合计 / total\n${VAST} sum(x) AS total`],
		['write.cypher', 'CREATE (n:Intruder) RETURN n'],
	]);
	const env = { NEO4J_TEST_PASSWORD: password };
	const early = await liuxiang(['query', 'seeds', folder], env);
	t.is(early.code, 2);
	t.regex(early.err, /liuxiang run/);
	t.is((await liuxiang(['run', folder, '--quiet'], env)).code, 0);
	return async (args) => await liuxiang(['query', ...args.map((text) => text.replace('CASE', folder))], env);
}

/** Two numbers whose sum is past 64 bits: the server makes a float of it without a word. */
const VAST = 'UNWIND [9223372036854775807, 9] AS x RETURN';

const OWN = `// zh: 试
// en: a try
// param name: text — 姓名 / name
// returns member: text — 成员 / member
MATCH (p:Party {case: $case, run: $run}) WHERE p.name = $name
RETURN p.name AS member, '=1+1' AS formula, p, datetime('2023-03-01T12:00:00+08:00') AS noon, 12 AS dozen
`;

neo4jTest('queries answer as table, CSV and JSON, in yuan and local time', async (t) => {
	const ask = await onServer(t);

	const table = await ask(['who-pays-whom', 'CASE', '--param', 'min=3000', '--lang', 'zh']);
	t.is(table.code, 0);
	t.regex(table.out, /付款人.*合计/);
	t.regex(table.out, /演示甲 .*演示乙 .* 3,000\.00 +1 +2023-03-06 09:00:\d\d/);
	t.regex(table.out, /4 行/);

	const coins = await ask(['seeds', 'CASE']);
	t.regex(coins.out, /USDT +2,000\.00 USDT/);

	const csv = await ask(['account-dealings', 'CASE', '--param', 'account=wxid_small_caller', '--as', 'csv']);
	t.is(
		csv.out,
		'direction,other,other_account,asset,total,transfers,first,last\r\n' +
			'in,演示乙,wechat:wxid_small_leader,CNY,330.00,3,2023-03-07 20:00:00,2023-03-09 12:00:00\r\n',
	);

	const json = JSON.parse((await ask(['above-yardstick', 'CASE', '--param', 'min=7.5', '--json'])).out);
	t.like(json, { query: 'above-yardstick', run: '1', cut: false });
	t.deepEqual(json, JSON.parse((await ask(['above-yardstick', 'CASE', '--param', 'min=7.5', '--as', 'json'])).out));
	const caller = json.rows.find((row: { person: string }) => row.person === '演示丁');
	t.like(caller, { role: 'caller', group: '一组', value: '20000', transfers: 1 });
});

neo4jTest('a statement of one’s own reads, and cannot do more', async (t) => {
	const ask = await onServer(t);

	const own = await ask(['--file', 'CASE/own.cypher', 'CASE', '--param', 'name=演示乙', '--as', 'csv']);
	const [head, row] = own.out.split('\r\n');
	t.is(head, 'member,formula,p,noon,dozen');
	t.is(row, "演示乙,'=1+1,(:Party 演示乙（组长）),2023-03-01 12:00:00,12");

	const many = await ask(['--file', 'CASE/many.cypher', 'CASE', '--as', 'csv', '--quiet']);
	t.is(many.code, 1);
	t.is(many.out.split('\r\n').length, 10_002);
	t.regex(many.err, /first 10000 rows/);

	const vast = await ask(['--file', 'CASE/vast.cypher', 'CASE']);
	t.is(vast.code, 2);
	t.regex(vast.err, /"total" are too large to be exact/);

	const write = await ask(['--file', 'CASE/write.cypher', 'CASE']);
	t.is(write.code, 2);
	t.regex(write.err, /only reads/);
});

const ANSWER: QueryAnswer = {
	query: 'made',
	case: 'c',
	run: '1',
	columns: ['fen', 'asset', 'units', 'instant', 'count', 'truth', 'word grades', ''].map((unit) => ({
		name: unit.split(' ')[0] ?? '',
		unit,
		zh: `列${unit}`,
		en: unit,
	})),
	rows: [
		[
			'-123456',
			'tron:x',
			1_500_000n,
			new Date('2023-03-01T04:00:00Z'),
			7n,
			true,
			'inferred',
			{ b: 2n, a: ['x', null] },
		],
		[0n, 'eth:nobody', '5', null, 2n ** 60n, false, '', [{ type: 'SENT', properties: {} }, '=x']],
		[null, '', null, null, null, null, 'new-grade', null],
	],
	assets: new Map([['tron:x', { id: 'tron:x', symbol: 'USDT', decimals: 6 }]]),
	offsetMinutes: 480,
};

test('a table shows amounts, local times and words; what has no word shows its code', (t) => {
	const lines = printAnswer(ANSWER, wordsOf('zh')).split('\n').slice(2);
	t.deepEqual(
		lines.map((line) => line.trim().split(/ {2,}/)),
		[
			['-1,234.56', 'USDT', '1.50 USDT', '2023-03-01 12:00:00', '7', '是', '推定', '{"b":"2","a":["x",null]}'],
			['0.00', 'eth:nobody', '5 × eth:nobody', '1152921504606846976', '否', '[:SENT]; =x'],
			['[new-grade]'],
			[''],
			['3 行'],
		],
	);
});

test('CSV has plain decimals, and no cell that a spreadsheet would run', (t) => {
	t.is(
		answerCsv(ANSWER).replaceAll('\r\n', '\n'),
		`fen,asset,units,instant,count,truth,word,
-1234.56,tron:x,1.500000,2023-03-01 12:00:00,7,true,inferred,"{""b"":""2"",""a"":[""x"",null]}"
0.00,eth:nobody,5,,1152921504606846976,false,,[:SENT]; =x
,,,,,,new-grade,
`,
	);
});

test('JSON has amounts as text, small whole numbers as numbers, instants in UTC', (t) => {
	const { rows } = answerJson(ANSWER) as { rows: Record<string, unknown>[] };
	t.like(rows[0], { fen: '-123456', units: 1_500_000n, count: 7 });
	t.like(rows[1], { count: 2n ** 60n, truth: false });
	t.is(JSON.stringify(rows[0]?.instant), '"2023-03-01T04:00:00.000Z"');
});
