/**
 * The tables in which banks answer the police: flows, accounts, measures, tasks. They come as one file each, or as sheets
 * of one workbook; the workbook then is the source's whose table stands highest here, which reads all of them.
 */
import { ACCOUNT_LAYOUT, accountFate } from './bank-account-row.ts';
import { FLOW_LAYOUT, isBankFlow, readFlow } from './bank-flow-sheet.ts';
import { MEASURE_LAYOUT, measureFate } from './bank-measure-row.ts';
import { TASK_LAYOUT, taskFate } from './bank-task-row.ts';
import type { Batch, EvidenceFile, Hints, Sample, Source } from './contract.ts';
import { sampleOf } from './sample.ts';
import { claimOn, type FoundTable, findTables, optionsFor, readRows, skipSheets } from './table-rows.ts';
import type { TableOptions } from './tables.ts';

const KINDS = ['flow', 'accounts', 'measures', 'tasks'] as const;
type Kind = (typeof KINDS)[number];

interface BankTable {
	readonly kind: Kind;
	readonly found: FoundTable<string>;
}

/** The source of files whose highest table is of this kind. */
export function bankReturn(id: string, version: number, kind: Kind): Source {
	return {
		id,
		version,
		identify(sample) {
			const [first] = tablesOf(sample);
			return first?.kind === kind ? claimOn(first.found, 90) : undefined;
		},
		async *read(file, hints) {
			const sample = await sampleOf(file);
			const tables = new Map(tablesOf(sample).map((table) => [table.found.sheet, table.kind]));
			if (tables.size === 0) tables.set(sample.sheets[0]?.name ?? '', kind);
			for (const [sheet, its] of tables) yield* readSheet(file, optionsFor(sample, sheet), hints, its);
			yield* skipSheets(file, sample, new Set(tables.keys()));
		},
	};
}

/** The tables of a file, those of the highest kind first. A sheet is one table. */
function tablesOf(sample: Sample): BankTable[] {
	const tables: BankTable[] = [
		...findTables(sample, FLOW_LAYOUT)
			.filter(isBankFlow)
			.map((found) => ({ kind: 'flow' as const, found })),
		...findTables(sample, ACCOUNT_LAYOUT).map((found) => ({ kind: 'accounts' as const, found })),
		...findTables(sample, MEASURE_LAYOUT).map((found) => ({ kind: 'measures' as const, found })),
		...findTables(sample, TASK_LAYOUT).map((found) => ({ kind: 'tasks' as const, found })),
	];
	const seen = new Set<string>();
	return tables.filter(({ found: { sheet } }) => !seen.has(sheet) && seen.add(sheet));
}

function readSheet(file: EvidenceFile, options: TableOptions, hints: Hints, kind: Kind): AsyncIterable<Batch> {
	const { offsetMinutes } = hints;
	switch (kind) {
		case 'flow':
			return readFlow(file, options, hints);
		case 'accounts':
			return readRows(file, options, ACCOUNT_LAYOUT, (row) => accountFate(row, offsetMinutes));
		case 'measures':
			return readRows(file, options, MEASURE_LAYOUT, (row) => measureFate(row, offsetMinutes));
		case 'tasks':
			return readRows(file, options, TASK_LAYOUT, taskFate);
	}
}
