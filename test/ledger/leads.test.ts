import test from 'ava';
import { judgeJoins, type LeadQuestion, leadsOfJoins } from '../../src/ledger/leads.ts';
import type { Group, GroupJoin, GroupMember } from '../../src/ledger/statement.ts';

const START = Date.UTC(2024, 7, 15, 15, 30);
const MINUTE = 60_000;

let count = 0;

/** Somebody comes into a group, `minute` minutes after the start. */
function join(minute: number, group: string, member: string, more: Partial<GroupJoin> = {}): GroupJoin {
	count += 1;
	const instant = START + minute * MINUTE;
	return {
		id: `j${count.toString(16).padStart(16, '0')}`,
		group,
		groupName: '',
		member,
		name: '',
		inviter: 'wechat:caller',
		moment: { instant, text: '', precision: 'second' },
		evidence: `file1::${count}`,
		raw: `line ${count}`,
		...more,
	};
}

const group = (id: string, purpose: Group['purpose']): Group => ({ group: id, name: '', purpose, source: 'x' });
const GROUPS = [group('lead1', 'lead'), group('lead2', 'lead'), group('work', 'work'), group('open', 'unknown')];

function member(group: string, account: string, more: Partial<GroupMember> = {}): GroupMember {
	return { group, member: account, name: '', role: 'member', evidence: 'x', ...more };
}

function outcomes(joins: readonly GroupJoin[], more: Partial<LeadQuestion> = {}): string[] {
	const question = { joins, groups: GROUPS, members: [], isStaff: () => false, ...more };
	return judgeJoins(question).map(({ outcome }) => outcome);
}

test('only the first coming of an outsider into a lead group is a lead', (t) => {
	t.deepEqual(
		outcomes([
			join(0, 'lead1', 'wechat:a'),
			join(10, 'lead1', 'wechat:a'),
			join(20, 'lead2', 'wechat:a'),
			join(30, 'work', 'wechat:b'),
			join(40, 'open', 'wechat:b'),
			join(50, 'never-listed', 'wechat:b'),
			join(60, 'lead2', 'wechat:b'),
		]),
		['lead', 'rejoin', 'second-group', 'not-a-lead-group', 'unknown-group', 'unknown-group', 'lead'],
	);
});

test("the case's people and shills are no leads, as they stood at the time", (t) => {
	const isStaff = (account: string, instant: number) => account === 'wechat:staff' && instant < START + 5 * MINUTE;
	const isShill = (account: string) => account === 'wechat:shill';
	const joins = [join(0, 'lead1', 'wechat:staff'), join(1, 'lead1', 'wechat:shill'), join(9, 'lead1', 'wechat:staff')];
	t.deepEqual(outcomes(joins, { isStaff, isShill }), ['staff', 'shill', 'lead']);
});

test('member lists show staff and old members, but an undated list of the lead group shows nothing', (t) => {
	const members = [
		member('work', 'wechat:colleague'),
		member('lead2', 'wechat:boss', { role: 'owner' }),
		member('lead1', 'wechat:old', { from: START - 1 }),
		member('lead1', 'wechat:new'),
		member('lead1', 'wechat:later', { role: 'admin', from: START + 90 * MINUTE }),
	];
	const joins = ['colleague', 'boss', 'old', 'new', 'later'].map((name, i) => join(i, 'lead1', `wechat:${name}`));
	t.deepEqual(outcomes(joins, { members }), ['staff', 'staff', 'rejoin', 'lead', 'lead']);
});

test('two files that tell of one join give one lead, by the telling that knows the account', (t) => {
	const nick = 'nick:wechat:lead1/阿一';
	const told = [
		join(0, 'lead1', nick, { name: '阿一', evidence: 'file1::1' }),
		join(0.5, 'lead1', 'wechat:a', { name: '阿一', evidence: 'file2::9' }),
		join(5, 'lead2', 'wechat:a', { name: '阿一', evidence: 'file2::10' }),
	];
	t.deepEqual(outcomes(told), ['told-again', 'lead', 'second-group']);
	const namesakes = [
		join(0, 'lead1', 'wechat:a', { name: '小王', evidence: 'file1::1' }),
		join(0, 'lead1', 'wechat:b', { name: '小王', evidence: 'file2::1' }),
	];
	t.deepEqual(outcomes(namesakes), ['lead', 'lead']);
	const sameFile = [
		join(0, 'lead1', nick, { evidence: 'file1::1' }),
		join(0.5, 'lead1', nick, { evidence: 'file1::2' }),
	];
	t.deepEqual(outcomes(sameFile), ['lead', 'rejoin']);
});

test('a purpose stated twice differently is not known', (t) => {
	const both = [group('lead1', 'lead'), group('lead1', 'work')];
	t.deepEqual(outcomes([join(0, 'lead1', 'wechat:a')], { groups: both }), ['unknown-group']);
	const filled = [group('lead1', 'unknown'), group('lead1', 'lead'), group('lead1', 'unknown')];
	t.deepEqual(outcomes([join(0, 'lead1', 'wechat:a')], { groups: filled }), ['lead']);
});

test('the order of the joins makes no difference', (t) => {
	const joins = [join(3, 'lead2', 'wechat:a'), join(1, 'lead1', 'wechat:a'), join(2, 'lead1', 'wechat:b')];
	const question = { groups: GROUPS, members: [], isStaff: () => false };
	t.deepEqual(judgeJoins({ ...question, joins }), judgeJoins({ ...question, joins: [...joins].reverse() }));
	t.deepEqual(outcomes(joins), ['lead', 'lead', 'second-group']);
});

test('a lead is credited to its inviter on the local day; without one it credits nobody', (t) => {
	const first = join(60, 'lead1', 'wechat:a');
	const { inviter: _, ...alone } = join(60, 'lead1', 'wechat:b');
	const joins = [first, alone, join(61, 'lead1', 'wechat:c', { inviter: 'wechat:c' })];
	const judged = judgeJoins({ joins, groups: GROUPS, members: [], isStaff: () => false });
	t.deepEqual(
		judged.map(({ outcome, caller }) => [outcome, caller]),
		[
			['lead', 'wechat:caller'],
			['lead', undefined],
			['lead', undefined],
		],
	);
	const leads = leadsOfJoins(judged, 480);
	t.is(leads.length, 1);
	t.like(leads[0], { caller: 'wechat:caller', day: '2024-08-16', count: 1, basis: 'joined' });
	t.is(leadsOfJoins(judged, 0)[0]?.day, '2024-08-15');
});
