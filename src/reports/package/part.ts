import type { Custody } from '../custody/types.ts';
import type { PersonWay } from '../person-way.ts';
import type { Pieces, ReportInput } from '../report.ts';

/**
 * What may be read by whom: `internal` shows everything, `court` masks identity numbers, cards, phones and victims,
 * `public` masks accounts too.
 */
export type Level = 'internal' | 'court' | 'public';

/** For whom a package is made, as its front page says. */
export interface Cover {
	readonly level: Level;
	/** Whether names are shown in full. */
	readonly names: 'full' | 'masked';
	/** Set where the package is a part of the case: what was chosen, in words, and the people in it. */
	readonly part?: { readonly title: string; readonly people: ReadonlySet<string> };
	/** Name of the run that it was drawn from: `run-<hash of the findings>`. */
	readonly run: string;
}

/** A figure and a transfer that it rests on; `sign` -1 where the transfer is subtracted (kept). */
export interface FigureTransfer {
	readonly figure: string;
	readonly transfer: string;
	readonly amount: bigint;
	readonly sign: 1 | -1;
}

/**
 * The terms of the trace as a package tells them. Accounts and origins are masked where rows are, each the same everywhere;
 * `origins` keep the order of their true ids, by which the trace breaks ties: masking moves no figure.
 */
export interface ToldTerms {
	/** Paying accounts of the seed groups. */
	readonly origins: readonly string[];
	/** Transfer id, and the place of its origin in `origins`. */
	readonly seeds: readonly (readonly [transfer: string, origin: number])[];
	/** Accounts that end a branch. */
	readonly services: readonly string[];
	/** Cash-outs, coins bought and swaps, as transfer ids: what left, what came for it. */
	readonly conversions: readonly {
		readonly id: string;
		readonly gives: readonly string[];
		readonly gets: readonly string[];
	}[];
	/** Opening balances that the evidence prints, in smallest units. */
	readonly openings: readonly { readonly account: string; readonly asset: string; readonly amount: bigint }[];
}

/** A document in Typst: all that the compiler reads. Same source, same bytes. */
export interface TypstSource {
	readonly main: string;
	/** Name -> content. */
	readonly files: readonly (readonly [string, string])[];
	readonly fonts: readonly Uint8Array[];
}

/** What ships with the program and is put into documents, read when it is asked for. */
export interface Assets {
	/** TrueType, Simplified Chinese and Latin. */
	font(weight: 'regular' | 'bold'): Promise<Uint8Array>;
	/** The script of the page, bundled. */
	pageScript(): Promise<string>;
	/** The PDF of a document. @throws Error with the compiler's words */
	pdf(source: TypstSource): Promise<Uint8Array>;
}

/** All that a package is drawn from, masked already where the cover says so. Iterables can be read again and again. */
export interface PackageInput extends ReportInput {
	readonly cover: Cover;
	readonly figureTransfers: Iterable<FigureTransfer>;
	/** One for each person who was paid. */
	readonly ways: Iterable<PersonWay>;
	/** The terms of the trace, for the page, which traces by the same code. */
	readonly terms: ToldTerms;
	readonly assets: Assets;
	readonly custody: Custody;
}

export interface PackageFile {
	/** Within the package, `/` between folders. */
	readonly path: string;
	content(): Pieces;
}

/**
 * A part of the package. Pure: input in, bytes out, no clock, no files; same input, same bytes. Adding one: a file here,
 * a line in `list.ts`.
 */
export interface PackagePart {
	/** Kebab-case, stable: what `--only` calls it. */
	readonly id: string;
	/** Made in another process for the most part: the next parts are drawn meanwhile. */
	readonly apart?: true;
	files(input: PackageInput): Iterable<PackageFile>;
}
