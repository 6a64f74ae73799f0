/**
 * What the page carries: three blocks of JSON inside the file, written here and read by `src/page`. Text is what a reader may
 * see (steering characters shown, words of the case's language filled in); amounts are whole numbers of smallest units, as
 * text beyond 2^53.
 */

/** Words of the page itself, see words-page-zh.ts. */
export type { PageWords } from '../words-page-zh.ts';

/** A whole number of smallest units. */
export type Units = number | string;

/** Place of a text in `PageRows.texts`, of a row in the columns, and so on; -1: none. */
export type Place = number;

/** Read first and shown at once. */
export interface PageCase {
	readonly language: 'zh' | 'en';
	readonly offsetMinutes: number;
	readonly title: string;
	/** For whom, which part, the run: what every printed sheet says. */
	readonly marks: readonly (readonly [label: string, value: string])[];
	/** Every text of the page itself; `{n}` stands for what is filled in. */
	readonly words: Readonly<Record<string, string>>;
	/** Words for the codes of rows. */
	readonly codes: Readonly<Record<CodeTable, Readonly<Record<string, string>>>>;
	readonly assets: readonly { readonly id: string; readonly name: string; readonly decimals: number }[];
	readonly totals: readonly { readonly label: string; readonly yuan: Units; readonly about: string }[];
	readonly people: readonly PagePerson[];
	readonly seeds: readonly PageSeed[];
	readonly files: readonly PageFile[];
	readonly cashOuts: readonly PageCashOut[];
	/** What is incomplete, and what a reader should know of the method. */
	readonly incomplete: readonly string[];
	readonly yardstickHeads: readonly string[];
	/** What each threshold is, and what it says. */
	readonly rules: readonly (readonly [title: string, text: string])[];
	readonly method: readonly string[];
	readonly parameters: readonly (readonly [key: string, value: string])[];
	/** The policy by which the case is traced unless a reader asks otherwise. */
	readonly policy: string;
}

export type CodeTable =
	| 'kinds'
	| 'certainties'
	| 'grades'
	| 'rules'
	| 'media'
	| 'policies'
	| 'exclusions'
	| 'networks'
	| 'roles'
	| 'figures'
	| 'backings';

export interface PagePerson {
	readonly id: string;
	readonly name: string;
	readonly nicknames: readonly string[];
	readonly identity: string;
	readonly role: string;
	readonly group: string;
	readonly superior: string;
	readonly province: string;
	readonly office: string;
	readonly batch: string;
	readonly spells: readonly string[];
	readonly accounts: readonly {
		readonly account: string;
		readonly grade: string;
		/** Code: what a path through it can be worth at most. */
		readonly asLink: string;
		readonly source: string;
		readonly withdrawn: boolean;
	}[];
	/** In the order in which they are shown; those that are nothing left out, save the first three. */
	readonly figures: readonly {
		readonly id: string;
		readonly name: string;
		readonly value: Units;
		readonly count: number;
	}[];
	readonly coins: readonly { readonly asset: string; readonly received: Units }[];
	readonly bounds: readonly {
		readonly figure: string;
		readonly least?: Units;
		readonly most?: Units;
		readonly cap: string;
		readonly lacks: readonly string[];
	}[];
	/** What was received, traced to seeds, policy by policy. */
	readonly traced: readonly {
		readonly policy: string;
		readonly asset: string;
		readonly value: Units;
		readonly percent: string;
	}[];
	/** Whatever else is known of them, sentence by sentence. */
	readonly facts: readonly (readonly [label: string, value: string])[];
	readonly beside: readonly (readonly [label: string, value: string])[];
	/** Thresholds of law: a place in `PageCase.rules`, whether anything reaches it, and the cells of `PageCase.yardstickHeads`. */
	readonly yardsticks: readonly (readonly [rule: Place, reached: boolean, ...cells: string[]])[];
}

export interface PageSeed {
	readonly origin: string;
	readonly label: string;
	readonly source: string;
	readonly asset: string;
	readonly amount: Units;
	readonly count: number;
	readonly span: string;
}

export interface PageFile {
	readonly path: string;
	readonly hash: string;
	readonly what: string;
	readonly rows: number;
	readonly state: string;
	readonly item: string;
}

export interface PageCashOut {
	readonly id: string;
	readonly grade: string;
	readonly about: string;
}

/** Every transfer, in the order of tracing, as columns. */
export interface PageRows {
	/** Every text that stands in more than one row. */
	readonly texts: readonly string[];
	readonly ids: readonly string[];
	/** Milliseconds since the row before. */
	readonly time: readonly number[];
	/** Places of texts. */
	readonly from: readonly Place[];
	readonly card: readonly Place[];
	readonly to: readonly Place[];
	readonly payer: readonly Place[];
	readonly payee: readonly Place[];
	readonly memo: readonly Place[];
	readonly transaction: readonly Place[];
	/** Of the medium, the kind, the certainty, the exclusion, the grade, the rule. */
	readonly codes: readonly (readonly Place[])[];
	/** Places of people. */
	readonly payerId: readonly Place[];
	readonly payeeId: readonly Place[];
	/** Place in `PageCase.assets`. */
	readonly asset: readonly Place[];
	readonly amount: readonly Units[];
	readonly order: readonly string[];
	/** Rows that share their instant with others without evidence of order. */
	readonly tied: readonly Place[];
	/** How many places of evidence each has; then those, one after the other: file, sheet, row (as text, or a number). */
	readonly evidenceCount: readonly number[];
	readonly evidenceFile: readonly Place[];
	readonly evidenceSheet: readonly Place[];
	readonly evidenceRow: readonly (number | string)[];
	/** Paths by place, with the SHA-256 of the file. */
	readonly paths: readonly (readonly [path: Place, hash: string])[];
}

/** What is known of some transfers, and on which transfers figures rest. */
export interface PageUnder {
	/** Figure id -> rows, and what of each counts; negative where it is subtracted. */
	readonly figures: Readonly<Record<string, { readonly rows: readonly Place[]; readonly amounts: readonly Units[] }>>;
	/** Pay and what may be: places of rows, and beside them the sentences and the parts of the amount. */
	readonly paid: readonly Place[];
	readonly why: readonly Place[];
	readonly parts: readonly Place[];
	readonly texts: readonly string[];
	readonly terms: {
		/** Their place is the order in which the trace breaks ties. */
		readonly origins: readonly string[];
		readonly seeds: readonly (readonly [row: Place, origin: Place])[];
		/** Places of accounts among the texts of the rows. */
		readonly services: readonly Place[];
		readonly conversions: readonly (readonly [id: string, gives: readonly Place[], gets: readonly Place[]])[];
		readonly openings: readonly (readonly [account: Place, asset: Place, amount: Units])[];
		/** Seeds and conversions that name transfers which are not among the rows. */
		readonly missing: number;
	};
}
