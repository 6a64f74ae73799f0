import { grouped } from '../ledger/grouped.ts';
import { type Party, spellAt } from '../ledger/parties.ts';
import type { Transfer } from '../ledger/transfer.ts';
import { type DayLeads, PAY_KINDS } from '../payroll/types.ts';
import type { Work } from '../payroll/work.ts';
import type { PersonBounds } from '../proceeds/bounds-types.ts';
import { boundsOfPerson } from './bounds.ts';
import { ratesByPerson } from './history.ts';
import type { Derived } from './input.ts';
import { leadPayRow } from './lead-pay.ts';
import type { Findings, FindingsPerson } from './schema.ts';
import { tracedShares } from './traced-shares.ts';

/** Members of the case, sorted by role, group and name: the order of every ledger. */
export function peopleOf(derived: Derived): FindingsPerson[] {
	const figures = grouped(derived.figures, (f) => f.id.slice(0, f.id.indexOf('/')));
	const received = receivedRows(derived);
	const rates = ratesByPerson(derived.rates);
	return membersOf(derived)
		.map((party) =>
			personOf(party, derived, figures.get(party.id) ?? [], received.get(party.id) ?? [], rates.get(party.id) ?? []),
		)
		.sort(byRank);
}

/** Parties that people.csv lists. */
export function membersOf(derived: Derived): Party[] {
	return [...derived.parties.all.values()].filter((party) => party.spells.length > 0);
}

const RANKS = ['core', 'organiser', 'leader', 'inspector', 'caller', 'technician', 'other'];

function byRank(a: FindingsPerson, b: FindingsPerson): number {
	return (
		RANKS.indexOf(a.role) - RANKS.indexOf(b.role) ||
		compare(a.group, b.group) ||
		compare(a.name, b.name) ||
		compare(a.id, b.id)
	);
}

function personOf(
	party: Party,
	derived: Derived,
	figures: Derived['figures'],
	received: readonly Transfer[],
	rates: FindingsPerson['rates'],
): FindingsPerson {
	const last = party.spells.at(-1);
	const instants = received.map((t) => t.instant);
	const work = derived.work.get(party.id);
	const leadPay = derived.leadPay.sums.get(party.id);
	return {
		id: party.id,
		name: party.name,
		nicknames: [...new Set(party.spells.flatMap((s) => s.nicknames))],
		identity: party.identity,
		role: last?.role ?? '',
		spells: party.spells.map((s) => ({
			role: s.role,
			roleText: s.roleText,
			group: s.group ?? '',
			superior: s.superior ?? '',
			introducer: s.introducer ?? '',
			province: s.province ?? '',
			office: s.office ?? '',
			batch: s.batch ?? '',
			...(s.from === undefined ? {} : { from: s.from }),
			...(s.until === undefined ? {} : { until: s.until }),
			source: s.source,
		})),
		group: last?.group ?? '',
		superior: last?.superior ?? '',
		accounts: party.attributions.map((a) => ({
			id: a.id,
			account: a.account,
			grade: a.grade,
			confidence: a.confidence,
			source: a.source,
			withdrawn: a.withdrawn !== undefined,
		})),
		figures: Object.fromEntries(figures.map((f) => [f.name, { id: f.id, value: f.value.toString(), count: f.count }])),
		coins: coinsOf(party, derived),
		leads: {
			paid: paidLeads(party.id, derived),
			reported: leadsOf(party, 'reported', derived),
			joined: leadsOf(party, 'joined', derived),
		},
		...(work ? { work: workRow(work) } : {}),
		...(leadPay ? { leadPay: leadPayRow(leadPay) } : {}),
		rates,
		days: instants.length === 0 ? {} : { first: min(instants), last: max(instants) },
		...tracedShares(received, derived),
		bounds: boundsOfPerson(derived.bounds.people.get(party.id) as PersonBounds, derived.case.offsetMinutes),
	};
}

function workRow({ calls, days, checked, checksMade }: Work): NonNullable<FindingsPerson['work']> {
	return { calls: { ...calls }, days: { ...days }, checked, checksMade };
}

function coinsOf(party: Party, derived: Derived): FindingsPerson['coins'] {
	const sums = new Map<string, { received: bigint; count: number }>();
	for (const transfer of derived.seeds.flatMap((s) => s.transfers)) {
		if (transfer.asset === 'CNY' || derived.parties.holder(transfer.to, transfer.instant)?.party !== party) continue;
		const sum = sums.get(transfer.asset) ?? { received: 0n, count: 0 };
		sums.set(transfer.asset, { received: sum.received + transfer.amount, count: sum.count + 1 });
	}
	return [...sums]
		.sort(([a], [b]) => compare(a, b))
		.map(([asset, s]) => ({ asset, received: s.received.toString(), count: s.count }));
}

/** Transfers under each person's `received`, from the figure rows, so that both always agree. */
function receivedRows(derived: Derived): Map<string, Transfer[]> {
	const rows = new Map<string, Transfer[]>();
	for (const row of derived.figureRows()) {
		if (!row.figure.endsWith('/received')) continue;
		const transfer = derived.byId.get(row.transfer);
		const person = row.figure.slice(0, row.figure.indexOf('/'));
		if (!transfer) continue;
		const list = rows.get(person);
		if (list) list.push(transfer);
		else rows.set(person, [transfer]);
	}
	return rows;
}

function paidLeads(party: string, derived: Derived): number {
	let leads = 0;
	for (const judged of derived.judged) {
		if (judged.payee === party && judged.certainty === 'documented' && PAY_KINDS.has(judged.kind))
			leads += judged.leads ?? 0;
	}
	return leads;
}

function leadsOf(party: Party, basis: DayLeads['basis'], derived: Derived): number {
	const leads = derived.leads.filter((lead) => lead.payee === party.id && lead.basis === basis);
	return leads.reduce((sum, lead) => sum + lead.count, 0);
}

/** The role a party has in the chart: that of the spell in force on the day, else its last. */
export function roleOn(party: Party, instant: number): Findings['people'][number]['role'] {
	return (spellAt(party, instant) ?? party.spells.at(-1))?.role ?? '';
}

/** Code unit order, the same in every locale. */
export function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function min(values: readonly number[]): number {
	return values.reduce((a, b) => Math.min(a, b));
}

function max(values: readonly number[]): number {
	return values.reduce((a, b) => Math.max(a, b));
}
