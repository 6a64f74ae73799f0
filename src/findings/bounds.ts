import { formatAmount } from '../ledger/money.ts';
import { formatDay } from '../ledger/time.ts';
import type { Reason } from '../payroll/types.ts';
import type { Bounds, PersonBounds } from '../proceeds/bounds-types.ts';
import type { FindingsPerson } from './schema.ts';

type Figure = FindingsPerson['bounds']['received'];

/** The bounds of a person as the findings say them: facts as people read them, amounts in yuan and local days. */
export function boundsOfPerson(bounds: PersonBounds, offsetMinutes: number): FindingsPerson['bounds'] {
	const figure = ({ least, shown, most, cap, missing }: Bounds): Figure => ({
		...(least === undefined ? {} : { least: least.toString() }),
		...(shown === undefined ? {} : { shown: shown.toString() }),
		...(most === undefined ? {} : { most: most.toString() }),
		cap: { code: cap.code, facts: { ...cap.facts } },
		missing: missing.map((reason) => ({ code: reason.code, facts: readable(reason, offsetMinutes) })),
	});
	return { received: figure(bounds.received), passedOn: figure(bounds.passedOn), kept: figure(bounds.kept) };
}

/** Facts as people read them: amounts in yuan, local days. */
export function readable({ facts }: Reason, offsetMinutes: number): Figure['cap']['facts'] {
	const { amount, from, until, ...rest } = facts;
	return {
		...rest,
		...(amount === undefined ? {} : { amount: formatAmount(BigInt(amount), 2) }),
		...(typeof from === 'number' ? { from: formatDay(from, offsetMinutes) } : {}),
		...(typeof until === 'number' ? { until: formatDay(until, offsetMinutes) } : {}),
	};
}
