import { matchOneToOne } from '../cashouts/match.ts';
import type { CashOutResult } from '../cashouts/types.ts';
import type { Derived } from '../findings/input.ts';
import type { Findings } from '../findings/schema.ts';
import { CLEARING_ACCOUNTS, TENPAY_FEE, vagueness } from '../ledger/account.ts';
import type { Attribution } from '../ledger/attribution.ts';
import { readBalances } from '../ledger/balances.ts';
import type { Decision } from '../ledger/decision.ts';
import { type MergeResult, mergeRecords } from '../ledger/merge/merge.ts';
import { gatherParties, type Parties } from '../ledger/parties.ts';
import type { Spell } from '../ledger/person.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import type { Lead } from '../ledger/statement.ts';
import { chance } from '../payroll/chance.ts';
import { judge } from '../payroll/judge.ts';
import { figureRows, proceeds } from '../proceeds/proceeds.ts';
import { POLICIES, type TraceTerms } from '../tracing/types.ts';
import { actedTransfers } from './acted.ts';
import { incompleteOf } from './evidence-rows.ts';
import { leadsByParty } from './leads.ts';
import { cashOutLegs } from './legs.ts';
import { findSeeds } from './seeds.ts';
import { defined, type Settings } from './settings.ts';
import { termsOf, traceCase } from './trace-case.ts';
import { standingSplits, withoutRejected } from './withdrawn.ts';

/** What the store holds of a case: the statements that everything is derived from. */
export interface CaseStatements {
	readonly records: readonly LedgerRecord[];
	readonly attributions: readonly Attribution[];
	readonly spells: readonly Spell[];
	readonly leads: readonly Lead[];
	readonly decisions: readonly Decision[];
	readonly evidence: Findings['evidence'];
}

/** All that is derived, and the terms of the trace, which later questions ask again. */
export interface Derivation {
	readonly derived: Omit<Derived, 'tables'>;
	readonly terms: TraceTerms;
}

/** Called at the start of each step, with its name, for progress and timings. */
export type Step = (name: string) => Promise<void>;

/**
 * From statements to everything the findings say: merge, name parties, match cash-outs, trace, judge payouts, sum
 * proceeds. Reads no store and no clock: the same statements and settings give the same result.
 */
export async function derive(
	statements: CaseStatements,
	settings: Settings,
	program: string,
	step: Step,
): Promise<Derivation> {
	const { records, decisions, evidence } = statements;
	await step('merge');
	const merged = mergeRecords({ records, assets: settings.assets, decisions: standingSplits(decisions) });
	const parties = gatherParties(statements.spells, withoutRejected(statements.attributions, decisions));
	const balances = readBalances(records);
	await step('cash-outs');
	const seeds = findSeeds(merged.transfers, parties, settings.seeds);
	const legs = cashOutLegs(merged.transfers, parties, settings.assets);
	const cashOuts = matchOneToOne(legs.coins, legs.yuan, settings.cashOuts, decisions);
	await step('trace');
	const services = settings.trace.servicesEndBranches ? servicesOf(parties) : new Set<string>();
	const terms = termsOf({ seeds, services, cashOuts, openings: balances.openings });
	const traced = traceCase(merged.transfers, terms, POLICIES);
	await step('payroll');
	const acted = actedTransfers(merged.transfers, parties, seeds, yuanLegs(cashOuts), decisions);
	const leads = leadsByParty(statements.leads, parties, settings.offsetMinutes);
	const judged = judge(acted, leads, settings.pay, settings.offsetMinutes);
	const members = [...parties.all.values()].filter((p) => p.spells.length > 0).map((p) => p.id);
	const actedById = new Map(acted.map((one) => [one.transfer.id, one]));
	const { figures, reconciliation } = proceeds(judged, actedById, members);
	const derived = {
		program,
		case: caseOf(settings),
		parameters: settings.parameters,
		foldLimit: `fold_above=${settings.foldAbove}`,
		assets: usedAssets(merged, settings),
		evidence,
		incomplete: incompleteOf(evidence),
		merged,
		byId: new Map(merged.transfers.map((t) => [t.id, t])),
		records: records.length,
		parties,
		balanceGaps: balances.gaps,
		ownAccounts: ownAccounts(records, merged),
		leads,
		seeds,
		services,
		cashOuts,
		judged,
		chance: chance(acted, settings.pay, settings.offsetMinutes),
		figures,
		figureRows: () => figureRows(judged, actedById, members),
		reconciliation,
		policy: settings.trace.policy,
		traced,
	};
	return { derived, terms };
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

/** Accounts that pool many people's money: labelled services and merchants, and the pools of payment firms. */
function servicesOf(parties: Parties): Set<string> {
	const services = new Set<string>([...CLEARING_ACCOUNTS, TENPAY_FEE]);
	for (const party of parties.all.values()) {
		if (party.category !== 'service' && party.category !== 'merchant') continue;
		for (const { account, withdrawn } of party.attributions) if (!withdrawn) services.add(account);
	}
	return services;
}

function yuanLegs(cashOuts: CashOutResult): Map<string, string> {
	const settled = cashOuts.cashOuts.filter((c) => c.status === 'accepted' || c.status === 'confirmed');
	return new Map(settled.map((c) => [c.yuan, c.id]));
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
