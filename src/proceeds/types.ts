/** The figures of one person. All yuan figures in fen; each counts the transfers in `transfers[name]`. */
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
