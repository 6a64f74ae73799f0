import type { Findings } from '../../findings/schema.ts';
import { element, textLine } from '../svg.ts';
import { type Words, wordsOf } from '../words.ts';
import { type Amounts, amountsOf } from './amounts.ts';
import { commonOf, type Pen } from './boxes.ts';
import { type Chart, chartWordsOf } from './chart.ts';
import { type Fitted, fitToSheet } from './fit.ts';
import { type ChartLink, decimalsOf } from './graph.ts';
import { isChainOnly } from './levels.ts';
import { gapNotes } from './notes.ts';
import { paintBox } from './paint-boxes.ts';
import { type Frame, paintLine, paintTag } from './paint-links.ts';
import { paintHeader, paintLegend, paintLevels, paintNotes, paintSignatures } from './paint-page.ts';
import { A3, areaOf } from './sheet.ts';
import { svgSheet } from './svg-sheet.ts';

/**
 * A chart as one SVG document: names as text, no script, no style sheet, nothing fetched.
 *
 * @param edition of the package that it is part of: for whom, and of which part of the case; a sheet may be taken out
 */
export async function drawChart(findings: Findings, chart: Chart, edition = ''): Promise<string> {
	const words = wordsOf(findings.case.language);
	const chartWords = chartWordsOf(findings.case.language);
	if (chart.graph.nodes.length === 0) return emptySheet(findings, chart, edition, words);
	const amounts = amountsOf(findings, words);
	const plain = {
		words,
		chartWords,
		amounts,
		decimals: decimalsOf(findings),
		offsetMinutes: findings.case.offsetMinutes,
		common: commonOf(chart.graph),
		chain: isChainOnly(chart.graph.nodes),
		see: chart.see,
	};
	const pen: Pen = { ...plain, beside: chart.beside(plain) };
	const fitted = await fitToSheet(chart.graph, chart.attempts, pen);
	const legend = paintLegend(fitted, words);
	return page(findings, chart, edition, fitted.sheet, [
		...chartParts(fitted, pen, amounts),
		legend.markup,
		paintNotes(chart.notes(findings, fitted, pen), fitted.sheet, legend.rows, words),
	]);
}

function chartParts(fitted: Fitted, pen: Pen, amounts: Amounts): string[] {
	const { area, placed, scale } = fitted;
	const left = area.x + (area.width - placed.width * scale) / 2;
	const top = area.y + (area.height - placed.height * scale) / 2;
	const frame: Frame = { scale, at: ({ x, y }) => ({ x: left + x * scale, y: top + y * scale }) };
	const names = new Map(placed.boxes.map(({ box }) => [box.node.id, box.node.label || (box.lines[0] ?? '')]));
	const title = (link: ChartLink) =>
		[
			`${names.get(link.from)} → ${names.get(link.to)}`,
			amounts.sum(link),
			link.numbers.map((number) => `#${number}`).join(' '),
		].join(' · ');
	const lines = placed.tags.map((tag) => paintLine(tag, frame));
	const boxes = placed.boxes.map((box) => {
		const { label, note } = box.box.node;
		return paintBox(box, [label, note, ...box.box.lines].filter((text) => text !== '').join(' · '), frame);
	});
	return [
		paintLevels(fitted, pen, frame),
		element('g', { class: 'lines' }, lines),
		...boxes,
		...placed.tags.map((tag) => paintTag(tag, title(tag.tag.link), frame)),
	];
}

function emptySheet(findings: Findings, chart: Chart, edition: string, words: Words): string {
	const { x, y, width, height } = areaOf(A3, false);
	const text = textLine(words.notes.empty, x + width / 2, y + height / 2, 12, { anchor: 'middle' });
	return page(findings, chart, edition, A3, [text, paintNotes(gapNotes(findings, [], words), A3, 1, words)]);
}

function page(
	findings: Findings,
	chart: Chart,
	edition: string,
	sheet: Fitted['sheet'],
	parts: readonly string[],
): string {
	const words = wordsOf(findings.case.language);
	return svgSheet(sheet, chart.title, 6.5, [
		paintHeader(findings, chart, edition, sheet, words),
		...parts,
		paintSignatures(findings, sheet, words),
	]);
}
