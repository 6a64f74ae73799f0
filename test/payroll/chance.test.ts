import test from 'ava';
import { chance } from '../../src/payroll/chance.ts';
import { CALLER, CALLER2, CORE, FRIEND, INSPECTOR, LEADER, LEADER2, OFFSET, RULES, SHOP, transfers } from './world.ts';

test('of the payments that no relation joins, counts those the pay rules would explain', (t) => {
	const pays = transfers([
		{ from: LEADER, to: CALLER, yuan: '245' },
		{ from: CALLER, to: LEADER, yuan: '245' },
		{ from: CORE, to: CORE, yuan: '245' },
		{ from: FRIEND, to: CORE, yuan: '245', cashOut: 'c1' },
		{ from: FRIEND, to: CORE, yuan: '245', seed: true },
		{ from: SHOP, to: CALLER, yuan: '245', medium: 'refund' },
		{ from: FRIEND, to: CALLER, yuan: '245', exclusion: 'failed' },
		// Those above are not asked; these are, and the last two do not fit.
		{ from: LEADER2, to: CALLER, yuan: '245' },
		{ from: CALLER, to: CALLER2, yuan: '45' },
		{ from: FRIEND, to: SHOP, yuan: '400' },
		{ yuan: '66' },
		{ from: FRIEND, to: INSPECTOR, yuan: '45' },
		{ from: FRIEND, to: SHOP, yuan: '98765.43' },
	]);
	t.deepEqual(chance(pays, RULES, OFFSET), { unrelated: 6, fitting: 4 });
});
