import { buildPdf, type PdfMake, type PlacedText } from './pdf-builder.ts';

/** 交易单号, 交易时间, 交易类型, 收/支/其他, 交易方式, 金额(元), 交易对方, 商户单号 of one payment. */
export type StatementRow = readonly [string, string, string, string, string, string, string, string];

/** How a certificate is laid out. */
export interface StatementLook {
	/** Cells of a row begin at one height, or stand around one middle; default top. */
	readonly align?: 'top' | 'middle';
	/** Points between the rows' texts beyond the distance of lines; default 8. */
	readonly padding?: number;
	/** Points between a column's edge and its texts; default 4. Below 3 the texts of two cells come as one. */
	readonly margin?: number;
	/** Whether each page repeats the header; default yes. */
	readonly repeats?: boolean;
	/** Lines that a page has room for; default 40. A row may be cut by the end of a page. */
	readonly lines?: number;
	/** The certificate's first lines. */
	readonly preamble?: readonly string[];
}

const HEAD: StatementRow = [
	'交易单号',
	'交易时间',
	'交易类型',
	'收/支/其他',
	'交易方式',
	'金额(元)',
	'交易对方',
	'商户单号',
];
/** Points of text in a line of each column: 20 digits, a day, seven Chinese letters, ... */
const WIDTHS = [80, 40, 48, 40, 48, 40, 64, 80];
const SIZE = 8;
const PITCH = 10;

export const PREAMBLE = [
	'微信支付交易明细证明',
	'编号：20240301000000000001',
	'兹证明：样甲（居民身份证：000000199001010011），在其微信号：wxid_sample00000a中的交易',
	'明细信息如下：',
	'交易明细对应时间段：2023-03-01 00:00:00至2023-03-31 23:59:59',
	'币种：人民币 单位：元',
];

/** Bytes of a certificate with these payments. */
export function statementPdf(rows: readonly StatementRow[], look: StatementLook = {}, make: PdfMake = {}): Buffer {
	const { repeats = true, lines = 40, preamble = PREAMBLE, padding = 8, align = 'top' } = look;
	const pages: PlacedText[][] = [];
	let page: PlacedText[] = [];
	let y = 800;
	let room = lines;
	const turn = () => {
		if (page.length > 0) page.push({ text: `${pages.length + 1}/9`, x: 290, y: 20, size: SIZE });
		if (page.length > 0) pages.push(page);
		page = [];
		y = 800;
		room = lines;
		if (pages.length === 0) {
			for (const text of preamble) {
				y -= 16;
				page.push({ text, x: 40, y, size: SIZE });
			}
			y -= 20;
		}
		if (pages.length === 0 || repeats) page.push(...cellsAt(wrapped(HEAD), 0, y, look));
		y -= PITCH * 2 + padding;
	};
	turn();
	for (const row of rows) {
		const cells = wrapped(row);
		const height = Math.max(...cells.map((cell) => cell.length));
		// Only cells that begin at one height may be cut by the end of a page.
		if (align === 'middle' && room < height) turn();
		for (let line = 0; line < height; line++) {
			if (room === 0) turn();
			const now = cells.map((cell) => {
				const above = align === 'top' ? 0 : (height - cell.length) / 2;
				return cell.flatMap((text, i) => (Math.floor(i + above) === line ? [{ text, shift: above % 1 }] : []));
			});
			page.push(
				...now.flatMap((texts, column) =>
					texts.map(({ text, shift }) => ({ text, x: leftOf(column, look), y: y - shift * PITCH, size: SIZE })),
				),
			);
			y -= PITCH;
			room -= 1;
		}
		y -= padding;
	}
	page.push({ text: '说明：', x: 40, y: y - 20, size: SIZE });
	page.push({ text: '1. 本证明仅供样例使用，其中的人和账号都是编造的。', x: 40, y: y - 32, size: SIZE });
	turn();
	return buildPdf(pages, make);
}

function cellsAt(cells: readonly (readonly string[])[], line: number, y: number, look: StatementLook): PlacedText[] {
	return cells.flatMap((cell, column) =>
		cell.map((text, i) => ({ text, x: leftOf(column, look), y: y - (line + i) * PITCH, size: SIZE })),
	);
}

function leftOf(column: number, { margin = 4 }: StatementLook): number {
	return 24 + WIDTHS.slice(0, column).reduce((sum, width) => sum + width + margin * 2, 0);
}

/** Each cell cut into lines of its column's width, at a space where there is one. */
function wrapped(row: StatementRow): string[][] {
	return row.map((cell, column) => {
		const lines: string[] = [];
		let line = '';
		let width = 0;
		for (const letter of cell) {
			const own = letter.charCodeAt(0) < 0x2000 ? SIZE / 2 : SIZE;
			if (width + own > (WIDTHS[column] ?? 0)) {
				if (line !== '') lines.push(line);
				line = '';
				width = 0;
				if (letter === ' ') continue;
			}
			line += letter;
			width += own;
		}
		return [...lines, line];
	});
}
