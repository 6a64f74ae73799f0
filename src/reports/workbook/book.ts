import { formatDay } from '../../ledger/time.ts';
import type { Cell } from '../cell.ts';
import type { Schedule } from '../ledgers/ledger.ts';
import type { PackageInput } from '../package/part.ts';
import { escapeXml } from '../svg.ts';
import { wordsOf } from '../words.ts';
import { contentsSheet } from './contents.ts';
import { Figures } from './figures.ts';
import { type Laid, type LaidSheet, layOut, SHEET_ROWS_MAX } from './layout.ts';
import { quotedSheet, SheetNames } from './place.ts';
import { printTitles, tableSheet } from './sheet.ts';
import { Strings } from './strings.ts';
import { STYLES } from './styles.ts';
import { workbookWords } from './words.ts';
import { MAIN, OFFICE, PACKAGE, XML } from './xml.ts';
import type { ZipEntry } from './zip.ts';

/**
 * The schedules as one workbook: contents first, then a sheet or more for each. Rows are written as they come; only texts
 * that come back and the rows under figures are held.
 *
 * @param rowsMax rows of a table that go on one sheet
 */
export function* bookEntries(
	input: PackageInput,
	schedules: readonly Schedule<PackageInput>[],
	rowsMax = SHEET_ROWS_MAX,
): Generator<ZipEntry> {
	const { findings } = input;
	const words = workbookWords(findings.case.language);
	const names = new SheetNames();
	const contents = names.take(words.contents);
	const laid = schedules.map((schedule) => layOut(schedule.id, schedule.table(input), names, rowsMax));
	const figures = figuresOf(laid);
	const strings = new Strings(words.cut);
	const sheets = laid.flatMap((each) => each.sheets.map((sheet) => ({ each, sheet })));

	yield entry('[Content_Types].xml', contentTypes(sheets.length + 1));
	yield entry('_rels/.rels', ROOT_RELATIONS);
	yield entry('docProps/core.xml', core(wordsOf(findings.case.language).files.workbook, input));
	yield entry('xl/workbook.xml', workbook([contents, ...sheets.map(({ sheet }) => sheet.name)], sheets));
	yield entry('xl/_rels/workbook.xml.rels', relations(sheets.length + 1));
	yield { path: 'xl/styles.xml', text: () => STYLES };
	yield { path: 'xl/worksheets/sheet1.xml', text: () => contentsSheet(input, laid, strings, words) };
	const told = {
		...{ total: words.total, filtered: words.filtered, pages: words.pages, caseName: findings.case.name },
		contents: `${quotedSheet(contents)}!A1`,
	};
	let rows: Iterator<readonly Cell[]> = [][Symbol.iterator]();
	for (const [index, { each, sheet }] of sheets.entries()) {
		if (sheet.first === 0) rows = each.table.rows()[Symbol.iterator]();
		const [wanted, note] = [each.id === ROWS_OF_FIGURES ? undefined : figures, words.meanings[each.id] ?? ''];
		const more = { strings, figures: wanted, words: { ...told, note: noteOf(note, input) } };
		yield { path: `xl/worksheets/sheet${index + 2}.xml`, text: () => tableSheet(each, sheet, rows, more) };
	}
	yield { path: 'xl/sharedStrings.xml', text: () => strings.xml() };
}

/** The schedule whose amounts name the figures that they count in. */
const ROWS_OF_FIGURES = 'person-rows';

function figuresOf(laid: readonly Laid[]): Figures | undefined {
	const rows = laid.find(({ id }) => id === ROWS_OF_FIGURES);
	return rows && new Figures(rows);
}

function noteOf(meaning: string, { findings, cover }: PackageInput): string {
	const { cutOff } = findings.evidence;
	const { cutOff: word } = workbookWords(findings.case.language);
	const day = cutOff === undefined ? [] : [`${word} ${formatDay(cutOff, findings.case.offsetMinutes)}`];
	const part = cover.part === undefined ? [] : [cover.part.title];
	return [meaning, findings.case.name, ...part, ...day].join(' · ');
}

function entry(path: string, xml: string): ZipEntry {
	return { path, text: () => [XML, xml] };
}

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const CORE = 'application/vnd.openxmlformats-package.core-properties+xml';

function contentTypes(sheets: number): string {
	const parts = [
		['/xl/workbook.xml', `${TYPES}.sheet.main+xml`],
		['/xl/styles.xml', `${TYPES}.styles+xml`],
		['/xl/sharedStrings.xml', `${TYPES}.sharedStrings+xml`],
		['/docProps/core.xml', CORE],
		...Array.from({ length: sheets }, (_, n) => [`/xl/worksheets/sheet${n + 1}.xml`, `${TYPES}.worksheet+xml`]),
	].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
	const rels = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`;
	return `<Types xmlns="${PACKAGE}/content-types">${rels}<Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

const ROOT_RELATIONS = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

function relations(sheets: number): string {
	const parts = [
		...Array.from({ length: sheets }, (_, n) => ['worksheet', `worksheets/sheet${n + 1}.xml`]),
		['styles', 'styles.xml'],
		['sharedStrings', 'sharedStrings.xml'],
	].map(([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`);
	return `<Relationships xmlns="${PACKAGE}/relationships">${parts.join('')}</Relationships>`;
}

function workbook(names: readonly string[], sheets: readonly { each: Laid; sheet: LaidSheet }[]): string {
	const listed = names.map((name, n) => `<sheet name="${escapeXml(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`);
	const defined = sheets.map(({ each, sheet }, n) => {
		const titles = printTitles(sheet, each.table.columns.length);
		return `<definedName name="_xlnm.Print_Titles" localSheetId="${n + 1}">${escapeXml(titles)}</definedName>`;
	});
	const views = '<bookViews><workbookView activeTab="0" tabRatio="850"/></bookViews>';
	return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${views}<sheets>${listed.join('')}</sheets><definedNames>${defined.join('')}</definedNames><calcPr calcId="0" fullCalcOnLoad="1"/></workbook>`;
}

/** Its date is the last instant of the evidence: a clock would make every file another. */
function core(title: string, { findings }: PackageInput): string {
	const { cutOff } = findings.evidence;
	const instant = cutOff === undefined ? '' : new Date(cutOff).toISOString().replace(/\.\d+Z$/, 'Z');
	const created = instant === '' ? '' : `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>`;
	const spaces =
		'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
	return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ${spaces}><dc:title>${escapeXml(`${title} ${findings.case.name}`)}</dc:title><dc:creator>${escapeXml(findings.program)}</dc:creator>${created}</cp:coreProperties>`;
}
