import test from 'ava';
import { chatlogJson } from '../../src/sources/chatlog-json.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';

sourceContract(test, chatlogJson, 'datasets/samples/chatlog-json', { tabular: false });

const MESSAGE = {
	seq: 1,
	time: '2024-08-14T20:00:00+08:00',
	talker: 'wxid_yangyi02',
	talkerName: '样乙',
	isChatRoom: false,
	sender: 'wxid_yangyi02',
	senderName: '样乙',
	isSelf: false,
	type: 49,
	subType: 2001,
	content: '',
};

function read(text: string) {
	return gather(chatlogJson.read(memoryFile('a.json', Buffer.from(text)), HINTS));
}

test('messages are found in a list of their own and under a key, on one line or many', async (t) => {
	const list = [MESSAGE, { ...MESSAGE, content: '] } " \\ {' }];
	for (const text of [
		JSON.stringify(list),
		JSON.stringify(list, null, '\t'),
		JSON.stringify({ total: 2, notes: ['items', { items: 1 }], items: list }),
	])
		t.is((await read(text)).records.length, 2, text);
});

test('a broken message costs itself alone', async (t) => {
	const whole = JSON.stringify(MESSAGE);
	const text = `[${whole},{"time": nonsense},${whole},7,${whole.slice(0, -20)}`;
	const { records, rejected } = await read(text);
	t.is(records.length, 2);
	t.deepEqual(
		rejected.map(({ row, reason }) => [row, reason]),
		[
			[2, 'value'],
			[4, 'truncated'],
		],
	);
});

test('a message without end is not held', async (t) => {
	const { rejected } = await read(`[{"content":"${'长'.repeat(3 << 20)}"},${JSON.stringify(MESSAGE)}]`);
	t.deepEqual(
		rejected.map(({ reason, raw }) => [reason, raw.length]),
		[['truncated', 4096]],
	);
});

test('text that looks like a transfer is text, and an account called like an object key is one', async (t) => {
	const typed = { ...MESSAGE, type: 1, subType: 0, content: '[转账|发送 ￥9.00]' };
	t.deepEqual((await read(JSON.stringify([typed]))).records, []);
	const { records } = await read(JSON.stringify([{ ...MESSAGE, talker: '__proto__', sender: 'constructor' }]));
	t.is(records[0]?.from.account, 'wechat:constructor');
});
