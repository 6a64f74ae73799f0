import { KNOWN_ASSETS } from '../ledger/asset.ts';
import { Problem } from '../ledger/problem.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import { CHINA_OFFSET_MINUTES } from '../ledger/time.ts';
import type { Batch, EvidenceFile, Hints, Reject, Sample } from '../sources/contract.ts';
import { findEvidence, isRefusal } from '../sources/files.ts';
import { identify } from '../sources/identify.ts';
import { sourcesFor } from '../sources/list.ts';
import { sampleOf } from '../sources/sample.ts';
import { openCase } from './case-folder.ts';
import { settingsOf } from './settings.ts';

/** What one file is and how it would be read. Nothing is written. */
export interface Inspection {
	readonly path: string;
	readonly hash: string;
	readonly size: number;
	readonly form: 'text' | 'workbook' | 'binary';
	readonly encoding: string;
	/** Source that reads it, or ''. */
	readonly source: string;
	/** 0-100. */
	readonly confidence: number;
	readonly sheet: string;
	/** 1-based; 0 where there is none. */
	readonly headerRow: number;
	/** Our field -> the file's header. */
	readonly columns: Readonly<Record<string, string>>;
	readonly rows: { readonly total: number; readonly read: number; readonly skipped: number; readonly rejected: number };
	/** The first records. */
	readonly records: readonly LedgerRecord[];
	/** The first rows that would be rejected. */
	readonly rejects: readonly Reject[];
	readonly problem?: Problem;
}

const SHOWN_RECORDS = 5;
const SHOWN_REJECTS = 10;

/**
 * Looks at files and folders: what each is, how sure, how its columns are read, its first rows as records, what would be
 * rejected.
 *
 * @param caseFolder whose mappings and assets are used; undefined: none
 */
export async function* inspectFiles(
	paths: readonly string[],
	caseFolder: string | undefined,
): AsyncIterable<Inspection> {
	const hints = await hintsOf(caseFolder);
	for (const path of paths) {
		for await (const found of findEvidence(path)) {
			if (!isRefusal(found)) yield await inspect(found, hints);
			else if (found.fate === 'refused') yield { ...nothing(found.path, '', 0), problem: found.problem };
		}
	}
}

async function hintsOf(caseFolder: string | undefined): Promise<Hints> {
	if (caseFolder === undefined) {
		return { offsetMinutes: CHINA_OFFSET_MINUTES, mappings: [], assets: new Map(KNOWN_ASSETS.map((a) => [a.id, a])) };
	}
	const settings = settingsOf((await openCase(caseFolder)).file);
	return { offsetMinutes: settings.offsetMinutes, mappings: settings.mappings, assets: settings.assets };
}

async function inspect(file: EvidenceFile, hints: Hints): Promise<Inspection> {
	const base = nothing(file.path, file.hash, file.size);
	let sample: Sample;
	try {
		sample = await sampleOf(file);
		const form = { form: sample.form, encoding: sample.encoding ?? '' };
		const known = identify(file.path, sample, hints, sourcesFor(hints));
		if (!known) return { ...base, ...form };
		const { source, claim } = known;
		const read = await preview(source.read(file, hints));
		return {
			...base,
			...form,
			source: source.id,
			confidence: claim.confidence,
			sheet: claim.sheet ?? '',
			headerRow: claim.headerRow ?? 0,
			columns: claim.columns ?? {},
			...read,
		};
	} catch (cause) {
		if (cause instanceof Problem) return { ...base, problem: cause };
		throw cause;
	}
}

async function preview(batches: AsyncIterable<Batch>): Promise<Pick<Inspection, 'rows' | 'records' | 'rejects'>> {
	const rows = { total: 0, read: 0, skipped: 0, rejected: 0 };
	const records: LedgerRecord[] = [];
	const rejects: Reject[] = [];
	for await (const batch of batches) {
		const skipped = Object.values(batch.skipped).reduce((sum, n) => sum + n, 0);
		rows.read += batch.read;
		rows.skipped += skipped;
		rows.rejected += batch.rejected.length;
		rows.total += batch.read + skipped + batch.rejected.length;
		records.push(...(batch.records ?? []).slice(0, SHOWN_RECORDS - records.length));
		rejects.push(...batch.rejected.slice(0, SHOWN_REJECTS - rejects.length));
	}
	return { rows, records, rejects };
}

function nothing(path: string, hash: string, size: number): Inspection {
	return {
		path,
		hash,
		size,
		form: 'binary',
		encoding: '',
		source: '',
		confidence: 0,
		sheet: '',
		headerRow: 0,
		columns: {},
		rows: { total: 0, read: 0, skipped: 0, rejected: 0 },
		records: [],
		rejects: [],
	};
}
