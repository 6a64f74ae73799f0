import { readElements } from './xlsx-xml.ts';

/** Number format of each cell style, by the style's number: '' where it shows no date. */
export type DateFormats = readonly string[];

/** Formats that every workbook has, as far as they show a day or a time of day; 27 to 36 and 50 to 58 are the Chinese ones. */
const BUILT_IN: Readonly<Record<number, string>> = {
	...spread(14, 17, 'yyyy-mm-dd'),
	...spread(18, 21, 'hh:mm:ss'),
	22: 'yyyy-mm-dd hh:mm',
	...spread(27, 31, 'yyyy-mm-dd'),
	...spread(32, 35, 'hh:mm:ss'),
	36: 'yyyy-mm-dd',
	...spread(45, 47, 'hh:mm:ss'),
	...spread(50, 54, 'yyyy-mm-dd'),
	...spread(55, 56, 'hh:mm:ss'),
	...spread(57, 58, 'yyyy-mm-dd'),
};

function spread(from: number, to: number, format: string): Record<number, string> {
	return Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [from + i, format]));
}

export async function readDateFormats(chunks: AsyncIterable<Uint8Array>): Promise<DateFormats> {
	const own = new Map<number, string>();
	const formats: string[] = [];
	await readElements(chunks, (name, attributes, parents) => {
		const id = Number(attributes.get('numFmtId'));
		if (name === 'numFmt') own.set(id, dateFormat(attributes.get('formatCode') ?? ''));
		else if (name === 'xf' && parents.at(-1) === 'cellXfs') formats.push(own.get(id) ?? BUILT_IN[id] ?? '');
	});
	return formats;
}

/** The format without texts, colours and conditions, '' where it shows neither day nor time: `[$-804]yyyy"年"m"月"`. */
function dateFormat(code: string): string {
	const shown = code.replaceAll(/"[^"]*"|\\.|[_*]./g, '').replaceAll(/\[(?!h+\]|m+\]|s+\])[^[\]]*\]/gi, '');
	return /[ymdhs]/i.test(shown) && !/general/i.test(shown) ? shown : '';
}
