import { BankBalances, wayBetween } from './bank-balances.ts';
import { BANK_COLUMNS, type BankField, bankFate } from './bank-record.ts';
import type { Batch, EvidenceFile, Hints, Sample, Source } from './contract.ts';
import { type Judge, lookAhead, overflows, readBody, withStart } from './headed.ts';
import type { Header } from './header.ts';
import { Row, tableBelow } from './row.ts';
import { sequencer } from './row-order.ts';
import type { TableRow } from './rows.ts';
import { sampleOf } from './sample.ts';
import { claimOn, type FoundTable, fateOfRow, findTables, optionsFor, skipSheets } from './table-rows.ts';
import { lastRowOf, readTable, type TableOptions } from './tables.ts';

const REQUIRED: readonly BankField[] = ['time', 'amount', 'direction', 'other'];
/** So many of the layout's columns make it this layout; fewer could be any bank's own export, which wants a mapping. */
const COLUMNS_MIN = 10;

/** 银行流水: the 34 columns in which banks answer the police, as CSV or workbook. Amounts are in yuan. */
export const bankFlow: Source = {
	id: 'bank-flow',
	version: 1,
	identify(sample) {
		const [found] = tablesOf(sample);
		return found && claimOn(found, 90);
	},
	async *read(file, hints) {
		const sample = await sampleOf(file);
		const found = tablesOf(sample);
		const sheets = found.length > 0 ? found.map(({ sheet }) => sheet) : [sample.sheets[0]?.name ?? ''];
		for (const sheet of sheets) yield* readSheet(file, optionsFor(sample, sheet), hints);
		yield* skipSheets(file, sample, new Set(sheets));
	},
};

function tablesOf(sample: Sample): FoundTable<BankField>[] {
	return findTables(sample, { columns: BANK_COLUMNS, required: REQUIRED }).filter(({ header: { columns } }) => {
		const own = columns.card !== undefined || columns.account !== undefined;
		return own && Object.keys(columns).length >= COLUMNS_MIN;
	});
}

async function* readSheet(file: EvidenceFile, options: TableOptions, hints: Hints): AsyncIterable<Batch> {
	const sheet = options.sheet ?? '';
	const lastRow = await lastRowOf(file, options);
	const { offsetMinutes } = hints;
	const balances = new BankBalances(BANK_COLUMNS);
	const stretches = lookAhead(withStart(readTable(file, options)), (rows) => balances.add(rows));
	const judgeOf = (header: Header<BankField>, start: readonly TableRow[]): Judge => {
		const sequenceOf = sequencer(start, header, 'time', offsetMinutes, lastRow);
		const newestFirst = sequenceOf(1) > sequenceOf(2);
		const table = tableBelow(file, sheet, header);
		return (row) => {
			if (overflows(row, header)) return { reject: 'columns', column: '', value: '' };
			const solve = (account: string, amount: bigint, after: bigint) => {
				const before = balances.before(row.row, account, newestFirst);
				return before === undefined ? undefined : wayBetween(before, amount, after);
			};
			const context = { offsetMinutes, sequence: sequenceOf(row.row), solve };
			return fateOfRow(new Row(table, row), (cells) => bankFate(cells, context));
		};
	};
	yield* readBody(stretches, sheet, BANK_COLUMNS, REQUIRED, judgeOf);
}
