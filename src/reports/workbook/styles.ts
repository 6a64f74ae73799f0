import { MAIN, XML } from './xml.ts';

/** How a cell looks; money and totals of money besides, by their decimals. */
const LOOKS = {
	title: { bold: 'large' },
	note: { wrap: false, grey: true },
	head: { bold: 'plain', fill: true, wrap: true, place: 'centre' },
	text: { format: '@', wrap: true, place: 'left' },
	whole: { format: '0' },
	decimal: { format: 'General' },
	day: { format: 'yyyy\\-mm\\-dd', place: 'centre' },
	time: { format: 'yyyy\\-mm\\-dd\\ hh:mm:ss', place: 'centre' },
	totalLabel: { format: '@', bold: 'plain', place: 'left' },
	totalWhole: { format: '#,##0', bold: 'plain' },
	link: { format: '@', wrap: true, link: true, place: 'left' },
} as const satisfies Record<string, Look>;

interface Look {
	readonly format?: string;
	readonly bold?: 'plain' | 'large';
	readonly fill?: boolean;
	readonly wrap?: boolean;
	readonly place?: 'left' | 'centre';
	readonly grey?: boolean;
	readonly link?: boolean;
}

export type LookName = keyof typeof LOOKS;

/** A number of 15 digits has no more decimals than that. */
const DECIMALS_MAX = 15;

const moneyFormat = (decimals: number) => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`);
const byDecimals = (look: Look) =>
	Array.from({ length: DECIMALS_MAX + 1 }, (_, decimals) => ({ ...look, format: moneyFormat(decimals) }));

const NAMES = Object.keys(LOOKS) as LookName[];
/** In the order of their numbers; 0 is the workbook's own. */
const ALL: readonly Look[] = [
	{},
	...Object.values(LOOKS),
	...byDecimals({}),
	...byDecimals({ bold: 'plain' }),
	...byDecimals({ link: true }),
];

export const STYLE = Object.fromEntries(NAMES.map((name, index) => [name, index + 1])) as Record<LookName, number>;

export function moneyStyle(decimals: number, look: 'plain' | 'total' | 'link'): number {
	return 1 + NAMES.length + { plain: 0, total: 1, link: 2 }[look] * (DECIMALS_MAX + 1) + decimals;
}

const FONTS = ['plain', 'bold', 'large', 'grey', 'link'] as const;

function fontOf({ bold, grey, link }: Look): number {
	const name = link ? 'link' : grey ? 'grey' : bold === 'large' ? 'large' : bold === 'plain' ? 'bold' : 'plain';
	return FONTS.indexOf(name);
}

/** A typeface that every Chinese office has, and for which other programs have a stand-in. */
const FACE = '<name val="宋体"/><charset val="134"/>';

const FONT_XML: Readonly<Record<(typeof FONTS)[number], string>> = {
	plain: `<font><sz val="10"/>${FACE}</font>`,
	bold: `<font><b/><sz val="10"/>${FACE}</font>`,
	large: `<font><b/><sz val="14"/>${FACE}</font>`,
	grey: `<font><sz val="9"/><color rgb="FF595959"/>${FACE}</font>`,
	link: `<font><u/><sz val="10"/><color rgb="FF0B4F9E"/>${FACE}</font>`,
};

const FORMATS = [...new Set(ALL.map(({ format = 'General' }) => format))].filter((format) => format !== 'General');
const FIRST_FORMAT = 164;

function formatId(format = 'General'): number {
	return format === 'General' ? 0 : FIRST_FORMAT + FORMATS.indexOf(format);
}

function xf(look: Look): string {
	const wrap = look.wrap ? ' wrapText="1"' : '';
	const place = { left: ' horizontal="left" indent="1"', centre: ' horizontal="center"', none: '' }[
		look.place ?? 'none'
	];
	const ids = `numFmtId="${formatId(look.format)}" fontId="${fontOf(look)}" fillId="${look.fill ? 2 : 0}" borderId="${look.fill ? 1 : 0}" xfId="0"`;
	return `<xf ${ids} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="${look.fill ? 'center' : 'top'}"${place}${wrap}/></xf>`;
}

/** `xl/styles.xml`. */
export const STYLES = [
	`${XML}<styleSheet xmlns="${MAIN}">`,
	`<numFmts count="${FORMATS.length}">${FORMATS.map((format, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${format}"/>`).join('')}</numFmts>`,
	`<fonts count="${FONTS.length}">${FONTS.map((name) => FONT_XML[name]).join('')}</fonts>`,
	'<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE4E4E4"/><bgColor indexed="64"/></patternFill></fill></fills>',
	'<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top style="thin"><color auto="1"/></top><bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders>',
	'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
	`<cellXfs count="${ALL.length}">${ALL.map(xf).join('')}</cellXfs>`,
	'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
];
