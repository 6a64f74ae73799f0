import type { Place } from '../reports/page/format.ts';
import { clip, wrap } from '../reports/text-width.ts';
import { CERTAINTY, type Data, GRADE, KIND, MEDIUM } from './data.ts';
import { svg } from './dom.ts';
import type { Way } from './tracer.ts';

const BOX_HEIGHT = 46;
const LINE_HEIGHT = 18;
/** Where lines run down, and where their texts begin. */
const RAIL = 20;
const TEXT = 38;

/** A conversion between one transfer of a way and the next: a cash-out, or tokens for tokens. */
export interface Crossing {
	readonly label: string;
	readonly grade: string;
}

/**
 * One way from the first payer down to the payee: a box for each account, a line for each transfer, by its grade solid,
 * dashed or dotted. Where value crosses a conversion, a double line joins the account that gave to the one that got.
 *
 * @param width there is room for, in the unit of the texts
 */
export function wayDrawing(
	data: Data,
	way: Way,
	crossingInto: (row: Place) => Crossing | undefined,
	label: string,
	width: number,
): SVGElement {
	const { rows } = data;
	const sheet = new Sheet(width);
	for (const [k, { row, amount }] of way.hops.entries()) {
		const card = rows.card[row] as Place;
		const asset = rows.asset[row] as Place;
		const crossing = k === 0 ? undefined : crossingInto(row);
		if (crossing) sheet.line(crossing.grade, [crossing.label], true);
		if (k === 0 || crossing)
			sheet.box(data.text(rows.payer[row]), data.text(card < 0 ? rows.from[row] : card), k === 0);
		const words = [data.codeWord(KIND, row), data.codeWord(CERTAINTY, row), data.codeWord(MEDIUM, row)];
		sheet.line(data.code(GRADE, row), [
			`${k + 1}. ${data.when(row)}　${data.amountText(data.amount(row), asset)}`,
			`${data.say('stepAmount')} ${data.amountText(amount, asset)}`,
			[...words, data.codeWord(GRADE, row)].filter((word) => word !== '').join(' · '),
		]);
		sheet.box(data.text(rows.payee[row]), data.text(rows.to[row]), k === way.hops.length - 1);
	}
	return sheet.drawn(label);
}

class Sheet {
	private readonly width: number;
	private readonly marks: SVGElement[] = [];
	private y = 4;

	constructor(width: number) {
		this.width = width;
	}

	box(name: string, account: string, end: boolean): void {
		const { y, width } = this;
		const place = { x: 2, y, width: width - 4, height: BOX_HEIGHT, rx: 5, class: end ? 'box end' : 'box' };
		this.marks.push(svg('rect', place), this.text(name === '' ? account : name, 14, y + 19, 'name', 15));
		if (name !== '') this.marks.push(this.text(account, 14, y + 37, 'account', 13));
		this.y += BOX_HEIGHT;
	}

	line(grade: string, texts: readonly string[], double = false): void {
		const lines = texts.flatMap((text) => wrap(text, 13, this.width - TEXT - 8));
		const { y } = this;
		const end = y + lines.length * LINE_HEIGHT + 22;
		const run = (x: number) => `M${x} ${y}V${end - 9}`;
		this.marks.push(
			svg('path', { d: double ? run(RAIL - 3) + run(RAIL + 3) : run(RAIL), class: `line ${grade}` }),
			svg('path', { d: `M${RAIL} ${end}l-6 -10h12z`, class: 'head' }),
			...lines.map((text, k) => this.text(text, TEXT, y + 20 + k * LINE_HEIGHT, 'what', 13)),
		);
		this.y = end;
	}

	drawn(label: string): SVGElement {
		const { width, marks, y } = this;
		return svg(
			'svg',
			{ viewBox: `0 0 ${width} ${y + 4}`, width, class: 'way', role: 'img', 'aria-label': label },
			marks,
		);
	}

	private text(content: string, x: number, y: number, name: string, size: number): SVGElement {
		return svg('text', { x, y, class: name }, clip(content, size, this.width - x - 6));
	}
}
