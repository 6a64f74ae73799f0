/** A sheet of the A series, landscape, in points. Furniture (title, legend, notes) has the same size on every sheet. */
export interface Sheet {
	readonly paper: string;
	readonly width: number;
	readonly height: number;
	/** Millimetres, for the printer. */
	readonly widthMm: number;
	readonly heightMm: number;
	/** Height of legend, notes and signatures. */
	readonly footer: number;
}

/** No text on a sheet is smaller: what a court can read without a glass. */
export const TYPE_MIN = 6;

export const MARGIN = 26;
const HEADER = 64;

export const A4: Sheet = { paper: 'A4', width: 841.89, height: 595.28, widthMm: 297, heightMm: 210, footer: 128 };
export const A3: Sheet = { paper: 'A3', width: 1190.55, height: 841.89, widthMm: 420, heightMm: 297, footer: 100 };
const A2: Sheet = { paper: 'A2', width: 1683.78, height: 1190.55, widthMm: 594, heightMm: 420, footer: 100 };
const A1: Sheet = { paper: 'A1', width: 2383.94, height: 1683.78, widthMm: 841, heightMm: 594, footer: 100 };

/** What takes more than the largest sheet that an office prints on. */
export const LARGE_SHEETS: readonly Sheet[] = [A2, A1];

export interface Area {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Room for the names of levels, left of a chart that runs downwards. */
const SIDE_HEADING = 52;

/** Where the chart itself may stand: below the title and the column headings, above the notes. */
export function areaOf(sheet: Sheet, sideHeadings: boolean): Area {
	const x = MARGIN + (sideHeadings ? SIDE_HEADING : 0);
	const y = MARGIN + HEADER;
	return { x, y, width: sheet.width - MARGIN - x, height: sheet.height - y - MARGIN - sheet.footer };
}
