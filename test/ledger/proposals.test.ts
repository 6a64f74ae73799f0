import test from 'ava';
import { gatherParties } from '../../src/ledger/parties.ts';
import type { Spell } from '../../src/ledger/person.ts';
import { plainName, proposeHolders } from '../../src/ledger/proposals.ts';

const spell = (person: string, nicknames: string[] = [], identity?: string): Spell => ({
	person,
	nicknames,
	role: 'caller',
	roleText: '话务',
	source: 'people.csv',
	...(identity === undefined ? {} : { identity }),
});
const claim = {
	id: 'a1',
	account: 'wechat:held',
	party: '周样甲',
	category: 'person' as const,
	grade: 'uses' as const,
	source: 'x',
	confidence: 50,
};
const parties = gatherParties(
	[spell('周样甲', ['小鹿']), spell('吴样乙'), spell('同名', [], '1'), spell('同名', [], '2')],
	[claim],
);
const alias = (account: string, name: string) => ({ account, name, kind: 'nickname' as const, evidence: 'e' });
const proposed = (...aliases: ReturnType<typeof alias>[]) =>
	proposeHolders(aliases, [], parties).map(({ account, name, how, rivals }) => [account, name, how, rivals]);

test('an account called as a member is proposed, and nothing is said of one that somebody holds', (t) => {
	t.deepEqual(proposed(alias('wechat:a', '小鹿'), alias('wechat:held', '小鹿')), [['wechat:a', '周样甲', 'equal', 1]]);
});

test('ornaments, width and case make a name near, and so does a name within a remark', (t) => {
	t.deepEqual(proposed(alias('wechat:a', ' 小鹿🦌'), alias('wechat:b', '二组-吴样乙')), [
		['wechat:a', '周样甲', 'near', 1],
		['wechat:b', '吴样乙', 'near', 1],
	]);
	t.is(plainName('Ａb c🦌-1'), 'abc1');
});

test('a name that two members bear tells neither apart', (t) => {
	t.deepEqual(proposed(alias('wechat:a', '同名')), [
		['wechat:a', '同名', 'equal', 2],
		['wechat:a', '同名', 'equal', 2],
	]);
});

test('somebody known by a name alone is proposed by that name; strangers are not', (t) => {
	const accounts = ['nick:alipay:1/吴样乙', 'nick:alipay:1/路人', 'wechat:吴样乙'];
	t.deepEqual(
		proposeHolders([], accounts, parties).map((p) => [p.account, p.name]),
		[['nick:alipay:1/吴样乙', '吴样乙']],
	);
});
