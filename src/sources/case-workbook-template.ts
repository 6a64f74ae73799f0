import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import { accountsTable } from './accounts-table.ts';
import { CELL_NOTES, type CellNote, WORKBOOK_NOTES } from './case-workbook-notes.ts';
import { groupMembersTable } from './group-members-table.ts';
import { groupsTable } from './groups-table.ts';
import { outsidersTable } from './outsiders-table.ts';
import { payRulesTable } from './pay-rules-table.ts';
import { peopleTable } from './people-table.ts';
import { columnLetters } from './row.ts';
import { startsTable } from './starts-table.ts';
import type { TableLayout } from './table-rows.ts';

/** Rows laid out as text below each header. Beyond them a spreadsheet would round a card number of 19 digits. */
const PREPARED_ROWS = 300;

const SHEETS: readonly (readonly [name: string, layout: TableLayout<string>])[] = [
	['人员', peopleTable],
	['账号', accountsTable],
	['起点', startsTable],
	['计酬规则', payRulesTable],
	['群组', groupsTable],
	['群成员', groupMembersTable],
	['案外人', outsidersTable],
];

/**
 * The empty workbook of a case: a sheet for each table, its header with a note on every column, its cells laid out as
 * text, and the sheet 填写说明 with an example of everything. Same bytes every time.
 */
export function writeCaseWorkbook(): Uint8Array {
	const book = utils.book_new();
	for (const [name, layout] of SHEETS) utils.book_append_sheet(book, tableSheet(name, layout), name);
	utils.book_append_sheet(book, notesSheet(), '填写说明');
	return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
}

function tableSheet(name: string, layout: TableLayout<string>): WorkSheet {
	const headers = Object.values(layout.columns).map((texts) => texts[0] ?? '');
	const sheet: WorkSheet = {
		'!ref': `A1:${columnLetters(headers.length - 1)}${PREPARED_ROWS + 1}`,
		'!cols': headers.map((header) => ({ wch: WIDTHS.get(header) ?? 12 })),
	};
	headers.forEach((header, index) => {
		const column = columnLetters(index);
		sheet[`${column}1`] = headerCell(
			header,
			CELL_NOTES.find((note) => note.sheet === name && note.column === header),
		);
		for (let row = 2; row <= PREPARED_ROWS + 1; row++) sheet[`${column}${row}`] = { t: 'z', z: '@' };
	});
	return sheet;
}

function headerCell(header: string, note: CellNote | undefined): CellObject {
	if (!note) return { t: 's', v: header };
	const comments = Object.assign([{ t: `${note.text}\n例：${note.example}` }], { hidden: true });
	return { t: 's', v: header, c: comments };
}

/** Sheet names stand in 【】 there: bare, a row of the explanation could pass for a table's header. */
function notesSheet(): WorkSheet {
	const rows = [
		...WORKBOOK_NOTES.map((text) => [text]),
		[],
		['工作表', '列', '怎么填', '例'],
		...CELL_NOTES.map((note) => [`【${note.sheet}】`, note.column, note.text, note.example]),
	];
	const sheet = utils.aoa_to_sheet(rows);
	sheet['!cols'] = [{ wch: 14 }, { wch: 14 }, { wch: 70 }, { wch: 40 }];
	return sheet;
}

/** In characters; a Chinese character takes two. */
const WIDTHS: ReadonlyMap<string, number> = new Map([
	['账号', 46],
	['起点', 46],
	['证件号码', 22],
	['群号', 24],
	['群名', 24],
	['成员', 36],
	['来源', 36],
	['说明', 36],
	['办案单位', 20],
	['撤回原因', 24],
]);
