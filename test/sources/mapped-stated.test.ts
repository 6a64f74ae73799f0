import test from 'ava';
import type { Measure } from '../../src/ledger/statement.ts';
import { mappedSource, mappedSources } from '../../src/sources/mapped.ts';
import { sourceContract } from './contract.ts';
import { hintsWith, mapping } from './mappings.ts';
import { faults, readLines } from './written.ts';

const statements = mapping(
	'statements',
	['被讯问人', '笔录', '供述内容'],
	{
		person: '被讯问人',
		document: '笔录',
		page: '页码',
		claim: '供述内容',
		amount: '涉及金额',
		day: '涉及日期',
		disputed: '有无异议',
		about: '指向',
	},
	{ yields: 'testimony' },
);
const measures = mapping(
	'measures',
	['措施', '对象', '法律文书'],
	{
		kind: '措施',
		person: '对象',
		account: '账户',
		amount: '数额',
		coin: '币',
		chain: '链',
		document: '法律文书',
		authority: '机关',
		from: '起始',
		until: '终止',
	},
	{ yields: 'measures', asset: 'CNY' },
);
const victims = mapping(
	'victims',
	['被害人代号', '损失金额'],
	{ pseudonym: '被害人代号', loss: '损失金额', day: '被骗日期', group: '所在群', source: '出处' },
	{ yields: 'victims' },
);

for (const [one, folder] of [
	[statements, 'mapped-testimony'],
	[measures, 'mapped-measures'],
	[victims, 'mapped-victims'],
] as const) {
	sourceContract(test, mappedSource(one), `datasets/samples/${folder}`, { hints: hintsWith(one) });
}

test('a list of one kind of measure says the kind in its mapping', async (t) => {
	const { kind: _kind, coin: _coin, chain: _chain, ...columns } = measures.columns;
	const one = mapping('frozen', ['对象', '法律文书'], columns, { yields: 'measures', kind: 'surrender' });
	t.notThrows(() => mappedSources(hintsWith(one)));
	const said = await readLines(mappedSource(one), '对象,法律文书,数额,x', ['样乙,收字1号,300,', '样乙,收字2号,,']);
	t.like(said.others.measures?.[0], { kind: 'surrender', asset: 'CNY', amount: 30_000n });
	// What the document does not print is unknown, never 0.
	t.is((said.others.measures?.[1] as Measure | undefined)?.amount, undefined);
	const nothing = mapping('none', ['对象'], columns, { yields: 'measures' });
	t.throws(() => mappedSources(hintsWith(nothing)), { message: /mapping\.columns.*kind/ });
});

test('a list of objections is disputed as a whole', async (t) => {
	const { disputed: _disputed, ...columns } = statements.columns;
	const one = mapping('objections', ['被讯问人', '笔录'], columns, { yields: 'testimony', disputes: true });
	const said = await readLines(mappedSource(one), '被讯问人,笔录,供述内容,x', ['样甲,笔录1,不是工资,']);
	t.like(said.others.testimony?.[0], { disputes: true, page: '' });
});

test('equal rows of a victims file are two rows', async (t) => {
	const row = '被害人B,800.5,2023-03-12,x';
	const said = await readLines(mappedSource(victims), '被害人代号,损失金额,被骗日期,x', [row, row]);
	t.is(new Set(said.others.victims?.map((victim) => (victim as { id: string }).id)).size, 2);
	t.deepEqual(faults(said), []);
});
