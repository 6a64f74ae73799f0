import test from 'ava';
import type { Attribution } from '../../src/ledger/attribution.ts';
import { mappedSource } from '../../src/sources/mapped.ts';
import { sourceContract } from './contract.ts';
import { hintsWith, mapping } from './mappings.ts';
import { faults, readLines } from './written.ts';

const seats = mapping(
	'seats',
	['工号', '使用人', '启用日期'],
	{ account: '工号', party: '使用人', from: '启用日期', until: '停用日期', source: '登记来源' },
	{ yields: 'seats' },
);
const roster = mapping(
	'roster',
	['员工姓名', '岗位', '入职日期'],
	{
		person: '员工姓名',
		nicknames: '外号',
		role: '岗位',
		group: '所在组',
		superior: '直属上级',
		from: '入职日期',
		until: '离职日期',
	},
	{ yields: 'people' },
);
const blacklist = mapping(
	'blacklist',
	['address', 'list', 'label', 'listed'],
	{
		account: 'address',
		party: 'label',
		source: ['list', 'listed'],
		grade: 'basis',
		withdrawn: 'removed',
		why: 'reason',
	},
	{ yields: 'attributions' },
);

for (const [one, folder] of [
	[seats, 'mapped-seats'],
	[roster, 'mapped-people'],
	[blacklist, 'mapped-blacklist'],
] as const) {
	sourceContract(test, mappedSource(one), `datasets/samples/${folder}`, { hints: hintsWith(one) });
}

test('one seat is of two people one after the other', async (t) => {
	const said = await readLines(mappedSource(seats), '工号,使用人,启用日期,停用日期,x', [
		'8001,样甲,2023-03-01,2023-03-31,',
		'8001,样乙,2023-04-01,,',
	]);
	const [first, second] = (said.others.attributions ?? []) as Attribution[];
	t.is(first?.account, 'seat:8001');
	t.is(second?.account, 'seat:8001');
	t.is(second?.from, (first?.until ?? 0) + 1);
});

test('a withdrawn claim stays, with when and why; a reason without a date is a fault', async (t) => {
	const said = await readLines(mappedSource(blacklist), 'address,list,label,listed,removed,reason,x', [
		'wechat:wxid_sample01,清单,样甲,2023-03-01,2023-09-01,借用他人手机,',
		'wechat:wxid_sample02,清单,样乙,2023-03-01,,借用他人手机,',
	]);
	t.like(said.others.attributions?.[0], {
		source: '清单 2023-03-01',
		withdrawn: { on: '2023-09-01', why: '借用他人手机' },
	});
	t.deepEqual(faults(said), ['missing removed']);
});

test('an unknown post is no role', async (t) => {
	const said = await readLines(mappedSource(roster), '员工姓名,岗位,入职日期,x', ['样甲,constructor,2023-03-01,']);
	t.deepEqual(faults(said), ['role 岗位']);
});
