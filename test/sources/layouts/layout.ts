/** Money as a test draws it, and how a layout writes it down: each renderer is made from the layout's description alone. */
import type { Hints } from '../../../src/sources/contract.ts';

/** One movement of money, seen from the owner of a file. */
export interface Movement {
	/** Milliseconds, a whole second. */
	readonly instant: number;
	readonly out: boolean;
	/** Smallest units, above 0. */
	readonly units: bigint;
	/** 28 digits, in no other movement of the file. */
	readonly order: string;
	/** Of the other side: with commas, quotes, TABs, emoji. */
	readonly name: string;
	/** Which of the other sides it is, 0 to 3. */
	readonly peer: number;
	/** Lets a layout choose among the ways in which it may print something. */
	readonly style: number;
}

/** What a record read back must say. Properties that a layout cannot print are left out. */
export interface Expected {
	readonly amount: bigint;
	readonly instant: number;
	readonly own?: 'from' | 'to' | 'neither';
	readonly from?: string;
	readonly to?: string;
	readonly asset?: string;
	readonly order?: string;
	readonly refunded?: bigint;
	/** Name of the side that is not the own one. */
	readonly name?: string;
}

/** One layout of one source: how it prints movements, and what has to be read in the print. */
export interface Layout {
	/** Id of the source, and for one that has several which it is. */
	readonly source: string;
	readonly variant?: string;
	readonly hints?: Hints;
	/** Lines, each without its end; or rows of a workbook's only sheet; or the whole file. */
	readonly lines?: (movements: readonly Movement[]) => readonly string[];
	readonly sheet?: (movements: readonly Movement[]) => readonly (readonly unknown[])[];
	readonly bytes?: (movements: readonly Movement[]) => Uint8Array;
	readonly encodings?: readonly Encoding[];
	/** The records of one movement, in the order of its file. */
	expected(movement: Movement): readonly Expected[];
}

export type Encoding = 'utf-8' | 'utf-8 with mark' | 'utf-16' | 'gb18030';

/** `from` and `to` of a movement between the owner and another side, and whose file it is. */
export function between({ out }: Movement, mine: string, theirs: string): Pick<Expected, 'own' | 'from' | 'to'> {
	return out ? { own: 'from', from: mine, to: theirs } : { own: 'to', from: theirs, to: mine };
}

/** A name as every reader gives it back: TABs stand around cells and are no part of them. */
export function plain(name: string): string {
	return name.replaceAll('\t', '');
}
