import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFindings } from '../findings/build.ts';
import type { Findings } from '../findings/schema.ts';
import type { Call } from '../ledger/statement.ts';
import type { Transfer } from '../ledger/transfer.ts';
import { fitBook } from '../payroll/readings.ts';
import { termBook } from '../payroll/terms.ts';
import { type AllConclusions, concludeAll } from '../stores/conclusions.ts';
import type { RecordFilter, Store } from '../stores/contract.ts';
import { plainStock, takeStock } from '../stores/fingerprint.ts';
import { openStore } from '../stores/open.ts';
import type { StorePlace } from '../stores/place.ts';
import { statementsIn } from './beside.ts';
import { type CaseFolder, openCase } from './case-folder.ts';
import { type ChainAccess, type TakenChains, takeChains } from './chains/take-chains.ts';
import { conclusionsOf } from './conclusions/conclusions.ts';
import { type Beginning, beginningOf, inputsRead, shippedLaw } from './custody/inputs.ts';
import { type CaseStatements, derive } from './derive.ts';
import { type Progress, takeIn, type Watcher } from './evidence-intake.ts';
import { evidenceRows } from './evidence-rows.ts';
import { gatherRecords } from './gather-records.ts';
import { loadPasswords } from './load-passwords.ts';
import { loadDecisions, loadSettings } from './load-settings.ts';
import { outputsOf } from './outputs.ts';
import { writeReportFolder } from './report-folder.ts';
import { defined, type Settings } from './settings.ts';
import { type Environment, storePlace } from './store-place.ts';
import { DECISIONS_TABLE, lineOf, tableRows, tablesOf } from './tables.ts';
import { TERMS_KEY, writeTerms } from './trace-terms.ts';
import { vary } from './vary.ts';

export interface RunOptions {
	/** Name and version, printed in the findings. */
	readonly program: string;
	/** Reads and derives, and leaves nothing behind: no store, no rejects, no reports. */
	readonly dryRun: boolean;
	/** A folder that takes the place of the case's own for store, rejects and reports, to compute again what is there. */
	readonly apart?: string;
	/** Derives again with what nobody can know taken otherwise, and says which figures move. */
	readonly vary?: boolean;
	/** Where `case.yaml` may find the password of the store. */
	readonly env?: Environment;
	/** Leave to ask the chains of the case. Without it, and in a dry run, what was kept of them is read. */
	readonly chains?: ChainAccess;
	/** Told what chains gave, before anything is derived from it. */
	readonly onChains?: (taken: TakenChains) => void;
	/**
	 * Ends the run at the next point where nothing is half done, with the signal's reason: a Problem `interrupted` or
	 * `terminated`. The next run goes on from what was kept.
	 */
	readonly signal?: AbortSignal;
	/** Told of each file that is read, not of those that are known already. */
	readonly onFile?: NonNullable<Watcher['onFile']>;
	/** Called as work goes on; `total` 0 where it is not known. */
	readonly onProgress: Progress;
}

export interface RunResult {
	readonly findings: Findings;
	/** The run's report folder; '' in a dry run. */
	readonly folder: string;
	/** Names of the files in it, those that a person opens first at the front. */
	readonly files: readonly string[];
	/** Milliseconds by step. */
	readonly timings: Readonly<Record<string, number>>;
	/** False where something was unreadable or incomplete. */
	readonly complete: boolean;
}

/**
 * Runs a case: evidence in, findings and reports out. Idempotent: the same evidence and settings give the same bytes.
 *
 * @throws Problem of configuration, evidence or store
 */
export async function runCase(root: string, options: RunOptions): Promise<RunResult> {
	// A dry run vouches for nothing.
	const began = options.dryRun ? { own: [], evidence: new Map() } : await beginningOf(root);
	const folder = await openCase(root);
	if (options.apart !== undefined) return await runApart(folder, began, options.apart, options);
	if (!options.dryRun) return await runIn(folder, began, await storePlace(folder, options.env ?? {}), options);
	const scratch = await mkdtemp(join(tmpdir(), 'liuxiang-'));
	try {
		return await runApart(folder, began, scratch, options);
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}

async function runApart(folder: CaseFolder, began: Beginning, apart: string, options: RunOptions): Promise<RunResult> {
	const place = join(apart, 'store.duckdb');
	const [rejects, reports] = [join(apart, 'rejects'), join(apart, 'reports')];
	return await runIn({ ...folder, store: place, rejects, reports }, began, place, options);
}

/** @param began taken before anything of the case was read */
async function runIn(folder: CaseFolder, began: Beginning, place: StorePlace, options: RunOptions): Promise<RunResult> {
	const settings = await loadSettings(folder);
	const clock = stopwatch(options);
	const store = await openStore(place);
	try {
		await clock.step('read');
		const { statements, filter } = await gather(folder, settings, store, options);
		const { derived, terms, leads } = await derive(statements, settings, options.program, clock.step);
		const sensitivity = options.vary ? await vary(statements, settings, derived, clock.step) : undefined;
		await clock.step('findings');
		const tables = tablesOf(derived, statements.records);
		const told = { ...derived, tables: tableRows(tables), ...defined('sensitivity', sensitivity) };
		const findings = buildFindings(told, payFit(settings));
		await clock.step('reports');
		const outputs = outputsOf(derived, findings, statements.records);
		if (options.dryRun)
			return { findings, folder: '', files: [], timings: clock.stop(), complete: isComplete(findings) };
		await clock.step('store');
		const text = `${JSON.stringify(findings, null, '\t')}\n`;
		const concluded = () => conclusionsOf(findings, { parties: derived.parties, leads });
		const kept = { findings: text, [TERMS_KEY]: writeTerms(terms) };
		await keepRun(store, derived.merged.transfers, concluded, kept, options.signal);
		await clock.step('write');
		const inputs = await inputsRead(folder.root, began, findings.evidence.files);
		const groups = [
			...outputs,
			{
				id: 'tables',
				outputs: [
					...tables.map((table) => ({ name: table.file, content: () => lines(table.rows()) })),
					{ name: DECISIONS_TABLE, content: () => lines(statements.decisions) },
				],
			},
		];
		const name = await writeReportFolder(folder.reports, {
			findings: text,
			groups,
			language: settings.language,
			...defined('signal', options.signal),
			manifest: {
				case: settings.name,
				program: options.program,
				parameters: findings.parameters,
				inputs,
				law: await shippedLaw(),
				store: plainStock(await takeStock(store, 'noted', filter)),
			},
		});
		return {
			findings,
			folder: join(folder.reports, name),
			files: groups.flatMap((group) => group.outputs.map((output) => output.name)),
			timings: clock.stop(),
			complete: isComplete(findings),
		};
	} finally {
		await store.close();
	}
}

async function gather(
	folder: CaseFolder,
	settings: Settings,
	store: Store,
	options: RunOptions,
): Promise<{ readonly statements: CaseStatements; readonly filter: RecordFilter }> {
	const passwords = await loadPasswords(folder, options.env ?? {});
	const intake = await takeIn(folder, settings, store, options, passwords);
	const decisions = await loadDecisions(folder);
	const taken = await takeChains(
		{ folder, settings, store, env: options.env ?? {}, decisions, filter: { hashes: intake.hashes } },
		options.dryRun ? undefined : options.chains,
	);
	options.onChains?.(taken);
	const chains = taken.intake;
	const filter = { hashes: new Set([...intake.hashes, ...chains.hashes]) };
	await store.replaceDecisions(decisions);
	const { records, cutOff, disagreements } = await gatherRecords(store, filter, options.signal);
	const statements = {
		records,
		calls: await leanCalls(store, filter),
		said: await statementsIn(store, filter),
		decisions,
		evidence: evidenceRows(intake, cutOff),
		chains: { vanished: chains.vanished, disagreements },
	};
	return { statements, filter };
}

async function leanCalls(store: Store, filter: RecordFilter): Promise<Call[]> {
	const calls: Call[] = [];
	for await (const batch of store.calls(filter)) for (const call of batch) calls.push({ ...call, raw: '' });
	return calls;
}

/** Whether an amount alone fits the pay rules for anybody: for accounts that behave like a member's. */
function payFit(settings: Settings): (transfer: Transfer) => boolean {
	const terms = termBook(settings.pay, settings.offsetMinutes);
	const fits = fitBook(0n);
	return (transfer) => fits(transfer.amount, terms({}, transfer.instant));
}

const TRANSFERS_PER_BATCH = 5000;

async function keepRun(
	store: Store,
	transfers: readonly Transfer[],
	concluded: () => AllConclusions,
	kept: Readonly<Record<string, string>>,
	signal: AbortSignal | undefined,
): Promise<void> {
	const writer = await store.beginRun();
	try {
		for (let at = 0; at < transfers.length; at += TRANSFERS_PER_BATCH) {
			signal?.throwIfAborted();
			await writer.transfers(transfers.slice(at, at + TRANSFERS_PER_BATCH));
		}
		const { conclude } = writer;
		if (conclude) await concludeAll({ conclude }, concluded());
		for (const [key, value] of Object.entries(kept)) await writer.finding(key, value);
		await writer.commit();
	} catch (cause) {
		await writer.abort();
		throw cause;
	}
}

function* lines(rows: Iterable<object>): Generator<string> {
	for (const row of rows) yield lineOf(row);
}

function isComplete(findings: Findings): boolean {
	return findings.incomplete.length === 0;
}

interface Stopwatch {
	step(name: string): Promise<void>;
	stop(): Record<string, number>;
}

/** Times the steps of a run. Between two steps the event loop gets a turn, so that progress is seen and signals are heard. */
function stopwatch({ onProgress, signal }: Pick<RunOptions, 'onProgress' | 'signal'>): Stopwatch {
	const timings: Record<string, number> = {};
	let current = '';
	let since = performance.now();
	const close = () => {
		const now = performance.now();
		if (current !== '') timings[current] = (timings[current] ?? 0) + Math.round(now - since);
		since = now;
	};
	return {
		step: async (name) => {
			close();
			current = name;
			onProgress(name, 0, 0);
			await new Promise((resolve) => setImmediate(resolve));
			signal?.throwIfAborted();
		},
		stop: () => {
			close();
			return timings;
		},
	};
}
