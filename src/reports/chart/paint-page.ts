import type { Findings } from '../../findings/schema.ts';
import { formatDay } from '../../ledger/time.ts';
import { element, textLine } from '../svg.ts';
import { clip, textWidth, wrap } from '../text-width.ts';
import type { Words } from '../words.ts';
import { amountsOf } from './amounts.ts';
import { GAP_MARK, type Pen } from './boxes.ts';
import { type Chart, chartWordsOf } from './chart.ts';
import type { Fitted } from './fit.ts';
import { levelHeadings } from './levels.ts';
import { type Look, lookOf, STYLES } from './look.ts';
import { paintShape, rectangleOf } from './paint-boxes.ts';
import { DASHES, type Frame, INK } from './paint-links.ts';
import { MARGIN, type Sheet } from './sheet.ts';

const SMALL = 7;
/** Titles hold names from evidence: cut where they would need smaller type. */
const TITLE_MIN = 12;
const SIGN_WIDTH = 190;
const NOTE_PITCH = 9.2;
const LEGEND_PITCH = 15;

/** Title, what the output is called, and the line of period, unit, cut-off and chart number. */
export function paintHeader(findings: Findings, chart: Chart, edition: string, sheet: Sheet, words: Words): string {
	const { from, until, offsetMinutes } = findings.case;
	const chartWords = chartWordsOf(findings.case.language);
	const day = (instant: number | undefined) =>
		instant === undefined ? words.unknown : formatDay(instant, offsetMinutes);
	const period =
		from === undefined && until === undefined ? words.wholeEvidence : `${day(from)}${words.until}${day(until)}`;
	const facts = [
		`${words.period}：${period}`,
		`${words.unit}：${amountsOf(findings, words).only ?? words.unitMixed}`,
		`${words.cutOff}：${day(findings.evidence.cutOff)}`,
		`${words.chartNumber}：${chartWords.number(chart.number)}`,
		...(edition === '' ? [] : [`${chartWords.edition}：${edition}`]),
	].map((fact) => fact.replaceAll('：', findings.case.language === 'en' ? ': ' : '：'));
	const middle = sheet.width / 2;
	const title = clip(chart.title, TITLE_MIN, sheet.width - 2 * MARGIN);
	const titleSize = Math.min(20, (18 * (sheet.width - 2 * MARGIN)) / textWidth(title, 20));
	return element('g', { class: 'header' }, [
		textLine(title, middle, MARGIN + 16, titleSize, { anchor: 'middle', bold: true }),
		textLine(words.subtitle, middle, MARGIN + 29, SMALL, { anchor: 'middle', fill: '#444444' }),
		textLine(clip(facts.join('　　'), 8, sheet.width - 2 * MARGIN), middle, MARGIN + 41, 8, { anchor: 'middle' }),
	]);
}

/** A pale band behind each level, with its name. */
export function paintLevels(fitted: Fitted, { words }: Pen, frame: Frame): string {
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

/** A legend entry: what is drawn at the place, and how wide with its caption. */
interface Entry {
	readonly width: number;
	paint(x: number, y: number): string[];
}

/** What shapes and lines mean: only those that the chart uses. In as many rows as it takes. */
export function paintLegend(
	{ sheet, placed }: Fitted,
	words: Words,
): { readonly markup: string; readonly rows: number } {
	const looks = new Set<Look>(placed.boxes.map((each) => lookOf(each.box.node)));
	const entries = (Object.keys(STYLES) as Look[])
		.filter((each) => looks.has(each))
		.map((look) => {
			const text = words.legend[look];
			return entry(30, text, (x, y) => paintShape(look, { x, y: y - 6, width: 26, height: 12 }, 0.8));
		});
	if (placed.boxes.some((each) => each.box.node.folded)) {
		entries.push(
			entry(28, words.legend.folded, (x, y) => [
				...paintShape('other', { x: x + 2, y: y - 8, width: 22, height: 11 }, 0.8),
				...paintShape('other', { x, y: y - 6, width: 22, height: 11 }, 0.8),
			]),
		);
	}
	for (const grade of ['both-sides', 'one-ledger', 'inferred'] as const) {
		entries.push(
			entry(34, words.legend[grade], (x, y) => {
				const line = { x1: x, y1: y, x2: x + 30, y2: y, stroke: INK, 'stroke-width': 1.1 };
				return [element('line', { ...line, 'stroke-dasharray': DASHES[grade] })];
			}),
		);
	}
	entries.push(entry(0, words.legend.hash, () => []));
	const gaps = placed.boxes.some((each) => each.box.node.gaps.length > 0);
	if (gaps) entries.push(entry(0, `${GAP_MARK}${words.legend.gap}`, () => []));
	return setLegend(entries, sheet, words);
}

function setLegend(entries: readonly Entry[], sheet: Sheet, words: Words): { markup: string; rows: number } {
	const top = sheet.height - MARGIN - sheet.footer + 16;
	const left = MARGIN + 8 + textWidth(words.legend.title, 8);
	const parts = [textLine(words.legend.title, MARGIN, top + 3, 8, { bold: true })];
	let [x, rows] = [left, 1];
	for (const { width, paint } of entries) {
		if (x + width > sheet.width - MARGIN && x > left) {
			x = left;
			rows += 1;
		}
		parts.push(...paint(x, top + LEGEND_PITCH * (rows - 1)));
		x += width + 12;
	}
	return { markup: element('g', { class: 'legend' }, parts), rows };
}

function entry(indent: number, text: string, paint: Entry['paint']): Entry {
	return {
		width: indent + textWidth(text, SMALL),
		paint: (x, y) => [...paint(x, y), textLine(text, x + indent, y + 2.6, SMALL)],
	};
}

/** Sources, assumption, folding, what is incomplete: as many notes as fit, and a line that says how many do not. */
export function paintNotes(notes: readonly string[], sheet: Sheet, legendRows: number, words: Words): string {
	const width = sheet.width - 2 * MARGIN - SIGN_WIDTH - 16;
	const start = 36 + LEGEND_PITCH * (legendRows - 1);
	const top = sheet.height - MARGIN - sheet.footer + start;
	const rows = Math.floor((sheet.footer - start + 4) / NOTE_PITCH);
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
	const texts = lines.map((line, i) => textLine(line, MARGIN, top + NOTE_PITCH * i, SMALL));
	return element('g', { class: 'notes' }, texts);
}

/** Maker, reviewer and date: names where the case gives them, else a blank to sign on. */
export function paintSignatures(findings: Findings, sheet: Sheet, words: Words): string {
	const x = sheet.width - MARGIN - SIGN_WIDTH;
	const top = sheet.height - MARGIN - 70;
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
