import { CFB } from '@e965/xlsx';
import { columnLetters } from './row.ts';

/** How a cell looks: a heading, text that wraps, text to fill in, a day to fill in, or an amount. */
export type CellLook = 'head' | 'text' | 'fill' | 'day' | 'amount';

export interface WrittenCell {
	readonly look: CellLook;
	/** Text; of an `amount`, decimal text. '' leaves the cell empty, ready to be filled in. */
	readonly value: string;
}

export interface WrittenSheet {
	readonly name: string;
	/** Widths of the columns in characters; a Chinese character takes two. */
	readonly widths: readonly number[];
	readonly rows: readonly (readonly WrittenCell[])[];
	/** The first row stays in view and filters the others. */
	readonly headed: boolean;
	/** Not shown: choices that other sheets' cells offer. */
	readonly hidden?: boolean;
	/** Cells (`J2`) that offer the texts of a range (`选项!$A$1:$F$1`); others can be typed. */
	readonly choices?: readonly { readonly range: string; readonly cells: readonly string[] }[];
}

/**
 * A workbook whose cells are laid out for people: wrapped text, frozen heads, lists to choose from. Every text is a text
 * cell, whatever it begins with: a spreadsheet neither runs it as a formula nor rounds it as a number. Same bytes every time.
 */
export function writeXlsx(sheets: readonly WrittenSheet[]): Uint8Array {
	const zip = CFB.utils.cfb_new();
	const add = (path: string, xml: string) => CFB.utils.cfb_add(zip, path, Buffer.from(`${XML}${xml}`));
	add('[Content_Types].xml', contentTypes(sheets.length));
	add('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
	add('xl/workbook.xml', book(sheets));
	const parts = sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const);
	add('xl/_rels/workbook.xml.rels', relations([...parts, ['styles', 'styles.xml']]));
	add('xl/styles.xml', STYLES);
	sheets.forEach((sheet, index) => {
		add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, index === 0));
	});
	return new Uint8Array(CFB.write(zip, { fileType: 'zip', type: 'buffer', compression: true }) as Buffer);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(sheets: number): string {
	const parts = [
		['/xl/workbook.xml', 'sheet.main'],
		['/xl/styles.xml', 'styles'],
		...Array.from({ length: sheets }, (_, index) => [`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet']),
	].map(([name, type]) => `<Override PartName="${name}" ContentType="${TYPES}.${type}+xml"/>`);
	const relations = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`;
	const xml = '<Default Extension="xml" ContentType="application/xml"/>';
	return `<Types xmlns="${PACKAGE}/content-types">${relations}${xml}${parts.join('')}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
	const each = targets.map(
		([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
	);
	return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function book(sheets: readonly WrittenSheet[]): string {
	const each = sheets.map(({ name, hidden }, index) => {
		const state = hidden ? ' state="hidden"' : '';
		return `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
	});
	const filters = sheets.flatMap((sheet, index) =>
		sheet.headed
			? [
					`<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escaped(`'${sheet.name}'!${absolute(sheet)}`)}</definedName>`,
				]
			: [],
	);
	const names = filters.length > 0 ? `<definedNames>${filters.join('')}</definedNames>` : '';
	return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${each.join('')}</sheets>${names}</workbook>`;
}

function sheetXml(sheet: WrittenSheet, first: boolean): string {
	const { widths, rows, headed, choices = [] } = sheet;
	const pane = headed ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : '';
	const selected = first ? ' tabSelected="1"' : '';
	const columns = widths.map(
		(width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
	);
	const filter = headed ? `<autoFilter ref="${absolute(sheet).replaceAll('$', '')}"/>` : '';
	const lists = choices.map(
		({ range, cells }) =>
			`<dataValidation type="list" errorStyle="warning" allowBlank="1" sqref="${cells.join(' ')}"><formula1>${escaped(range)}</formula1></dataValidation>`,
	);
	const validations =
		lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : '';
	const body = rows.map(
		(cells, index) =>
			`<row r="${index + 1}" ht="${heightOf(cells, widths)}" customHeight="1">${cells.map((cell, column) => cellXml(cell, column, index)).join('')}</row>`,
	);
	return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${selected}>${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${body.join('')}</sheetData>${filter}${validations}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="8" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

const LINE_HEIGHT = 14;
const LINES_MAX = 12;

/** A row tall enough for its longest cell: not every spreadsheet works that out on opening a file. Points. */
function heightOf(cells: readonly WrittenCell[], widths: readonly number[]): number {
	const lines = cells.map(({ value }, column) =>
		value
			.split('\n')
			.reduce((sum, part) => sum + Math.max(1, Math.ceil(charactersOf(part) / ((widths[column] ?? 10) - 1))), 0),
	);
	return LINE_HEIGHT * Math.min(LINES_MAX, Math.max(1, ...lines)) + 2;
}

/** Width in characters: all beyond Latin take two. */
function charactersOf(text: string): number {
	let width = 0;
	for (const character of text) width += character > '\u02ff' ? 2 : 1;
	return width;
}

function absolute({ widths, rows }: WrittenSheet): string {
	return `$A$1:$${columnLetters(widths.length - 1)}$${Math.max(1, rows.length)}`;
}

/** Digits that a spreadsheet keeps exactly. */
const EXACT_AMOUNT = /^-?\d{1,13}\.\d{2}$/;

function cellXml({ look, value }: WrittenCell, column: number, row: number): string {
	const place = `r="${columnLetters(column)}${row + 1}"`;
	if (value === '') return `<c ${place} s="${LOOKS[look]}"/>`;
	if (look === 'amount' && EXACT_AMOUNT.test(value)) return `<c ${place} s="${LOOKS.amount}"><v>${value}</v></c>`;
	const style = look === 'amount' ? LOOKS.text : LOOKS[look];
	return `<c ${place} s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** Without what XML cannot hold. */
function escaped(text: string): string {
	return text
		.replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

/** Numbers of the cell styles below. */
const LOOKS: Readonly<Record<CellLook, number>> = { head: 1, text: 2, fill: 3, day: 4, amount: 5 };

const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const style = (format: number, font: number, fill: number) =>
	`<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${WRAPPED}</xf>`;
const line = (side: string) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`;
const solid = (colour: string) =>
	`<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;

/** Number format 49 is text, 4 is `#,##0.00`, 164 the day. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="10"/><name val="宋体"/></font><font><b/><sz val="10"/><name val="宋体"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('FFD9E1F2')}${solid('FFFFF8DC')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${line('left')}${line('right')}${line('top')}${line('bottom')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${style(49, 1, 2)}${style(49, 0, 0)}${style(49, 0, 3)}${style(164, 0, 3)}${style(4, 0, 0)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
