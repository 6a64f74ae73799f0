import type { Findings } from '../../findings/schema.ts';
import type { LedgerRow } from '../ledger-row.ts';
import type { PackageInput } from '../package/part.ts';
import type { Part } from './choose.ts';
import { neededRows } from './needed.ts';

/** What a part keeps by. */
interface Kept {
	readonly people: ReadonlySet<string>;
	/** Accounts of the people. */
	readonly accounts: ReadonlySet<string>;
	/** Transfers that the part needs. */
	readonly transfers: ReadonlySet<string>;
	/** Accounts that these touch. */
	readonly touched: ReadonlySet<string>;
}

/**
 * The part of a package's input that is about some people: their figures, and the transfers that these rest on and come
 * from. Sums of the whole case (seeds, conservation, reconciliation, evidence) stay: the part is checked against them.
 * Nothing is masked here: whoever is not in `cover.part` is, by `maskInput`.
 */
export function partInput(input: PackageInput, part: Part): PackageInput {
	const needed = neededRows(input.rows, input.terms, part.people);
	const kept = keptBy(input, part, needed);
	const own = (figure: string) => kept.people.has(figure.slice(0, figure.indexOf('/')));
	return {
		...input,
		cover: { ...input.cover, part },
		findings: partFindings(input.findings, kept),
		rows: only(input.rows, (_, place) => needed[place] === 1),
		leadDays: only(input.leadDays, ({ party }) => kept.people.has(party)),
		receipts: only(input.receipts, ({ account }) => kept.touched.has(account)),
		figureTransfers: only(input.figureTransfers, ({ figure }) => own(figure)),
		ways: only(input.ways, ({ person }) => kept.people.has(person)),
		terms: {
			...input.terms,
			seeds: input.terms.seeds.filter(([transfer]) => kept.transfers.has(transfer)),
			conversions: input.terms.conversions.filter(({ gives, gets }) =>
				[...gives, ...gets].some((leg) => kept.transfers.has(leg)),
			),
			openings: input.terms.openings.filter(({ account }) => kept.touched.has(account)),
			services: input.terms.services.filter((account) => kept.touched.has(account)),
		},
	};
}

function keptBy({ findings, rows }: PackageInput, { people }: Part, needed: Uint8Array): Kept {
	const [transfers, touched] = [new Set<string>(), new Set<string>()];
	let place = 0;
	for (const row of rows) {
		if (needed[place++] !== 1) continue;
		transfers.add(row.id);
		for (const account of accountsOf(row)) touched.add(account);
	}
	const members = findings.people.filter(({ id }) => people.has(id));
	const accounts = new Set(members.flatMap((person) => person.accounts.map(({ account }) => account)));
	return { people, accounts, transfers, touched };
}

function accountsOf({ payerAccount, payerCard, payeeAccount }: LedgerRow): string[] {
	return [payerAccount, payeeAccount, ...(payerCard === '' ? [] : [payerCard])];
}

function partFindings(findings: Findings, kept: Kept): Findings {
	const { people, transfers } = kept;
	const some = (ids: readonly string[]) => ids.some((id) => transfers.has(id));
	const about = ({ subject, facts }: Pick<Findings['todo'][number], 'subject' | 'facts'>) =>
		[subject, ...Object.values(facts)].some((text) => isOwn(String(text), kept));
	return {
		...findings,
		people: findings.people.filter(({ id }) => people.has(id)),
		payouts: findings.payouts.filter(({ payer, payee }) => people.has(payer) || people.has(payee)),
		cashOuts: findings.cashOuts.filter(({ coins, yuan }) => some(coins) || some(yuan)),
		unmatched: {
			coins: findings.unmatched.coins.filter((id) => transfers.has(id)),
			yuan: findings.unmatched.yuan.filter((id) => transfers.has(id)),
		},
		flow: partFlow(findings.flow, people),
		hierarchy: partHierarchy(findings.hierarchy, kept),
		testimony: findings.testimony.filter(({ party }) => people.has(party)),
		measures: findings.measures.filter(({ party }) => people.has(party)),
		chains: {
			histories: findings.chains.histories.filter(({ account }) => kept.touched.has(account)),
			disagreements: findings.chains.disagreements.filter(({ histories }) =>
				histories.some(({ account }) => kept.touched.has(account)),
			),
			vanished: findings.chains.vanished.filter(({ from, to }) => kept.touched.has(from) || kept.touched.has(to)),
		},
		todo: findings.todo.filter(
			(point) => about(point) || isOwn(point.request?.account ?? '', kept) || isOwn(point.adopt?.party ?? '', kept),
		),
		todoRejected: findings.todoRejected.filter(about),
		swaps: {
			made: findings.swaps.made.filter(({ gives, gets }) => some(gives) || some(gets)),
			unclear: findings.swaps.unclear.filter(({ accounts }) => accounts.some((account) => kept.touched.has(account))),
		},
		peelChains: findings.peelChains.filter(({ start, passes }) => some([start, ...passes])),
		sensitivity: {
			...findings.sensitivity,
			moved: findings.sensitivity.moved.filter(({ person }) => people.has(person)),
		},
		yardsticks: {
			...findings.yardsticks,
			people: findings.yardsticks.people.filter(({ person }) => people.has(person)),
		},
	};
}

/** A point of the to-do list is about the people by an account, a transfer or an id of theirs. */
function isOwn(text: string, { people, accounts }: Kept): boolean {
	return people.has(text) || accounts.has(text);
}

/** What the people pay and are paid, and the links above that lead from overseas to them. */
function partFlow(flow: Findings['flow'], people: ReadonlySet<string>): Findings['flow'] {
	const own = new Set(flow.nodes.filter(({ party }) => people.has(party)).map(({ id }) => id));
	const above = new Set(own);
	for (const id of above) for (const link of flow.links) if (link.to === id) above.add(link.from);
	const links = flow.links.filter(({ from, to }) => above.has(to) || own.has(from));
	const used = new Set([...own, ...links.flatMap(({ from, to }) => [from, to])]);
	return { ...flow, nodes: flow.nodes.filter(({ id }) => used.has(id)), links };
}

/** What payments show of the people and of who pays them. */
function partHierarchy(hierarchy: Findings['hierarchy'], { people, accounts, touched }: Kept): Findings['hierarchy'] {
	const own = (unit: string) => people.has(unit) || accounts.has(unit);
	const ties = hierarchy.ties.filter(({ payer, payee }) => own(payer) || own(payee));
	const superiors = hierarchy.superiors.filter(({ unit, superior }) => own(unit) || own(superior));
	const moves = hierarchy.moves.filter(({ unit, from, to }) => own(unit) || own(from) || own(to));
	const roles = hierarchy.roles.filter(({ unit }) => own(unit));
	const differences = hierarchy.differences.filter(({ unit }) => own(unit));
	const used = new Set([
		...ties.flatMap(({ payer, payee }) => [payer, payee]),
		...superiors.flatMap(({ unit, superior }) => [unit, superior]),
		...moves.flatMap(({ unit, from, to }) => [unit, from, to]),
		...[...roles, ...differences].map(({ unit }) => unit),
	]);
	return {
		...{ ties, superiors, moves, roles, differences, agreements: hierarchy.agreements },
		units: hierarchy.units.filter((unit) => used.has(unit.id) || unit.accounts.some((account) => touched.has(account))),
		adopted: hierarchy.adopted.filter(({ person }) =>
			hierarchy.units.some((unit) => own(unit.id) && unit.label === person),
		),
	};
}

function only<Row>(rows: Iterable<Row>, keep: (row: Row, place: number) => boolean): Iterable<Row> {
	return {
		*[Symbol.iterator]() {
			let place = 0;
			for (const row of rows) if (keep(row, place++)) yield row;
		},
	};
}
