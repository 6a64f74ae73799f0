import fc from 'fast-check';
import { judge } from '../../src/payroll/judge.ts';
import type { ActedTransfer } from '../../src/payroll/types.ts';
import { figureRows, proceeds } from '../../src/proceeds/proceeds.ts';
import * as world from '../payroll/world.ts';
import { OFFSET, type Pay, RULES, transfers } from '../payroll/world.ts';

const { BAND_CALLER, CALLER, CALLER2, CORE, CORE2, FORMER, FRIEND, INSPECTOR, LEADER, TEN_CALLER, VENDOR } = world;

const MEMBERS = [BAND_CALLER, CALLER, CALLER2, CORE, CORE2, FORMER, INSPECTOR, LEADER, TEN_CALLER];
export const PEOPLE = MEMBERS.map((actor) => actor.party);

/** Payments judged, and what they come to for everybody. */
export function settle(pays: readonly Pay[], people: readonly string[] = PEOPLE) {
	const given = transfers(pays);
	const { judged } = judge(given, [], RULES, OFFSET);
	const byId = new Map(given.map((acted) => [acted.transfer.id, acted]));
	const result = proceeds(judged, byId, people);
	const value = (id: string) => {
		const figure = result.figures.find((f) => f.id === id);
		return figure && `${figure.value} (${figure.count})`;
	};
	return { ...result, judged, given, value, rows: [...figureRows(judged, byId, people)] };
}

const actors = fc.constantFrom(CORE, CORE2, LEADER, INSPECTOR, CALLER, TEN_CALLER, BAND_CALLER, FRIEND, FORMER, VENDOR);
const decided = fc.constantFrom(
	undefined,
	undefined,
	undefined,
	{ disputed: true, why: '', by: '' },
	{ kind: 'wage', disputed: false, why: '', by: '' },
	{ kind: 'seed', disputed: false, why: '', by: '' },
	{ kind: 'operating-cost', disputed: false, why: '', by: '' },
) as fc.Arbitrary<ActedTransfer['decided']>;
const anyPay: fc.Arbitrary<Pay> = fc
	.record({
		from: actors,
		to: actors,
		yuan: fc.constantFrom('245', '45', '100', '200', '400', '8000', '313', '246'),
		refunded: fc.constantFrom('0', '5'),
		memo: fc.constantFrom('', '工资', '借你', '多发退回', '奖金', '生日', '软件'),
		seed: fc.boolean(),
		decided,
	})
	.map(({ decided: said, seed, ...pay }) => ({
		...pay,
		seed: seed && pay.from === FRIEND,
		...(said && { decided: said }),
	}));
/** Up to 25 payments of every kind, also by decision. */
export const anyCase = fc.array(anyPay, { maxLength: 25 });
