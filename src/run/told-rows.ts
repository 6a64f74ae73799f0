import type { Evidence } from '../ledger/evidence.ts';
import type { Parties } from '../ledger/parties.ts';
import type { Transfer } from '../ledger/transfer.ts';
import type { LedgerEvidence, LedgerRow } from '../reports/ledger-row.ts';

/** What a row of a ledger says of one record under its transfer. */
export interface ToldRecord {
	readonly evidence: Evidence;
	readonly order?: string | undefined;
}

/** What the rows of every report are looked up in. */
export interface RowSources {
	readonly transfers: readonly Transfer[];
	readonly parties: Parties;
	/** File hash -> first path. */
	readonly paths: ReadonlyMap<string, string>;
	readonly records: ReadonlyMap<string, ToldRecord>;
	readonly judged: ReadonlyMap<string, { readonly kind: string; readonly certainty: string }>;
}

/** Every transfer, those kept apart among them, told for a reader, in the order of tracing. */
export function* toldRows({ transfers, parties, paths, records, judged }: RowSources): Generator<LedgerRow> {
	for (const t of transfers) {
		const told = t.records.flatMap((id) => records.get(id) ?? []);
		const [payer, payee] = [parties.holder(t.from, t.instant)?.party, parties.holder(t.to, t.instant)?.party];
		const { kind = '', certainty = '' } = judged.get(t.id) ?? {};
		yield {
			id: t.id,
			instant: t.instant,
			payer: payer?.name ?? t.fromName,
			payerId: payer?.id ?? '',
			payerAccount: t.from,
			payerCard: t.card ?? '',
			payee: payee?.name ?? t.toName,
			payeeId: payee?.id ?? '',
			payeeAccount: t.to,
			amount: t.amount,
			asset: t.asset,
			medium: t.medium,
			order: told.find((record) => record.order !== undefined)?.order ?? '',
			transaction: t.transaction ?? '',
			tied: t.tied,
			memo: t.memo,
			kind,
			certainty,
			exclusion: t.exclusion ?? '',
			grade: t.grade,
			rule: t.rule,
			evidence: told.map((record) => placeOf(record.evidence, paths)),
		};
	}
}

function placeOf(evidence: Evidence, paths: ReadonlyMap<string, string>): LedgerEvidence {
	if (evidence.kind === 'chain') {
		const { chain, receipt, position } = evidence;
		return { path: `${chain} ${receipt}`, sheet: position, row: '', hash: '' };
	}
	const { file, sheet, row } = evidence;
	return { path: paths.get(file) ?? file, sheet, row: String(row), hash: file };
}

/** File hash -> the path by which reports call the file. */
export function pathsOf(
	files: readonly { readonly hash: string; readonly paths: readonly string[] }[],
): ReadonlyMap<string, string> {
	return new Map(files.map((file) => [file.hash, file.paths[0] ?? file.hash]));
}
