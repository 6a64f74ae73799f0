import type { Reading } from '../types.ts';
import type { Cost } from './cost.ts';

/** One payment of a history, in time order, and every way to read it. */
export interface Step {
	readonly id: string;
	/** Local day of the payment, as a number. */
	readonly day: number;
	/** Before noon: it may be for the day before. */
	readonly morning: boolean;
	readonly choices: readonly Choice[];
	/** Fen a lead and fen a day that the pay rules allow then. */
	readonly rates: readonly bigint[];
	readonly wages: readonly bigint[];
}

/** One way to read a payment. Without a reading: it is not explained by the pay rules. */
export interface Choice {
	readonly reading?: Reading;
	/** Fen a day that its wage is of; absent without a wage. */
	readonly wage?: bigint;
	/** Reports that this choice says it paid for; no other choice of the explanation may have them. */
	readonly reports: readonly string[];
	readonly cost: Cost;
}

/** What the cheapest explanations of the whole history make of one payment. */
export interface Settled {
	readonly id: string;
	/** Readings in order of the cheapest explanation that holds them; the first one is free. */
	readonly readings: readonly RatedReading[];
	/** Of the best explanations. */
	readonly best: Cost;
	/** Rates in force after the payment in the cheapest explanations, ascending. Empty: none paid yet, or nothing tells. */
	readonly rates: readonly bigint[];
}

export interface RatedReading {
	/** Absent: the payment is explained by no pay rule. */
	readonly reading?: Reading;
	/** Of the best explanations that hold it. */
	readonly cost: Cost;
	/** It stands in an explanation that is as good as the best in all that decides. */
	readonly equal: boolean;
}
