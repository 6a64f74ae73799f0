import type { Reason } from '../../payroll/types.ts';
import type { MeasureName } from './measures.ts';

/** A threshold that a rule of law names, as a dated record. Texts are quoted; the program draws no conclusion from them. */
export interface LawRule {
	/** Stable: a case replaces a rule by its id. */
	readonly id: string;
	/** What it measures off: versions of one threshold in several documents share it. */
	readonly yardstick: string;
	/** Which field of law the document is about. */
	readonly subject: string;
	readonly title: string;
	/** 文号. */
	readonly number: string;
	readonly article: string;
	readonly text: string;
	readonly english: string;
	/** Where the text was seen. */
	readonly source: string;
	/** Whether somebody compared it with the official text. */
	readonly verified: boolean;
	/** First and last day in force, `YYYY-MM-DD`; no last day: in force. */
	readonly from: string;
	readonly until?: string;
	/** The document gives a span within which each province sets the threshold: its lowest and highest, a rule each. */
	readonly band?: 'lowest' | 'highest';
	/** All of these must be reached. Of several measures of one condition each is read by itself. */
	readonly conditions: readonly { readonly measures: readonly MeasureName[]; readonly least: bigint }[];
	/** What the rule asks for besides, which no figure shows. */
	readonly also: readonly Quoted[];
	/** What is not sure of the record itself. */
	readonly notes: readonly Quoted[];
}

interface Quoted {
	readonly text: string;
	readonly english: string;
}

/** The rules that a case is read against. */
export interface CaseLaw {
	/** `YYYY-MM-DD`; absent: the rules without a last day. */
	readonly judgmentDay?: string;
	/** The day up to which somebody kept the records. */
	readonly asOf: string;
	/** In the order of every report. */
	readonly rules: readonly LawRule[];
}

/** A value that thresholds are held against: fen or a count, by how sure it is. */
export interface Measured {
	readonly name: MeasureName;
	/** On documented rows. Absent: the case lacks the input. */
	readonly documented?: bigint;
	/** With inferred or disputed rows besides. */
	readonly inferred?: bigint;
	/** At most. Absent: nothing bounds it. */
	readonly most?: bigint;
	/** By each policy, where it depends on one: a rule of presumption (推定规则). */
	readonly policies?: Readonly<Record<string, bigint>>;
	/** Why it is not more certain: rows that are not, inputs that are missing. */
	readonly missing: readonly Reason[];
}

/**
 * `documented`: on documented rows. `inferred`: only with inferred or disputed rows. `at-most`: only by the upper bound.
 * `open`: not by rows, and nothing bounds it. `no`. `unknown`: the case lacks the input.
 */
export const REACHED = ['documented', 'inferred', 'at-most', 'open', 'no', 'unknown'] as const;
export type Reached = (typeof REACHED)[number];

/**
 * When a rule was in force: at the acts, at the judgment, both, or between the two. `undated`: the acts have no days, or
 * none on the side of the rule.
 */
export const IN_FORCE = ['both', 'act', 'judgment', 'between', 'undated'] as const;
export type InForce = (typeof IN_FORCE)[number];

export interface Answer {
	readonly rule: string;
	/** That of the first condition which is read. */
	readonly measure: MeasureName;
	readonly inForce: InForce;
	readonly reached: Reached;
	/** Policies under which the value reaches the threshold, where it depends on them. */
	readonly policies?: readonly string[];
}

/** Days on which somebody took part, `YYYY-MM-DD`, by whatever shows or claims it. */
export interface ActDays {
	readonly from?: string;
	readonly until?: string;
}
