import type { Sums } from './tally.ts';

/** A part of a transfer with one origin. */
export interface Segment {
	readonly origin: number;
	readonly amount: bigint;
}

/** Who keeps the lots of all holdings under one policy. */
export interface Bank {
	/** Settles the plain transfers at positions `from` to `end` (exclusive). */
	run(from: number, end: number): void;
	/** Takes what the holding has, up to the amount, in the order in which the policy draws. */
	take(holding: number, amount: bigint): Segment[];
	/** Puts in what arrives together, given in the order in which it is to be drawn. */
	put(holding: number, segments: readonly Segment[]): void;
	/** Joins the parts of one origin that the policy cannot tell apart. */
	join(segments: readonly Segment[]): Segment[];
	/** What arrived one after the other, as one row in the order in which it is to be drawn. */
	ordered(arrivals: readonly (readonly Segment[])[]): Segment[];
	/** Cuts an amount off a row of joined parts: from the front, or of each in proportion. The row has at least as much. */
	split(segments: readonly Segment[], amount: bigint): { readonly part: Segment[]; readonly rest: Segment[] };
	/** What the holding has, next to be drawn first. */
	content(holding: number): Segment[];
	/** Adds up all that is held, by asset and origin. */
	sumInto(held: Sums): void;
	/** Bytes of its columns. */
	readonly bytes: number;
}
