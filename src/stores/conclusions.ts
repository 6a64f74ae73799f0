/**
 * What a run concluded, as rows for the nodes and links that people ask about (docs/neo4j.md, "What a run concluded").
 * Amounts are bigint in smallest units (fen where nothing else is said), instants milliseconds, days `YYYY-MM-DD` in the
 * zone of the case. The findings say the same; nothing reads these back.
 */

/** The case in one node: its zone, by which people count days, and the sums that must agree (fen). */
export interface SummaryRow {
	readonly id: 'summary';
	readonly name: string;
	/** Such as `+08:00`. */
	readonly timezone: string;
	/** Yuan that came to members from outside for the work. */
	readonly inflow: bigint;
	readonly kept: bigint;
	readonly operating: bigint;
	readonly unresolved: bigint;
	readonly transfers: number;
	readonly caption: string;
}

/** A party of the case: a person, an organisation, a service. */
export interface PartyRow {
	readonly id: string;
	readonly name: string;
	readonly nicknames: readonly string[];
	/** Identity number, its middle masked as in every report. */
	readonly identity: string;
	readonly category: string;
	/** Whether people.csv lists it. */
	readonly member: boolean;
	/** Last role; '' where none is given. */
	readonly role: string;
	readonly group: string;
	readonly superior: string;
	readonly caption: string;
}

/** The claim that a party holds an account: `HOLDS`. A withdrawn one stays, with the day and the reason. */
export interface HoldingRow {
	/** Id of the claim, what a decision names. */
	readonly id: string;
	readonly party: string;
	readonly account: string;
	readonly grade: string;
	readonly confidence: number;
	readonly source: string;
	readonly from?: number;
	readonly until?: number;
	readonly withdrawn?: string;
	readonly withdrawnWhy?: string;
	/** Place among the standing claims on the account, the firmest 0: of several in force on a day the lowest holds. */
	readonly rank?: number;
}

/** One yuan figure of a person, or the seeded coins that reached their wallets (`coins`). */
export interface FigureRow {
	readonly id: string;
	readonly party: string;
	readonly name: string;
	readonly asset: string;
	readonly value: bigint;
	readonly count: number;
	/** Of received, passed on and kept: at least and at most, where something bounds it; why not more; what is missing. */
	readonly least?: bigint;
	readonly most?: bigint;
	readonly cap?: string;
	readonly lacking?: string;
	readonly caption: string;
}

/** A threshold of law held against what is known of a person. No charge. */
export interface YardstickRow {
	readonly id: string;
	readonly party: string;
	/** Id of the rule, its document (文号), article and text in short. */
	readonly rule: string;
	readonly number: string;
	readonly article: string;
	readonly text: string;
	/** Whether somebody compared the rule with the official text. */
	readonly verified: boolean;
	readonly subject: string;
	readonly measure: string;
	/** `fen` or `count`: of the threshold and the values. */
	readonly unit: string;
	readonly threshold: bigint;
	/** Absent: the case lacks the input; of `most`: nothing bounds it. */
	readonly documented?: bigint;
	readonly inferred?: bigint;
	readonly most?: bigint;
	/** Threshold and values in one text; the codes in words. */
	readonly shown: string;
	readonly measureText: string;
	readonly reached: string;
	readonly reachedText: string;
	readonly inForce: string;
	readonly inForceText: string;
	readonly policies: readonly string[];
	readonly lacking: string;
	readonly caption: string;
}

/** A payment for the work, or one between known parties whose kind stayed open. */
export interface PayoutRow {
	/** Of the transfer. */
	readonly id: string;
	readonly payer: string;
	readonly payee: string;
	/** Roles on that day; '' where people.csv gives none. */
	readonly payerRole: string;
	readonly payeeRole: string;
	readonly at: number;
	readonly day: string;
	readonly kind: string;
	readonly certainty: string;
	readonly grade: string;
	readonly basis: readonly string[];
	readonly reason: string;
	readonly reasonText: string;
	readonly amount: bigint;
	readonly wage: bigint;
	readonly commission: bigint;
	readonly bonus: bigint;
	readonly rounding: bigint;
	readonly leads?: number;
	readonly rate?: bigint;
	/** How many readings of the amount fit. */
	readonly readings: number;
	/** Whether a report names the leads of its commission: exact, differs, none. Absent: it holds no commission. */
	readonly backing?: string;
	readonly caption: string;
}

/** Coins that left a party, matched to yuan that came in: proposed, or accepted. */
export interface CashOutRow {
	readonly id: string;
	/** Whose coins; `payee`: whose yuan, where that is another. */
	readonly party: string;
	readonly payee?: string;
	readonly side: string;
	readonly pairing: string;
	readonly coins: readonly string[];
	readonly yuan: readonly string[];
	readonly asset: string;
	readonly quantity: bigint;
	readonly amount: bigint;
	readonly rate: string;
	readonly coinAt: number;
	readonly yuanAt: number;
	/** The earlier of the two days: when it counts. */
	readonly day: string;
	readonly grade: string;
	readonly status: string;
	readonly score: number;
	/** Ids, best first, and their scores in the same order. */
	readonly rivals: readonly string[];
	readonly rivalScores: readonly number[];
	readonly chance: number;
	readonly why: string;
	/** Where its rates come from: the case, orders, or its own certain matches. */
	readonly bandBasis?: string;
	/** Numbers of the orders that state it. */
	readonly orders: readonly string[];
	/** What would overturn it, in words. */
	readonly overturned: readonly string[];
	readonly caption: string;
}

/** What was paid for a lead from one day until another: the lowest and the highest that explain the payments. */
export interface LeadRateRow {
	readonly id: string;
	readonly party: string;
	readonly payer: string;
	readonly group: string;
	readonly from: string;
	readonly until: string;
	readonly lowest: bigint;
	readonly highest: bigint;
	readonly stated: boolean;
	readonly payouts: number;
	readonly caption: string;
}

/** People brought into a lead group on a day. */
export interface LeadRow {
	readonly id: string;
	/** The payout whose commission it is behind, where it is behind one. */
	readonly payout?: string;
	/** Absent where the caller is nobody known. */
	readonly party?: string;
	readonly caller: string;
	readonly day: string;
	readonly count: number;
	readonly basis: string;
	readonly caption: string;
}

/** What one overseas payer, or another start that the case names, paid in one asset. */
export interface SeedRow {
	readonly id: string;
	/** The paying account. */
	readonly origin: string;
	readonly label: string;
	readonly asset: string;
	readonly amount: bigint;
	readonly count: number;
	readonly first: number;
	readonly last: number;
	readonly source: string;
	readonly caption: string;
}

/** What a file or a chain did not fully give. */
export interface GapRow {
	readonly id: string;
	readonly code: string;
	readonly file: string;
	readonly account: string;
	readonly text: string;
	readonly caption: string;
}

export interface AssetRow {
	readonly id: string;
	readonly symbol: string;
	readonly decimals: number;
	readonly caption: string;
}

/** What a person should do next. */
export interface TodoRow {
	/** Its place in the list, the most at stake first. */
	readonly id: string;
	/** The point's own id, which a decision may name. */
	readonly point: string;
	readonly position: number;
	readonly code: string;
	readonly subject: string;
	readonly text: string;
	/** Fen; 0 where it cannot be said. */
	readonly stake: bigint;
	readonly caption: string;
}

/** What call records, time sheets and checks show of a member. */
export interface WorkRow {
	readonly id: string;
	readonly party: string;
	readonly calls: number;
	readonly answered: number;
	/** Calls of at least the seconds that case.yaml names. */
	readonly long: number;
	readonly numbers: number;
	readonly days: number;
	readonly minutes: number;
	readonly shortDays: number;
	readonly checked: number;
	readonly checksMade: number;
	readonly caption: string;
}

/** What somebody said on record: in no total. */
export interface TestimonyRow {
	readonly id: string;
	/** Absent where the name tells nobody. */
	readonly party?: string;
	readonly person: string;
	readonly document: string;
	readonly page: string;
	readonly claim: string;
	/** Fen. */
	readonly amount?: bigint;
	readonly day: string;
	readonly disputes: boolean;
	readonly about: string;
	readonly file: string;
	readonly caption: string;
}

/** Frozen, seized, surrendered, paid back: beside the figures, netted with nothing. */
export interface MeasureRow {
	readonly id: string;
	readonly party?: string;
	readonly person: string;
	readonly kind: string;
	readonly account: string;
	readonly asset: string;
	readonly amount?: bigint;
	readonly document: string;
	readonly authority: string;
	readonly from?: number;
	readonly until?: number;
	readonly file: string;
	readonly caption: string;
}

/** A chat group, and how many came into it, by what a join counts as. */
export interface GroupRow {
	readonly id: string;
	readonly name: string;
	readonly purpose: string;
	readonly members: number;
	readonly leads: number;
	/** Joins of staff, shills, people counted already, and into groups that are no lead groups. */
	readonly otherJoins: number;
	readonly caption: string;
}

/** How completely a chain showed one history of an account. */
export interface HistoryRow {
	readonly id: string;
	readonly account: string;
	readonly chain: string;
	/** `tokens`, `coins`, `internal`. */
	readonly history: string;
	/** Asked for; none: all, or the history has none. */
	readonly tokens: readonly string[];
	readonly state: string;
	/** Why it is not whole: codes, and what the interface said. */
	readonly outcomes: readonly string[];
	readonly reasons: readonly string[];
	/** Instants of what was answered in full. */
	readonly from?: number;
	readonly until?: number;
	readonly receipts: number;
	readonly records: number;
	/** Some of it may still vanish. */
	readonly provisional: boolean;
	readonly endpoints: readonly string[];
	/** When it was asked last. */
	readonly asked: number;
	readonly caption: string;
}

/** A role, or a superior, that payments alone propose for a party or an account of nobody known: in no total. */
export interface ProposalRow {
	readonly id: string;
	readonly kind: 'role' | 'superior';
	/** Party id or account. */
	readonly unit: string;
	readonly name: string;
	/** '' of a superior. */
	readonly role: string;
	/** Name, and party id or account; '' of a role. */
	readonly superior: string;
	readonly above: string;
	readonly from: number;
	readonly until: number;
	readonly confidence: number;
	readonly status: string;
	readonly reasons: readonly string[];
	readonly transfers: number;
	/** Whether people.csv gives the unit a role, and whether what is given differs. */
	readonly listed: boolean;
	readonly differs: boolean;
	readonly caption: string;
}

/** The rows of each kind. */
export interface Conclusions {
	readonly summary: SummaryRow;
	readonly party: PartyRow;
	readonly asset: AssetRow;
	readonly holding: HoldingRow;
	readonly figure: FigureRow;
	readonly yardstick: YardstickRow;
	readonly seed: SeedRow;
	readonly payout: PayoutRow;
	readonly 'cash-out': CashOutRow;
	readonly lead: LeadRow;
	readonly 'lead-rate': LeadRateRow;
	readonly work: WorkRow;
	readonly testimony: TestimonyRow;
	readonly measure: MeasureRow;
	readonly group: GroupRow;
	readonly proposal: ProposalRow;
	readonly history: HistoryRow;
	readonly gap: GapRow;
	readonly todo: TodoRow;
}

export type ConclusionKind = keyof Conclusions;

/** All that a run concluded. */
export type AllConclusions = { readonly [Kind in ConclusionKind]: readonly Conclusions[Kind][] };

/** Every kind in the order of writing: what a row points to comes before it. */
const CONCLUSION_KINDS: readonly ConclusionKind[] = [
	'summary',
	'party',
	'asset',
	'holding',
	'figure',
	'yardstick',
	'seed',
	'payout',
	'cash-out',
	'lead',
	'lead-rate',
	'work',
	'testimony',
	'measure',
	'group',
	'proposal',
	'history',
	'gap',
	'todo',
];

/** What takes conclusions: a run's writer. */
export interface ConclusionWriter {
	conclude<Kind extends ConclusionKind>(kind: Kind, rows: readonly Conclusions[Kind][]): Promise<void>;
}

/** Writes every kind, after the transfers. */
export async function concludeAll(writer: ConclusionWriter, concluded: AllConclusions): Promise<void> {
	for (const kind of CONCLUSION_KINDS) await writer.conclude(kind, concluded[kind]);
}
