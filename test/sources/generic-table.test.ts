import { readFile } from 'node:fs/promises';
import test from 'ava';
import type { EvidenceFile } from '../../src/sources/contract.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { type Proposal, proposeMapping } from '../../src/sources/generic-table.ts';
import { mappedSource } from '../../src/sources/mapped.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { HINTS, sourceContract } from './contract.ts';
import { type Gathered, gather } from './gathered.ts';
import { textFile, workbookFile } from './written.ts';

const FOLDER = 'datasets/samples/generic-table';
const SAMPLE = memoryFile('a', await readFile(`${FOLDER}/收支分列.csv`));
const proposed = proposeMapping(await sampleOf(SAMPLE), HINTS);
if (!proposed) throw new Error('the sample is a table of payments');

sourceContract(test, mappedSource(proposed.mapping), FOLDER, { hints: { ...HINTS, mappings: [proposed.mapping] } });

async function proposalFor(file: EvidenceFile): Promise<Proposal | undefined> {
	return proposeMapping(await sampleOf(file), HINTS);
}

const table = (...lines: string[]) => textFile('table.csv', lines);

/** What the proposal reads, as `from > to amount`. */
async function reading(file: EvidenceFile): Promise<{ proposal: Proposal; said: Gathered; moved: string[] }> {
	const proposal = await proposalFor(file);
	if (!proposal) throw new Error('no proposal');
	const said = await gather(mappedSource(proposal.mapping).read(file, { ...HINTS, owner: 'bank:6222020000000000011' }));
	const moved = said.records.map(({ from, to, amount }) => `${from.account} > ${to.account} ${amount}`);
	return { proposal, said, moved };
}

test('day and time of day, in and out in two columns; the header is not the first row', (t) => {
	t.is(proposed.headerRow, 3);
	t.deepEqual(proposed.mapping.columns, {
		time: ['日期', '时刻'],
		inAmount: '收入金额',
		outAmount: '支出金额',
		counterparty: '对方账号',
		toName: '对方户名',
		balance: '结余',
		memo: '用途',
		asset: '币别',
	});
	t.true(proposed.confidence < 50);
});

test('a word of direction, an own account, a status', async (t) => {
	const { proposal, moved, said } = await reading(
		table(
			'流水号,交易时间,卡号,户名,借贷标志,发生额(元),余额(元),对方卡号,对方姓名,摘要,备注,状态',
			'S1,2023-03-01 10:00:00,6222020000000000012,样甲,贷,"1,000.00",1000.00,6217000000000000077,样乙,转账,三月,成功',
			'S2,2023-03-01 11:00:00,6222020000000000012,样甲,贷,5.00,995.00,6217000000000000078,样丙,转账,,失败',
			'S3,2023-03-01 12:00:00,6222020000000000012,样甲,借,5.00,995.00,6217000000000000078,样丙,转账,,成功',
		),
	);
	t.deepEqual([proposal.mapping.inWords, proposal.mapping.outWords], [['贷'], ['借']]);
	t.deepEqual(moved, [
		'bank:6217000000000000077 > bank:6222020000000000012 100000',
		'bank:6217000000000000078 > bank:6222020000000000012 500',
		'bank:6222020000000000012 > bank:6217000000000000078 500',
	]);
	t.deepEqual(
		said.records.map(({ state }) => state),
		['done', 'failed', 'done'],
	);
	t.is(said.records[0]?.memo, '转账 三月');
	t.is(said.records[0]?.keys.order, 'S1');
});

test('a direction of which the first rows show one word is read in both', async (t) => {
	const proposal = await proposalFor(
		table('交易时间,收/支,金额,对方户名', '2023-03-01 10:00:00,支出,1.00,样乙', '2023-03-01 11:00:00,支出,1.00,样乙'),
	);
	t.deepEqual([proposal?.mapping.inWords, proposal?.mapping.outWords], [['收入'], ['支出']]);
});

test('a sign, with masked accounts: whose they are is known by name', async (t) => {
	const { proposal, moved } = await reading(
		table(
			'记账日期,金额,对方账号,对方户名,备注',
			'2023-03-01,-12.50,6217****0077,样乙,a',
			'2023-03-02,12.50,6217****0077,样乙,b',
		),
	);
	t.is(proposal.mapping.columns.counterparty, '对方户名');
	t.deepEqual(moved, [
		'bank:6222020000000000011 > nick:bank:6222020000000000011/样乙 1250',
		'nick:bank:6222020000000000011/样乙 > bank:6222020000000000011 1250',
	]);
});

test('payer and payee', async (t) => {
	const { moved } = await reading(
		table(
			'付款账号,付款户名,收款账号,收款户名,付款金额,付款时间',
			'6222020000000000012,样甲,6217000000000000077,样乙,88.00,2023/3/1 10:00',
		),
	);
	t.deepEqual(moved, ['bank:6222020000000000012 > bank:6217000000000000077 8800']);
});

test('short account numbers are a bank’s where the table is; 分 and 万元 are units', async (t) => {
	const bank = await reading(
		table(
			'日期,借贷,发生额(分),对方账号,开户行',
			'2023-03-01,借,1250,1000000101,某行',
			'2023-03-01,贷,5,1000000102,某行',
		),
	);
	t.is(bank.moved[0], 'bank:6222020000000000011 > bank:1000000101 1250');
	const large = await reading(table('日期,收支,金额（万元）,对方户名', '2023-03-01,收入,1.5,样乙'));
	t.is(large.said.records[0]?.amount, 1_500_000n);
});

test('a workbook’s sheet with the table is found among others', async (t) => {
	const { proposal, moved } = await reading(
		workbookFile('a.xlsx', {
			说明: [['某说明'], ['日期', '经办人']],
			流水: [['标题'], ['交易日期', '收/支', '交易金额', '交易对方'], ['2023-03-01', '支出', 12.5, '样乙']],
		}),
	);
	t.deepEqual([proposal.sheet, proposal.headerRow], ['流水', 2]);
	t.is(moved[0], 'bank:6222020000000000011 > nick:bank:6222020000000000011/样乙 1250');
});

test('of two currencies the one in which the account is kept belongs to the amount', async (t) => {
	const { proposal, said } = await reading(
		table(
			'日期,交易币种,记账金额(收入),记账金额(支出),记账币种,对方户名',
			'2023-03-01,-,1.50,-,人民币,样乙',
			'2023-03-02,-,-,2.00,美元,样丙',
			'2023-03-03,-,-,2.00,人民币,样丙',
		),
	);
	t.is(proposal.mapping.columns.asset, '记账币种');
	t.deepEqual(
		said.rejected.map(({ value }) => value),
		['美元'],
	);
});

const REFUSED: Record<string, string[]> = {
	'no direction': ['日期,金额,对方户名,备注', '2023-03-01,12.50,样乙,a'],
	'no time': ['编号,金额,收/支,对方户名', '1,12.50,支出,样乙'],
	'no other side': ['日期,金额,收/支,备注', '2023-03-01,12.50,支出,a'],
	'no amount': ['日期,收/支,对方户名,备注', '2023-03-01,支出,样乙,a'],
	'a sign and a word': ['日期,金额,收/支,对方户名', '2023-03-01,-12.50,支出,样乙', '2023-03-01,-1.50,收入,样乙'],
	'words that nobody knows': ['日期,金额,方向,对方户名', '2023-03-01,12.50,甲类,样乙', '2023-03-01,1.50,乙类,样乙'],
	'a status that nobody knows': ['日期,金额,收/支,对方户名,状态', '2023-03-01,12.50,支出,样乙,甲类'],
	'negative income': ['日期,收入,支出,对方户名', '2023-03-01,-12.50,,样乙', '2023-03-01,,1.50,样乙'],
	'coins, which no column names': ['时间,金额,方向,对方,交易哈希', '2023-03-01 10:00:00,12.5,转出,样乙,0xab'],
	'no row': ['日期,金额,收/支,对方户名'],
	'payer and payee by names alone': ['日期,金额,付款人,收款人', '2023-03-01,1.00,样甲,样乙'],
	'a people table': ['姓名,角色,来源', '样甲,话务,笔录'],
};
for (const [what, lines] of Object.entries(REFUSED)) {
	test(`nothing is guessed: ${what}`, async (t) => {
		t.is(await proposalFor(table(...lines)), undefined);
	});
}

test('the proposal is recognised by all of the table’s headers, so that no other layout is', async (t) => {
	const lines = ['日期,收支,金额,对方户名,某列', '2023-03-01,收入,1.5,样乙,x'];
	const { mapping } = (await proposalFor(table(...lines))) as Proposal;
	t.deepEqual(mapping.when, ['日期', '收支', '金额', '对方户名', '某列']);
	const other = await sampleOf(table('日期,收支,金额,对方户名', '2023-03-01,收入,1.5,样乙'));
	t.is(mappedSource(mapping).identify(other, HINTS), undefined);
});
