import type { CashOutResult } from '../cashouts/types.ts';
import type { Asset } from '../ledger/asset.ts';
import type { BalanceGap } from '../ledger/balances.ts';
import type { Decision } from '../ledger/decision.ts';
import type { MergeResult } from '../ledger/merge/merge.ts';
import type { Parties } from '../ledger/parties.ts';
import type { HolderProposal } from '../ledger/proposals.ts';
import type { Receipt, VanishedTransfer } from '../ledger/receipt.ts';
import type { Group, GroupJoin, GroupMember, Measure, Testimony, Victim } from '../ledger/statement.ts';
import type { Transfer } from '../ledger/transfer.ts';
import type { HierarchyComparison } from '../payroll/hierarchy/compare.ts';
import type { Hierarchy } from '../payroll/hierarchy/types.ts';
import type { LeadPay } from '../payroll/leads/lead-pay.ts';
import type { DayLeads, Judged, RateSpan } from '../payroll/types.ts';
import type { Work } from '../payroll/work.ts';
import type { BoundsResult } from '../proceeds/bounds.ts';
import type { Figure, FigureRow } from '../proceeds/types.ts';
import type { CaseLaw } from '../proceeds/yardsticks/types.ts';
import type { PeelChain } from '../tracing/peel-chains.ts';
import type { Swaps } from '../tracing/swaps.ts';
import type { ConservationRow, Policy } from '../tracing/types.ts';
import type { Findings } from './schema.ts';

/** The paying overseas account (or what the case names) and the transfers that begin its trace. */
export interface SeedGroup {
	/** The paying account: the origin that lots carry. */
	readonly origin: string;
	/** Party name, or the account where nobody is named. */
	readonly label: string;
	readonly party: string;
	/** Whether an attribution says that the payer is overseas; else the case names it as a start. */
	readonly overseas: boolean;
	/** Attribution source, or `case.yaml`. */
	readonly source: string;
	readonly transfers: readonly Transfer[];
}

/** Which figures moved when what nobody can know was taken otherwise. */
export type Sensitivity = Findings['sensitivity'];

/** What one policy made of the case. */
export interface Traced {
	readonly policy: Policy;
	readonly conservation: readonly ConservationRow[];
	/** Shares of a transfer by origin, unknown origin left out; empty where nothing of it is traced. */
	shares(transfer: string): readonly { readonly origin: string; readonly amount: bigint }[];
}

/** What stands beside the figures and is part of no total. `party` is a person's id, or '' where nobody can be told. */
export interface Beside {
	readonly testimony: readonly (Testimony & { readonly party: string })[];
	readonly measures: readonly (Measure & { readonly party: string })[];
	readonly victims: readonly Victim[];
	readonly groups: readonly Group[];
	readonly members: readonly GroupMember[];
	/** What each join of a group counts as; `caller`: id of who is credited with it, '' where nobody known is. */
	readonly joins: readonly (Pick<GroupJoin, 'group' | 'member' | 'name'> & {
		readonly outcome: string;
		readonly instant: number;
		readonly caller: string;
	})[];
}

/** Superiors and roles that payments show, beside what the case gives. Proposals: in no total until a person adopts them. */
export interface HierarchyResult {
	readonly proposed: Hierarchy;
	readonly comparison: HierarchyComparison;
	/** How each unit is called: a party's name, or what files print beside an account of nobody known. */
	readonly labels: ReadonlyMap<string, string>;
}

/** Two stretches that say different things of one movement on a chain. Both stay in the store. */
export interface LiveDisagreement {
	readonly chain: string;
	readonly transaction: string;
	readonly position: string;
	/** Ids of receipts, the one whose record counts first. */
	readonly receipts: readonly [string, string];
}

/** What was asked of chains, and what their answers are worth. */
export interface ChainFacts {
	readonly receipts: readonly Receipt[];
	readonly vanished: readonly VanishedTransfer[];
	readonly disagreements: readonly LiveDisagreement[];
}

/** All that a run derived from the evidence: what the findings are written from. Plain values, no store, no clock. */
export interface Derived {
	readonly program: string;
	readonly case: Findings['case'];
	readonly parameters: Readonly<Record<string, string>>;
	readonly foldLimit: string;
	readonly assets: ReadonlyMap<string, Asset>;
	readonly evidence: Findings['evidence'];
	readonly incomplete: Findings['incomplete'];
	readonly chains: ChainFacts;
	readonly merged: MergeResult;
	/** The merged transfers by id. */
	readonly byId: ReadonlyMap<string, Transfer>;
	readonly records: number;
	readonly parties: Parties;
	readonly balanceGaps: readonly BalanceGap[];
	/** Accounts whose own files lie in the case. */
	readonly ownAccounts: ReadonlySet<string>;
	/** Leads that were reported or joined, by the party that brought them in. */
	readonly leads: readonly DayLeads[];
	/** What call records, time sheets and checks show, by party. */
	readonly work: ReadonlyMap<string, Work>;
	/** Leads and calls against pay, a person and day each, with what backs every commission. */
	readonly leadPay: LeadPay;
	readonly beside: Beside;
	readonly hierarchy: HierarchyResult;
	/** Members who may hold an account because of what it is called. */
	readonly proposals: readonly HolderProposal[];
	readonly decisions: readonly Decision[];
	/** Yuan told of by rows of each file whose bytes are not those that were recorded: hash -> fen. */
	readonly alarmed: ReadonlyMap<string, bigint>;
	readonly seeds: readonly SeedGroup[];
	readonly services: ReadonlySet<string>;
	readonly swaps: Swaps;
	readonly peelChains: readonly PeelChain[];
	readonly cashOuts: CashOutResult;
	readonly judged: readonly Judged[];
	/** What a lead was paid with from when until when, stated or estimated. */
	readonly rates: readonly RateSpan[];
	readonly chance: { readonly unrelated: number; readonly fitting: number };
	readonly figures: readonly Figure[];
	/** Every figure with the transfers under it, made anew at each call: at a million transfers the list is long. */
	figureRows(): Iterable<FigureRow>;
	readonly reconciliation: {
		readonly inflow: bigint;
		readonly kept: bigint;
		readonly operating: bigint;
		readonly unresolved: bigint;
		readonly balances: boolean;
	};
	/** What each person's figures are at least and at most. */
	readonly bounds: BoundsResult;
	/** The rules that everybody is read against. */
	readonly law: CaseLaw;
	readonly policy: Policy;
	readonly traced: readonly Traced[];
	/** Absent where the run was not varied. */
	readonly sensitivity?: Sensitivity;
	readonly tables: Findings['tables'];
}
