import type { Findings } from '../../findings/schema.ts';
import { formatDay } from '../../ledger/time.ts';
import { element, textLine } from '../svg.ts';
import { textWidth, wrap } from '../text-width.ts';
import type { Words } from '../words.ts';
import { GAP_MARK } from './boxes.ts';
import type { Fitted } from './fit.ts';
import { levelHeadings } from './levels.ts';
import { type Look, lookOf, STYLES } from './look.ts';
import { paintShape, rectangleOf } from './paint-boxes.ts';
import { DASHES, type Frame, INK } from './paint-links.ts';
import { FOOTER, MARGIN, type Sheet } from './sheet.ts';

const SMALL = 7;
const SIGN_WIDTH = 190;

/** Title, what the output is called, and the line of period, unit, cut-off and chart number. */
export function paintHeader(findings: Findings, sheet: Sheet, words: Words, unit: string | undefined): string {
	const { name, from, until, offsetMinutes } = findings.case;
	const day = (instant: number | undefined) =>
		instant === undefined ? words.unknown : formatDay(instant, offsetMinutes);
	const period =
		from === undefined && until === undefined ? words.wholeEvidence : `${day(from)}${words.until}${day(until)}`;
	const facts = [
		`${words.period}：${period}`,
		`${words.unit}：${unit ?? words.unitMixed}`,
		`${words.cutOff}：${day(findings.evidence.cutOff)}`,
		`${words.chartNumber}：${words.chartNumberValue}`,
	].map((fact) => fact.replaceAll('：', findings.case.language === 'en' ? ': ' : '：'));
	const middle = sheet.width / 2;
	const title = words.title(name);
	const titleSize = Math.min(20, (18 * (sheet.width - 2 * MARGIN)) / textWidth(title, 20));
	return element('g', { class: 'header' }, [
		textLine(title, middle, MARGIN + 16, titleSize, { anchor: 'middle', bold: true }),
		textLine(words.subtitle, middle, MARGIN + 29, SMALL, { anchor: 'middle', fill: '#444444' }),
		textLine(facts.join('　　'), middle, MARGIN + 41, 8, { anchor: 'middle' }),
	]);
}

/** A pale band behind each level, with its name. */
export function paintLevels(fitted: Fitted, words: Words, frame: Frame): string {
	const { area, direction, placed } = fitted;
	const headings = levelHeadings(
		placed.boxes.map((each) => each.box.node),
		fitted.plan.lastLevel,
		words,
	);
	const bands = headings.flatMap(({ level, text }) => {
		const boxes = placed.boxes.filter((each) => each.box.node.level === level).map((each) => rectangleOf(each, frame));
		const left = Math.min(...boxes.map((box) => box.x)) - 3;
		const right = Math.max(...boxes.map((box) => box.x + box.width)) + 3;
		const top = Math.min(...boxes.map((box) => box.y)) - 2;
		const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + 2;
		if (direction === 'down') {
			const band = { x: MARGIN, y: top, width: fitted.sheet.width - 2 * MARGIN, height: bottom - top };
			return [
				element('rect', { ...band, fill: '#F4F4F4' }),
				textLine(text, MARGIN + 3, (top + bottom) / 2 + 2.5, SMALL),
			];
		}
		const band = { x: left, y: area.y - 4, width: right - left, height: area.height + 8 };
		const lines = wrap(text, 8, right - left + 20);
		return [
			element('rect', { ...band, fill: '#F4F4F4' }),
			...lines.map((line, i) =>
				textLine(line, (left + right) / 2, area.y - 8 - 9.5 * (lines.length - 1 - i), 8, {
					anchor: 'middle',
					bold: true,
				}),
			),
		];
	});
	return element('g', { class: 'levels' }, bands);
}

/** What shapes and lines mean: only those that the chart uses. */
export function paintLegend(fitted: Fitted, words: Words): string {
	const { sheet, placed } = fitted;
	const y = sheet.height - MARGIN - FOOTER + 16;
	const parts = [textLine(words.legend.title, MARGIN, y + 3, 8, { bold: true })];
	let x = MARGIN + 30;
	const looks = new Set<Look>(placed.boxes.map((each) => lookOf(each.box.node)));
	for (const look of (Object.keys(STYLES) as Look[]).filter((each) => looks.has(each))) {
		parts.push(...paintShape(look, { x, y: y - 6, width: 26, height: 12 }, 0.8));
		x = caption(parts, words.legend[look], x + 30, y);
	}
	if (placed.boxes.some((each) => each.box.node.folded)) {
		parts.push(...paintShape('other', { x: x + 2, y: y - 8, width: 22, height: 11 }, 0.8));
		parts.push(...paintShape('other', { x, y: y - 6, width: 22, height: 11 }, 0.8));
		x = caption(parts, words.legend.folded, x + 28, y);
	}
	for (const grade of ['both-sides', 'one-ledger', 'inferred'] as const) {
		const line = { x1: x, y1: y, x2: x + 30, y2: y, stroke: INK, 'stroke-width': 1.1 };
		parts.push(element('line', { ...line, 'stroke-dasharray': DASHES[grade] }));
		x = caption(parts, words.legend[grade], x + 34, y);
	}
	const gaps = placed.boxes.some((each) => each.box.node.gaps.length > 0);
	caption(parts, gaps ? `${words.legend.hash}　${GAP_MARK}${words.legend.gap}` : words.legend.hash, x, y);
	return element('g', { class: 'legend' }, parts);
}

function caption(parts: string[], text: string, x: number, y: number): number {
	parts.push(textLine(text, x, y + 2.6, SMALL));
	return x + textWidth(text, SMALL) + 12;
}

/** Sources, assumption, folding, what is incomplete: as many notes as fit, and a line that says how many do not. */
export function paintNotes(notes: readonly string[], sheet: Sheet, words: Words): string {
	const width = sheet.width - 2 * MARGIN - SIGN_WIDTH - 16;
	const top = sheet.height - MARGIN - FOOTER + 36;
	const rows = Math.floor((FOOTER - 32) / 9.2);
	const lines: string[] = [];
	for (const [index, note] of notes.entries()) {
		const wrapped = wrap(`${index + 1}. ${note}`, SMALL, width);
		const left = notes.length - index - 1;
		if (lines.length + wrapped.length > rows - (left > 0 ? 1 : 0)) {
			lines.push(words.notes.more(left + 1));
			break;
		}
		lines.push(...wrapped);
	}
	const texts = lines.map((line, i) => textLine(line, MARGIN, top + 9.2 * i, SMALL));
	return element('g', { class: 'notes' }, texts);
}

/** Maker, reviewer and date: names where the case gives them, else a blank to sign on. */
export function paintSignatures(findings: Findings, sheet: Sheet, words: Words): string {
	const x = sheet.width - MARGIN - SIGN_WIDTH;
	const top = sheet.height - MARGIN - FOOTER + 30;
	const rows = [
		[words.sign.maker, findings.case.maker],
		[words.sign.reviewer, findings.case.reviewer],
		[words.sign.date, ''],
	] as const;
	const height = 19;
	const parts = rows.flatMap(([label, value], i) => {
		const y = top + height * i;
		const frame = { x, y, width: SIGN_WIDTH, height, fill: 'none', stroke: INK, 'stroke-width': 0.6 };
		return [
			element('rect', frame),
			element('line', { x1: x + 56, y1: y, x2: x + 56, y2: y + height, stroke: INK, 'stroke-width': 0.6 }),
			textLine(label, x + 5, y + 12.5, 8),
			...(value === '' ? [] : [textLine(wrap(value, 8, SIGN_WIDTH - 66)[0] ?? '', x + 61, y + 12.5, 8)]),
		];
	});
	return element('g', { class: 'signatures' }, parts);
}
