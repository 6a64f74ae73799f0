import { billAccount } from '../ledger/account.ts';
import type { Side } from '../ledger/record.ts';
import type { Batch, EvidenceFile, Hints, Sample, Source } from './contract.ts';
import { type Judge, overflows, readBody } from './headed.ts';
import type { Header } from './header.ts';
import { Row, tableBelow } from './row.ts';
import { sequencer } from './row-order.ts';
import type { TableRow } from './rows.ts';
import { sampleOf } from './sample.ts';
import { claimOn, fateOfRow, findTables, optionsFor, skipSheets } from './table-rows.ts';
import { lastRowOf, readTable, type TableOptions } from './tables.ts';
import { WECHAT_COLUMNS, type WechatField, wechatRecords } from './wechat-record.ts';

const REQUIRED: readonly WechatField[] = ['time', 'type', 'other', 'direction', 'amount', 'status', 'order'];

/**
 * 微信支付账单明细: the bill that a WeChat user has sent to themselves, as CSV or workbook.
 *
 * It names counterparties by nickname alone, and not its owner's account: the register of evidence may (a hint), else
 * the owner is `bill:…`, until an order number of another file shows who it is.
 */
export const wechatBill: Source = {
	id: 'wechat-bill',
	version: 1,
	identify(sample) {
		const [found] = tablesOf(sample);
		return found && claimOn(found, 95);
	},
	async *read(file, hints) {
		const sample = await sampleOf(file);
		// A copy of the same bill on a second sheet would count every payment twice: only the first is read.
		const sheet = tablesOf(sample)[0]?.sheet ?? sample.sheets[0]?.name ?? '';
		yield* readSheet(file, optionsFor(sample, sheet), hints);
		yield* skipSheets(file, sample, new Set([sheet]));
	},
};

/** Sheets with a bill, those first that have the bill's own title above the header. */
function tablesOf(sample: Sample) {
	const found = findTables(sample, { columns: WECHAT_COLUMNS, required: REQUIRED });
	const titled = new Set(
		sample.sheets.filter(({ rows }) => rows.some(([cell]) => cell === TITLE)).map(({ name }) => name),
	);
	return found.sort((a, b) => Number(titled.has(b.sheet)) - Number(titled.has(a.sheet)));
}

const TITLE = '微信支付账单明细';

async function* readSheet(file: EvidenceFile, options: TableOptions, hints: Hints): AsyncIterable<Batch> {
	const sheet = options.sheet ?? '';
	const lastRow = await lastRowOf(file, options);
	const { offsetMinutes } = hints;
	const judgeOf = (header: Header<WechatField>, start: readonly TableRow[]): Judge => {
		const sequenceOf = sequencer(start, header, 'time', offsetMinutes, lastRow);
		const table = tableBelow(file, sheet, header);
		const side = ownSide(hints.owner ?? billAccount(file.hash), start.slice(0, header.index));
		return (row) =>
			overflows(row, header)
				? { reject: 'columns', column: '', value: '' }
				: fateOfRow(new Row(table, row), (cells) => {
						return { records: wechatRecords(cells, { side, offsetMinutes }, sequenceOf(row.row)) };
					});
	};
	yield* readBody(readTable(file, options), sheet, WECHAT_COLUMNS, REQUIRED, judgeOf);
}

/** The owner, with the nickname that the preamble prints (`微信昵称：[…]`). */
function ownSide(account: string, preamble: readonly TableRow[]): Side {
	for (const row of preamble) {
		const name = /^微信昵称[:：]\[(.*)\]$/.exec(row.cells[0] ?? '')?.[1];
		if (name) return { account, name };
	}
	return { account };
}
