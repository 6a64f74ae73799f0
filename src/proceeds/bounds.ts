import type { Reason } from '../payroll/types.ts';
import { candidatesOf } from './bound-rows.ts';
import type { BoundPerson, BoundQuestion, BoundRow, Bounds, PersonBounds } from './bounds-types.ts';
import { type CoinCap, coinCaps } from './coin-caps.ts';
import { type Standing, standingOf } from './exposure.ts';
import { type Implied, impliedByReports } from './implied.ts';
import { statedCap } from './pay-caps.ts';
import { type FigureTally, Tallies } from './tallies.ts';
import { type Draft, type Uppers, uppersOf } from './uppers.ts';

/** Everybody's bounds, and the rows between them. */
export interface BoundsResult {
	/** By party id, in its order. */
	readonly people: ReadonlyMap<string, PersonBounds>;
	/** Made anew at each call: transfers that may or may not belong to a figure. */
	rows(): Iterable<BoundRow>;
}

/**
 * Between what each person's received, passed on and kept lie: *at least* what records prove, *at most* what they leave
 * possible (docs/concepts.md, "Bounds"). Nothing inferred is in the lower bound; the upper one rests on rows, on
 * histories that are whole, or on what the case states, and is absent where nothing bounds it.
 */
export function boundsOf(question: BoundQuestion): BoundsResult {
	const standing = standingOf(question);
	const tallies = new Tallies();
	for (const candidate of candidatesOf(question, standing)) tallies.add(candidate);
	const unclaimed = (party: string) => !question.caps.accountsKnown.has(party);
	const tallyOf = tallies.reader(standing.ladder, unclaimed);
	const people = [...question.people].sort((a, b) => (a.party < b.party ? -1 : 1));
	const coinsOf = coinCaps(question);
	const drafts = new Map(
		people.map((person) => [person.party, draftOf(person, coinsOf(person), standing, tallyOf, question)]),
	);
	const uppers = uppersOf(drafts, standing, question);
	const implied = impliedByReports(question);
	const result = [...drafts].map(([party, draft]): [string, PersonBounds] => [
		party,
		personOf(draft, uppers.get(party) as Uppers, implied.get(party), standing, question),
	]);
	return { people: new Map(result), rows: () => rowsOf(question, standing) };
}

function draftOf(
	person: BoundPerson,
	coins: CoinCap,
	standing: Standing,
	tallyOf: ReturnType<Tallies['reader']>,
	question: BoundQuestion,
): Draft {
	const { party } = person;
	const received = tallyOf(party, 'received');
	return {
		party,
		exposure: standing.exposure(party),
		external: standing.external(party),
		stated: statedCap(person, question, received.outside),
		coins,
		received,
		passedOn: tallyOf(party, 'passed-on'),
	};
}

function personOf(
	draft: Draft,
	uppers: Uppers,
	implied: Implied | undefined,
	standing: Standing,
	question: BoundQuestion,
): PersonBounds {
	const { party, exposure } = draft;
	const known = question.caps.accountsKnown.has(party);
	const outsideHidden = draft.external && exposure.own.length > 0;
	const received: Bounds = {
		least: draft.received.least,
		shown: draft.received.most,
		...most(uppers.received.value),
		cap: uppers.received.cap,
		missing: [
			...doubtsOf(draft.received),
			...(exposure.received.length > 0 || outsideHidden ? returnsOf(draft, known) : []),
			...people('lack-payers-incomplete', exposure.received.length > 0 ? standing.holesAbove(party) : 0),
			...unmatchedOf(question.unmatched.get(party) ?? 0),
			...(implied ? [{ code: 'lack-reports-imply', facts: { ...implied } }] : []),
		],
	};
	const passedOn: Bounds = {
		least: draft.passedOn.least,
		shown: draft.passedOn.most,
		...most(uppers.passedOn.value),
		cap: uppers.passedOn.cap,
		missing: [
			...doubtsOf(draft.passedOn),
			...(exposure.passedOn.length > 0 ? returnsOf(draft, known) : []),
			...people('lack-payees-incomplete', exposure.passedOn.length > 0 ? standing.holesBelow(party) : 0),
		],
	};
	return { party, received, passedOn, kept: keptOf(received, passedOn, question.caps.ownMoneyMax) };
}

/** Least received less most passed on, and the other way round; nobody pays out more than they got and had. */
function keptOf(received: Bounds, passedOn: Bounds, ownMoneyMax: bigint | undefined): Bounds {
	const low = passedOn.most === undefined ? undefined : (received.least ?? 0n) - passedOn.most;
	const floor = ownMoneyMax === undefined ? undefined : -ownMoneyMax;
	const least = low === undefined || (floor !== undefined && floor > low) ? floor : low;
	const high = received.most === undefined ? undefined : received.most - (passedOn.least ?? 0n);
	// Certain rows below the floor: what the case states of own money is wrong, and bounds nothing.
	const sound = least === undefined || high === undefined || least <= high ? least : low;
	return {
		...(sound === undefined ? {} : { least: sound }),
		...most(high),
		cap: high === undefined ? received.cap : { code: 'cap-received-less-passed-on', facts: {} },
		missing: [],
	};
}

function most(value: bigint | undefined): { most?: bigint } {
	return value === undefined ? {} : { most: value };
}

function doubtsOf({ doubts }: FigureTally): Reason[] {
	return [...doubts]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([why, { rows, amount }]) => ({ code: `lack-${why}`, facts: { rows, amount: amount.toString() } }));
}

const DAY_MS = 86_400_000;

function returnsOf({ exposure }: Draft, accountsKnown: boolean): Reason[] {
	const returns = exposure.missing.map(({ account, spans }): Reason => {
		const [first, last] = [spans[0]?.from ?? 0, spans.at(-1)?.until ?? 0];
		const days = spans.reduce((sum, { from, until }) => sum + Math.ceil((until - from + 1) / DAY_MS), 0);
		// Where the case names no period, a missing history has no days.
		if (!Number.isFinite(first) || !Number.isFinite(last))
			return { code: 'lack-return-missing-always', facts: { account } };
		return { code: 'lack-return-missing', facts: { account, from: first, until: last, days } };
	});
	return accountsKnown ? returns : [...returns, { code: 'lack-accounts-not-known', facts: {} }];
}

/** Coins that may have been paid in cash, which no account shows. */
function unmatchedOf(transfers: number): Reason[] {
	return transfers === 0 ? [] : [{ code: 'lack-coins-unmatched', facts: { transfers } }];
}

function people(code: string, count: number): Reason[] {
	return count === 0 ? [] : [{ code, facts: { people: count } }];
}

function* rowsOf(question: BoundQuestion, standing: Standing): Generator<BoundRow> {
	for (const { firm, party, figure, transfer, amount, why } of candidatesOf(question, standing))
		if (!firm && why !== '') yield { party, figure, transfer, amount, why };
}
