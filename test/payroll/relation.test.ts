import test from 'ava';
import { chainAbove, directionOf, isAbove } from '../../src/payroll/relation.ts';
import type { Actor } from '../../src/payroll/types.ts';
import { CALLER, CALLER2, CORE, CORE2, FORMER, FRIEND, INSPECTOR, LEADER, LEADER2 } from './world.ts';

for (const [payer, payee, direction] of [
	[CORE, LEADER, 'down'],
	[CORE, CALLER, 'down'],
	[LEADER, CALLER, 'down'],
	[LEADER, INSPECTOR, 'down'],
	[LEADER2, CALLER, 'down-unrelated'],
	[INSPECTOR, CALLER, 'down-unrelated'],
	[CALLER, LEADER, 'up'],
	[CALLER, LEADER2, 'level'],
	[CALLER, CALLER2, 'level'],
	[CORE, CORE2, 'level'],
	[LEADER, FRIEND, 'outside'],
	[LEADER, FORMER, 'outside'],
	[undefined, CALLER, 'outside'],
] as const) {
	test(`from ${payer?.party ?? 'nobody'} to ${payee.party} is ${direction}`, (t) => {
		t.is(directionOf(payer, payee), direction);
	});
}

test('a leader is above the group without being named as superior', (t) => {
	t.true(isAbove(LEADER, { ...CALLER, member: { role: 'caller', group: '一组' } }));
	t.false(isAbove(LEADER, { ...CALLER, member: { role: 'caller' } }));
});

test('the chain is followed beyond the direct superior, by party id or name', (t) => {
	const under = (superiors: string[]): Actor => ({
		...CALLER,
		member: { role: 'caller', group: '九组', superior: 'inspector', superiors },
	});
	t.true(isAbove(INSPECTOR, under(['inspector'])));
	t.true(isAbove(LEADER2, under(['inspector', 'leader2'])));
	t.true(isAbove(LEADER2, under(['inspector', '名leader2'])));
	t.false(isAbove(LEADER2, under(['inspector'])));
});

test('a chain of superiors ends where it meets itself', (t) => {
	const superiors: Record<string, string> = { a: 'b', b: 'c', c: 'a' };
	t.deepEqual(
		chainAbove('a', (party) => superiors[party]),
		['b', 'c'],
	);
	t.deepEqual(
		chainAbove('z', (party) => superiors[party]),
		[],
	);
});
