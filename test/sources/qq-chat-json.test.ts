import test from 'ava';
import { memoryFile } from '../../src/sources/evidence-file.ts';
import { qqChatJson } from '../../src/sources/qq-chat-json.ts';
import { HINTS, sourceContract } from './contract.ts';
import { gather } from './gathered.ts';

sourceContract(test, qqChatJson, 'datasets/samples/qq-chat-json', { tabular: false });

function message(uid: string, uin: string, text: string, more: object = {}) {
	return { id: '1', timestamp: 1723636800, sender: { uid, uin, name: '样甲' }, content: { text }, ...more };
}

function read(value: unknown) {
	return gather(qqChatJson.read(memoryFile('a.json', Buffer.from(JSON.stringify(value))), HINTS));
}

const INFO = { name: '样乙', type: 'private', selfUid: 'u_self', peerUid: 'u_peer' };

test('whose file it is may stand below the messages, and by an id that only messages tie to a number', async (t) => {
	const messages = [message('u_self', '20000001', '[红包]'), message('u_peer', '20000002', '[QQ红包]大吉大利')];
	const before = await read({ chatInfo: INFO, messages });
	t.deepEqual(
		before.records.map(({ from, to, own }) => [from.account, to.account, own]),
		[
			['qq:20000001', 'qq:20000002', 'from'],
			['qq:20000002', 'qq:20000001', 'to'],
		],
	);
	const sides = (said: typeof before) => said.records.map(({ from, to }) => [from.account, to.account]);
	t.deepEqual(sides(await read({ messages, chatInfo: INFO })), sides(before));
});

test('a group knows the sender alone, and those who join', async (t) => {
	const system = { system: true, sender: { uid: '', name: '' } };
	const { records, others } = await read({
		chatInfo: { ...INFO, type: 'group', peerUin: '900000001' },
		messages: [message('u_a', '20000001', '[红包]'), message('', '', '样甲邀请客一加入了本群', system)],
	});
	t.is(records[0]?.medium, 'group-packet');
	t.regex(records[0]?.to.account ?? '', /^unknown:/);
	t.like(others.joins?.[0], {
		group: '900000001',
		member: 'nick:qq:900000001/客一',
		inviter: 'nick:qq:900000001/样甲',
	});
});

test('chunks inside one document are read as well', async (t) => {
	const messages = [message('u_self', '20000001', '[红包]')];
	const said = await read({ chunkInfo: { totalChunks: 2 }, chunks: [{ chatInfo: INFO, messages }, { messages }] });
	t.is(said.records.length, 2);
});
