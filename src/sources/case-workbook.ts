/** The case's tables as sheets of one workbook, which people edit in a spreadsheet. A sheet is known by its header. */
import { accountsTable } from './accounts-table.ts';
import type { Fate } from './batches.ts';
import type { CaseTable } from './case-table.ts';
import type { Batch, EvidenceFile, Hints, Sample, Source } from './contract.ts';
import { registerTable } from './evidence-register.ts';
import { groupMembersTable } from './group-members-table.ts';
import { groupsTable } from './groups-table.ts';
import { findHeader } from './header.ts';
import { outsidersTable } from './outsiders-table.ts';
import { type CommissionRow, payRuleOf, payRulesTable, type WageRow } from './pay-rules-table.ts';
import { peopleTable } from './people-table.ts';
import type { Row } from './row.ts';
import { sampleOf } from './sample.ts';
import { type Start, startOf, startsTable } from './starts-table.ts';
import { claimOn, findTables, optionsFor, readRows, skipSheets, type TableLayout } from './table-rows.ts';

/** What the workbook sets rather than states: it goes into the case's settings, not into the store. */
interface WorkbookSettings {
	readonly starts: readonly Start[];
	readonly wages: readonly WageRow[];
	readonly commissions: readonly CommissionRow[];
}

/** The settings, with the rows of all sheets that could not be read. */
export interface CaseWorkbook extends WorkbookSettings {
	/** `column` names the cell: `人员!D7`. */
	readonly rejected: Batch['rejected'];
}

type Settings = { [K in keyof WorkbookSettings]: WorkbookSettings[K][number][] };

/** A kind of sheet, whatever the names of its fields: how to find it and how to read a row of it. */
interface SheetKind {
	find(sample: Sample): ReturnType<typeof findTables>;
	/** Whether rows hold most of its columns, though not all that it needs: somebody changed a cell of its header. */
	resembles(rows: Sample['sheets'][number]['rows']): boolean;
	read(file: EvidenceFile, sheet: string, hints: Hints, settings: Settings): AsyncIterable<Batch>;
}

const KINDS: readonly SheetKind[] = [
	tableKind(peopleTable),
	tableKind(accountsTable),
	tableKind(groupsTable),
	tableKind(groupMembersTable),
	tableKind(outsidersTable),
	tableKind(registerTable),
	kindOf(startsTable, (row, _hints, settings) => {
		settings.starts.push(startOf(row));
		return {};
	}),
	kindOf(payRulesTable, (row, hints, settings) => {
		const rule = payRuleOf(row, hints.offsetMinutes);
		if (rule.kind === 'wage') settings.wages.push(rule);
		else settings.commissions.push(rule);
		return {};
	}),
];

/** People, accounts, groups and their members, outsiders and the register as statements. Rows that only set something count as read. */
export const caseWorkbook: Source = {
	id: 'case-workbook',
	version: 2,
	identify(sample) {
		const [first] = sheetsOf(sample);
		return first && claimOn(first.found, 80);
	},
	read: (file, hints) => readSheets(file, hints, { starts: [], wages: [], commissions: [] }),
};

/** Reads what the workbook sets: the sheets 起点 and 计酬规则. */
export async function readCaseWorkbook(file: EvidenceFile, hints: Hints): Promise<CaseWorkbook> {
	const settings: Settings = { starts: [], wages: [], commissions: [] };
	const rejected: Batch['rejected'][number][] = [];
	for await (const batch of readSheets(file, hints, settings)) rejected.push(...batch.rejected);
	return { ...settings, rejected };
}

async function* readSheets(file: EvidenceFile, hints: Hints, settings: Settings): AsyncIterable<Batch> {
	const sample = await sampleOf(file);
	const sheets = sheetsOf(sample);
	if (sheets.length === 0) {
		// Not this source's file: without a header every row is a reject.
		const sheet = sample.form === 'workbook' ? (sample.sheets[0]?.name ?? '') : '';
		yield* readRows(file, optionsFor(sample, sheet), peopleTable, () => ({}));
		yield* skipSheets(file, sample, new Set([sheet]));
		return;
	}
	for (const { kind, found } of sheets) yield* kind.read(file, found.sheet, hints, settings);
	const taken = new Set(sheets.map(({ found }) => found.sheet));
	for (const { name, rows } of sample.sheets) {
		const kind = taken.has(name) ? undefined : KINDS.find((known) => known.resembles(rows));
		if (!kind) continue;
		// Its rows are rejects, for want of a header: passed over, a person would be missing and nobody told.
		yield* kind.read(file, name, hints, settings);
		taken.add(name);
	}
	yield* skipSheets(file, sample, taken);
}

/** The known sheets, each once, in the order of kinds. */
function sheetsOf(sample: Sample) {
	if (sample.form !== 'workbook') return [];
	const taken = new Set<string>();
	return KINDS.flatMap((kind) => kind.find(sample).map((found) => ({ kind, found }))).filter(({ found }) => {
		if (taken.has(found.sheet)) return false;
		taken.add(found.sheet);
		return true;
	});
}

function tableKind<F extends string>(table: CaseTable<F>): SheetKind {
	return kindOf(table, (row, hints) => table.read(row, hints));
}

function kindOf<F extends string>(
	layout: TableLayout<F>,
	parse: (row: Row<F>, hints: Hints, settings: Settings) => Fate,
): SheetKind {
	return {
		find: (sample) => findTables(sample, layout),
		resembles: (rows) =>
			findHeader(rows, layout.columns, Math.max(3, Object.keys(layout.columns).length / 2)) !== undefined,
		read: (file, sheet, hints, settings) => readRows(file, { sheet }, layout, (row) => parse(row, hints, settings)),
	};
}
