import { hash } from 'node:crypto';
import { type AccountId, billAccount } from '../ledger/account.ts';
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
	version: 2,
	identify(sample) {
		const [found] = tablesOf(sample);
		return found && claimOn(found, 95);
	},
	async *read(file, hints) {
		const sample = await sampleOf(file);
		const found = tablesOf(sample).map(({ sheet }) => sheet);
		const sheets = found.length > 0 ? found : [sample.sheets[0]?.name ?? ''];
		const owners = new Map<string, AccountId>();
		for (const sheet of sheets) yield* readSheet(file, optionsFor(sample, sheet), hints, ownerOf(file, hints, owners));
		yield* skipSheets(file, sample, new Set(sheets));
	},
};

/**
 * Sheets with a bill, those first that have the bill's own title above the header. A copy that a spreadsheet made of one
 * (Power Query does) begins with the same payment, and is passed over.
 */
function tablesOf(sample: Sample) {
	const found = findTables(sample, { columns: WECHAT_COLUMNS, required: REQUIRED });
	const rowsOf = (sheet: string) => sample.sheets.find(({ name }) => name === sheet)?.rows ?? [];
	const titled = new Set(found.filter(({ sheet }) => rowsOf(sheet).some(([cell]) => cell === TITLE)));
	found.sort((a, b) => Number(titled.has(b)) - Number(titled.has(a)));
	const seen = new Set<string>();
	return found.filter(({ sheet, header }) => {
		const row = rowsOf(sheet)[header.index + 1] ?? [];
		const first = (['order', 'type', 'other'] as const).map((field) => row[header.columns[field] ?? -1]).join('\t');
		const isCopy = row.length > 0 && seen.has(first);
		seen.add(first);
		return !isCopy;
	});
}

const TITLE = '微信支付账单明细';

/** Whose account a sheet's bill is, by the nickname in its preamble: sheets of one nickname are of one owner, no others. */
function ownerOf(file: EvidenceFile, hints: Hints, owners: Map<string, AccountId>) {
	return (sheet: string, nickname: string): AccountId => {
		const known = nickname === '' ? undefined : owners.get(nickname);
		const own = hints.owner ?? billAccount(file.hash);
		const account = known ?? (owners.size === 0 ? own : billAccount(hash('sha256', `${file.hash}|${sheet}`)));
		owners.set(nickname, account);
		return account;
	};
}

async function* readSheet(
	file: EvidenceFile,
	options: TableOptions,
	hints: Hints,
	ownerOf: (sheet: string, nickname: string) => AccountId,
): AsyncIterable<Batch> {
	const sheet = options.sheet ?? '';
	const lastRow = await lastRowOf(file, options);
	const { offsetMinutes } = hints;
	const judgeOf = (header: Header<WechatField>, start: readonly TableRow[]): Judge => {
		const sequenceOf = sequencer(start, header, 'time', offsetMinutes, lastRow);
		const table = tableBelow(file, sheet, header);
		const name = nicknameIn(start.slice(0, header.index));
		const account = ownerOf(sheet, name);
		const side: Side = name === '' ? { account } : { account, name };
		return (row) =>
			overflows(row, header)
				? { reject: 'columns', column: '', value: '' }
				: fateOfRow(new Row(table, row), (cells) => {
						return {
							records: wechatRecords(cells, { source: 'wechat-bill', side, offsetMinutes }, sequenceOf(row.row)),
						};
					});
	};
	yield* readBody(readTable(file, options), sheet, WECHAT_COLUMNS, REQUIRED, judgeOf);
}

/** `微信昵称：[…]` of the preamble, '' where there is none. */
function nicknameIn(preamble: readonly TableRow[]): string {
	for (const row of preamble) {
		const name = /^微信昵称[:：]\[(.*)\]$/.exec(row.cells[0] ?? '')?.[1];
		if (name) return name;
	}
	return '';
}
