import { isSettled } from '../../cashouts/types.ts';
import type { Grade, Transfer } from '../../ledger/transfer.ts';
import { type CaseView, nameAt } from './case-view.ts';

/** One transfer on a way, with what of it carries the value in question. */
export interface Hop {
	readonly transfer: string;
	readonly instant: number;
	readonly from: string;
	readonly to: string;
	/** Person or service at each end; '' where nobody is known. */
	readonly fromName: string;
	readonly toName: string;
	readonly asset: string;
	readonly amount: bigint;
	readonly traced: bigint;
	/** Of a link across a cash-out `inferred`, whatever its rows are. */
	readonly grade: Grade;
	/** Transfers from the start, 1 for the first. */
	readonly depth: number;
	/** Present where the value came across a cash-out to get here. */
	readonly cashOut?: string;
}

/** Tells a transfer as a step of a way. */
export function hopOf(view: CaseView, transfer: Transfer, traced: bigint, depth: number): Hop {
	const cashOut = view.findings.cashOuts.find(
		(c) => isSettled(c) && (c.side === 'sold' ? c.yuan : c.coins).includes(transfer.id),
	);
	return {
		transfer: transfer.id,
		instant: transfer.instant,
		from: transfer.card ?? transfer.from,
		to: transfer.to,
		fromName: nameAt(view, transfer.from, transfer.instant),
		toName: nameAt(view, transfer.to, transfer.instant),
		asset: transfer.asset,
		amount: transfer.amount,
		traced,
		grade: cashOut ? cashOut.grade : transfer.grade,
		depth,
		...(cashOut ? { cashOut: cashOut.id } : {}),
	};
}
