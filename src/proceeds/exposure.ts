import type { AccountId } from '../ledger/account.ts';
import { grouped } from '../ledger/grouped.ts';
import { common, joined, type Span, without } from '../ledger/span.ts';
import type { Kind } from '../payroll/types.ts';
import type { BoundPerson, BoundQuestion } from './bounds-types.ts';
import { type Ladder, ladderOf } from './ladder.ts';

/** An account of which the case lacks the history for some time. */
export interface MissingReturn {
	readonly account: AccountId;
	readonly spans: readonly Span[];
}

/** When money of a person could have moved without leaving a row. */
export interface Exposure {
	/** Pay to the person could be hidden: neither the person's history nor that of everybody above is whole. */
	readonly received: readonly Span[];
	/** Pay by the person could be hidden, likewise. */
	readonly passedOn: readonly Span[];
	/** The person's own history is not whole. */
	readonly own: readonly Span[];
	/** Accounts of the person whose history is missing. Where not all accounts are known, more may be missing. */
	readonly missing: readonly MissingReturn[];
}

/** What is known of everybody's accounts, and who could pay whom. */
export interface Standing {
	readonly ladder: Ladder;
	isMember(party: string): boolean;
	/** May have had money from outside: cores and organisers, whoever holds a wallet, and whoever is seen to have had it. */
	external(party: string): boolean;
	/** Somebody above (below) the person may have accounts that nobody knows. */
	unclaimedAbove(party: string): boolean;
	unclaimedBelow(party: string): boolean;
	exposure(party: string): Exposure;
	/** How many above (below) the person have a hole in their history. */
	holesAbove(party: string): number;
	holesBelow(party: string): number;
}

const OUTSIDE: ReadonlySet<Kind> = new Set(['seed', 'cash-out']);

const NOTHING: Exposure = { received: [], passedOn: [], own: [], missing: [] };

/** A payment can be hidden only while the histories of both sides have a hole. */
export function standingOf(question: BoundQuestion): Standing {
	const ladder = ladderOf(question.people);
	const known = question.caps.accountsKnown;
	const holes = new Map(question.people.map((person) => [person.party, holesOf(person, question)]));
	const people = new Map(question.people.map((person) => [person.party, person]));
	const own = (party: string) => holes.get(party)?.own ?? [];
	const union = (lists: readonly (readonly Span[])[]) => joined(lists.flat());
	const above = ladder.over<readonly Span[]>('above', own, union);
	const below = ladder.over<readonly Span[]>('below', own, union);
	const any = (values: readonly boolean[]) => values.includes(true);
	const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
	const hole = (party: string) => Number(own(party).length > 0);
	const outside = new Set(question.judged.filter((j) => OUTSIDE.has(j.kind)).map((j) => j.payee));
	const exposures = new Map(
		[...holes].map(([party, hole]): [string, Exposure] => [
			party,
			{ ...hole, received: common(hole.own, above(party)), passedOn: common(hole.own, below(party)) },
		]),
	);
	return {
		ladder,
		isMember: (party) => people.has(party),
		external: (party) => ladder.isTop(party) || (people.get(party)?.wallets.length ?? 0) > 0 || outside.has(party),
		unclaimedAbove: remembered(ladder.over('above', (party) => !known.has(party), any)),
		unclaimedBelow: remembered(ladder.over('below', (party) => !known.has(party), any)),
		exposure: (party) => exposures.get(party) ?? NOTHING,
		holesAbove: ladder.over('above', hole, sum),
		holesBelow: ladder.over('below', hole, sum),
	};
}

function remembered(of: (party: string) => boolean): (party: string) => boolean {
	const known = new Map<string, boolean>();
	return (party) => {
		const value = known.get(party) ?? of(party);
		known.set(party, value);
		return value;
	};
}

function holesOf(person: BoundPerson, { coverage, caps }: BoundQuestion): Pick<Exposure, 'own' | 'missing'> {
	const period = caps.period ?? { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };
	// Several claims may tie one account to the person.
	const claims = grouped(person.accounts, ({ account }) => account);
	const missing = [...claims].flatMap(([account, ties]): MissingReturn[] => {
		const tied = ties.map(({ from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY }) => ({ from, until }));
		const spans = without(common([period], joined(tied)), coverage.get(account) ?? []);
		return spans.length > 0 ? [{ account, spans }] : [];
	});
	return { missing, own: caps.accountsKnown.has(person.party) ? joined(missing.flatMap((m) => m.spans)) : [period] };
}
