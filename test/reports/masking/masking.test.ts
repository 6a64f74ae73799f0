import test from 'ava';
import { z } from 'zod';
import { type Findings, findingsSchema } from '../../../src/findings/schema.ts';
import type { LedgerRow } from '../../../src/reports/ledger-row.ts';
import { TREATMENTS } from '../../../src/reports/masking/fields.ts';
import { maskInput } from '../../../src/reports/masking/mask-input.ts';
import { maskNumbers } from '../../../src/reports/masking/numbers.ts';
import type { MaskedParty } from '../../../src/reports/masking/subjects.ts';
import { showFindings } from '../../../src/reports/masking/walk.ts';
import type { Cover, PackageInput } from '../../../src/reports/package/part.ts';
import { maskedCase, PARTIES, SECRETS } from './masked-case.ts';

test('hides numbers of people in text, and nothing else', (t) => {
	const masked = [
		['身份证310101199003071234的人', '身份证310***********1234的人'],
		['31010119900307123x', '310***********123x'],
		['310101 19900307 1234', '310***********1234'],
		['３１０１０１１９９００３０７１２３４', '310***********1234'],
		['电话13800138000，或 138-0013-8000', '电话138****8000，或 138****8000'],
		['+8613800138000', '+8613…8000'],
		['卡6222 0212 3456 7890 123', '卡6222…0123'],
		['6222021234567890', '6222…7890'],
		['座机021-12345678', '座机021****5678'],
		['写信给zhang.san@example.com', '写信给z***@example.com'],
		['3,13800138000,13900139000,500.00', '3,138****8000,139****9000,500.00'],
	];
	for (const [text, shown] of masked) t.is(maskNumbers(text as string), shown as string);
	const kept = [
		'420000180120230301839035946494',
		'99e7349ee753e02fa3d0e6645eae5d7ee549a6ed85eb4b2a94da24cd5fe47acf',
		'0xdAC17F958D2ee523a2206206994597C13D831ec7',
		'微信支付账单(20230301-20230531)-004X0004.csv',
		'导出20230301101530.xlsx',
		'13800138000.00元',
		'12,345,678,901.50',
		'2023-03-01 10:00:00',
		'1900000007@mch.tenpay.com',
		'2088123412341234',
	];
	for (const text of kept) t.is(maskNumbers(text), text);
});

test('every field that the table treats is one of the findings', (t) => {
	const fields = new Set(fieldsOf(z.toJSONSchema(findingsSchema) as Schema, ''));
	t.deepEqual(
		[...TREATMENTS.keys()].filter((field) => !fields.has(field)),
		[],
	);
});

const COVERS: readonly Pick<Cover, 'level' | 'names'>[] = [
	{ level: 'internal', names: 'masked' },
	{ level: 'court', names: 'full' },
	{ level: 'court', names: 'masked' },
	{ level: 'public', names: 'masked' },
];

test('masked and full packages agree in every figure, count and instant, and in what belongs together', (t) => {
	const full = maskedCase({ level: 'internal', names: 'full', run: 'run-1' });
	for (const cover of COVERS) {
		const masked = maskInput(maskedCase({ ...cover, run: 'run-1' }), PARTIES);
		t.deepEqual(figures(masked.findings), figures(full.findings));
		t.deepEqual(shape([...masked.rows]), shape([...full.rows]));
		const amounts = (input: PackageInput) => [...input.figureTransfers].map(({ amount, sign }) => [amount, sign]);
		t.deepEqual(amounts(masked), amounts(full));
		t.deepEqual(
			[...masked.figureTransfers].map(({ transfer }) => [...masked.rows].findIndex(({ id }) => id === transfer)),
			[...full.figureTransfers].map(({ transfer }) => [...full.rows].findIndex(({ id }) => id === transfer)),
		);
	}
});

test('outside internal no number of anybody, no name of a third, is in what a package is drawn from', (t) => {
	for (const cover of COVERS) {
		const text = written(maskInput(maskedCase({ ...cover, run: 'run-1' }), PARTIES));
		if (cover.level !== 'internal') for (const secret of SECRETS.always) t.false(text.includes(secret), secret);
		if (cover.level === 'public') for (const secret of SECRETS.accounts) t.false(text.includes(secret), secret);
		if (cover.names === 'masked') for (const secret of SECRETS.names) t.false(text.includes(secret), secret);
	}
});

test('a package tells no id that is a hash of what it hides', (t) => {
	const text = written(maskInput(maskedCase({ level: 'court', names: 'full', run: 'run-1' }), PARTIES));
	for (const { id } of PARTIES) t.false(text.includes(id));
	for (const { id } of maskedCase({ level: 'court', names: 'full', run: 'run-1' }).rows) t.false(text.includes(id));
});

test('no two accounts are shown by one text, and transfers of one instant keep the order of their ids', (t) => {
	const full = [...maskedCase({ level: 'internal', names: 'full', run: 'run-1' }).rows];
	for (const cover of COVERS) {
		const rows = [...maskInput(maskedCase({ ...cover, run: 'run-1' }), PARTIES).rows];
		const shown = new Map<string, string>();
		for (const [index, row] of rows.entries()) {
			const before = shown.get(row.payeeAccount);
			t.true(before === undefined || before === full[index]?.payeeAccount, row.payeeAccount);
			shown.set(row.payeeAccount, full[index]?.payeeAccount as string);
		}
		const tied = rows.flatMap(({ id, tied }, index) => (tied ? [{ id, was: full[index]?.id as string }] : []));
		t.true(tied.length > 2);
		const inOrder = (key: 'id' | 'was') => [...tied].sort((a, b) => (a[key] < b[key] ? -1 : 1)).map(({ was }) => was);
		t.deepEqual(inOrder('id'), inOrder('was'));
	}
});

test('figures and settings are found by their keys whatever somebody is called', (t) => {
	const nicks = ['kept', 'received', 'trace'];
	const [leader, ...others] = PARTIES as [MaskedParty, ...MaskedParty[]];
	const spells = leader.spells.map((spell) => ({ ...spell, nicknames: nicks }));
	const input = maskedCase({ level: 'public', names: 'masked', run: 'run-1' });
	const findings = { ...input.findings, parameters: { 'trace.policy': 'lifo' } };
	const masked = maskInput({ ...input, findings }, [{ ...leader, spells }, ...others]);
	t.deepEqual(
		masked.findings.people.map(({ figures }) => figures.received?.value),
		['13800138001', '13800138001'],
	);
	t.is(masked.findings.parameters['trace.policy'], 'lifo');
});

test('what people write into the register and into decisions is masked, and their own words stay', (t) => {
	const input = maskedCase({ level: 'court', names: 'full', run: 'run-1' });
	const [file] = input.findings.evidence.files;
	const [point] = input.findings.todo;
	if (!file || !point) return t.fail('the case has a file and a point');
	const register = { item: '检材2023-0312-0001（周大海手机）', holder: '陈小妹', time: '13700001111' };
	const facts = { line: 2, act: 'confirm', by: '李检', value: '卡6222023333333331234' };
	const told = { ...point, facts: { ...facts, reason: 'fits-pay-rules' } };
	const findings = {
		...input.findings,
		evidence: { ...input.findings.evidence, files: [{ ...file, register }] },
		todo: [...input.findings.todo, told],
	};
	for (const [level, by] of [
		['court', '李检'],
		['public', '李某1'],
	] as const) {
		const masked = maskInput({ ...input, findings, cover: { ...input.cover, level } }, PARTIES).findings;
		const shown = masked.evidence.files[0]?.register;
		t.is(shown?.item, '检材2023-0312-0001（周某1手机）');
		t.is(shown?.holder, '陈某1');
		t.is(shown?.time, '137****1111');
		t.like(masked.todo.at(-1)?.facts, { by, value: '卡6222…1234·3', reason: 'fits-pay-rules' });
	}
});

test('the public is not told the name of a person whom accounts.csv calls running costs or a merchant', (t) => {
	const lent = {
		id: 'p00000000000d',
		name: '吴建国',
		identity: '',
		category: 'operating',
		spells: [],
		attributions: [],
	};
	const shop = { ...lent, id: 'p00000000000e', name: '张记面馆', category: 'merchant' };
	const parties = [...PARTIES, lent, shop] as MaskedParty[];
	for (const level of ['court', 'public'] as const) {
		const input = maskedCase({ level, names: level === 'public' ? 'masked' : 'full', run: 'run-1' });
		const [row] = [...input.rows] as [LedgerRow];
		const rows = parties.map(({ id, name }) => ({ ...row, payee: name, payeeId: id }));
		const shown = [...maskInput({ ...input, rows }, parties).rows].map(({ payee }) => payee);
		t.deepEqual(shown.slice(2), ['好味面馆', level === 'public' ? '吴某1' : '吴建国', '张记面馆']);
	}
});

test('the order in which rows and parties are read moves nothing that is shown', (t) => {
	const cover: Cover = { level: 'public', names: 'masked', run: 'run-1' };
	const input = maskedCase(cover);
	const turned = { ...input, rows: [...input.rows].reverse() };
	const backward = [...maskInput(turned, [...PARTIES].reverse()).rows].reverse();
	t.deepEqual([...maskInput(input, PARTIES).rows], backward);
});

test('of a part of the case only its own people are shown', (t) => {
	const [own, other] = PARTIES as [MaskedParty, MaskedParty];
	const part = { title: own.name, people: new Set([own.id]) };
	const masked = maskInput(maskedCase({ level: 'court', names: 'full', run: 'run-1', part }), PARTIES);
	const text = written(masked);
	t.true(text.includes(own.name));
	t.false(text.includes(other.name));
	t.false(text.includes(other.identity.slice(-4)));
	t.deepEqual(
		masked.findings.people.filter(({ id }) => masked.cover.part?.people.has(id)).map(({ name }) => name),
		[own.name],
	);
});

interface Schema {
	readonly properties?: Record<string, Schema>;
	readonly additionalProperties?: Schema | boolean;
	readonly items?: Schema;
}

function fieldsOf(schema: Schema, path: string): string[] {
	if (schema.items) return fieldsOf(schema.items, `${path}[]`);
	const rest = schema.additionalProperties;
	const more = typeof rest === 'object' ? fieldsOf(rest, `${path}{}`) : [];
	const fields = Object.entries(schema.properties ?? {}).flatMap(([key, field]) =>
		fieldsOf(field, path === '' ? key : `${path}.${key}`),
	);
	return schema.properties || typeof rest === 'object' ? [...fields, ...more] : [path];
}

/** All that no treatment touches: amounts, counts, instants, codes; of every other text only whether it is empty. */
function figures(findings: Findings): Findings {
	return showFindings({ ...findings, parameters: {} }, (text, treatment) =>
		treatment === 'keep' ? text : String(text === ''),
	);
}

/** Rows as they must stay: which accounts and people are the same, and every amount, time and place. */
function shape(rows: readonly LedgerRow[]): unknown {
	const numbers = new Map<string, number>();
	const number = (text: string) => {
		if (!numbers.has(text)) numbers.set(text, numbers.size);
		return numbers.get(text);
	};
	return rows.map((row) => [
		...[row.id, row.payerAccount, row.payeeAccount, row.payerId, row.payeeId].map(number),
		...[row.instant, row.amount, row.asset, row.kind, row.certainty, row.exclusion, row.grade, row.rule, row.tied],
		...row.evidence.map(({ row: line, hash }) => [line, hash]),
	]);
}

function written(input: PackageInput): string {
	const { findings, cover, terms, custody } = input;
	const lists = [input.rows, input.leadDays, input.receipts, input.figureTransfers, input.ways].map((list) => [
		...list,
	]);
	const plain = { findings: findings as Findings, cover: { ...cover, part: cover.part?.title }, terms, custody, lists };
	return JSON.stringify(plain, (_, value) => (typeof value === 'bigint' ? value.toString() : value));
}
