import { receiptRows } from '../findings/chains.ts';
import type { Derived } from '../findings/input.ts';
import { leadDayRows } from '../findings/lead-pay.ts';
import type { Findings } from '../findings/schema.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import type { Judged } from '../payroll/types.ts';
import type { LedgerEvidence, LedgerRow } from '../reports/ledger-row.ts';
import { REPORTS } from '../reports/list.ts';
import type { Output } from './report-folder.ts';

/** Every report of a run, each drawn when its file is written. */
export function outputsOf(
	derived: Omit<Derived, 'tables'>,
	findings: Findings,
	records: readonly LedgerRecord[],
): Output[] {
	let told: Told | undefined;
	const rows = function* () {
		told ??= {
			paths: new Map(findings.evidence.files.map((file) => [file.hash, file.paths[0] ?? file.hash])),
			records: new Map(records.map((record) => [record.id, record])),
			judged: new Map(derived.judged.map((j) => [j.transfer, j])),
		};
		yield* ledgerRows(derived, told);
	};
	return REPORTS.map((report) => ({
		name: report.file(findings),
		content: () =>
			report.draw({
				findings,
				rows: rows(),
				leadDays: leadDayRows(derived),
				receipts: receiptRows(derived.chains.receipts),
			}),
	}));
}

/** What the rows of every report are looked up in: made once, when the first report asks. */
interface Told {
	/** File hash -> first path. */
	readonly paths: ReadonlyMap<string, string>;
	readonly records: ReadonlyMap<string, LedgerRecord>;
	readonly judged: ReadonlyMap<string, Judged>;
}

/** Every transfer, those kept apart among them, told for a reader, in the order of tracing. */
function* ledgerRows(derived: Omit<Derived, 'tables'>, { paths, records, judged }: Told): Generator<LedgerRow> {
	for (const t of derived.merged.transfers) {
		const told = t.records.flatMap((id) => records.get(id) ?? []);
		yield {
			id: t.id,
			instant: t.instant,
			payer: derived.parties.holder(t.from, t.instant)?.party.name ?? t.fromName,
			payerAccount: t.from,
			payee: derived.parties.holder(t.to, t.instant)?.party.name ?? t.toName,
			payeeAccount: t.to,
			amount: t.amount,
			asset: t.asset,
			medium: t.medium,
			order: told.find((r) => r.keys.order !== undefined)?.keys.order ?? '',
			memo: t.memo,
			...kindOf(judged.get(t.id)),
			exclusion: t.exclusion ?? '',
			grade: t.grade,
			rule: t.rule,
			evidence: told.map((r) => placeOf(r, paths)),
		};
	}
}

function kindOf(judged: Judged | undefined): Pick<LedgerRow, 'kind' | 'certainty'> {
	return { kind: judged?.kind ?? '', certainty: judged?.certainty ?? '' };
}

function placeOf({ evidence }: LedgerRecord, paths: ReadonlyMap<string, string>): LedgerEvidence {
	if (evidence.kind === 'chain') {
		const { chain, receipt, position } = evidence;
		return { path: `${chain} ${receipt}`, sheet: position, row: '', hash: '' };
	}
	const { file, sheet, row } = evidence;
	return { path: paths.get(file) ?? file, sheet, row: String(row), hash: file };
}
