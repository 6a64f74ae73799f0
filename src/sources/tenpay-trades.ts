import type { Batch, EvidenceFile, Hints, Sample, Source } from './contract.ts';
import { type Judge, lookAhead, readBody, withStart } from './headed.ts';
import type { Header } from './header.ts';
import { sequencer } from './row-order.ts';
import type { TableRow } from './rows.ts';
import { sampleOf } from './sample.ts';
import { claimOn, findTables, optionsFor, skipSheets } from './table-rows.ts';
import { lastRowOf, readTable, type TableOptions } from './tables.ts';
import { decimalsOf, TENPAY_COLUMNS, TENPAY_REQUIRED, type TenpayField } from './tenpay-columns.ts';
import { PacketWindow } from './tenpay-packets.ts';
import { TenpayReader } from './tenpay-record.ts';

/**
 * TenpayTrades, the judicial return of WeChat and QQ money (财付通交易明细), as TXT or workbook.
 *
 * Group packets have one row for each recipient: the amount is the share (对手方接收金额), never the whole packet.
 */
export const tenpayTrades: Source = {
	id: 'tenpay-trades',
	version: 1,
	identify(sample) {
		const [found] = tablesOf(sample);
		if (!found) return undefined;
		// Without a unit in the header nobody can say whether 20000 is 200 yuan or 20,000.
		return claimOn(found, decimalsOf(found.header, 'amount') === undefined ? 40 : 95);
	},
	async *read(file, hints) {
		const sample = await sampleOf(file);
		const found = tablesOf(sample);
		const sheets = found.length > 0 ? found.map(({ sheet }) => sheet) : [sample.sheets[0]?.name ?? ''];
		for (const sheet of sheets) yield* readSheet(file, optionsFor(sample, sheet), hints);
		yield* skipSheets(file, sample, new Set(sheets));
	},
};

function tablesOf(sample: Sample) {
	return findTables(sample, { columns: TENPAY_COLUMNS, required: TENPAY_REQUIRED });
}

async function* readSheet(file: EvidenceFile, options: TableOptions, hints: Hints): AsyncIterable<Batch> {
	const sheet = options.sheet ?? '';
	const { offsetMinutes } = hints;
	const lastRow = await lastRowOf(file, options);
	const window = new PacketWindow();
	const stretches = lookAhead(withStart(readTable(file, options)), (rows) => window.add(rows));
	const judgeOf = (header: Header<TenpayField>, start: readonly TableRow[]): Judge => {
		const sequenceOf = sequencer(start, header, 'time', offsetMinutes, lastRow);
		const reader = new TenpayReader({ file: file.hash, sheet, header, offsetMinutes, window, sequenceOf });
		return (row) => reader.read(row);
	};
	yield* readBody(stretches, sheet, TENPAY_COLUMNS, TENPAY_REQUIRED, judgeOf);
}
