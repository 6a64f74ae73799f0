import type { FindingsPerson } from '../../findings/schema.ts';
import { formatDay } from '../../ledger/time.ts';
import type { LedgerRow } from '../ledger-row.ts';
import type { PackageInput } from '../package/part.ts';

/** A transfer as it counts in one figure of one person. */
export interface DatedFigure {
	readonly person: FindingsPerson;
	/** Name of the figure: `received`, `wages`. */
	readonly figure: string;
	/** With its day, `YYYY-MM-DD` in the zone of the case. */
	readonly transfer: Pick<LedgerRow, 'id' | 'instant' | 'payer'> & { readonly day: string };
	/** Fen, negative where it is subtracted. */
	readonly amount: bigint;
}

/** Everything that counts for a person, dated by its transfer. */
export function* datedFigures({ figureTransfers, rows, findings }: PackageInput): Generator<DatedFigure> {
	const people = new Map(findings.people.map((person) => [person.id, person]));
	const transfers = new Map<string, DatedFigure['transfer']>();
	for (const { id, instant, payer } of rows)
		transfers.set(id, { id, instant, payer, day: formatDay(instant, findings.case.offsetMinutes) });
	for (const { figure, transfer: id, amount, sign } of figureTransfers) {
		const slash = figure.lastIndexOf('/');
		const [person, transfer] = [people.get(figure.slice(0, slash)), transfers.get(id)];
		if (!person || !transfer) continue;
		yield { person, figure: figure.slice(slash + 1), transfer, amount: sign === -1 ? -amount : amount };
	}
}
