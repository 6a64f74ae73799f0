import type { Reason } from '../payroll/types.ts';
import type { BoundQuestion } from './bounds-types.ts';
import type { CoinCap } from './coin-caps.ts';
import type { Exposure, Standing } from './exposure.ts';
import type { StatedCap } from './pay-caps.ts';
import type { FigureTally } from './tallies.ts';

/** An upper bound so far, in fen: undefined as long as nothing bounds it. */
export interface Upper {
	readonly value?: bigint;
	readonly cap: Reason;
}

/** What is known of a person before the ladder is asked. */
export interface Draft {
	readonly party: string;
	readonly exposure: Exposure;
	readonly external: boolean;
	readonly stated: StatedCap;
	readonly coins: CoinCap;
	readonly received: FigureTally;
	readonly passedOn: FigureTally;
}

export interface Uppers {
	readonly received: Upper;
	readonly passedOn: Upper;
}

/** A bound reaches one rank further each round, and there are five ranks. */
const ROUNDS = 5;

/**
 * The upper bounds of everybody. Where a history has holes, a payment needs a payer who could pay and a payee who could
 * get: so what hides above bounds what hides below, and the other way round.
 */
export function uppersOf(
	drafts: ReadonlyMap<string, Draft>,
	standing: Standing,
	question: BoundQuestion,
): Map<string, Uppers> {
	const uppers = new Map([...drafts].map(([party, draft]) => [party, startOf(draft)]));
	const of = (party: string) => uppers.get(party) as Uppers;
	for (let round = 0; round < ROUNDS; round++) {
		const payers = standing.ladder.over<Hidden>('above', (party) => hiddenOut(drafts.get(party), of(party)), total);
		for (const [party, draft] of drafts) {
			const received = least(
				[of(party).received, ...receivedCaps(draft, payers(party), question)],
				draft.received.least,
			);
			uppers.set(party, { ...of(party), received });
		}
		const payees = standing.ladder.over<Hidden>('below', (party) => hiddenIn(drafts.get(party), of(party)), total);
		for (const [party, draft] of drafts) {
			const caps = passedOnCaps(draft, of(party), payees(party), question);
			uppers.set(party, { ...of(party), passedOn: least([of(party).passedOn, ...caps], draft.passedOn.least) });
		}
	}
	return uppers;
}

function startOf({ stated, coins, external, exposure }: Draft): Uppers {
	const lacks =
		external && exposure.own.length > 0 && 'lacks' in coins ? coins.lacks : 'lacks' in stated ? stated.lacks : '';
	const received = { cap: { code: 'cap-unbounded', facts: { lacks } } };
	return { received, passedOn: { cap: { code: 'cap-unbounded', facts: { lacks: 'bounds.own_money_max_yuan' } } } };
}

/** What may be hidden; `undefined`: nothing bounds it. */
type Hidden = bigint | undefined;

function total(values: readonly Hidden[]): Hidden {
	let sum = 0n;
	for (const value of values) {
		if (value === undefined) return undefined;
		sum += value;
	}
	return sum;
}

function hiddenOut(draft: Draft | undefined, { passedOn }: Uppers): Hidden {
	if (!draft || draft.exposure.passedOn.length === 0) return 0n;
	return passedOn.value === undefined ? undefined : passedOn.value - draft.passedOn.least;
}

function hiddenIn(draft: Draft | undefined, { received }: Uppers): Hidden {
	if (!draft || draft.exposure.received.length === 0) return 0n;
	return received.value === undefined ? undefined : received.value - draft.received.least;
}

function* receivedCaps(draft: Draft, above: Hidden, { caps }: BoundQuestion): Generator<Upper> {
	const { received: rows, exposure, stated, external, coins } = draft;
	const whole = exposure.received.length === 0;
	const members = rows.most - rows.externalMost;
	const outside: { value: bigint; code: string }[] = [];
	if (!external || exposure.own.length === 0) outside.push({ value: rows.externalMost, code: 'cap-rows' });
	if (external && caps.coinsOnly && 'most' in coins)
		outside.push({ value: coins.most + rows.externalLeast, code: 'cap-coins' });
	const hidden = whole || 'lacks' in stated ? undefined : stated.within(exposure.received);
	for (const { value, code } of rows.unmeasured ? [] : outside) {
		if (whole) yield upper(members + value, code);
		else if (above !== undefined) yield upper(members + above + value, code === 'cap-coins' ? code : 'cap-payers');
		if (hidden !== undefined) yield upper(members + hidden + value, 'cap-pay-rules-gap');
	}
	if ('total' in stated) yield upper(stated.total, stated.byRules ? 'cap-pay-rules' : 'cap-stated');
}

function* passedOnCaps(draft: Draft, { received }: Uppers, below: Hidden, { caps }: BoundQuestion): Generator<Upper> {
	const { passedOn: rows, exposure } = draft;
	if (!rows.unmeasured) {
		if (exposure.passedOn.length === 0) yield upper(rows.most, 'cap-rows');
		else if (below !== undefined) yield upper(rows.most + below, 'cap-payees');
	}
	if (caps.ownMoneyMax !== undefined && received.value !== undefined)
		yield upper(received.value + caps.ownMoneyMax, 'cap-received-and-own');
}

function upper(value: bigint, code: string): Upper {
	return { value, cap: { code, facts: {} } };
}

/** The lowest; the first of equals. What certain rows exceed is no bound: then what the case states is wrong. */
function least(uppers: readonly Upper[], floor: bigint): Upper {
	return uppers.reduce((best, one) =>
		one.value !== undefined && one.value >= floor && (best.value === undefined || one.value < best.value) ? one : best,
	);
}
