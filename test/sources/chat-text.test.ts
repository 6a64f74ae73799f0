import test from 'ava';
import { chatText } from '../../src/sources/chat-text.ts';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { sampleOf } from '../../src/sources/sample.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';

sourceContract(test, chatText, 'datasets/samples/chat-text', { tabular: false });

const fileOf = (text: string) => memoryFile('a.txt', Buffer.from(text));

test('a log with a time on every line, and a text that mentions a time, are no chats', async (t) => {
	for (const text of [
		'2024-08-14 20:00:00 started\n2024-08-14 20:00:01 stopped\n2024-08-14 20:00:02 ended\n',
		'笔录\n2024-08-14 20:00:00 老王\n在\n',
		'2024-08-14 20:00:00 老王\n',
		'',
	])
		t.is(chatText.identify(await sampleOf(fileOf(text)), HINTS), undefined, text);
});

test('a message may hold empty lines, and one that the file ends within is a reject', async (t) => {
	const said = await gather(
		chatText.read(
			fileOf(
				'2024-08-14 20:00:00 老王\n引流：8\n\n还有\n\n2024-08-14 20:01:00 老王\n[红包]\n\n2024-08-14 20:02:00 我\n[转账]￥12',
			),
			HINTS,
		),
	);
	t.deepEqual(said.others.leads, undefined);
	t.is(said.records.length, 1);
	t.deepEqual(
		said.rejected.map(({ row, reason }) => [row, reason]),
		[[9, 'truncated']],
	);
});

test('a day that does not exist is a reject, and so is text above the first message', async (t) => {
	const said = await gather(chatText.read(fileOf('聊天记录\n\n2024-02-30 20:00:00 老王\n[红包]\n\n'), HINTS));
	t.deepEqual(said.skipped, { blank: 1 });
	t.deepEqual(
		said.rejected.map(({ reason }) => reason),
		['columns', 'time'],
	);
});
