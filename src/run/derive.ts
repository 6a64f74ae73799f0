import { matchCashOuts } from '../cashouts/match.ts';
import { type CashOutResult, isSettled } from '../cashouts/types.ts';
import { chainGaps, chainsOf } from '../findings/chains.ts';
import type { ChainFacts, Derived } from '../findings/input.ts';
import { ownersOf } from '../findings/merging.ts';
import type { Findings } from '../findings/schema.ts';
import { type AccountId, vagueness } from '../ledger/account.ts';
import { readBalances } from '../ledger/balances.ts';
import type { Decision } from '../ledger/decision.ts';
import { type MergeResult, mergeRecords } from '../ledger/merge/merge.ts';
import { gatherParties } from '../ledger/parties.ts';
import { proposeHolders } from '../ledger/proposals.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import type { Call, Lead } from '../ledger/statement.ts';
import { chance } from '../payroll/chance.ts';
import { judge } from '../payroll/judge.ts';
import { figureRows, proceeds } from '../proceeds/proceeds.ts';
import { buildGraph } from '../tracing/graph.ts';
import { findPeelChains } from '../tracing/peel-chains.ts';
import { reversedTies } from '../tracing/reversed.ts';
import { POLICIES, type TraceTerms } from '../tracing/types.ts';
import { actedTransfers } from './acted.ts';
import { withAdopted } from './adopted.ts';
import { alarmedFiles } from './alarmed-files.ts';
import { besideOf, joinsOf, type StatementsByKind, workByParty } from './beside.ts';
import { caseBounds } from './bounds.ts';
import { carryOver } from './carry-over.ts';
import { incompleteOf } from './evidence-rows.ts';
import { hierarchyOf } from './hierarchy.ts';
import { leadPayOf } from './lead-pay.ts';
import { allLeads, leadStatements, leadsByDay } from './leads.ts';
import { cashOutLegs, partyOrders } from './legs.ts';
import { findSeeds } from './seeds.ts';
import { servicesOf } from './services.ts';
import { defined, type Settings } from './settings.ts';
import { caseSwaps, notSwapped } from './swaps.ts';
import { flowsOf, termsOf, traceCase } from './trace-case.ts';
import { standingMerges, withoutRejected } from './withdrawn.ts';

/** What the store holds of a case: the statements that everything is derived from. */
export interface CaseStatements {
	readonly records: readonly LedgerRecord[];
	/** Without their raw rows. */
	readonly calls: readonly Call[];
	readonly said: StatementsByKind;
	readonly decisions: readonly Decision[];
	readonly evidence: Findings['evidence'];
	/** What a run finds out about chains beside the receipts, which are statements. */
	readonly chains: Omit<ChainFacts, 'receipts'>;
}

/** All that is derived, and the terms of the trace, which later questions ask again. */
export interface Derivation {
	readonly derived: Omit<Derived, 'tables'>;
	readonly terms: TraceTerms;
	/** Every lead, reported or by joins, those of nobody known among them. */
	readonly leads: readonly Lead[];
}

/** What is taken otherwise than the evidence shows it, to see what hangs on it (see vary.ts). */
export interface Varied {
	/** The order inside every tie group turned round. */
	readonly tiesReversed?: boolean;
	/** Opening balances that the evidence prints taken as unknown. */
	readonly openingsUnknown?: boolean;
}

/** Called at the start of each step, with its name, for progress and timings. */
export type Step = (name: string) => Promise<void>;

/**
 * From statements to everything the findings say: merge, name parties, match cash-outs, trace, judge payouts, sum
 * proceeds. Reads no store and no clock: the same statements and settings give the same result.
 */
export async function derive(
	told: CaseStatements,
	settings: Settings,
	program: string,
	step: Step,
	varied: Varied = {},
): Promise<Derivation> {
	const { records, calls, said, decisions, evidence } = told;
	const { offsetMinutes } = settings;
	const chains = { ...told.chains, receipts: said.receipts };
	await step('merge');
	const merged = mergeRecords({ records, assets: settings.assets, decisions: standingMerges(decisions) });
	const claims = withAdopted(said, decisions, offsetMinutes);
	const parties = gatherParties(
		claims.spells,
		carryOver(withoutRejected(claims.attributions, decisions), ownersOf(merged.owners)),
	);
	const seeds = findSeeds(merged.transfers, parties, settings.seeds);
	const work = workByParty(calls, said, parties, { ...settings.work, offsetMinutes });
	await step('hierarchy');
	const hierarchy = hierarchyOf({ transfers: merged.transfers, parties, seeds, calls, work, offsetMinutes });
	const balances = readBalances(records);
	const accounts = accountsIn(merged);
	await step('cash-outs');
	const orders = partyOrders(said.orders, parties);
	const services = settings.trace.servicesEndBranches ? servicesOf(parties, accounts) : new Set<string>();
	const flows = [...flowsOf(merged.transfers)];
	const swaps = caseSwaps(flows, parties, services);
	const legs = notSwapped(cashOutLegs(merged.transfers, parties, settings.assets, orders), swaps);
	const cashOuts = matchCashOuts(legs.coins, legs.yuan, settings.cashOuts, decisions, orders);
	await step('trace');
	const openings = varied.openingsUnknown ? new Map<string, bigint>() : balances.openings;
	const terms = termsOf({ seeds, services, cashOuts, swaps: swaps.swaps, openings });
	const graph = buildGraph(varied.tiesReversed ? reversedTies(flows) : flows);
	const traced = traceCase(graph, terms, POLICIES);
	await step('payroll');
	const acted = actedTransfers(merged.transfers, parties, seeds, yuanLegs(cashOuts), decisions);
	const joins = joinsOf(said, parties);
	const every = allLeads(said.leads, joins, offsetMinutes);
	const statements = leadStatements(every, parties, offsetMinutes);
	const leads = leadsByDay(statements);
	const { judged, rates } = judge(acted, leads, settings.pay, offsetMinutes);
	const members = [...parties.all.values()].filter((p) => p.spells.length > 0).map((p) => p.id);
	const actedById = new Map(acted.map((one) => [one.transfer.id, one]));
	const { figures, reconciliation } = proceeds(judged, actedById, members);
	const facts = {
		records,
		evidence,
		merged,
		parties,
		judged,
		cashOuts,
		leads,
		gaps: balances.gaps,
		chains,
	};
	const bounds = caseBounds({ ...facts, acted: actedById, coins: legs.coins }, settings);
	const derived = {
		program,
		case: caseOf(settings),
		parameters: settings.parameters,
		foldLimit: `fold_above=${settings.foldAbove}`,
		assets: usedAssets(merged, settings),
		evidence,
		incomplete: [
			...incompleteOf(evidence),
			...chainGaps(chainsOf(chains), offsetMinutes),
			...cashOuts.limits.map(({ code, facts }) => ({ code, facts: { ...facts } })),
		],
		chains,
		merged,
		byId: new Map(merged.transfers.map((t) => [t.id, t])),
		records: records.length,
		parties,
		balanceGaps: balances.gaps,
		decisions,
		alarmed: alarmedFiles(evidence, records),
		ownAccounts: ownAccounts(records, merged),
		leads,
		work,
		hierarchy,
		leadPay: leadPayOf({ judged, acted: actedById, statements, work, parties, settings }),
		beside: besideOf(said, joins, parties),
		proposals: proposeHolders(said.aliases, accounts, parties),
		seeds,
		services,
		swaps,
		// A leader who passes most of a sum of yuan on peels nothing.
		peelChains: findPeelChains(graph, services).filter(({ asset }) => asset !== 'CNY'),
		cashOuts,
		judged,
		rates,
		chance: chance(acted, settings.pay, offsetMinutes),
		figures,
		figureRows: () => figureRows(judged, actedById, members),
		reconciliation,
		bounds,
		law: settings.law,
		policy: settings.trace.policy,
		traced,
	};
	return { derived, terms, leads: every };
}

function caseOf(settings: Settings): Findings['case'] {
	return {
		name: settings.name,
		language: settings.language,
		offsetMinutes: settings.offsetMinutes,
		...defined('from', settings.from),
		...defined('until', settings.until),
		maker: settings.maker,
		reviewer: settings.reviewer,
	};
}

function yuanLegs(cashOuts: CashOutResult): Map<string, string> {
	return new Map(cashOuts.cashOuts.filter(isSettled).flatMap((c) => c.yuan.map((id) => [id, c.id] as const)));
}

function accountsIn({ transfers }: MergeResult): Set<AccountId> {
	return new Set(transfers.flatMap(({ from, to }) => [from, to]));
}

function usedAssets(merged: MergeResult, settings: Settings): Derived['assets'] {
	const used = new Set(merged.transfers.map((t) => t.asset));
	return new Map([...settings.assets].filter(([id]) => used.has(id)));
}

/** Accounts whose own rows lie in the case; bills without account by the account that order numbers gave them. */
function ownAccounts(records: readonly LedgerRecord[], merged: MergeResult): Set<string> {
	const owners = new Map(merged.owners.map((o) => [o.bill, o.account]));
	const own = new Set<string>();
	for (const record of records) {
		if (record.own === 'neither') continue;
		const account = record.own === 'from' ? record.from.account : record.to.account;
		own.add(owners.get(account) ?? account);
	}
	return new Set([...own].filter((account) => vagueness(account) < 3));
}
