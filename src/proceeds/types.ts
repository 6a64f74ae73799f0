/**
 * The figures of one person, in fen; each counts its transfers.
 *
 * received = wages + commissions + bonuses + rounding + funding + cash-outs + seeds; kept = received - passed-on. Every
 * other column stands apart: `consistent` and `open-in` came in without being documented as pay, `open-out` went out
 * so; `returned` is what the person sent back of their pay, `returned-to` what came back to them; `refunded` is what the
 * payment system gave back of payouts to the person, and is in no other column. Refund rows that belong to no known
 * payment are private.
 */
export const FIGURES = [
	'received',
	'passed-on',
	'kept',
	'wages',
	'commissions',
	'bonuses',
	'rounding',
	'funding',
	'cash-outs',
	'seeds',
	'consistent',
	'open-in',
	'open-out',
	'returned',
	'returned-to',
	'refunded',
	'disputed',
	'operating',
	'private-in',
	'private-out',
	'peers-in',
	'peers-out',
	'loans-in',
	'loans-out',
] as const;

export type FigureName = (typeof FIGURES)[number];

export interface Figure {
	/** `<party id>/<name>` */
	readonly id: string;
	readonly name: FigureName;
	readonly value: bigint;
	readonly count: number;
}

/** A figure and the transfers it rests on; `sign` -1 where the transfer is subtracted (kept). */
export interface FigureRow {
	readonly figure: string;
	readonly transfer: string;
	readonly amount: bigint;
	readonly sign: 1 | -1;
}
