import { memoryFile } from '../../src/sources/evidence-file.ts';
import { buildZip } from './zip-builder.ts';

/** A workbook as a test wants it, in the XML that it is made of. */
export interface Parts {
	/** Name of each sheet -> what stands between `<sheetData>` and `</sheetData>`. */
	readonly sheets: Readonly<Record<string, string>>;
	/** Attributes of the sheets' entries, such as `state="hidden"`. */
	readonly states?: Readonly<Record<string, string>>;
	/** The `<si>` elements. */
	readonly strings?: string;
	/** Number formats of the cell styles 1, 2, …; style 0 has none. */
	readonly formats?: readonly (string | number)[];
	readonly date1904?: boolean;
	/** Prefix of every element, as some writers give: `x:`. */
	readonly prefix?: string;
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function xlsx(parts: Parts) {
	const names = Object.keys(parts.sheets);
	const p = parts.prefix ?? '';
	const space = p === '' ? 'xmlns' : `xmlns:${p.slice(0, -1)}`;
	const open = (name: string) => `<${p}${name} ${space}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
	const sheets = names.map(
		(name, i) => `<${p}sheet name="${name}" sheetId="${i + 1}" ${parts.states?.[name] ?? ''} r:id="s${i}"/>`,
	);
	const formats = parts.formats ?? [];
	const own = formats.map((code, i) =>
		typeof code === 'number' ? '' : `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`,
	);
	const xfs = formats.map((code, i) => `<xf numFmtId="${typeof code === 'number' ? code : 200 + i}"/>`);
	const members: Record<string, string> = {
		'[Content_Types].xml': '<Types/>',
		'_rels/.rels': relations({ r1: ['officeDocument', '/xl/workbook.xml'] }),
		'xl/workbook.xml': `${open('workbook')} xmlns:r="${RELATIONS}"><${p}workbookPr date1904="${parts.date1904 ? 1 : 0}"/><${p}sheets>${sheets.join('')}</${p}sheets></${p}workbook>`,
		'xl/_rels/workbook.xml.rels': relations({
			...Object.fromEntries(names.map((_, i) => [`s${i}`, ['worksheet', `worksheets/sheet${i}.xml`] as const])),
			t1: ['sharedStrings', 'sharedStrings.xml'],
			t2: ['styles', '../xl/styles.xml'],
		}),
		'xl/sharedStrings.xml': `<sst>${parts.strings ?? ''}</sst>`,
		'xl/styles.xml': `<styleSheet><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`,
	};
	for (const [i, name] of names.entries()) {
		members[`xl/worksheets/sheet${i}.xml`] =
			`${open('worksheet')}><${p}sheetData>${parts.sheets[name]}</${p}sheetData></${p}worksheet>`;
	}
	const zip = buildZip(Object.entries(members).map(([name, text]) => ({ name, content: Buffer.from(text) })));
	return memoryFile('a.xlsx', zip);
}

function relations(list: Readonly<Record<string, readonly [type: string, target: string]>>): string {
	const entries = Object.entries(list).map(
		([id, [type, target]]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
	);
	return `<Relationships>${entries.join('')}</Relationships>`;
}
