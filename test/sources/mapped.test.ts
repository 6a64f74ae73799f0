import test from 'ava';
import type { Lead } from '../../src/ledger/statement.ts';
import { identify } from '../../src/sources/identify.ts';
import { sourcesFor } from '../../src/sources/list.ts';
import { mappedSource, mappedSources } from '../../src/sources/mapped.ts';
import type { Mapping } from '../../src/sources/mapping.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';
import { type Columns, daily, flows, hintsWith, labels, mapping, own } from './mappings.ts';
import { faults, readLines, textFile, workbookFile } from './written.ts';

for (const [one, folder] of [
	[flows, 'mapped-transfers'],
	[own, 'mapped-own'],
	[daily, 'mapped-leads'],
	[labels, 'mapped-attributions'],
] as const) {
	sourceContract(test, mappedSource(one), `datasets/samples/${folder}`, { hints: hintsWith(one) });
}

test('two mappings that both know a file are named, not chosen between', async (t) => {
	const hints = hintsWith(daily, { ...daily, name: 'again' });
	const sample = await sampleOf(textFile('daily.csv', ['日期,话务员,引流人数', '2023-03-01,甲,9']));
	const error = t.throws(() => identify('daily.csv', sample, hints, sourcesFor(hints)));
	t.regex(error?.message ?? '', /mapped:daily.*mapped:again/);
});

test('a changed mapping is another version', (t) => {
	t.not(mappedSource(daily).version, mappedSource({ ...daily, offsetMinutes: 0 }).version);
	t.is(mappedSource(daily).version, mappedSource({ ...daily }).version);
});

test('a mapping that can work on no file is refused by name', (t) => {
	const refused = (one: Mapping) => t.throws(() => mappedSources({ mappings: [one], assets: HINTS.assets }))?.message;
	t.regex(refused(flows) ?? '', /mapping\.asset.*USD/);
	t.regex(refused(mapping('a', ['x'], { time: 'x', amount: 'y' })) ?? '', /mapping\.columns.*counterparty/);
	t.regex(refused(mapping('a', ['x'], { ...own.columns, amout: 'x' } as Columns)) ?? '', /mapping\.field.*amout/);
});

test('an amount in yuan is never taken from a column in fen', async (t) => {
	const one = mapping('pay', ['时间', '付', '收', '金额'], { time: '时间', from: '付', to: '收', amount: '金额' });
	const sample = await sampleOf(textFile('pay.csv', ['时间,付,收,金额(分)', '2023-03-01,bank:1234,bank:5678,100']));
	t.is(mappedSource(one).identify(sample, HINTS), undefined);
});

test('a cell that names its network is of that network, whatever the mapping says of the others', async (t) => {
	const fields = { time: '时间', from: '付', to: '收', amount: '额' };
	const one = { ...mapping('pay', ['时间', '付', '收', '额'], fields), network: 'wechat' };
	const { records } = await readLines(mappedSource(one), '时间,付,收,额', [
		'2023-03-01,bank:6222020200011112222,wxid_a,1.00',
		'2023-03-01,wechat:wxid_a,a:b,1.00',
	]);
	const ends = records.map(({ from, to }) => [from.account, to.account]);
	t.deepEqual(ends, [
		['bank:6222020200011112222', 'wechat:wxid_a'],
		['wechat:wxid_a', 'wechat:a:b'],
	]);
});

test('a column in smallest units says so by its decimals', async (t) => {
	const one = mapping(
		'pay',
		['时间', '付', '收', '分'],
		{ time: '时间', from: '付', to: '收', amount: '分' },
		{ decimals: 0 },
	);
	const { records } = await readLines(mappedSource(one), '时间,付,收,分,x', ['2023-03-01,bank:1234,bank:5678,24500,']);
	t.is(records[0]?.amount, 24_500n);
});

test('without a direction the sign tells it, and nothing tells it of zero', async (t) => {
	const one = mapping('signed', ['时间', '额', '对方'], { time: '时间', amount: '额', counterparty: '对方' });
	const owner = 'wechat:wxid_owner';
	const said = await readLines(
		mappedSource(one),
		'时间,额,对方,x',
		['2023-03-01 08:00,-35.5,alipay:2088,', '2023-03-01 09:00,200,演示乙,', '2023-03-01 10:00,0,演示乙,'],
		{ ...HINTS, owner },
	);
	t.deepEqual(
		said.records.map(({ from, to, amount, own: side }) => [from.account, to.account, amount, side]),
		[
			[owner, 'alipay:2088', 3550n, 'from'],
			[`nick:${owner}/演示乙`, owner, 20_000n, 'to'],
		],
	);
	t.deepEqual(faults(said), ['direction 额']);
});

test('a counterparty with a wrong checksum is rejected, not taken for a name', async (t) => {
	const one = mapping('signed', ['时间', '额', '对方'], { time: '时间', amount: '额', counterparty: '对方' });
	const said = await readLines(mappedSource(one), '时间,额,对方,x', [
		'2023-03-01,1,TP5DC7QK1sStWmJ3x6WaZkF5zZcXH1tCPE,',
		'2023-03-01,1,eth:0x1429****7f855c,',
	]);
	t.deepEqual(faults(said), ['account-checksum 对方', 'account 对方']);
});

test('the last amount of a file without a line end is not trusted where it may lack digits', async (t) => {
	const source = mappedSource(daily);
	const file = textFile('daily.csv', ['日期,话务员,引流人数', '2023-03-01,甲,9', '2023-03-01,乙,12']);
	const cut = {
		...file,
		bytes: async function* () {
			for await (const b of file.bytes()) yield b.subarray(0, b.length - 2);
		},
	};
	const said = await gather(source.read(cut, HINTS));
	t.is(said.read, 1);
	t.deepEqual(faults(said), ['truncated 引流人数']);
});

test('a sheet is found by its header, in any sheet, below other rows', async (t) => {
	const file = workbookFile('日报.xlsx', {
		封面: [['某组日报']],
		数据: [
			['三月'],
			[],
			['日期', '组别', '话务员', '引流人数'],
			['2023-03-01', '一组', '甲', 9],
			['2023-03-02', '一组', '甲', '很多'],
		],
	});
	const said = await gather(mappedSource(daily).read(file, HINTS));
	t.deepEqual(
		(said.others.leads as Lead[]).map(({ caller, day, count }) => [caller, day, count]),
		[['甲', '2023-03-01', 9]],
	);
	t.deepEqual(faults(said), ['value 数据!D5']);
});

test('a header called __proto__ can be mapped like any other', async (t) => {
	const one = mapping(
		'odd',
		['__proto__', '日期', 'constructor'],
		{ caller: '__proto__', day: '日期', count: 'constructor' },
		{ yields: 'leads' },
	);
	const { others } = await readLines(mappedSource(one), '__proto__,日期,constructor,x', ['甲,2023-03-01,3,']);
	t.like(others.leads?.[0], { caller: '甲', count: 3 });
});
