import type { PackageInput } from '../../reports/package/part.ts';

/** Rows of a case up to which they are kept: beyond, reading and masking them again is cheaper than their memory. */
const KEPT_MAX = 400_000;

/**
 * The input with its rows kept once they were read: every schedule, the workbook, the page and the exchange files read
 * them, and most of the time of a reading goes into masking.
 */
export function readOnce(input: PackageInput): PackageInput {
	if (input.findings.merging.transfers > KEPT_MAX) return input;
	const { rows, figureTransfers, leadDays, ways } = input;
	return {
		...input,
		rows: kept(rows),
		figureTransfers: kept(figureTransfers),
		leadDays: kept(leadDays),
		ways: kept(ways),
	};
}

function kept<Row>(rows: Iterable<Row>): Iterable<Row> {
	let read: readonly Row[] | undefined;
	return {
		[Symbol.iterator]() {
			read ??= [...rows];
			return read[Symbol.iterator]();
		},
	};
}
