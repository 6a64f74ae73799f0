import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { AccountId } from '../ledger/account.ts';
import { fileTrouble, isGeneral } from '../ledger/file-trouble.ts';
import { isStop, Problem } from '../ledger/problem.ts';
import type { RegisterEntry } from '../ledger/statement.ts';
import type { EvidenceFile, Hints, Source } from '../sources/contract.ts';
import { addBlockTimes, ethereumEtlBlocks } from '../sources/ethereum-etl-blocks.ts';
import { findEvidence, isRefusal, type Refusal } from '../sources/files.ts';
import { sourcesFor } from '../sources/list.ts';
import type { Passwords } from '../sources/passwords.ts';
import { isPresent } from '../sources/present.ts';
import type { Store, StoredFile } from '../stores/contract.ts';
import { CASE_TABLES, type CaseFolder } from './case-folder.ts';
import { ownersOf } from './owners.ts';
import { readIntoStore } from './read-file.ts';
import { recognise } from './recognise.ts';
import { defined, type Settings } from './settings.ts';

/** What became of one file of the case. */
export interface FileFate {
	readonly hash: string;
	readonly paths: string[];
	readonly size: number;
	readonly source: string;
	readonly status: 'read' | 'partly-read' | 'unknown-format' | 'ambiguous' | 'refused';
	readonly problem?: Problem;
	readonly rows: StoredFile['rows'];
}

export interface Intake {
	/** Every file found, by first path. Files that systems leave behind are not among them. */
	readonly files: readonly FileFate[];
	/** Hashes whose statements belong to the case now. */
	readonly hashes: ReadonlySet<string>;
	readonly register: readonly RegisterEntry[];
}

export type Progress = (step: string, done: number, total: number) => void;

/** A file whose reading begins, or what became of it. */
export type FileNews =
	| { readonly begun: Pick<EvidenceFile, 'hash' | 'path' | 'size'> }
	| { readonly taken: Omit<FileFate, 'paths'> & { readonly path: string } };

/** Who is told of an intake, and may end it. */
export interface Watcher {
	readonly onProgress: Progress;
	readonly onFile?: (news: FileNews) => void;
	/** Ends the intake between two pieces of a file: the file is not kept, those before it are. */
	readonly signal?: AbortSignal;
}

const NO_ROWS: StoredFile['rows'] = { total: 0, read: 0, skipped: {}, rejected: 0, records: 0, others: 0 };

/**
 * Brings the case's files into the store. A file whose bytes, hints and readers did not change is not read again; the
 * same bytes at two places are one file. What cannot be read is named, and the rest goes on.
 */
export async function takeIn(
	folder: CaseFolder,
	settings: Settings,
	store: Store,
	{ onProgress, onFile = () => {}, signal }: Watcher,
	passwords: Passwords,
): Promise<Intake> {
	const known = new Map((await store.files()).map((file) => [file.hash, file]));
	const fates = new Map<string, FileFate>();
	const refusals: FileFate[] = [];
	const taker = {
		folder,
		settings,
		store,
		known,
		fates,
		held: new Set<string>(),
		blockTimes: new Map<number, number>(),
		timeless: new Set<string>(),
		progress: (step: string, done: number, total: number) => {
			signal?.throwIfAborted();
			onProgress(step, done, total);
		},
		onFile,
		sources: sourcesFor(settings),
	};
	const take = async (found: EvidenceFile | Refusal, owner: AccountId | undefined) => {
		signal?.throwIfAborted();
		if (!isRefusal(found)) return await takeFile(taker, found, owner);
		if (found.fate !== 'refused') return;
		const fate = refused(found.path, found.problem);
		onFile({ taken: { ...fate, path: found.path } });
		refusals.push(fate);
	};
	for (const table of CASE_TABLES) {
		const path = join(folder.root, table);
		if (isPresent(path)) for await (const found of findEvidence(path)) await take(found, undefined);
	}
	const tables = new Set(fates.keys());
	const register = await store.statements('register', { hashes: tables });
	const owners = ownersOf(register, await store.statements('attributions', { hashes: tables }));
	for await (const found of findEvidence(folder.evidence, { passwords })) await take(found, owners.get(found.path));
	// A table without times may come before the one that has them: what lacked them is looked at again.
	if (taker.timeless.size > 0 && taker.blockTimes.size > 0) {
		for await (const found of findEvidence(folder.evidence, { passwords })) {
			if (isRefusal(found) || !taker.timeless.has(found.hash)) continue;
			fates.delete(found.hash);
			await take(found, owners.get(found.path));
		}
	}
	for (const { hash, paths } of fates.values()) {
		const stored = known.get(hash);
		if (paths.length > 1 || (stored && stored.paths.join() !== paths.join())) await store.setPaths(hash, paths);
	}
	const files = [...fates.values(), ...refusals].sort((a, b) => ((a.paths[0] ?? '') < (b.paths[0] ?? '') ? -1 : 1));
	const hashes = new Set(files.filter((f) => f.status === 'read' || f.status === 'partly-read').map((f) => f.hash));
	return { files, hashes, register };
}

interface Taker {
	readonly folder: CaseFolder;
	readonly settings: Settings;
	readonly store: Store;
	/** What the store holds, by hash. */
	readonly known: Map<string, StoredFile>;
	readonly fates: Map<string, FileFate>;
	/** Hashes of files that were taken with a holder. */
	readonly held: Set<string>;
	/** Unix seconds by block, of the files that state them, and the hashes of files that lack them. */
	readonly blockTimes: Map<number, number>;
	readonly timeless: Set<string>;
	readonly progress: Progress;
	readonly onFile: (news: FileNews) => void;
	readonly sources: readonly Source[];
}

async function takeFile(taker: Taker, file: EvidenceFile, owner: AccountId | undefined): Promise<void> {
	const seen = taker.fates.get(file.hash);
	// Of several copies the one to which the register gives a holder says whose file it is, wherever the others lie.
	if (seen && (owner === undefined || taker.held.has(file.hash))) {
		seen.paths.push(file.path);
		seen.paths.sort();
		return;
	}
	if (owner !== undefined) taker.held.add(file.hash);
	const hints: Hints = {
		...defined('owner', owner),
		offsetMinutes: taker.settings.offsetMinutes,
		mappings: taker.settings.mappings,
		assets: taker.settings.assets,
		...(taker.blockTimes.size > 0 && taker.timeless.has(file.hash) ? { blockTimes: taker.blockTimes } : {}),
	};
	const reading = readingOf(hints, taker.sources);
	const stored = taker.known.get(file.hash);
	const unchanged = stored?.reading === reading;
	if (!unchanged) taker.onFile({ begun: file });
	let fate = unchanged ? fateOf(file, stored) : await readAnew(taker, file, hints, reading);
	if (!unchanged) taker.onFile({ taken: { ...fate, path: file.path } });
	if (fate.problem?.code === LACKS_TIMES) taker.timeless.add(file.hash);
	if (fate.source === ethereumEtlBlocks.id) fate = await withBlockTimes(file, fate, taker.blockTimes);
	taker.fates.set(file.hash, seen ? { ...fate, paths: [...seen.paths, file.path].sort() } : fate);
}

async function withBlockTimes(file: EvidenceFile, fate: FileFate, times: Map<number, number>): Promise<FileFate> {
	try {
		await addBlockTimes(file, times);
		return fate;
	} catch (cause) {
		if (!(cause instanceof Problem)) throw cause;
		return { ...fate, status: 'refused', problem: cause };
	}
}

const LACKS_TIMES = 'hint.block-times-missing';

async function readAnew(taker: Taker, file: EvidenceFile, hints: Hints, reading: string): Promise<FileFate> {
	const base = { hash: file.hash, paths: [file.path], size: file.size, rows: NO_ROWS };
	let source: Source | undefined;
	try {
		const { known, problem } = await recognise(file, hints, taker.sources);
		if (!known) return { ...base, source: '', status: 'unknown-format', ...(problem ? { problem } : {}) };
		source = known.source;
		const report = (rows: number) => taker.progress('read', rows, 0);
		const { store, folder } = taker;
		const stored = await readIntoStore({ file, hints, source, reading, store, rejects: folder.rejects, report });
		taker.known.set(file.hash, stored);
		return fateOf(file, stored);
	} catch (cause) {
		if (isStop(cause) || (cause instanceof Problem && cause.kind === 'store')) throw cause;
		if (isGeneral(cause)) throw fileTrouble(cause, file.path);
		const problem =
			cause instanceof Problem
				? cause
				: new Problem('evidence', 'evidence.reader-failed', { file: file.path, text: String(cause) }, cause);
		const status = problem.code === 'evidence.ambiguous' ? 'ambiguous' : 'refused';
		return { ...base, source: source?.id ?? '', status, problem };
	}
}

function fateOf(file: EvidenceFile, stored: StoredFile): FileFate {
	const status = stored.rows.rejected > 0 ? 'partly-read' : 'read';
	return { hash: file.hash, paths: [file.path], size: file.size, source: stored.source, status, rows: stored.rows };
}

function refused(path: string, problem: Problem): FileFate {
	return { hash: '', paths: [path], size: 0, source: '', status: 'refused', problem, rows: NO_ROWS };
}

/** Everything that could make the same bytes be read differently, as one text. */
function readingOf(hints: Hints, sources: readonly Source[]): string {
	const readers = sources.map((s) => `${s.id}@${s.version}`).join(',');
	const settings = JSON.stringify([hints.owner ?? '', hints.offsetMinutes, hints.mappings, [...hints.assets.values()]]);
	const times = hints.blockTimes ? `\n${hash('sha256', [...hints.blockTimes].join())}` : '';
	return hash('sha256', `${readers}\n${settings}${times}`).slice(0, 24);
}
