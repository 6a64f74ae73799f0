import type { Findings } from '../findings/schema.ts';
import { type Amounts, amountsOf } from './chart/amounts.ts';
import { commonOf, type Pen } from './chart/boxes.ts';
import { type Fitted, fitToSheet } from './chart/fit.ts';
import type { FoldPlan } from './chart/fold.ts';
import { type ChartGraph, type ChartLink, decimalsOf, graphOf } from './chart/graph.ts';
import { isChainOnly } from './chart/levels.ts';
import { gapNotes, notesOf } from './chart/notes.ts';
import { hatchPatterns, paintBox } from './chart/paint-boxes.ts';
import { type Frame, INK, paintLine, paintTag } from './chart/paint-links.ts';
import { paintHeader, paintLegend, paintLevels, paintNotes, paintSignatures } from './chart/paint-page.ts';
import { areaOf, SHEETS } from './chart/sheet.ts';
import { fileName } from './file-name.ts';
import type { Report } from './report.ts';
import { element, FONTS, textLine, tooltip } from './svg.ts';
import { type Words, wordsOf } from './words.ts';

/** 资金流向图: the layered flow chart of the case, one A3 sheet. */
export const flowChart: Report = {
	id: 'flow-chart',
	file: (findings) => fileName(findings, 'chart', 'svg'),
	async *draw({ findings }) {
		yield await drawFlowChart(findings);
	},
};

const FOLD_ABOVE_DEFAULT = 8;
/** Lines to one hop of a chain at most, where all of them do not fit. */
const LINKS_PER_LEVEL = 9;
const LINKS_PER_LEVEL_MIN = 6;

/**
 * The chart as one SVG document: names as text, no script, no style sheet, nothing fetched.
 *
 * `chart.fold_above` of the findings' parameters says how many boxes a payer may have for each role.
 */
export async function drawFlowChart(findings: Findings): Promise<string> {
	const words = wordsOf(findings.case.language);
	const amounts = amountsOf(findings, words);
	const graph = graphOf(findings.flow);
	if (graph.nodes.length === 0) return emptySheet(findings, words);
	const foldAbove = Number(findings.parameters['chart.fold_above'] ?? FOLD_ABOVE_DEFAULT);
	const { offsetMinutes } = findings.case;
	const common = commonOf(graph);
	const pen: Pen = {
		words,
		amounts,
		decimals: decimalsOf(findings),
		offsetMinutes,
		common,
		chain: isChainOnly(graph.nodes),
	};
	const fitted = await fitToSheet(graph, plansOf(graph, foldAbove), pen);
	const notes = notesOf(findings, fitted, foldAbove, pen);
	return page(findings, fitted.sheet, words, [
		...chartParts(fitted, words, amounts),
		paintLegend(fitted, words),
		paintNotes(notes, fitted.sheet, words),
	]);
}

/**
 * From the widest chart to the tightest. People are folded by payer first; accounts of a chain by hop, and where a
 * sheet has no room for so many hops, the last of them stand together.
 */
function plansOf(graph: ChartGraph, foldAbove: number): FoldPlan[] {
	const perLevel = [24, 19, 15, 12, 10, 8, 6, 5, 4].map((limit): FoldPlan => ({ by: 'level', limit }));
	const tight = [3, 2].map((limit): FoldPlan => ({ by: 'level', limit }));
	if (isChainOnly(graph.nodes)) return [...perLevel, ...thinnedPlans(graph, perLevel, tight)];
	const perPayer: FoldPlan[] = [];
	for (
		let limit = foldAbove;
		limit >= 2 || perPayer.length === 0;
		limit = Math.min(limit - 1, Math.floor(limit * 0.9))
	) {
		perPayer.push({ by: 'parent', limit });
	}
	return [...perPayer, ...perLevel, ...tight];
}

/** Fewer lines, then fewer hops, then fewer boxes: what a sheet cannot hold of a chain. */
function thinnedPlans(graph: ChartGraph, wide: readonly FoldPlan[], tight: readonly FoldPlan[]): FoldPlan[] {
	const longest = Math.max(...graph.nodes.map((node) => node.level));
	const hops = [undefined, ...[14, 13, 12, 11, 10, 9, 8].filter((each) => each < longest)];
	const within = (plans: readonly FoldPlan[], linksPerLevel: number) =>
		hops.flatMap((lastLevel) =>
			plans.map((plan) => ({ ...plan, linksPerLevel, ...(lastLevel === undefined ? {} : { lastLevel }) })),
		);
	return [...within(wide, LINKS_PER_LEVEL), ...within(tight, LINKS_PER_LEVEL), ...within(tight, LINKS_PER_LEVEL_MIN)];
}

function chartParts(fitted: Fitted, words: Words, amounts: Amounts): string[] {
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
		paintLevels(fitted, words, frame),
		element('g', { class: 'lines' }, lines),
		...boxes,
		...placed.tags.map((tag) => paintTag(tag, title(tag.tag.link), frame)),
	];
}

function emptySheet(findings: Findings, words: Words): string {
	const sheet = SHEETS[0] as (typeof SHEETS)[number];
	const { x, y, width, height } = areaOf(sheet, false);
	const text = textLine(words.notes.empty, x + width / 2, y + height / 2, 12, { anchor: 'middle' });
	return page(findings, sheet, words, [text, paintNotes(gapNotes(findings, [], words), sheet, words)]);
}

function page(findings: Findings, sheet: Fitted['sheet'], words: Words, parts: readonly string[]): string {
	const { width, height, widthMm, heightMm } = sheet;
	const size = { width: `${widthMm}mm`, height: `${heightMm}mm`, viewBox: `0 0 ${width} ${height}` };
	const root = { xmlns: 'http://www.w3.org/2000/svg', ...size, 'font-family': FONTS, fill: INK, role: 'img' };
	const svg = element('svg', root, [
		tooltip(words.title(findings.case.name)),
		element('defs', {}, [...arrows(), ...hatchPatterns()]),
		element('rect', { width, height, fill: '#FFFFFF' }),
		paintHeader(findings, sheet, words, amountsOf(findings, words).only),
		...parts,
		paintSignatures(findings, sheet, words),
	]);
	return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.replaceAll('><g', '>\n<g').replaceAll('</g><', '</g>\n<')}\n`;
}

/** Full for what is documented or consistent, open for what is only proposed. */
function arrows(): string[] {
	const marker = { viewBox: '0 0 8 8', refX: 7.4, refY: 4, markerWidth: 6.5, markerHeight: 6.5, orient: 'auto' };
	const shape = { d: 'M0.5 1L7.5 4L0.5 7Z', stroke: INK };
	return [
		element('marker', { id: 'arrow', ...marker }, [element('path', { ...shape, fill: INK })]),
		element('marker', { id: 'arrow-open', ...marker }, [element('path', { ...shape, fill: '#FFFFFF' })]),
	];
}
