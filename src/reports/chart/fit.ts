import { type Box, boxOf, FONT, type Pen, type Tag, type TagSetting, tagOf } from './boxes.ts';
import { type Folded, type FoldPlan, fold } from './fold.ts';
import { type ChartGraph, type ChartLink, sumsOf } from './graph.ts';
import { type Direction, layOut, leastSize, type Placed, type Sketch } from './layout.ts';
import { type Area, areaOf, type Sheet, TYPE_MIN } from './sheet.ts';
import { type Thinned, thin } from './thin.ts';

/** A chart that fits its sheet: every text at 6 points or more. */
export interface Fitted {
	readonly sheet: Sheet;
	readonly area: Area;
	/** From layout points to points on the sheet. */
	readonly scale: number;
	readonly placed: Placed;
	readonly folded: Folded;
	readonly thinned: Thinned;
	readonly plan: FoldPlan;
	readonly direction: Direction;
}

/** A sheet, and how to fold for it. */
export interface Attempt {
	readonly sheet: Sheet;
	readonly plan: FoldPlan;
}

const SCALE_MIN = TYPE_MIN / FONT;
const SCALE_MAX = 1.35;
/** More columns than this do not fit beside one another: the levels then run downwards. */
const COLUMNS_MAX = 8;
/** Levels with more boxes than this are set flat. */
const ROOMY_MAX = 8;
/** Levels with more boxes than this are set in one line each, where the plan allows it. */
const FLAT_MAX = 12;
/** Lines between two levels above which each has one line of text, where the plan allows it. */
const DENSE_LINES = 20;
const RANK_GAP = 11;
const RANK_GAP_DOWN = 8;
const SIDE_GAP = 4;
const SIDE_GAP_DENSE = 2;

/** The first attempt that fits, from the widest on; the last one, if none does. */
export async function fitToSheet(graph: ChartGraph, attempts: readonly Attempt[], pen: Pen): Promise<Fitted> {
	let last: Fitted | undefined;
	let before = '';
	for (const [index, { sheet, plan }] of attempts.entries()) {
		const folded = fold(graph, plan, pen.decimals);
		const thinned = thin(folded.graph, plan, pen.decimals);
		// A smaller limit that folds no more: what did not fit will not.
		const { boxes, hiddenNodes } = folded;
		const same = [sheet.paper, plan.by, plan.teams, plan.dense, boxes, hiddenNodes, thinned.drawn.length].join(' ');
		if (same === before && index < attempts.length - 1) continue;
		before = same;
		const sketch = sketchOf(folded.graph, thinned.drawn, plan, pen);
		const area = areaOf(sheet, sketch.direction === 'down');
		if (index < attempts.length - 1 && tooLarge(sketch, area)) continue;
		const placed = await layOut(sketch);
		const scale = scaleOf(placed, area);
		last = { sheet, area, scale, placed, folded, thinned, plan, direction: sketch.direction };
		if (scale >= SCALE_MIN) return spread(last, sketch);
	}
	if (last === undefined) throw new RangeError('no plan to fold by');
	return last;
}

function sketchOf(graph: ChartGraph, drawn: readonly ChartLink[], plan: FoldPlan, pen: Pen): Sketch {
	const roles = new Map<number, string[]>();
	for (const { level, kind, role } of graph.nodes) roles.set(level, [...(roles.get(level) ?? []), `${kind} ${role}`]);
	const direction: Direction = roles.size > COLUMNS_MAX ? 'down' : 'right';
	const down = direction === 'down';
	const size = (level: number) => roles.get(level)?.length ?? 0;
	const crowded = (level: number) => down || size(level) > ROOMY_MAX;
	const dense = (level: number) => plan.dense !== undefined && !down && size(level) > FLAT_MAX;
	const sums = sumsOf(graph);
	const repeated = alreadyTold(graph);
	const levels = new Map(graph.nodes.map((node) => [node.id, node.level]));
	const boxes = graph.nodes.map((node): Box => {
		const { level } = node;
		const roleInHeading = new Set(roles.get(level)).size === 1;
		const setting = {
			flat: crowded(level),
			oneLineFlows: down,
			dense: dense(level) ? plan.dense : undefined,
			roleInHeading,
		};
		const { inflow, outflow } = sums.get(node.id) ?? { inflow: [], outflow: [] };
		const shown = {
			inflow: setting.dense !== undefined && repeated.inflow.has(node.id) ? [] : inflow,
			outflow: setting.dense !== undefined && repeated.outflow.has(node.id) ? [] : outflow,
		};
		return boxOf(node, shown, setting, pen);
	});
	const between = new Map<string, number>();
	const pair = (from: number, to: number) => `${Math.min(from, to)} ${Math.max(from, to)}`;
	for (const { from, to } of drawn) {
		const key = pair(levels.get(from) ?? 0, levels.get(to) ?? 0);
		between.set(key, (between.get(key) ?? 0) + 1);
	}
	const linesOf = (from: number, to: number): TagSetting['lines'] => {
		if (down) return 'stacked';
		const lines = plan.dense === undefined ? 0 : (between.get(pair(from, to)) ?? 0);
		if (plan.dense !== undefined && (dense(from) || dense(to) || lines > DENSE_LINES)) return plan.dense;
		return crowded(from) || crowded(to) || lines > FLAT_MAX ? 'flat' : 'roomy';
	};
	const tags = drawn.map((link): Tag => {
		const [from, to] = [levels.get(link.from) ?? 0, levels.get(link.to) ?? 0];
		const against = from > to ? (down ? '↑' : '←') : from === to ? (down ? '↔' : '↕') : '';
		return tagOf(link, { lines: linesOf(from, to), against }, pen);
	});
	const rankGap = down ? RANK_GAP_DOWN : RANK_GAP;
	return {
		boxes: levelled(boxes, direction),
		tags,
		direction,
		rankGap,
		sideGap: plan.dense === undefined ? SIDE_GAP : SIDE_GAP_DENSE,
	};
}

/** Nodes at which a single line comes in, or goes out: its own text says what the box would say again. */
function alreadyTold({ nodes, links }: ChartGraph) {
	const count = (end: 'from' | 'to') => {
		const lines = new Map<string, number>();
		for (const link of links) lines.set(link[end], (lines.get(link[end]) ?? 0) + 1);
		return new Set(nodes.map(({ id }) => id).filter((id) => lines.get(id) === 1));
	};
	return { inflow: count('to'), outflow: count('from') };
}

/** Boxes of one level are equally wide (in rows: high), so that a column reads as a column and lines end at edges. */
function levelled(boxes: readonly Box[], direction: Direction): Box[] {
	const side = direction === 'right' ? 'width' : 'height';
	const largest = new Map<number, number>();
	for (const box of boxes) largest.set(box.node.level, Math.max(largest.get(box.node.level) ?? 0, box[side]));
	return boxes.map((box) => ({ ...box, [side]: largest.get(box.node.level) ?? box[side] }));
}

/** Saves laying out what cannot fit. */
function tooLarge(sketch: Sketch, area: Area): boolean {
	const { width, height } = leastSize(sketch);
	return width * SCALE_MIN > area.width || height * SCALE_MIN > area.height;
}

function scaleOf(placed: Placed, area: Area): number {
	return Math.min(area.width / Math.max(1, placed.width), area.height / Math.max(1, placed.height), SCALE_MAX);
}

/** Shares the room that is left among the gaps: both ways, or between levels only where that would be too wide. */
async function spread(fitted: Fitted, sketch: Sketch): Promise<Fitted> {
	const { placed, area, scale } = fitted;
	const right = sketch.direction === 'right';
	const along = (right ? area.width : area.height) / scale - (right ? placed.width : placed.height);
	const across = (right ? area.height : area.width) / scale - (right ? placed.height : placed.width);
	const rankGap = sketch.rankGap + Math.min(60, Math.max(0, along) / Math.max(1, placed.ranks - 1));
	const sideGap = sketch.sideGap + Math.min(24, (0.9 * Math.max(0, across)) / Math.max(1, placed.widestRank));
	const half = (sketch.rankGap + rankGap) / 2;
	for (const gaps of [{ rankGap, sideGap }, { rankGap }, { rankGap: half }]) {
		const again = await layOut({ ...sketch, ...gaps });
		const scaleAgain = scaleOf(again, area);
		if (scaleAgain >= Math.max(SCALE_MIN, 0.95 * scale)) return { ...fitted, placed: again, scale: scaleAgain };
	}
	return fitted;
}
