import test from 'ava';
import type { Attribution } from '../../src/ledger/attribution.ts';
import { gatherParties, spellAt } from '../../src/ledger/parties.ts';
import type { Spell } from '../../src/ledger/person.ts';

function claim(account: string, party: string, more: Partial<Attribution> = {}): Attribution {
	return {
		id: `a-${account}-${party}`,
		account,
		party,
		category: 'person',
		grade: 'registered',
		source: 's',
		confidence: 90,
		...more,
	};
}

function spell(person: string, more: Partial<Spell> = {}): Spell {
	return { person, nicknames: [], role: 'caller', roleText: '话务', source: 's', ...more };
}

test('claims with one name and identity number are of one party', (t) => {
	const parties = gatherParties(
		[spell('甲', { identity: '1' })],
		[claim('wechat:a', '甲', { identity: '1' }), claim('bank:1234', '甲')],
	);
	t.is(parties.all.size, 1);
	t.is(parties.holder('wechat:a', 0)?.party, parties.holder('bank:1234', 0)?.party);
	t.deepEqual(parties.doubts, []);
});

test('two people of one name stay two, and a claim without identity number is nobody’s', (t) => {
	const parties = gatherParties(
		[spell('甲', { identity: '1' }), spell('甲', { identity: '2' })],
		[claim('wechat:a', '甲', { identity: '1' }), claim('wechat:b', '甲')],
	);
	t.is(parties.all.size, 2);
	t.is(parties.holder('wechat:a', 0)?.party.identity, '1');
	t.is(parties.holder('wechat:b', 0), undefined);
	t.deepEqual(parties.doubts, [{ kind: 'equal-names', account: 'wechat:b', claim: 'a-wechat:b-甲', name: '甲' }]);
});

test('who uses an account goes before in whose name it stands, and the contradiction is told', (t) => {
	const parties = gatherParties([], [claim('bank:1', '甲'), claim('bank:1', '乙', { grade: 'uses' })]);
	t.is(parties.holder('bank:1', 0)?.party.name, '乙');
	t.deepEqual(parties.doubts, [{ kind: 'two-holders', account: 'bank:1', parties: ['乙', '甲'] }]);
});

test('a claim holds in its time only, and not after it was withdrawn', (t) => {
	const parties = gatherParties(
		[],
		[
			claim('bank:1', '甲', { until: 99 }),
			claim('bank:1', '乙', { from: 100 }),
			claim('bank:2', '丙', { withdrawn: { on: '2023-01-01', why: 'x' } }),
		],
	);
	t.is(parties.holder('bank:1', 99)?.party.name, '甲');
	t.is(parties.holder('bank:1', 100)?.party.name, '乙');
	t.is(parties.holder('bank:2', 0), undefined);
	t.is(parties.named('丙')[0]?.attributions.length, 1, 'it stays visible');
	t.deepEqual(parties.doubts, []);
});

test('a person who changed role has the role of the day', (t) => {
	const parties = gatherParties([spell('甲', { from: 100, role: 'leader' }), spell('甲', { until: 99 })], []);
	const [party] = parties.named('甲');
	if (!party) throw new Error('nobody');
	t.deepEqual([spellAt(party, 50)?.role, spellAt(party, 100)?.role], ['caller', 'leader']);
});
