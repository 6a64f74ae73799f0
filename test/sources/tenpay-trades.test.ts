import test from 'ava';
import { mergeRecords } from '../../src/ledger/merge/merge.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { tenpayTrades } from '../../src/sources/tenpay-trades.ts';
import { HINTS, sourceContract } from './contract.ts';
import { type Gathered, gather } from './gathered.ts';
import { oldWorkbookFile } from './old-workbook.ts';
import { faults, workbookFile } from './written.ts';

sourceContract(test, tenpayTrades, 'datasets/samples/tenpay-trades');

const HEADER =
	'用户ID\t交易单号\t借贷类型\t交易用途类型\t交易时间\t交易金额(分)\t对手方ID\t对手侧账户名称\t对手方接收金额(分)\t备注1';

type Cells = readonly [string, string, string, string, string, string, string, string, string, string];

/** A row of `wxid_me`, at a second of 1 March 2023. */
function row(said: {
	order?: string;
	way?: string;
	use?: string;
	second?: number;
	fen?: string;
	to?: string;
	share?: string;
	note?: string;
}): Cells {
	const {
		order = 'O1',
		way = '出',
		use = '转账',
		second = 0,
		fen = '1000',
		to = 'wxid_you',
		share = '',
		note = '微信红包',
	} = said;
	const clock = new Date(Date.UTC(2023, 2, 1, 0, 0, second)).toISOString().slice(11, 19);
	return ['wxid_me', order, way, use, `2023-03-01 ${clock}`, fen, to, '', share, note];
}

async function read(rows: readonly Cells[], header = HEADER, end = '\n'): Promise<Gathered> {
	const text = [header, ...rows.map((cells) => cells.join('\t'))].join('\n') + end;
	return gather(tenpayTrades.read(memoryFile('TenpayTrades.txt', Buffer.from(text)), HINTS));
}

const brief = (records: readonly LedgerRecord[]) => records.map((r) => [r.medium, r.amount, r.packet]);

test('a share that is smaller than the packet is what was paid', async (t) => {
	const { records } = await read([
		row({ share: '400' }),
		row({ share: '600', to: 'wxid_she' }),
		row({ order: 'O2', share: '1000' }),
	]);
	t.deepEqual(brief(records), [
		['group-packet', 400n, 1000n],
		['group-packet', 600n, 1000n],
		['red-packet', 1000n, undefined],
	]);
});

test('without shares, a packet that went to several pays nobody a printed sum, wherever its rows stand', async (t) => {
	const others = Array.from({ length: 5000 }, (_, i) => row({ order: `X${i}`, second: i, note: '微信转账' }));
	const { records } = await read([row({}), ...others, row({ to: 'wxid_she' }), row({ order: 'O2' })]);
	const packets = records.filter((record) => record.medium !== 'chat-transfer');
	t.deepEqual(brief(packets), [
		['group-packet', undefined, 1000n],
		['group-packet', undefined, 1000n],
		['red-packet', 1000n, undefined],
	]);
});

test('a received packet counts what came in, and a share printed beside it is the share', async (t) => {
	const { records } = await read([row({ way: '入', fen: '400' }), row({ way: '入', share: '400', order: 'O2' })]);
	t.deepEqual(brief(records), [
		['red-packet', 400n, undefined],
		['group-packet', 400n, 1000n],
	]);
});

test('rows of one second keep the order in which they happened, whichever way the file runs', async (t) => {
	const oldestFirst = await read([row({ second: 1 }), row({ order: 'A', second: 2 }), row({ order: 'B', second: 2 })]);
	t.deepEqual(
		oldestFirst.records.map((r) => r.sequence),
		[1, 2, 3],
	);
	const newestFirst = await read([row({ order: 'B', second: 2 }), row({ order: 'A', second: 2 }), row({ second: 1 })]);
	t.deepEqual(
		newestFirst.records.map((r) => r.sequence),
		[2, 1, 0],
	);
});

test('a header without a unit is not claimed, one in yuan is read as yuan', async (t) => {
	const claim = async (header: string) => {
		const sample = await sampleOf(memoryFile('a', Buffer.from(`${header}\n${row({}).join('\t')}\n`)));
		return tenpayTrades.identify(sample, HINTS)?.confidence ?? 0;
	};
	t.true((await claim(HEADER)) >= 50);
	t.true((await claim(HEADER.replace('交易金额(分)', '交易金额'))) < 50);
	const yuan = HEADER.replaceAll('(分)', '（元）');
	t.true((await claim(yuan)) >= 50);
	const { records } = await read([row({ fen: '12.5', note: '微信转账' })], yuan);
	t.is(records[0]?.amount, 1250n);
});

test('a header without rows is no trade and no error', async (t) => {
	const said = await read([]);
	t.deepEqual([said.rows, said.skipped, said.rejected], [1, { header: 1 }, []]);
});

test('a file cut off within an amount does not pay the digits that are left', async (t) => {
	const cut = row({ order: 'O2', fen: '2' }).slice(0, 6);
	const text = `${HEADER}\n${row({ note: '微信转账' }).join('\t')}\n${cut.join('\t')}`;
	const said = await gather(tenpayTrades.read(memoryFile('a', Buffer.from(text)), HINTS));
	t.is(said.records.length, 1);
	t.deepEqual(
		said.rejected.map(({ row: at, reason, raw }) => [at, reason, raw]),
		[[3, 'truncated', cut.join('\t')]],
	);
});

test('a withdrawal goes to the own card, and what did not reach it is the fee', async (t) => {
	const header = `${HEADER}\t用户银行卡号\t对手方银行卡号`;
	const plain = row({ use: '提现', note: '', to: '', fen: '10010', share: '10000' });
	const { records } = await read([[...plain, '6222 0200-0000 0011', ''] as unknown as Cells], header);
	t.deepEqual(
		records.map((r) => [r.to.account, r.amount, r.medium, r.evidence.kind === 'file' && r.evidence.part]),
		[
			['bank:6222020000000011', 10_000n, 'withdrawal', 0],
			['tenpay:@fee', 10n, 'fee', 1],
		],
	);
});

test('rows between a header that is damaged and one repeated below it are rejects, not preamble', async (t) => {
	const {
		read: readRows,
		rejected,
		skipped,
	} = await read(
		[row({}), row({ order: 'O2' }), HEADER.split('\t') as unknown as Cells, row({ order: 'O3' })],
		HEADER.replace('用户ID', '户用ID'),
	);
	t.deepEqual([readRows, rejected.map((reject) => reject.row), skipped], [1, [2, 3], { preamble: 1, header: 1 }]);
});

/** A sheet of rows as `row` makes them, amounts as numbers. */
function sheet(rows: readonly Cells[]): unknown[][] {
	return [HEADER.split('\t'), ...rows.map((cells) => cells.map((cell, i) => (i === 5 ? Number(cell) : cell)))];
}

test('all sheets of an old workbook are read and named, a hidden one among them, each with its own account', async (t) => {
	const other = row({ order: 'O2', way: '入' }).with(0, 'wxid_other') as unknown as Cells;
	const file = oldWorkbookFile({ 甲: { rows: sheet([row({})]) }, 乙: { rows: sheet([other]), hidden: true } });
	const { records } = await gather(tenpayTrades.read(file, HINTS));
	t.deepEqual(
		records.map(({ evidence, own, ...record }) => [
			evidence.kind === 'file' && evidence.sheet,
			record[own as 'from'].account,
		]),
		[
			['甲', 'wechat:wxid_me'],
			['乙', 'wechat:wxid_other'],
		],
	);
});

test('a copy of a sheet below Column1, Column2, ... pays nothing twice', async (t) => {
	const rows = [
		row({ note: '微信转账' }),
		row({ order: 'O2', share: '400' }),
		row({ order: 'O2', share: '600', to: 'wxid_she' }),
	];
	const copy = [HEADER.split('\t').map((_, i) => `Column${i + 1}`), ...sheet(rows)];
	const file = oldWorkbookFile({ 明细: { rows: sheet(rows) }, 查询: { rows: copy } });
	const { records } = await gather(tenpayTrades.read(file, HINTS));
	const { transfers } = mergeRecords({ records, assets: HINTS.assets, decisions: [] });
	t.deepEqual(transfers.map(({ amount }) => amount).sort(), [1000n, 400n, 600n]);
});

test('a formula is its last value; one that was never worked out is no amount', async (t) => {
	const rows = sheet([row({}), row({ order: 'O2' })]);
	(rows[1] as unknown[])[5] = { t: 'n', f: '500+500', v: 1000 };
	(rows[2] as unknown[])[5] = { t: 'n', f: '500+500' };
	const said = await gather(tenpayTrades.read(workbookFile('a.xlsx', { 明细: rows }), HINTS));
	t.deepEqual(
		said.records.map(({ amount }) => amount),
		[1000n],
	);
	t.deepEqual(faults(said), ['amount 交易金额(分)']);
});

test('an order number or account that a spreadsheet damaged joins nothing', async (t) => {
	const rows = sheet([row({}), row({ order: 'O2' })]);
	(rows[1] as unknown[])[1] = Number('1000049801230301000001');
	(rows[2] as unknown[])[6] = Number('6222020000000000011');
	const said = await gather(tenpayTrades.read(oldWorkbookFile({ 明细: { rows } }), HINTS));
	t.deepEqual(
		said.records.map(({ keys }) => keys),
		[{}],
	);
	t.deepEqual(faults(said), ['account 对手方ID']);
});

test('a sheet whose header is damaged is rejected beside one that is read; an explanation is passed over', async (t) => {
	const names = HEADER.split('\t');
	const file = workbookFile('TenpayTrades.xlsx', {
		说明: [['本文件由样例机构提供']],
		一: [names, row({})],
		二: [names.with(0, '用户'), row({ order: 'O2' })],
	});
	const { read: readRows, rejected, skipped } = await gather(tenpayTrades.read(file, HINTS));
	const rejects = rejected.map(({ sheet, row: number, reason }) => `${sheet} ${number} ${reason}`);
	t.deepEqual([readRows, rejects, skipped], [1, ['二 1 columns', '二 2 columns'], { header: 1, preamble: 1 }]);
});
