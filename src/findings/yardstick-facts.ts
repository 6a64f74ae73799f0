import { isSettled } from '../cashouts/types.ts';
import { grouped } from '../ledger/grouped.ts';
import { formatDay } from '../ledger/time.ts';
import type { PersonBounds } from '../proceeds/bounds-types.ts';
import { callMeasures, datedCalls } from '../proceeds/yardsticks/calls.ts';
import { groupMeasures } from '../proceeds/yardsticks/groups.ts';
import { datedLeads, ownLeads } from '../proceeds/yardsticks/leads.ts';
import { lentMeasures } from '../proceeds/yardsticks/lent.ts';
import { lossesOf } from '../proceeds/yardsticks/losses.ts';
import type { MeasureName } from '../proceeds/yardsticks/measures.ts';
import { moneyMeasures } from '../proceeds/yardsticks/money.ts';
import type { Member } from '../proceeds/yardsticks/participation.ts';
import { teamsOf } from '../proceeds/yardsticks/teams.ts';
import type { Measured } from '../proceeds/yardsticks/types.ts';
import type { Derived } from './input.ts';
import type { FindingsPerson } from './schema.ts';

/** All that thresholds of law are held against, of each person; what the case lacks of everybody is left out. */
export function yardstickFacts(
	derived: Derived,
	people: readonly FindingsPerson[],
): (person: FindingsPerson) => Measured[] {
	const { work, beside } = derived;
	const { offsetMinutes } = derived.case;
	const members = people.map((person) => memberOf(person, offsetMinutes));
	const byId = new Map(members.map((member) => [member.party, member]));
	const calls = [...datedCalls(work)];
	const leads = datedLeads(derived.leads);
	const leadsBy = grouped(leads, ({ party }) => party);
	const callTeams = teamsOf(members, calls);
	const leadTeams = teamsOf(members, leads);
	const joins = beside.joins.map((join) => ({ ...join, day: formatDay(join.instant, offsetMinutes) }));
	const losses = lossesOf(
		members,
		beside.victims,
		joins.filter(({ outcome }) => outcome === 'lead'),
	);
	const groups = groupMeasures(beside.groups, beside.members, joins, (account) => holderOf(derived, account));
	const lent = lentMeasures(claimsOf(derived), derived.merged.transfers);
	const payers = payersOf(derived);
	return (person) => {
		const member = byId.get(person.id) as Member;
		const worked = work.get(person.id);
		return [
			...moneyOf(person, derived),
			...(losses?.(member) ?? []),
			...(calls.length === 0 ? [] : worked && worked.calls.attempted > 0 ? callMeasures(worked) : [NO_CALLS]),
			...(calls.length === 0 ? [] : teamMeasures('calls', callTeams(member))),
			...(leads.length === 0
				? []
				: [
						{ name: 'leads-own' as const, ...ownLeads(leadsBy.get(person.id) ?? []), missing: [] },
						...teamMeasures('leads', leadTeams(member)),
					]),
			...(groups?.(person.id) ?? []),
			servedBy(person, payers),
			...lent(person.id),
			timesOf(person),
		];
	};
}

const NO_CALLS: Measured = { name: 'calls', missing: [{ code: 'law-no-calls', facts: {} }] };

function teamMeasures(what: 'calls' | 'leads', { group, gang }: ReturnType<ReturnType<typeof teamsOf>>): Measured[] {
	const ofGroup = `${what}-group` as MeasureName;
	return [
		group
			? { name: ofGroup, ...group, missing: [] }
			: { name: ofGroup, missing: [{ code: 'law-no-group', facts: {} }] },
		{ name: `${what}-gang` as MeasureName, ...gang, missing: [] },
	];
}

function moneyOf(person: FindingsPerson, derived: Derived): Measured[] {
	const traced = person.tracedTotals.filter(({ asset }) => asset === 'CNY');
	const cashOuts = derived.cashOuts.cashOuts.filter(
		(one) => one.side === 'sold' && (one.payee ?? one.party) === person.id,
	);
	const fen = (list: typeof cashOuts) => list.reduce((sum, one) => sum + one.fen, 0n);
	const settled = cashOuts.filter(isSettled);
	return moneyMeasures({
		bounds: derived.bounds.people.get(person.id) as PersonBounds,
		kept: BigInt(person.figures.kept?.value ?? '0'),
		traced: Object.fromEntries(traced.map(({ policy, value }) => [policy, BigInt(value)])),
		converted: {
			stated: fen(settled.filter(({ grade }) => grade !== 'inferred')),
			all: fen(settled),
			proposed: cashOuts.filter(({ status }) => status === 'proposed').length,
		},
	});
}

/** First and last day that pay and calls show, and the spells that the people list claims. */
function memberOf({ id, spells, days, work }: FindingsPerson, offsetMinutes: number): Member {
	const shown = [days.first, days.last, work?.calls.first, work?.calls.last].filter((one) => one !== undefined);
	const day = (instant: number) => formatDay(instant, offsetMinutes);
	return {
		party: id,
		spells: spells.map(({ group, from, until }) => ({
			group,
			...(from === undefined ? {} : { from: day(from) }),
			...(until === undefined ? {} : { until: day(until) }),
		})),
		...(shown.length > 0 && {
			rows: {
				from: day(shown.reduce((a, b) => Math.min(a, b))),
				until: day(shown.reduce((a, b) => Math.max(a, b))),
			},
		}),
	};
}

function claimsOf(derived: Derived) {
	return [...derived.parties.all.values()].flatMap((party) =>
		party.attributions.filter(({ withdrawn }) => !withdrawn).map((claim) => ({ ...claim, party: party.id })),
	);
}

function holderOf({ parties }: Derived, account: string): string | undefined {
	return parties.holder(account, Number.MAX_SAFE_INTEGER)?.party.id;
}

/** Overseas payers that paid a member straight: the parties among them, and the accounts of nobody known. */
interface Payers {
	readonly parties: Set<string>;
	readonly accounts: Set<string>;
}

function payersOf(derived: Derived): Map<string, Payers> {
	const payers = new Map<string, Payers>();
	for (const { party, origin, transfers } of derived.seeds)
		for (const { to, instant } of transfers) {
			const holder = derived.parties.holder(to, instant)?.party.id;
			if (holder === undefined) continue;
			const known = payers.get(holder) ?? { parties: new Set(), accounts: new Set() };
			payers.set(holder, known);
			if (derived.parties.all.has(party)) known.parties.add(party);
			else known.accounts.add(origin);
		}
	return payers;
}

/** Payers that paid them straight. Accounts of nobody known may all be one payer's: for certain they are one. */
function servedBy(person: FindingsPerson, payers: ReadonlyMap<string, Payers>): Measured {
	const { parties, accounts } = payers.get(person.id) ?? { parties: new Set(), accounts: new Set() };
	return {
		name: 'served',
		documented: BigInt(Math.max(parties.size, Math.min(accounts.size, 1))),
		inferred: BigInt(parties.size + accounts.size),
		missing: [{ code: 'law-payers-may-be-one', facts: {} }],
	};
}

/** How often coins were turned into yuan, or money was handed on, as judged: no rule says what counts as once. */
function timesOf({ figures }: FindingsPerson): Measured {
	const times = Math.max(figures['passed-on']?.count ?? 0, figures['cash-outs']?.count ?? 0);
	return { name: 'times-concealed', inferred: BigInt(times), missing: [{ code: 'law-times-counted', facts: {} }] };
}
