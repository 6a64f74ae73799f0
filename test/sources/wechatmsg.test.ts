import test from 'ava';
import { wechatmsg } from '../../src/sources/wechatmsg.ts';
import { sourceContract } from './contract.ts';
import { readLines } from './written.ts';

sourceContract(test, wechatmsg, 'datasets/samples/wechatmsg');

const HEADER = 'localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender';

/** A red packet of talker 217 unless told otherwise. */
function packet(
	isSender: number,
	names: string,
	more: { talker?: number; type?: string; content?: string } = {},
): string {
	const { talker = 217, type = '49,2001', content = '' } = more;
	return `1,${talker},${type},${isSender},1723636800,,${content},2024-08-14 20:00:00,${names}`;
}

test("in the owner's own rows the names are the other's", async (t) => {
	const { records, others } = await readLines(wechatmsg, HEADER, [
		packet(0, '乙组长,样乙,wxid_yangyi02'),
		packet(1, '乙组长,样乙,wxid_yangyi02'),
	]);
	t.is(records[1]?.to.account, 'wechat:wxid_yangyi02');
	t.regex(records[1]?.from.account ?? '', /^bill:/);
	t.is(others.aliases?.length, 2);
});

test('several writers, or people who come in, make it a group', async (t) => {
	const writers = await readLines(wechatmsg, HEADER, [
		packet(0, ',样乙,wxid_yangyi02'),
		packet(0, ',样丙,wxid_yangbing3'),
	]);
	t.deepEqual(
		writers.records.map(({ medium }) => medium),
		['group-packet', 'group-packet'],
	);
	const joined = await readLines(wechatmsg, HEADER, [
		packet(0, ',样乙,wxid_yangyi02'),
		packet(0, ',,系统', { type: '10000,0', content: '样乙邀请客一加入了群聊' }),
	]);
	t.is(joined.records[0]?.medium, 'group-packet');
	t.is(joined.others.joins?.length, 1);
});

test('a name in letters is no account, and two of one name are two', async (t) => {
	const { records } = await readLines(wechatmsg, HEADER, [
		packet(0, ',Jennifer,Jennifer'),
		packet(0, ',小林,小林', { talker: 410 }),
		packet(0, ',小林,小林', { talker: 411 }),
	]);
	t.deepEqual(
		records.map(({ from }) => from.account.replace(/bill:\w+/, 'owner')),
		['nick:owner/Jennifer', 'nick:owner/小林#410', 'nick:owner/小林#411'],
	);
});

test('old and new numbers of red packets are known, and XML that cannot be read leaves the amount unknown', async (t) => {
	const types = ['436207665,0', '469762097,0', '8594229559345,0', '49,2001'];
	const { records } = await readLines(
		wechatmsg,
		HEADER,
		types.map((type) => packet(0, ',样乙,wxid_yangyi02', { type, content: '<msg>…</msg>' })),
	);
	t.deepEqual(
		records.map(({ amount, medium, keys }) => [amount, medium, keys]),
		types.map(() => [undefined, 'red-packet', {}]),
	);
});

test('a time that was cut off is a reject', async (t) => {
	const { rejected } = await readLines(wechatmsg, HEADER, [
		packet(0, ',样乙,x').replace('2024-08-14 20:00:00', '2024-08-14 20:'),
	]);
	t.deepEqual(
		rejected.map(({ column, reason }) => [column, reason]),
		[['StrTime', 'time']],
	);
});
