import { deflateSync } from 'node:zlib';
import test from 'ava';
import { mergeRecords } from '../../src/ledger/merge/merge.ts';
import { Problem } from '../../src/ledger/problem.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { hintFor, identify } from '../../src/sources/identify.ts';
import { SOURCES } from '../../src/sources/list.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { tenpayTrades } from '../../src/sources/tenpay-trades.ts';
import { wechatBill } from '../../src/sources/wechat-bill.ts';
import { statementHolder } from '../../src/sources/wechat-statement-holder.ts';
import { wechatStatementPdf } from '../../src/sources/wechat-statement-pdf.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';
import { buildPdf, type PlacedText } from './pdf-builder.ts';
import { type StatementLook, type StatementRow, statementPdf } from './statement-pdf.ts';
import { textFile } from './written.ts';

sourceContract(test, wechatStatementPdf, 'datasets/samples/wechat-statement-pdf', { tabular: false });

const order = (n: number) => `10000498012303010000000000${String(n).padStart(6, '0')}`;
const NAMES = ['样乙', '一个名字很长很长要分成三行才写得下的人', 'John Smith Junior', '小林', '/'];
const TYPES = ['转账', '微信红包（单发）', '二维码收款', '扫二维码付款'];

/** Payments of all shapes: cells of one to three lines beside one another. */
const ROWS: StatementRow[] = Array.from({ length: 24 }, (_, n) => [
	order(n),
	`2023-03-${String(n + 1).padStart(2, '0')} 10:20:30`,
	TYPES[n % 4] as string,
	n % 3 === 0 ? '支出' : '收入',
	n % 5 === 0 ? '某银行(0011)' : '零钱',
	`${n + 1},000.50`,
	NAMES[(n * 7) % 5] as string,
	n % 2 === 0 ? '/' : `1000039801202303150000000${String(n).padStart(3, '0')}`,
]);

function read(rows: readonly StatementRow[], look: StatementLook = {}) {
	return gather(wechatStatementPdf.read(memoryFile('a.pdf', statementPdf(rows, look)), HINTS));
}

/** What a payment says, wherever on its page it stands. */
function brief({ keys, moment, amount, type, from, to, own }: LedgerRecord) {
	const other = own === 'from' ? to : from;
	return [keys.order, moment.text, amount, type, own, other.name, keys.merchant];
}

const TRUTH = ROWS.map(([number, time, type, way, , amount, name, merchant]) => [
	number,
	time,
	BigInt(amount.replaceAll(/\D/g, '')),
	type,
	way === '支出' ? 'from' : 'to',
	name === '/' ? undefined : name,
	merchant === '/' ? undefined : merchant,
]);

for (const align of ['top', 'middle'] as const) {
	for (const padding of [0, 4, 8]) {
		for (const margin of [2, 4]) {
			for (const repeats of [true, false]) {
				const look = { align, padding, margin, repeats, lines: 17 };
				test(`cells wrapped and pages turned are put together: ${JSON.stringify(look)}`, async (t) => {
					const said = await read(ROWS, look);
					t.deepEqual([said.rejected, said.skipped.preamble], [[], 5]);
					t.deepEqual(said.records.map(brief), TRUTH);
				});
			}
		}
	}
}

test('a font that is named and not held is read as well', async (t) => {
	const file = memoryFile('a.pdf', statementPdf(ROWS, {}, { font: 'named' }));
	t.deepEqual((await gather(wechatStatementPdf.read(file, HINTS))).records.map(brief), TRUTH);
});

/** A page with the header and these texts, at places of the samples' columns. */
function page(texts: readonly PlacedText[], more: readonly (readonly PlacedText[])[] = []) {
	const names = ['交易单号', '交易时间', '交易类型', '收/支/其他', '交易方式', '金额(元)', '交易对方', '商户单号'];
	const head = names.map((text, i) => ({ text, x: COLUMNS[i] as number, y: 800, size: 8 }));
	return gather(wechatStatementPdf.read(memoryFile('a.pdf', buildPdf([[...head, ...texts], ...more])), HINTS));
}

const COLUMNS = [24, 112, 160, 216, 264, 320, 368, 440];

/** A payment with an order number of two lines; cells that are given stand in place of its own. */
function payment(y: number, n: number, cells: Readonly<Record<number, string>> = {}): PlacedText[] {
	const own = [order(n).slice(0, 20), '2023-03-01', '转账', '支出', '零钱', '5.00', '小林', '/'];
	const placed = own.map((text, i) => ({ text: cells[i] ?? text, x: COLUMNS[i] as number, y, size: 8 }));
	const below = { text: order(n).slice(20), x: 24, y: y - 10, size: 8 };
	return [...placed, below, { text: '10:20:30', x: 112, y: y - 10, size: 8 }].filter(({ text }) => text !== '');
}

test('a number and the time beside it that come as one text are two cells', async (t) => {
	const joined = payment(780, 1).filter(({ y }) => y === 780);
	const { records } = await page([...joined, { text: `${order(1).slice(20)}10:20:30`, x: 24, y: 770, size: 8 }]);
	t.like(records[0], { keys: { order: order(1) }, moment: { text: '2023-03-01 10:20:30' } });
});

test('a watermark across the page is no part of any cell', async (t) => {
	const { records, rejected } = await page([
		...payment(780, 1),
		{ text: '仅供样例使用', x: 365, y: 776, size: 20, turned: 30 },
	]);
	t.deepEqual([records[0]?.to.name, records[0]?.amount, rejected], ['小林', 500n, []]);
});

test('a line that may belong to either of two rows is part of no amount', async (t) => {
	const between = { text: '9', x: 320, y: 766, size: 8 };
	const said = await page([...payment(780, 1), between, ...payment(757, 2)]);
	t.deepEqual(
		said.records.map(({ keys, amount }) => [keys.order, amount]),
		[[order(1), 500n]],
	);
	t.deepEqual(
		said.rejected.map(({ row, reason }) => [row, reason]),
		[[2, 'columns']],
	);
});

test('an order number that lacks a line, or has one too many, is no order number', async (t) => {
	const cut = payment(780, 1).filter(({ x, y }) => !(x === 24 && y === 770));
	const said = await page([...cut, ...payment(740, 2, { 0: `${order(2)}00000000` })]);
	t.deepEqual([said.records, said.rejected.map(({ reason }) => reason)], [[], ['value', 'value']]);
});

test('a row cut by the end of a page goes on below the next page’s header, and nowhere else', async (t) => {
	const [upper, lower] = [payment(40, 1), payment(780, 1)].map((texts, i) =>
		texts.filter(({ y }) => (i === 0 ? y === 40 : y === 770)),
	);
	const { records, rejected } = await page(upper as PlacedText[], [[...(lower as PlacedText[]), ...payment(740, 2)]]);
	t.deepEqual([records.map(({ keys }) => keys.order), rejected], [[order(1), order(2)], []]);
	const alone = await page(upper as PlacedText[], [payment(740, 2)]);
	t.deepEqual([alone.records.map(({ keys }) => keys.order), alone.rejected.length], [[order(2)], 1]);
});

test('what a certificate does not say, its register says, or nobody', async (t) => {
	const rows = ROWS.slice(0, 1);
	const bytes = statementPdf(rows, {
		preamble: ['微信支付交易明细证明', '兹证明：样甲（居民身份证：0000****0011），在其微信号：wx***中的交易'],
	});
	const bare = await gather(wechatStatementPdf.read(memoryFile('a.pdf', bytes), HINTS));
	t.regex(bare.records[0]?.from.account ?? '', /^bill:/);
	const said = await gather(wechatStatementPdf.read(memoryFile('a.pdf', bytes), { ...HINTS, owner: 'wechat:wxid_me' }));
	t.is(said.records[0]?.from.account, 'wechat:wxid_me');
	t.like(said.others.attributions?.[0], { account: 'wechat:wxid_me', party: '样甲', identity: undefined });
});

test('a sentence wrapped within the account or the name is read whole', (t) => {
	const lines = [
		'微信支付交易明细证明',
		'兹证明：样',
		'甲(身份证:000000199001010011)在其微信号:wxid_sam',
		'ple01中的交易明细如下',
	];
	t.deepEqual(statementHolder(lines), {
		account: 'wechat:wxid_sample01',
		name: '样甲',
		identity: '000000199001010011',
	});
	t.deepEqual(statementHolder(['兹证明：样*（身份证：*），微信号：ab*c中']), {});
});

test('a document of pictures alone is nobody’s, and says that it needs its text recognised', async (t) => {
	const sample = await sampleOf(memoryFile('scan.pdf', buildPdf([[], []])));
	t.is(identify('scan.pdf', sample, HINTS, SOURCES), undefined);
	t.is(hintFor(sample, HINTS, SOURCES), 'hint.pdf-scanned');
	const other = await sampleOf(memoryFile('a.pdf', buildPdf([[{ text: '讯问笔录', x: 40, y: 700, size: 12 }]])));
	t.is(hintFor(other, HINTS, SOURCES), undefined);
});

test('a document that is locked, cut off or a bomb is refused by name', async (t) => {
	const whole = statementPdf(ROWS);
	const packed = deflateSync(Buffer.alloc(30 << 20)).toString('latin1');
	const stream = `<</Filter/FlateDecode/Length ${packed.length}>>stream\n${packed}\nendstream`;
	const refused: [Buffer, string][] = [
		[statementPdf(ROWS, {}, { locked: true }), 'evidence.pdf-password'],
		[whole.subarray(0, whole.length - 50), 'evidence.pdf-damaged'],
		[Buffer.from('%PDF-1.7\nnothing\n%%EOF'), 'evidence.pdf-damaged'],
		[statementPdf(ROWS, {}, { extra: Array.from({ length: 9 }, () => stream) }), 'evidence.pdf-too-large'],
	];
	for (const [bytes, code] of refused) {
		const error = await t.throwsAsync(sampleOf(memoryFile('a.pdf', bytes)), { instanceOf: Problem });
		t.deepEqual([error?.code, error?.facts.file], [code, 'a.pdf']);
	}
	const big = { ...memoryFile('a.pdf', whole), size: 65 << 20 };
	t.is((await t.throwsAsync(sampleOf(big), { instanceOf: Problem }))?.code, 'evidence.too-large');
});

test('a payment in a certificate, a bill and a judicial return is one transfer', async (t) => {
	const [number, time] = [order(1), '2023-03-01 10:20:30'];
	const row: StatementRow = [number, time, '转账', '支出', '零钱', '200.00', '小林', '/'];
	const bill = [
		'交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注',
		`${time},转账,小林,/,支出,¥200.00,零钱,对方已收钱,${number},/,/`,
	];
	const trades = [
		'用户ID\t交易单号\t借贷类型\t交易用途类型\t交易时间\t交易金额(分)\t对手方ID\t备注1',
		`wxid_b\t${number}\t入\t转账\t${time}\t20000\twxid_sample00000a\t微信转账`,
	];
	const records = [
		...(await read([row])).records,
		...(await gather(wechatBill.read(textFile('a.csv', bill), HINTS))).records,
		...(await gather(tenpayTrades.read(textFile('a.txt', trades), HINTS))).records,
	];
	const { transfers } = mergeRecords({ records, assets: HINTS.assets, decisions: [] });
	t.is(transfers.length, 1);
	t.like(transfers[0], { from: 'wechat:wxid_sample00000a', to: 'wechat:wxid_b', amount: 20000n, exclusion: undefined });
	t.is(transfers[0]?.records.length, 3);
});
