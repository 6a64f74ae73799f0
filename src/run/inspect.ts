import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { AccountId } from '../ledger/account.ts';
import { KNOWN_ASSETS } from '../ledger/asset.ts';
import type { Attribution } from '../ledger/attribution.ts';
import { Problem } from '../ledger/problem.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import type { RegisterEntry } from '../ledger/statement.ts';
import { CHINA_OFFSET_MINUTES } from '../ledger/time.ts';
import type { Batch, EvidenceFile, Hints, Reject, Sample } from '../sources/contract.ts';
import { findEvidence, isRefusal } from '../sources/files.ts';
import type { Identified } from '../sources/identify.ts';
import { sourcesFor } from '../sources/list.ts';
import { mappedSource } from '../sources/mapped.ts';
import { Passwords } from '../sources/passwords.ts';
import { CASE_TABLES, openCase } from './case-folder.ts';
import { loadPasswords } from './load-passwords.ts';
import { loadSettings } from './load-settings.ts';
import { ownersOf } from './owners.ts';
import { recognise } from './recognise.ts';
import { entryOf, type MappingEntry } from './save-mapping.ts';
import { defined } from './settings.ts';
import type { Environment } from './store-place.ts';

/** What one file is and how it would be read. Nothing is written. */
export interface Inspection {
	readonly path: string;
	readonly hash: string;
	readonly size: number;
	readonly form: Sample['form'];
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
	/** A reading that nobody has confirmed: sheet, columns, rows and records are then by it, and `source` is ''. */
	readonly proposed?: MappingEntry;
}

const SHOWN_RECORDS = 5;
const SHOWN_REJECTS = 10;

/**
 * Looks at files and folders: what each is, how sure, how its columns are read, its first rows as records, what would be
 * rejected.
 *
 * @param caseFolder whose mappings, assets and passwords are used; undefined: none
 * @param env where `case.yaml` may find the passwords of archives
 */
export async function* inspectFiles(
	paths: readonly string[],
	caseFolder: string | undefined,
	env: Environment = {},
): AsyncIterable<Inspection> {
	const { hints, owners, evidence, passwords } = await knownOf(caseFolder, env);
	for (const path of paths) {
		for await (const found of findEvidence(path, { passwords })) {
			if (!isRefusal(found))
				yield await inspect(found, { ...hints, ...defined('owner', owners.get(placeIn(evidence, path, found.path))) });
			else if (found.fate === 'refused') yield { ...nothing(found.path, '', 0), problem: found.problem };
		}
	}
}

interface Known {
	readonly hints: Hints;
	/** Path under the case's evidence folder -> account of the file's holder. */
	readonly owners: ReadonlyMap<string, AccountId>;
	readonly evidence: string;
	readonly passwords: Passwords;
}

/** What the case knows beforehand: its settings, and from its register whose file each is. */
async function knownOf(caseFolder: string | undefined, env: Environment): Promise<Known> {
	if (caseFolder === undefined) {
		const assets = new Map(KNOWN_ASSETS.map((a) => [a.id, a]));
		const hints = { offsetMinutes: CHINA_OFFSET_MINUTES, mappings: [], assets };
		return { hints, owners: new Map(), evidence: '', passwords: new Passwords() };
	}
	const folder = await openCase(caseFolder);
	const { offsetMinutes, mappings, assets } = await loadSettings(folder);
	const hints = { offsetMinutes, mappings, assets };
	const register: RegisterEntry[] = [];
	const attributions: Attribution[] = [];
	for (const table of CASE_TABLES.map((name) => join(folder.root, name)).filter(existsSync)) {
		for await (const found of findEvidence(table)) {
			if (isRefusal(found)) continue;
			const { known } = await recognise(found, hints, sourcesFor(hints));
			if (!known) continue;
			for await (const batch of known.source.read(found, hints)) {
				register.push(...(batch.register ?? []));
				attributions.push(...(batch.attributions ?? []));
			}
		}
	}
	const passwords = await loadPasswords(folder, env);
	return { hints, owners: ownersOf(register, attributions), evidence: folder.evidence, passwords };
}

/** The path by which the register knows a file that was found below `given`. */
function placeIn(evidence: string, given: string, found: string): string {
	const base = statSync(given).isDirectory() ? given : dirname(given);
	return relative(evidence, join(base, found)).split(sep).join('/');
}

async function inspect(file: EvidenceFile, hints: Hints): Promise<Inspection> {
	const base = nothing(file.path, file.hash, file.size);
	try {
		const { sample, known, problem, proposal } = await recognise(file, hints, sourcesFor(hints));
		const form = { form: sample.form, encoding: sample.encoding ?? '', ...(problem ? { problem } : {}) };
		if (known) return { ...base, ...form, source: known.source.id, ...(await read(file, hints, known)) };
		if (!proposal) return { ...base, ...form };
		const { mapping, confidence } = proposal;
		const source = mappedSource(mapping);
		const claim = { ...source.identify(sample, hints), confidence };
		return { ...base, ...form, proposed: entryOf(mapping), ...(await read(file, hints, { source, claim })) };
	} catch (cause) {
		if (cause instanceof Problem) return { ...base, problem: cause };
		throw cause;
	}
}

type Readout = Pick<Inspection, 'confidence' | 'sheet' | 'headerRow' | 'columns' | 'rows' | 'records' | 'rejects'>;

async function read(file: EvidenceFile, hints: Hints, { source, claim }: Identified): Promise<Readout> {
	return {
		confidence: claim.confidence,
		sheet: claim.sheet ?? '',
		headerRow: claim.headerRow ?? 0,
		columns: claim.columns ?? {},
		...(await preview(source.read(file, hints))),
	};
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
