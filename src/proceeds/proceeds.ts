import type { ActedTransfer, Judged } from '../payroll/types.ts';
import { entriesOf } from './entries.ts';
import { caseRows, type Reconciliation, reconcile } from './reconciliation.ts';
import { FIGURES, type Figure, type FigureRow } from './types.ts';

/** The figures of everybody, and the case total that they must add up to. */
export interface Proceeds {
	/** For each person in order of id, every figure in the order of `FIGURES`, zeros included. */
	readonly figures: readonly Figure[];
	readonly reconciliation: Reconciliation;
}

/** Figure `kept` of party `p3` is `p3/kept`. */
function figureId(party: string, name: string): string {
	return `${party}/${name}`;
}

/**
 * What each person received, passed on and kept, by the transfers that payroll judged.
 *
 * @param judged all verdicts of `judge`
 * @param transfers what was judged, by transfer id; those without a verdict add nothing
 * @param people ids of all parties that were members at any time
 */
export function proceeds(
	judged: readonly Judged[],
	transfers: ReadonlyMap<string, ActedTransfer>,
	people: Iterable<string>,
): Proceeds {
	const members = new Set(people);
	const totals = new Map<string, { value: bigint; count: number }>();
	for (const row of personRows(judged, transfers, members)) {
		const total = totals.get(row.figure) ?? { value: 0n, count: 0 };
		total.value += BigInt(row.sign) * row.amount;
		total.count++;
		totals.set(row.figure, total);
	}
	const figures = [...members].sort().flatMap((party) =>
		FIGURES.map((name) => {
			const id = figureId(party, name);
			return { id, name, ...(totals.get(id) ?? { value: 0n, count: 0 }) };
		}),
	);
	return { figures, reconciliation: reconcile(figures, caseRows(judged, transfers, members)) };
}

/**
 * The transfers under every figure, in the order of the verdicts: a figure is the sum of sign x amount over its rows.
 * Those of the case total come last, as `case/inflow`, `case/operating` and `case/unresolved`. Streamed, because a
 * payout has about six rows.
 */
export function* figureRows(
	judged: readonly Judged[],
	transfers: ReadonlyMap<string, ActedTransfer>,
	people: Iterable<string>,
): Generator<FigureRow> {
	const members = new Set(people);
	yield* personRows(judged, transfers, members);
	yield* caseRows(judged, transfers, members);
}

function* personRows(
	judged: readonly Judged[],
	byId: ReadonlyMap<string, ActedTransfer>,
	members: ReadonlySet<string>,
): Generator<FigureRow> {
	for (const verdict of judged) {
		const acted = byId.get(verdict.transfer);
		if (!acted) continue;
		for (const { party, name, amount, sign } of entriesOf(verdict, acted, members)) {
			yield { figure: figureId(party, name), transfer: verdict.transfer, amount, sign };
		}
	}
}
