import type { Beside } from '../findings/input.ts';
import { type JudgedJoin, judgeJoins } from '../ledger/leads.ts';
import { partyNamed } from '../ledger/named-party.ts';
import { fileOf, onceAcrossFiles } from '../ledger/once.ts';
import type { Parties } from '../ledger/parties.ts';
import { type Call, STATEMENT_KINDS, type StatementKind, type StatementLists } from '../ledger/statement.ts';
import { parseTime } from '../ledger/time.ts';
import { type Work, type WorkCall, type WorkRules, workOf } from '../payroll/work.ts';
import type { RecordFilter, Store } from '../stores/contract.ts';

/** All statements of a case but records and calls. */
export type StatementsByKind = { readonly [K in StatementKind]: readonly StatementLists[K][] };

export async function statementsIn(store: Store, filter: RecordFilter): Promise<StatementsByKind> {
	const said: Partial<Record<StatementKind, unknown>> = {};
	for (const kind of STATEMENT_KINDS) said[kind] = await store.statements(kind, filter);
	return said as StatementsByKind;
}

/** What stands beside the figures: every statement once, with the person it is of. */
export function besideOf(said: StatementsByKind, joins: readonly JudgedJoin[], parties: Parties): Beside {
	const partyOf = (person: string, account?: string, instant?: number) =>
		(account === undefined ? undefined : parties.holder(account, instant ?? Number.POSITIVE_INFINITY)?.party.id) ??
		partyNamed(parties, person, undefined)?.id ??
		'';
	return {
		testimony: onceAcrossFiles(said.testimony, ({ raw }) => raw).map((one) => ({ ...one, party: partyOf(one.person) })),
		measures: onceAcrossFiles(said.measures, measureKey).map((one) => ({
			...one,
			party: partyOf(one.person, one.account, one.from),
		})),
		victims: onceAcrossFiles(said.victims, (v) => [v.pseudonym, v.loss, v.day, v.group].join('\n')),
		groups: said.groups,
		members: said.members,
		joins: joins.map(({ join, outcome, caller = '' }) => ({
			group: join.group,
			outcome,
			member: join.member,
			name: join.name,
			instant: join.moment.instant,
			caller: partyNamed(parties, caller, join.moment.instant)?.id ?? '',
		})),
	};
}

function measureKey(measure: StatementLists['measures']): string {
	const { kind, person, account, asset, amount, document, from } = measure;
	return [kind, person, account, asset, amount, document, from].join('\n');
}

/** Every party's work, from calls, time sheets and checks that name a member by seat, account or name. */
export function workByParty(
	calls: readonly Call[],
	said: Pick<StatementsByKind, 'attendance' | 'checks'>,
	parties: Parties,
	rules: WorkRules & { readonly offsetMinutes: number },
): Map<string, Work> {
	const days = said.attendance.flatMap(({ worker, day, minutes, evidence }) => {
		const party = partyNamed(parties, worker, parseTime(day, rules.offsetMinutes)?.instant);
		return party ? [{ party: party.id, day, minutes, file: fileOf({ evidence }) }] : [];
	});
	const checks = onceAcrossFiles(said.checks, (c) => [c.inspector, c.worker, c.moment.instant, c.result].join('\n'));
	return workOf(
		{
			calls: callsByParty(calls, parties),
			days,
			checks: checks.map(({ inspector, worker, moment }) => ({
				inspector: partyNamed(parties, inspector, moment.instant)?.id,
				worker: partyNamed(parties, worker, moment.instant)?.id,
			})),
		},
		rules,
		rules.offsetMinutes,
	);
}

function* callsByParty(calls: readonly Call[], parties: Parties): Generator<WorkCall> {
	const once = onceAcrossFiles(calls, (c) => [c.caller, c.callee, c.moment.instant, c.seconds].join('\n'));
	for (const { caller, callee, moment, seconds } of once) {
		const party = partyNamed(parties, caller, moment.instant);
		if (party) yield { party: party.id, callee, instant: moment.instant, seconds };
	}
}

/** What each join of a group counts as. Staff are those whom the case knows as members, or as holders of an account. */
export function joinsOf(said: Pick<StatementsByKind, 'joins' | 'groups' | 'members'>, parties: Parties): JudgedJoin[] {
	const shills = new Set(said.members.filter(({ role }) => role === 'shill').map(({ member }) => member));
	return judgeJoins({
		...said,
		isStaff: (account, instant) => (parties.holder(account, instant)?.party.spells.length ?? 0) > 0,
		isShill: (account) => shills.has(account),
	});
}
