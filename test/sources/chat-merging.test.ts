import test from 'ava';
import { mergeRecords } from '../../src/ledger/merge/merge.ts';
import type { Source } from '../../src/sources/contract.ts';
import { wechatBill } from '../../src/sources/wechat-bill.ts';
import { wechatmsg } from '../../src/sources/wechatmsg.ts';
import { HINTS } from './contract.ts';
import { gather } from './gathered.ts';
import { textFile } from './written.ts';

const CHAT = 'localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender';
const BILL = '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注';
const ORDER = '1000050001202408140000000000000001';
const SENDID = '1000039501202408140123456789';

/** A row of a transfer between the owner (payer) and the other of the chat. */
function transfer(second: number, subtype: string, fromSelf: boolean, payer = 'wxid_yangjia01'): string {
	const xml = `<msg><appmsg><type>2000</type><wcpayinfo><paysubtype>${subtype}</paysubtype><feedesc>￥200.00</feedesc><transcationid>${ORDER}</transcationid><payer_username>${payer}</payer_username><receiver_username>wxid_yangyi02</receiver_username></wcpayinfo></appmsg></msg>`;
	return chat(second, '49,2000', fromSelf, xml);
}

function packet(second: number): string {
	const url = `wxpay://x?sendid=${SENDID}&amp;sendusername=wxid_yangjia01`;
	const xml = `<msg><appmsg><type>2001</type><wcpayinfo><nativeurl>${url}</nativeurl></wcpayinfo></appmsg></msg>`;
	return chat(second, '49,2001', true, xml);
}

function chat(second: number, type: string, fromSelf: boolean, content: string): string {
	const time = 1723636800 + second;
	const cell = `"${content.replaceAll('"', '""')}"`;
	const printed = `2024-08-14 20:00:${String(second).padStart(2, '0')}`;
	return `${second},217,${type},${fromSelf ? 1 : 0},${time},,${cell},${printed},,样乙,wxid_yangyi02`;
}

function billRow(type: string, amount: string, order: string, merchant: string): string {
	return `2024-08-14 20:00:01,${type},样乙,,支出,${amount},零钱,支付成功,${order},${merchant},`;
}

async function records(source: Source, header: string, rows: readonly string[], name = 'a.csv') {
	return (await gather(source.read(textFile(name, [header, ...rows]), HINTS))).records;
}

async function merged(chatRows: readonly string[], billRows: readonly string[] = []) {
	const all = [
		...(await records(wechatmsg, CHAT, [chat(0, '1,0', false, '在'), ...chatRows])),
		...(billRows.length === 0 ? [] : await records(wechatBill, BILL, billRows)),
	];
	return mergeRecords({ records: all, assets: HINTS.assets, decisions: [] }).transfers;
}

test('all messages of a transfer are one transfer, and one that says it was taken makes it paid', async (t) => {
	const [only, ...more] = await merged([transfer(1, '1', true), transfer(5, '3', false), transfer(9, '8', true)]);
	t.deepEqual(more, []);
	t.like(only, { from: 'wechat:wxid_yangjia01', to: 'wechat:wxid_yangyi02', amount: 20000n, grade: 'one-ledger' });
	t.is(only?.records.length, 3);
	t.is(only?.exclusion, undefined);
});

test('a transfer that nobody is seen to take, or that went back, is not counted', async (t) => {
	const states: [string[], string | undefined][] = [
		[['1'], 'unconfirmed'],
		[['1', '4'], 'unconfirmed'],
		[['1', '9'], 'unconfirmed'],
		[['1', '4', '9'], 'closed'],
		[['1', '3', '4', '9'], 'closed'],
		[['7', '5'], undefined],
		[['3'], undefined],
	];
	for (const [subtypes, exclusion] of states) {
		const transfers = await merged(subtypes.map((subtype, i) => transfer(i, subtype, true)));
		t.deepEqual(
			transfers.map((one) => one.exclusion),
			[exclusion],
			subtypes.join(),
		);
	}
});

test('rows that leave the payer open stand for one transfer as well', async (t) => {
	const transfers = await merged([transfer(1, '2', true, ''), transfer(5, '2', false, '')]);
	t.is(transfers.length, 1);
});

test("a chat message and the bill's row of one payment are one transfer on one ledger", async (t) => {
	const rows = [transfer(1, '1', true), transfer(5, '3', false)];
	const [only, ...more] = await merged(rows, [billRow('转账', '200.00', ORDER, '')]);
	t.deepEqual(more, []);
	t.like(only, { rule: 'order', certain: true, grade: 'one-ledger', to: 'wechat:wxid_yangyi02', amount: 20000n });
	t.is(only?.records.length, 3);
});

test("a packet's number finds its amount in the bill; alone its amount is unknown, never 0", async (t) => {
	const [joined, ...more] = await merged([packet(1)], [billRow('微信红包（单发）', '88.00', '100003', SENDID)]);
	t.deepEqual(more, []);
	t.like(joined, { rule: 'merchant', amount: 8800n, medium: 'red-packet', grade: 'one-ledger' });
	t.is(joined?.exclusion, undefined);
	t.deepEqual(
		(await records(wechatmsg, CHAT, [packet(1)])).map(({ amount, state }) => [amount, state]),
		[[undefined, 'open']],
	);
});
