import test from 'ava';
import { chatlogCsv } from '../../src/sources/chatlog-csv.ts';
import { HINTS, sourceContract } from './contract.ts';
import { readLines } from './written.ts';

sourceContract(test, chatlogCsv, 'datasets/samples/chatlog-csv');

const HEADER = 'Time,SenderName,Sender,TalkerName,Talker,Content';

/** A row between 样甲 (the owner) and 样乙. */
function row(minute: number, fromSelf: boolean, content: string): string {
	const sender = fromSelf ? '样甲,wxid_yangjia01' : '样乙,wxid_yangyi02';
	return `2024-08-14 20:${String(minute).padStart(2, '0')}:00,${sender},样乙,wxid_yangyi02,${content}`;
}

async function transfers(...rows: string[]) {
	const { records } = await readLines(chatlogCsv, HEADER, rows);
	return records.map(({ from, to, amount, state }) => [from.account.slice(-1), to.account.slice(-1), amount, state]);
}

test('a transfer and its receipt are one payment, whoever of the two paid', async (t) => {
	t.deepEqual(await transfers(row(1, true, '[转账|发送 ￥1.00]'), row(2, false, '[转账|接收 ￥1.00]')), [
		['1', '2', 100n, 'done'],
	]);
	t.deepEqual(await transfers(row(1, false, '[转账|发送 ￥1.00]'), row(2, true, '[转账|接收 ￥1.00]')), [
		['2', '1', 100n, 'done'],
	]);
	t.deepEqual(await transfers(row(1, true, '[转账|发送 ￥1.00]'), row(2, false, '[转账|退还 ￥1.00]')), [
		['1', '2', 100n, 'closed'],
	]);
});

test('an answer to another sum, another payer or a transfer of days ago stands alone', async (t) => {
	t.deepEqual(await transfers(row(1, true, '[转账|发送 ￥1.00]'), row(2, false, '[转账|接收 ￥2.00]')), [
		['1', '2', 100n, 'open'],
		['1', '2', 200n, 'done'],
	]);
	t.deepEqual(await transfers(row(1, true, '[转账|发送 ￥1.00]'), row(2, true, '[转账|接收 ￥1.00]')), [
		['1', '2', 100n, 'open'],
		['2', '1', 100n, 'done'],
	]);
	const late = row(2, false, '[转账|接收 ￥1.00]').replace('08-14', '08-17');
	t.deepEqual(
		(await transfers(row(1, true, '[转账|发送 ￥1.00]'), late)).map(([, , , state]) => state),
		['open', 'done'],
	);
});

test('an export that runs newest first says the same', async (t) => {
	const rows = [row(9, false, '在'), row(2, false, '[转账|接收 ￥1.00]'), row(1, true, '[转账|发送 ￥1.00]')];
	t.deepEqual(await transfers(...rows), [['1', '2', 100n, 'done']]);
	const { records } = await readLines(chatlogCsv, HEADER, [row(2, true, '[红包]'), row(1, true, '[红包]')]);
	t.deepEqual(
		records.map(({ sequence }) => sequence),
		[1, 0],
	);
});

test('a sum that is not yuan is a reject, words that only begin like a transfer are text', async (t) => {
	const { records, rejected } = await readLines(chatlogCsv, HEADER, [
		row(1, true, '[转账|发送 HK$1.00]'),
		row(2, true, '[转账记录]看一下'),
		row(3, true, '[转账|发送 ￥1.0'),
		row(4, true, '[红包封面]'),
	]);
	t.deepEqual(records, []);
	t.deepEqual(
		rejected.map(({ value, reason }) => [value, reason]),
		[['HK$1.00', 'amount']],
	);
});

test('in a group a transfer names its payer alone, and equal names join nobody', async (t) => {
	const group = (second: number, sender: string, content: string) =>
		`2024-08-14 20:00:0${second},小王,${sender},群,30000000001@chatroom,${content}`;
	const { records, others } = await readLines(chatlogCsv, HEADER, [
		group(1, 'wxid_wang0001', '[转账|发送 ￥1.00]'),
		group(2, 'wxid_wang0002', '[红包]'),
		`2024-08-14 20:00:03,,系统消息,群,30000000001@chatroom,小王领取了你的红包`,
	]);
	t.regex(records[0]?.to.account ?? '', /^unknown:/);
	t.is(records[2]?.to.account, 'nick:wechat:30000000001@chatroom/小王');
	t.deepEqual(
		(others.aliases as { account: string; name: string }[]).map(({ account, name }) => [account, name]),
		[
			['wechat:wxid_wang0001', '小王'],
			['wechat:wxid_wang0002', '小王'],
		],
	);
});

test('the register of evidence says whose file it is where the chat does not', async (t) => {
	const lines = [row(1, false, '[红包]')];
	const nobody = await readLines(chatlogCsv, HEADER, lines);
	t.regex(nobody.records[0]?.to.account ?? '', /^bill:/);
	const known = await readLines(chatlogCsv, HEADER, lines, { ...HINTS, owner: 'wechat:wxid_owner' });
	t.is(known.records[0]?.to.account, 'wechat:wxid_owner');
});
