import test from 'ava';
import { groupMembersTableSource } from '../../src/sources/group-members-table.ts';
import { mappedSource } from '../../src/sources/mapped.ts';
import { sourceContract } from './contract.ts';
import { hintsWith, mapping } from './mappings.ts';
import { faults, readLines } from './written.ts';

const members = mapping(
	'members',
	['群ID', '微信号', '群内身份'],
	{
		group: '群ID',
		member: '微信号',
		name: '群内昵称',
		role: '群内身份',
		from: '入群日期',
		until: '退群日期',
	},
	{ yields: 'members', network: 'wechat' },
);
const joins = mapping(
	'joins',
	['进群时间', '群编号', '进群人'],
	{
		time: '进群时间',
		group: '群编号',
		groupName: '群名',
		member: '进群人',
		name: '进群人昵称',
		inviter: '邀请人',
	},
	{ yields: 'joins' },
);

sourceContract(test, groupMembersTableSource, 'datasets/samples/group-members-table');
for (const [one, folder] of [
	[members, 'mapped-members'],
	[joins, 'mapped-joins'],
] as const) {
	sourceContract(test, mappedSource(one), `datasets/samples/${folder}`, { hints: hintsWith(one) });
}

test('a nickname of one group is nobody of another', async (t) => {
	const said = await readLines(mappedSource(joins), '进群时间,群编号,进群人,x', [
		'2023-03-01,1@chatroom,小丑,',
		'2023-03-01,2@chatroom,小丑,',
	]);
	t.deepEqual(
		said.others.joins?.map((join) => (join as { member: string }).member),
		['nick:wechat:1@chatroom/小丑', 'nick:wechat:2@chatroom/小丑'],
	);
});

test('what is written as an account and is none is no nickname', async (t) => {
	const said = await readLines(mappedSource(joins), '进群时间,群编号,进群人,x', [
		'2023-03-01,1@chatroom,TP5DC7QK1sStWmJ3x6WaZkF5zZcXH1tCPE,',
		'2023-03-01,1@chatroom,wechat:wxid_****01,',
		'2023-03-01,1@chatroom,1.2E+18,',
	]);
	t.deepEqual(faults(said), ['account-checksum 进群人', 'account 进群人', 'value 进群人']);
});

test('a group as the header __proto__ names it is a group like any other', async (t) => {
	const one = mapping(
		'odd',
		['__proto__', 'constructor'],
		{ group: '__proto__', name: 'constructor' },
		{ yields: 'members' },
	);
	const { others } = await readLines(mappedSource(one), '__proto__,constructor,x', ['__proto__,toString,']);
	t.like(others.members?.[0], { group: '__proto__', member: 'nick:__proto__/toString', role: 'member' });
});

test('托 is a role of its own', async (t) => {
	const { others } = await readLines(groupMembersTableSource, '群号,成员,身份,x', ['1@chatroom,qq:10001,托,']);
	t.like(others.members?.[0], { role: 'shill' });
});

test('a name in a QQ group is the one that a chat of the group tells of', async (t) => {
	const { others } = await readLines(groupMembersTableSource, '群号,成员,身份,x', ['100000001,小丁,,']);
	t.like(others.members?.[0], { member: 'nick:qq:100000001/小丁' });
});
