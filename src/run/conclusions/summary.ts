import type { Findings } from '../../findings/schema.ts';
import type { SummaryRow } from '../../stores/conclusions.ts';

/** The case in one row. */
export function summaryRow({ case: { name, offsetMinutes }, reconciliation, merging }: Findings): SummaryRow {
	return {
		id: 'summary',
		name,
		timezone: timezone(offsetMinutes),
		inflow: BigInt(reconciliation.inflow),
		kept: BigInt(reconciliation.kept),
		operating: BigInt(reconciliation.operating),
		unresolved: BigInt(reconciliation.unresolved),
		transfers: merging.transfers,
		caption: name,
	};
}

/** 480 -> `+08:00`. */
function timezone(offsetMinutes: number): string {
	const minutes = Math.abs(offsetMinutes);
	const parts = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
	return `${offsetMinutes < 0 ? '-' : '+'}${parts.join(':')}`;
}
