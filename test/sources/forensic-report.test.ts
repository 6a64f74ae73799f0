import test from 'ava';
import { forensicHeading } from '../../src/sources/forensic-heading.ts';
import { forensicReport } from '../../src/sources/forensic-report.ts';
import { HINTS, sourceContract } from './contract.ts';
import { type Gathered, gather } from './gathered.ts';
import { faults, textFile } from './written.ts';

sourceContract(test, forensicReport, 'datasets/samples/forensic-report', { tabular: false });

const HEADING = '<h3>检材/微信/样甲(wxid_a)/流水记录/样乙（wxid_b）(1)</h3>';

function read(division: string, heading = HEADING): Promise<Gathered> {
	return gather(forensicReport.read(textFile('page1.html', [heading, `<div>${division}</div>`]), HINTS));
}

test('names of a heading may hold slashes and brackets; a group is no account', (t) => {
	t.deepEqual(forensicHeading('检材/微信/甲/乙(工作)(wxid_a)/流水记录/样(乙)（wxid_b）(12)'), {
		own: { account: 'wechat:wxid_a', name: '甲/乙(工作)' },
		other: { account: 'wechat:wxid_b', name: '样(乙)' },
	});
	t.deepEqual(forensicHeading('检材/微信(分身版)/甲(wxid_a)/流水记录/工作群（1@chatroom）')?.other, { name: '工作群' });
	t.deepEqual(forensicHeading('检材/微信/甲(wxid_a)/流水记录/小林(3)')?.other, {
		account: 'nick:wechat:wxid_a/小林',
		name: '小林',
	});
	t.is(forensicHeading('检材/微信/甲(wxid_a)/聊天记录/小林(3)'), undefined);
});

test('a red packet shows no amount, and none is made up', async (t) => {
	const { records } = await read('样乙 向 样甲发送红包 2023-03-03 20:00:00 微信红包');
	t.like(records[0], { amount: undefined, medium: 'red-packet', own: 'to', from: { account: 'wechat:wxid_b' } });
});

test('words of the other kind in a note do not make a packet of a transfer', async (t) => {
	const said = await read(
		'样甲 向 样乙转账 2023-03-03 20:00:00 ￥5.00 备注：微信红包 谢谢 [交易单号：100004980123] 微信转账',
	);
	t.deepEqual([said.records.length, faults(said)], [0, ['value amount', 'time time']]);
});

test('a transfer counts only where the words say that it was taken', async (t) => {
	for (const [words, state] of [
		['已收款', 'done'],
		['', 'open'],
		['已退还', 'closed'],
	]) {
		const { records } = await read(
			`样甲 向 样乙转账 2023-03-03 20:00:00 ￥5.00 ${words} [交易单号：100004980123] 微信转账`,
		);
		t.is(records[0]?.state, state as never);
		t.is(records[0]?.amount, 500n);
	}
});

test('who paid must follow from the heading: two of one name, or neither, is a reject', async (t) => {
	const same = '<h3>检材/微信/小林(wxid_a)/流水记录/小林（wxid_b）(1)</h3>';
	const payment = '小林 向 小林转账 2023-03-03 20:00:00 ￥5.00 微信转账';
	t.deepEqual(faults(await read(payment, same)), ['direction payer']);
	t.deepEqual(faults(await read(payment)), ['direction payer']);
	const told = await read('小林(wxid_b) 向 小林转账 2023-03-03 20:00:00 ￥5.00 微信转账', same);
	t.deepEqual(faults(told), ['direction payer']);
	const told2 = await read('小林(wxid_b) 向 小林(wxid_a)转账 2023-03-03 20:00:00 ￥5.00 微信转账', same);
	t.is(told2.records[0]?.from.account, 'wechat:wxid_b');
});

test('scripts, and divisions below other headings, say nothing', async (t) => {
	const said = await read('<script>样甲 向 样乙转账 2023-03-03 20:00:00 ￥5.00 微信转账</script>');
	t.deepEqual([said.records, said.rejected], [[], []]);
	const other = await read('样甲 向 样乙转账 2023-03-03 20:00:00 ￥5.00 微信转账', '<h3>检材/短信</h3>');
	t.deepEqual([other.records, other.skipped], [[], { header: 1, 'not-a-transfer': 1 }]);
});
