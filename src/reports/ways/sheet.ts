import type { Findings } from '../../findings/schema.ts';
import { formatDay } from '../../ledger/time.ts';
import type { Look } from '../chart/look.ts';
import { INK } from '../chart/paint-links.ts';
import { svgSheet } from '../chart/svg-sheet.ts';
import { element, textLine } from '../svg.ts';
import { textWidth, wrap } from '../text-width.ts';
import { visible } from '../visible.ts';
import type { Words } from '../words.ts';
import { fitted } from './fitted.ts';
import { legendOf, NO_LEGEND } from './legend.ts';

/** A4 in points: what every office prints. */
export type Orientation = 'portrait' | 'landscape';

const SHORT = 595.28;
const LONG = 841.89;
const MARGIN = 28;
export const SMALL = 7;
const FACTS = 7.5;
const LINE = 8.8;
const SIGN_WIDTH = 132;
const SIGN_ROW = 15;

/** Room for the drawing itself. */
export interface Area {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** What stands around a drawing. */
export interface Furniture {
	readonly orientation: Orientation;
	readonly title: string;
	/** Under the title in bold: how the drawing is to be read. */
	readonly lead: string;
	/** Chart number with its page. */
	readonly number: string;
	readonly unit: string;
	readonly notes: readonly string[];
	/** Shapes that the drawing uses, for a legend with every kind of line; none where it has legends of its own. */
	readonly looks: readonly Look[] | undefined;
}

/** A sheet before its drawing: where that may stand, and how the whole is written once it is there. */
export interface Blank {
	readonly area: Area;
	readonly width: number;
	svg(parts: readonly string[]): string;
}

/** Lays out what stands around a drawing on A4: title, facts, notes, and who made and reviewed it. */
export function blankSheet(findings: Findings, words: Words, furniture: Furniture): Blank {
	const portrait = furniture.orientation === 'portrait';
	const [width, height] = portrait ? [SHORT, LONG] : [LONG, SHORT];
	const facts = factLines(factsOf(findings, words, furniture), width - 2 * MARGIN);
	const notes = furniture.notes.flatMap((note, i) =>
		wrap(visible(`${i + 1}. ${note}`), SMALL, width - 2 * MARGIN - SIGN_WIDTH - 14),
	);
	const { looks } = furniture;
	const legend = looks === undefined ? NO_LEGEND : legendOf(looks, words, width - 2 * MARGIN);
	const footer = Math.max(3 * SIGN_ROW, notes.length * LINE) + 6 + legend.height;
	const top = MARGIN + 42 + 10 * facts.length;
	const area = { x: MARGIN, y: top, width: width - 2 * MARGIN, height: height - MARGIN - footer - top };
	const foot = height - MARGIN - footer + 6 + legend.height;
	const around = [
		header(furniture, facts, words, width),
		legend.paint(MARGIN, foot - legend.height),
		element('g', { class: 'notes' }, [...notes.map((note, i) => textLine(note, MARGIN, foot + 6.5 + LINE * i, SMALL))]),
		signatures(findings, words, width - MARGIN - SIGN_WIDTH, foot),
	];
	return {
		area,
		width,
		svg: (parts) => {
			const [widthMm, heightMm] = portrait ? [210, 297] : [297, 210];
			const title = `${furniture.number} ${furniture.title}`;
			return svgSheet({ width, height, widthMm, heightMm }, title, 6, [...around, ...parts]);
		},
	};
}

function factsOf(findings: Findings, words: Words, { unit, number }: Furniture): string[] {
	const { name, from, until, offsetMinutes } = findings.case;
	const day = (instant: number | undefined) =>
		instant === undefined ? words.unknown : formatDay(instant, offsetMinutes);
	const period =
		from === undefined && until === undefined ? words.wholeEvidence : `${day(from)}${words.until}${day(until)}`;
	return [
		name,
		`${words.period}${words.colon}${period}`,
		`${words.unit}${words.colon}${unit}`,
		`${words.cutOff}${words.colon}${day(findings.evidence.cutOff)}`,
		`${words.chartNumber}${words.colon}${number}`,
	];
}

/** Facts beside one another, as many as a line holds. */
function factLines(facts: readonly string[], width: number): string[] {
	const lines: string[] = [];
	for (const fact of facts) {
		const joined = lines.length === 0 ? undefined : `${lines.at(-1)}　　${visible(fact)}`;
		if (joined !== undefined && textWidth(joined, FACTS) <= width) lines[lines.length - 1] = joined;
		else lines.push(fitted(fact, FACTS, width));
	}
	return lines;
}

function header({ title, lead }: Furniture, facts: readonly string[], words: Words, width: number): string {
	const [middle, room] = [width / 2, width - 2 * MARGIN];
	const shown = fitted(title, 9, room);
	const size = Math.min(15, (15 * room) / textWidth(shown, 15.8));
	const leadSize = Math.min(8.5, (8.5 * room) / textWidth(lead, 8.9));
	return element('g', { class: 'header' }, [
		textLine(shown, middle, MARGIN + 13, size, { anchor: 'middle', bold: true }),
		textLine(lead, middle, MARGIN + 26, leadSize, { anchor: 'middle', bold: true }),
		textLine(words.subtitle, middle, MARGIN + 36, 6.5, { anchor: 'middle' }),
		...facts.map((line, i) => textLine(line, middle, MARGIN + 47 + 10 * i, FACTS, { anchor: 'middle' })),
	]);
}

/** Names where the case gives them, else a blank to sign on. */
function signatures(findings: Findings, { sign }: Words, x: number, top: number): string {
	const rows = [
		[sign.maker, findings.case.maker],
		[sign.reviewer, findings.case.reviewer],
		[sign.date, ''],
	] as const;
	const parts = rows.flatMap(([label, value], i) => {
		const y = top + SIGN_ROW * i;
		const line = { fill: 'none', stroke: INK, 'stroke-width': 0.5 };
		return [
			element('rect', { x, y, width: SIGN_WIDTH, height: SIGN_ROW, ...line }),
			element('line', { x1: x + 40, y1: y, x2: x + 40, y2: y + SIGN_ROW, ...line }),
			textLine(label, x + 4, y + 10, SMALL),
			...(value === '' ? [] : [textLine(fitted(value, SMALL, SIGN_WIDTH - 48), x + 44, y + 10, SMALL)]),
		];
	});
	return element('g', { class: 'signatures' }, parts);
}
