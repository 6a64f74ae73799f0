import { STATEMENT_KINDS } from '../ledger/statement.ts';
import type { Batch, EvidenceFile, Hints, Source } from '../sources/contract.ts';
import type { FileRows, Store, StoredFile } from '../stores/contract.ts';
import { RejectFile } from './reject-file.ts';

export interface Reading {
	readonly file: EvidenceFile;
	readonly hints: Hints;
	readonly source: Source;
	/** Source version and hints as one text. */
	readonly reading: string;
	readonly store: Store;
	/** Folder of the reject files. */
	readonly rejects: string;
	/** Called with the rows done so far. */
	readonly report: (rows: number) => void;
}

/**
 * Reads one file into the store, all or nothing, and its unreadable rows into `rejects/<hash>.jsonl`, which is
 * whole before the store has the file.
 */
export async function readIntoStore({
	file,
	hints,
	source,
	reading,
	store,
	rejects,
	report,
}: Reading): Promise<StoredFile> {
	const writer = await store.writeFile(file.hash);
	const sink = new RejectFile(rejects, file);
	const rows = { total: 0, read: 0, skipped: {} as Record<string, number>, rejected: 0, records: 0, others: 0 };
	try {
		for await (const batch of source.read(file, hints)) {
			count(rows, batch);
			await sink.write(batch.rejected);
			await writer.write(batch);
			report(rows.total);
		}
		const stored: StoredFile = {
			hash: file.hash,
			paths: [file.path],
			size: file.size,
			source: source.id,
			reading,
			rows,
		};
		// Rejects first: killed in between, the file is read again; the other way round its rejects would be lost for good.
		await sink.keep();
		await writer.commit(stored);
		return stored;
	} catch (cause) {
		await writer.abort();
		await sink.drop();
		throw cause;
	}
}

type Counting = { -readonly [K in keyof FileRows]: FileRows[K] } & { skipped: Record<string, number> };

function count(rows: Counting, batch: Batch): void {
	rows.read += batch.read;
	rows.rejected += batch.rejected.length;
	rows.total += batch.read + batch.rejected.length;
	for (const [reason, n] of Object.entries(batch.skipped)) {
		rows.skipped[reason] = (rows.skipped[reason] ?? 0) + n;
		rows.total += n;
	}
	rows.records += batch.records?.length ?? 0;
	rows.others += batch.calls?.length ?? 0;
	for (const kind of STATEMENT_KINDS) rows.others += batch[kind]?.length ?? 0;
}
