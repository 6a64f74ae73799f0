import { receiptRows } from '../findings/chains.ts';
import type { Derived } from '../findings/input.ts';
import { leadDayRows } from '../findings/lead-pay.ts';
import type { Findings } from '../findings/schema.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import { REPORTS } from '../reports/list.ts';
import type { Report } from '../reports/report.ts';
import type { Output } from './output-files.ts';
import { pathsOf, type RowSources, toldRows } from './told-rows.ts';

/** Every report of a run, each drawn when its file is written, by what the guide of the folder calls them. */
export function outputsOf(
	derived: Omit<Derived, 'tables'>,
	findings: Findings,
	records: readonly LedgerRecord[],
): { readonly id: 'charts' | 'schedules'; readonly outputs: Output[] }[] {
	let told: RowSources | undefined;
	const rows = function* () {
		told ??= {
			transfers: derived.merged.transfers,
			parties: derived.parties,
			paths: pathsOf(findings.evidence.files),
			records: new Map(records.map(({ id, evidence, keys }) => [id, { evidence, order: keys.order }])),
			judged: new Map(derived.judged.map((j) => [j.transfer, j])),
		};
		yield* toldRows(told);
	};
	const outputOf = (report: Report): Output => ({
		name: report.file(findings),
		content: () =>
			report.draw({
				findings,
				rows: rows(),
				leadDays: leadDayRows(derived),
				receipts: receiptRows(derived.chains.receipts),
			}),
	});
	const isChart = ({ id }: Report) => id === 'flow-chart';
	return [
		{ id: 'charts', outputs: REPORTS.filter(isChart).map(outputOf) },
		{ id: 'schedules', outputs: REPORTS.filter((report) => !isChart(report)).map(outputOf) },
	];
}
