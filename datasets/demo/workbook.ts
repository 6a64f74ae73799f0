import { utf8 } from './text.ts';
import { storedZip } from './zip.ts';

/** A number as it is printed, and how the cell shows it: no float comes between. */
interface NumberCell {
	readonly number: string;
	readonly format: 'yuan' | 'day' | 'plain';
}

export type Cell = string | NumberCell;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Places in the list of cell styles below. */
const STYLE = { plain: 0, yuan: 1, day: 2 } as const;

/** An XLSX of one sheet (ECMA-376), texts shared; the same rows give the same bytes. */
export function workbook(sheet: string, rows: readonly (readonly Cell[])[]): Uint8Array {
	const shared = new Map<string, number>();
	const part = (xml: string) => utf8(XML + xml);
	const body = rows.map((row, index) => rowXml(row, index + 1, shared)).join('');
	return storedZip(
		new Map([
			['[Content_Types].xml', part(contentTypes())],
			['_rels/.rels', part(relations([['officeDocument', 'xl/workbook.xml']]))],
			[
				'xl/workbook.xml',
				part(
					`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${xmlText(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
				),
			],
			[
				'xl/_rels/workbook.xml.rels',
				part(
					relations([
						['worksheet', 'worksheets/sheet1.xml'],
						['styles', 'styles.xml'],
						['sharedStrings', 'sharedStrings.xml'],
					]),
				),
			],
			['xl/styles.xml', part(styles())],
			['xl/sharedStrings.xml', part(strings(shared))],
			['xl/worksheets/sheet1.xml', part(`<worksheet xmlns="${MAIN}"><sheetData>${body}</sheetData></worksheet>`)],
		]),
	);
}

function rowXml(row: readonly Cell[], number: number, shared: Map<string, number>): string {
	const cells = row.map((cell, column) => {
		const place = `${columnName(column)}${number}`;
		if (typeof cell !== 'string') return `<c r="${place}" s="${STYLE[cell.format]}"><v>${cell.number}</v></c>`;
		if (cell === '') return '';
		const index = shared.get(cell) ?? shared.size;
		shared.set(cell, index);
		return `<c r="${place}" t="s"><v>${index}</v></c>`;
	});
	return `<row r="${number}">${cells.join('')}</row>`;
}

function columnName(index: number): string {
	const letter = String.fromCharCode(65 + (index % 26));
	return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function strings(shared: ReadonlyMap<string, number>): string {
	const items = [...shared.keys()].map((text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`);
	return `<sst xmlns="${MAIN}" uniqueCount="${shared.size}">${items.join('')}</sst>`;
}

function styles(): string {
	const formats = ['\\¥#,##0.00', 'yyyy\\-mm\\-dd'];
	const list = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${xmlText(code)}"/>`);
	const cells = [0, 164, 165].map(
		(id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>`,
	);
	return [
		`<styleSheet xmlns="${MAIN}"><numFmts count="2">${list.join('')}</numFmts>`,
		'<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>',
		`<cellXfs count="3">${cells.join('')}</cellXfs></styleSheet>`,
	].join('');
}

function contentTypes(): string {
	const parts = [
		['/xl/workbook.xml', `${TYPES}.sheet.main+xml`],
		['/xl/worksheets/sheet1.xml', `${TYPES}.worksheet+xml`],
		['/xl/styles.xml', `${TYPES}.styles+xml`],
		['/xl/sharedStrings.xml', `${TYPES}.sharedStrings+xml`],
	].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
	const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
	return `<Types xmlns="${PACKAGE}/content-types">${rels}${parts.join('')}</Types>`;
}

function relations(targets: readonly (readonly [string, string])[]): string {
	const list = targets.map(
		([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
	);
	return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function xmlText(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
