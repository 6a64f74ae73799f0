import { type Grade, type Transfer, weakest } from '../../ledger/transfer.ts';
import { type CaseView, nameAt } from './case-view.ts';
import { type Tie, tiesAt } from './ties.ts';

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
	/** The weakest of the three below. */
	readonly grade: Grade;
	/** Of the transfer's own rows. */
	readonly rows: Grade;
	/** Present where the value came across a cash-out to get here, with the grade of that link. */
	readonly cashOut?: string;
	readonly crossing?: Grade;
	/** Present where it came for another token, given in the same transaction: as well documented as the chain. */
	readonly swap?: string;
	/** Claims on which the step rests: who held the accounts on either side of a cash-out, who the first payer and the last payee are. */
	readonly ties: readonly Tie[];
	/** Transfers from the start, 1 for the first. */
	readonly depth: number;
}

/** What a step is told from. */
export interface HopView extends Pick<CaseView, 'parties' | 'transfer' | 'cashOutInto'> {
	swapInto(transfer: string): { readonly id: string } | undefined;
}

/** Which ends of a step are said to be somebody's. */
export interface Named {
	readonly payer?: boolean;
	readonly payee?: boolean;
}

/** Tells a transfer as a step of a way. */
export function hopOf(view: HopView, transfer: Transfer, traced: bigint, depth: number, named: Named = {}): Hop {
	const cashOut = view.cashOutInto(transfer.id);
	const swap = view.swapInto(transfer.id);
	const from = transfer.card ?? transfer.from;
	const ends = [...(named.payer ? [from] : []), ...(named.payee || cashOut ? [transfer.to] : [])];
	const ties = [...tiesAt(view, ends, transfer.instant), ...(cashOut ? tiesBefore(view, cashOut) : [])];
	return {
		transfer: transfer.id,
		instant: transfer.instant,
		from,
		to: transfer.to,
		fromName: nameAt(view, transfer.from, transfer.instant),
		toName: nameAt(view, transfer.to, transfer.instant),
		asset: transfer.asset,
		amount: transfer.amount,
		traced,
		grade: weakest([transfer.grade, ...(cashOut ? [cashOut.grade] : []), ...ties.map((tie) => tie.asLink)]),
		rows: transfer.grade,
		...(cashOut ? { cashOut: cashOut.id, crossing: cashOut.grade } : {}),
		...(swap ? { swap: swap.id } : {}),
		ties,
		depth,
	};
}

/** Who held the accounts from which something was given for what came. */
function tiesBefore(view: HopView, { side, coins, yuan }: CaseView['findings']['cashOuts'][number]): Tie[] {
	const seen = new Set<string>();
	return (side === 'sold' ? coins : yuan).flatMap((id) => {
		const given = view.transfer(id);
		const account = given?.card ?? given?.from;
		if (!given || account === undefined || seen.has(account)) return [];
		seen.add(account);
		return tiesAt(view, [account], given.instant);
	});
}
