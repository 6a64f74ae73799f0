import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LeadDayRow } from '../../findings/lead-pay.ts';
import { findingsSchema } from '../../findings/schema.ts';
import type { Evidence } from '../../ledger/evidence.ts';
import { Problem } from '../../ledger/problem.ts';
import type { Receipt } from '../../ledger/receipt.ts';
import type { Custody } from '../../reports/custody/types.ts';
import type { Cover, FigureTransfer, PackageInput } from '../../reports/package/part.ts';
import type { PersonWay } from '../../reports/person-way.ts';
import { MANIFEST_FILE, RUN_SCHEMA, type RunManifest, readManifest } from '../custody/manifest.ts';
import type { CaseView } from '../questions/case-view.ts';
import { runName } from '../report-folder.ts';
import { pathsOf, type ToldRecord, toldRows } from '../told-rows.ts';
import { ASSETS } from './assets.ts';
import { tableReader } from './run-tables.ts';
import { toldTerms } from './told-terms.ts';
import { waysOf } from './ways.ts';

/** As JSON tells a row: amounts are text. */
type Plain<Row> = { readonly [K in keyof Row]: Row[K] extends bigint ? string : Row[K] };

/**
 * The input of a package from the last run of a case: findings and transfers from the store, the rest from the tables of
 * the run's report folder. Nothing is masked yet.
 *
 * @throws Problem report.folder-missing where the folder of the store's last run is not there; report.older where another
 * build of the program made it
 */
export async function readRun(view: CaseView): Promise<Omit<PackageInput, 'cover'> & { readonly run: Cover['run'] }> {
	const run = runName((await view.store.finding('findings')) ?? '');
	const folder = join(view.folder, 'reports', run);
	if (!existsSync(join(folder, MANIFEST_FILE)))
		throw new Problem('usage', 'report.folder-missing', { folder: view.folder, path: folder });
	const { findings, transfers, parties } = view;
	const custody = await custodyOf(folder);
	const tables = TABLES.every((name) => existsSync(join(folder, name)));
	if (custody === undefined || !tables || !findingsSchema.safeParse(findings).success)
		throw new Problem('usage', 'report.older', { folder: view.folder, path: folder });
	const table = tableReader(folder);
	const sources = {
		transfers,
		parties,
		paths: pathsOf(findings.evidence.files),
		records: toldRecords(table('records.jsonl')),
		judged: new Map(
			[...table<{ transfer: string; kind: string; certainty: string }>('judged.jsonl')].map(
				({ transfer, kind, certainty }) => [transfer, { kind, certainty }],
			),
		),
	};
	const rows = again(() => toldRows(sources));
	const figures = again(() => figureTransfers(table('figures.jsonl')));
	let ways: readonly PersonWay[] | undefined;
	return {
		run,
		findings,
		rows,
		leadDays: again(() => leadDays(table('lead-days.jsonl'))),
		receipts: table<Receipt>('chain-receipts.jsonl'),
		figureTransfers: figures,
		ways: again(() => {
			ways ??= waysOf(view, rows, figures);
			return ways;
		}),
		terms: toldTerms(view.terms),
		assets: ASSETS,
		custody,
	};
}

/** What packages read beside findings and store. */
const TABLES = ['records.jsonl', 'judged.jsonl', 'lead-days.jsonl', 'chain-receipts.jsonl', 'figures.jsonl'];

/** Where the figures of a run come from, as its manifest says; undefined where it does not say so in our way. */
async function custodyOf(folder: string): Promise<Custody | undefined> {
	const bytes = await readFile(join(folder, MANIFEST_FILE));
	const manifest = readManifest<RunManifest>(bytes.toString(), RUN_SCHEMA);
	if (manifest === undefined) return undefined;
	const { program, inputs, law, store } = manifest;
	return { program, inputs, law, store: store.fingerprint, manifest: hash('sha256', bytes) };
}

function again<Row>(make: () => Iterable<Row>): Iterable<Row> {
	return { [Symbol.iterator]: () => make()[Symbol.iterator]() };
}

function toldRecords(rows: Iterable<{ id: string; order: string } & Evidence>): Map<string, ToldRecord> {
	const told = new Map<string, ToldRecord>();
	for (const { id, order, ...evidence } of rows) told.set(id, { evidence, ...(order === '' ? {} : { order }) });
	return told;
}

function* leadDays(rows: Iterable<Plain<LeadDayRow>>): Generator<LeadDayRow> {
	for (const row of rows) yield { ...row, wage: BigInt(row.wage), commission: BigInt(row.commission) };
}

function* figureTransfers(rows: Iterable<Plain<FigureTransfer>>): Generator<FigureTransfer> {
	for (const row of rows) yield { ...row, amount: BigInt(row.amount) };
}
