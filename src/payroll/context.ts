import type { Dealings } from './dealings.ts';
import type { Explanation } from './explanation.ts';
import type { Memo } from './memo.ts';
import type { Direction } from './relation.ts';
import type { Reports } from './reports.ts';
import type { TermBook, Terms } from './terms.ts';
import type { ActedTransfer, PayRules } from './types.ts';
import type { Verdict } from './verdict.ts';

/** A transfer and what every rule asks about it. */
export interface Question {
	readonly acted: ActedTransfer;
	readonly memo: Memo;
	readonly direction: Direction;
}

/** What the rules judge by. `dealings` holds what came before the transfer in question. */
export interface Context {
	readonly rules: PayRules;
	readonly terms: TermBook;
	readonly reports: Reports;
	readonly dealings: Dealings;
	/** How many payouts could claim the lead report of a key. */
	readonly claims: ReadonlyMap<string, number>;
	/** Explanations by terms and amount alone, as they are found. */
	readonly plain: Map<Terms, Map<bigint, Explanation>>;
}

/** One step of the order of precedence: a verdict, or undefined to leave it to the next. */
export type Rule = (question: Question, context: Context) => Verdict | undefined;
