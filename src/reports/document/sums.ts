import type { FindingsPerson } from '../../findings/schema.ts';
import type { Table } from './blocks.ts';
import { figure, type Pen } from './pen.ts';

/** Sums over the case that several sections tell. Yuan in fen. */
export interface CaseSums {
	/** Distinct names of overseas payers. */
	readonly payers: number;
	readonly origins: number;
	readonly seedTransfers: number;
	readonly firstSeed: number | undefined;
	readonly lastSeed: number | undefined;
	readonly coins: readonly { readonly asset: string; readonly text: string }[];
	readonly cores: readonly FindingsPerson[];
	readonly leaders: readonly FindingsPerson[];
	/** Everybody else. */
	readonly staff: readonly FindingsPerson[];
	readonly accepted: number;
	readonly acceptedFen: bigint;
	/** Of the accepted, those that no order of an exchange states. */
	readonly inferred: number;
	readonly proposed: number;
	readonly funding: bigint;
	readonly coreOperating: bigint;
	readonly wages: bigint;
	readonly commissions: bigint;
	/** Bonuses and rounding. */
	readonly bonuses: bigint;
	/** Members who were paid any of these. */
	readonly paid: number;
	readonly leads: number;
	readonly documentedPay: bigint;
	readonly documentedPayouts: number;
	/** What staff received at least. */
	readonly leastPay: bigint;
	readonly openPayouts: number;
	readonly openFen: bigint;
	/** Returned, refunded, loans: kept apart from pay. */
	readonly givenBack: bigint;
}

const PAY = ['wages', 'commissions', 'bonuses', 'rounding'] as const;
const CORE = new Set(['core', 'organiser']);
const known = new WeakMap<object, CaseSums>();

export function caseSums(pen: Pen): CaseSums {
	const before = known.get(pen.findings);
	if (before) return before;
	const sums = sumsOf(pen);
	known.set(pen.findings, sums);
	return sums;
}

function sumsOf(pen: Pen): CaseSums {
	const { seeds, people, cashOuts, payouts } = pen.findings;
	const cores = people.filter(({ role }) => CORE.has(role));
	const leaders = people.filter(({ role }) => role === 'leader');
	const staff = people.filter(({ role }) => !CORE.has(role) && role !== 'leader');
	const of = (list: readonly FindingsPerson[], ...names: string[]) =>
		list.reduce((sum, person) => names.reduce((inner, name) => inner + figure(person, name), sum), 0n);
	const accepted = cashOuts.filter(({ side, status }) => side === 'sold' && isAccepted(status));
	const listed = new Set(people.map(({ id }) => id));
	const open = payouts.filter(({ certainty }) => certainty !== 'documented');
	return {
		payers: new Set(seeds.map(({ label }) => label)).size,
		origins: new Set(seeds.map(({ origin }) => origin)).size,
		seedTransfers: seeds.reduce((sum, { count }) => sum + count, 0),
		firstSeed: seeds.length === 0 ? undefined : Math.min(...seeds.map(({ first }) => first)),
		lastSeed: seeds.length === 0 ? undefined : Math.max(...seeds.map(({ last }) => last)),
		coins: [...new Set(seeds.map(({ asset }) => asset))].map((asset) => ({
			asset,
			text: pen.coins(
				seeds.filter((seed) => seed.asset === asset).reduce((sum, { amount }) => sum + BigInt(amount), 0n),
				asset,
			),
		})),
		cores,
		leaders,
		staff,
		accepted: accepted.length,
		acceptedFen: accepted.reduce((sum, { fen }) => sum + BigInt(fen), 0n),
		inferred: accepted.filter(({ grade }) => grade === 'inferred').length,
		proposed: cashOuts.filter(({ status }) => status === 'proposed').length,
		funding: of(leaders, 'funding'),
		coreOperating: of(cores, 'operating'),
		wages: of(people, 'wages'),
		commissions: of(people, 'commissions'),
		bonuses: of(people, 'bonuses', 'rounding'),
		paid: people.filter((person) => PAY.some((name) => figure(person, name) !== 0n)).length,
		leads: people.reduce((sum, { leads }) => sum + leads.paid, 0),
		documentedPay: of(people, ...PAY),
		// A part has payouts of its people to others too: the sum is of what its people were paid.
		documentedPayouts: payouts.filter(
			({ certainty, kind, payee }) => certainty === 'documented' && kind !== 'funding' && listed.has(payee),
		).length,
		leastPay: staff.reduce((sum, { bounds }) => sum + BigInt(bounds.received.least ?? 0), 0n),
		openPayouts: open.length,
		openFen: open.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
		givenBack: of(people, 'returned', 'refunded', 'loans-in', 'disputed'),
	};
}

export function isAccepted(status: string): boolean {
	return status === 'accepted' || status === 'confirmed';
}

const ROLES = ['core', 'organiser', 'leader', 'inspector', 'caller', 'technician', 'other', ''];

/** A line for each role: people, received, passed on, kept, and between what received lies. */
export function levelTable(pen: Pen): Table {
	const { findings, say } = pen;
	const rows = ROLES.flatMap((role) => {
		const people = findings.people.filter((person) => person.role === role);
		if (people.length === 0) return [];
		const sum = (name: string) => people.reduce((total, person) => total + figure(person, name), 0n);
		const pay = sum('wages') + sum('commissions') + sum('bonuses') + sum('rounding');
		return [
			[
				pen.role(role),
				pen.count(people.length),
				pen.yuan(sum('received')),
				pen.yuan(pay),
				pen.yuan(sum('passed-on')),
				pen.yuan(sum('kept')),
				pen.yuan(people.reduce((total, { bounds }) => total + BigInt(bounds.received.least ?? 0), 0n)),
				mostOf(people, pen),
			],
		];
	});
	const { levels } = say;
	return {
		kind: 'table',
		title: levels.title,
		columns: [
			{ head: levels.role, width: { fr: 1 } },
			{ head: levels.people, width: 'auto', right: true },
			{ head: levels.received, width: 'auto', right: true },
			{ head: levels.pay, width: 'auto', right: true },
			{ head: levels.passedOn, width: 'auto', right: true },
			{ head: levels.kept, width: 'auto', right: true },
			{ head: levels.least, width: 'auto', right: true },
			{ head: levels.most, width: 'auto', right: true },
		],
		rows,
	};
}

/** Together at most; no number where nothing bounds one of them. */
function mostOf(people: readonly FindingsPerson[], pen: Pen): string {
	const most = people.map(({ bounds }) => bounds.received.most);
	if (most.includes(undefined)) return pen.words.unbounded;
	return pen.yuan(most.reduce((total, each) => total + BigInt(each ?? 0), 0n));
}
