import test from 'ava';
import { pywxdump } from '../../src/sources/pywxdump.ts';
import { sourceContract } from './contract.ts';
import { readLines } from './written.ts';

sourceContract(test, pywxdump, 'datasets/samples/pywxdump');

const NEW = 'id,MsgSvrID,type_name,is_sender,talker,msg,src,CreateTime';

test('times with and without zone, and seconds since 1970, are one instant', async (t) => {
	const times = ['2024-08-14T12:00:00.000Z', '2024-08-14 20:00:00', '1723636800'];
	const rows = times.map((time) => `1,9,红包,0,样乙,[红包],,${time}`);
	const { records } = await readLines(pywxdump, NEW, rows);
	t.deepEqual(
		records.map(({ moment }) => moment.instant),
		times.map(() => 1723636800000),
	);
});

test('the newer layout names no chat: one other writer is the other side, of several nobody is', async (t) => {
	const [own, first, second] = ['1,9,红包,1,我,[红包],,', '2,9,文本,0,样乙,在,,', '3,9,文本,0,样丙,在,,'].map(
		(row) => `${row}2024-08-14 20:00:00`,
	) as [string, string, string];
	const pair = await readLines(pywxdump, NEW, [own, first]);
	t.regex(pair.records[0]?.to.account ?? '', /^nick:bill:\w+\/样乙$/);
	const open = await readLines(pywxdump, NEW, [own, first, second]);
	t.regex(open.records[0]?.to.account ?? '', /^unknown:/);
	t.is(open.records[0]?.medium, 'red-packet');
});

test('a sum needs the sign of a currency, and a receipt turns the payment round', async (t) => {
	const rows = ['[转账]8月工资', '[转账]￥20.00', '[转账]￥20.00 已收款', '[转账]￥20.00 已退还'].map(
		(text, i) => `${i},9,转账,0,样乙,${text},,2024-08-1${i} 20:00:00`,
	);
	const { records } = await readLines(pywxdump, NEW, rows);
	t.deepEqual(
		records.map(({ amount, state, own }) => [amount, state, own]),
		[
			[undefined, 'open', 'to'],
			[2000n, 'open', 'to'],
			[2000n, 'done', 'from'],
			[2000n, 'closed', 'from'],
		],
	);
});

test('the older layout names the chat', async (t) => {
	const header = 'id,MsgSvrID,type_name,is_sender,talker,room_name,content,CreateTime';
	const row = (room: string) => `1,9,红包,1,我,${room},"{""msg"":""[红包]""}",2024-08-14 20:00:00`;
	const { records } = await readLines(pywxdump, header, [row('wxid_yangyi02'), row('30000000001@chatroom')]);
	t.deepEqual(
		records.map(({ to, medium }) => [to.account.replace(/^unknown:.*/, 'unknown'), medium]),
		[
			['wechat:wxid_yangyi02', 'red-packet'],
			['unknown', 'group-packet'],
		],
	);
});
