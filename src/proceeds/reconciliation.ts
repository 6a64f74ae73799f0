import { type ActedTransfer, type Judged, PAY_KINDS } from '../payroll/types.ts';
import { isOwnMove, isReceived } from './entries.ts';
import type { Figure, FigureRow } from './types.ts';

/** The case total: what came in from outside, once, and where it is. All in fen. */
export interface Reconciliation {
	/** Yuan that came to members from outside for the work: cash-outs and seeds in yuan. */
	readonly inflow: bigint;
	/** Sum of kept over all members, after operating costs. */
	readonly kept: bigint;
	readonly operating: bigint;
	/** Explained by the rows of `case/unresolved`: 0 where nothing is disputed, rekinded or paid from outside. */
	readonly unresolved: bigint;
	/** Whether inflow = kept + operating + unresolved, each worked out by itself. */
	readonly balances: boolean;
}

/**
 * Holds the persons' figures against the inflow. The one side comes from the figures of persons, the other from the
 * case's own marks on transfers (seed, cash-out), so that the equation can fail.
 *
 * @param rows as `caseRows` gives them
 */
export function reconcile(figures: readonly Figure[], rows: Iterable<FigureRow>): Reconciliation {
	let [inflow, unresolved, operating] = [0n, 0n, 0n];
	for (const row of rows) {
		const value = BigInt(row.sign) * row.amount;
		if (row.figure === 'case/inflow') inflow += value;
		else if (row.figure === 'case/unresolved') unresolved += value;
		else operating += value;
	}
	const sum = (name: string) => figures.filter((f) => f.name === name).reduce((total, f) => total + f.value, 0n);
	const kept = sum('received') - sum('passed-on') - sum('operating');
	return { inflow, kept, operating, unresolved, balances: inflow === kept + operating + unresolved };
}

/**
 * The transfers under the case total. Unresolved is what came in by the case's marks and is not counted as received (a
 * dispute, another kind by decision), less pay that a decision says came from somebody who is no member.
 */
export function* caseRows(
	judged: readonly Judged[],
	transfers: ReadonlyMap<string, ActedTransfer>,
	people: ReadonlySet<string>,
): Generator<FigureRow> {
	for (const verdict of judged) {
		const acted = transfers.get(verdict.transfer);
		if (!acted || isOwnMove(verdict)) continue;
		const [fromMember, toMember] = [isOne(people, acted.payer?.party), isOne(people, acted.payee?.party)];
		const { amount } = acted.transfer;
		const row = (figure: string, sign: 1 | -1): FigureRow => ({ figure, transfer: verdict.transfer, amount, sign });
		if (toMember) {
			const marked = isInflow(acted);
			const counted = isReceived(verdict) && !(fromMember && PAY_KINDS.has(verdict.kind));
			if (marked) yield row('case/inflow', 1);
			if (marked !== counted) yield row('case/unresolved', marked ? 1 : -1);
		}
		if (fromMember && verdict.kind === 'operating-cost') yield row('case/operating', 1);
	}
}

/** Marked by the case, or by a person's decision on the kind. */
function isInflow({ seed, cashOut, decided }: ActedTransfer): boolean {
	return seed || cashOut !== undefined || decided?.kind === 'seed' || decided?.kind === 'cash-out';
}

function isOne(people: ReadonlySet<string>, party: string | undefined): boolean {
	return party !== undefined && people.has(party);
}
