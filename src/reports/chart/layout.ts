import { Graphviz } from '@hpcc-js/wasm-graphviz';
import type { Box, Tag } from './boxes.ts';

/** `right`: levels are columns, left to right. `down`: levels are rows, for chains with many hops. */
export type Direction = 'right' | 'down';

/** What is to be placed, in points. Gaps: between ranks (a level, or the tags between two) and within one. */
export interface Sketch {
	readonly boxes: readonly Box[];
	readonly tags: readonly Tag[];
	readonly direction: Direction;
	readonly rankGap: number;
	readonly sideGap: number;
}

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** A cubic Bézier chain: a start, then three points a piece. In the direction in which the money goes. */
type Curve = readonly Point[];

export interface PlacedBox extends Point {
	readonly box: Box;
}

export interface PlacedTag extends Point {
	readonly tag: Tag;
	/** From the payer to the tag, and from the tag to the payee. */
	readonly before: Curve;
	readonly after: Curve;
	/** The line is drawn through the tag: not where it stops for it, nor where both its halves lie on one side. */
	readonly through: boolean;
}

/** Centres of boxes and tags; y grows downwards. */
export interface Placed {
	readonly width: number;
	readonly height: number;
	readonly boxes: readonly PlacedBox[];
	readonly tags: readonly PlacedTag[];
	readonly ranks: number;
	readonly widestRank: number;
}

/**
 * Lays a chart out with Graphviz dot, which crosses fewest lines. Levels are fixed: boxes of the n-th level that is in
 * use stand in rank 2n, and a tag is a node of its own in the odd rank beside one of its ends, so that dot itself keeps
 * every text clear of every other. dot sees numbers only, never a name.
 */
export async function layOut(sketch: Sketch): Promise<Placed> {
	const graphviz = await Graphviz.load();
	const ranks = ranksOf(sketch);
	const output = graphviz.layout(dotOf(sketch, ranks), 'json', 'dot', { yInvert: true });
	return placedOf(sketch, ranks, JSON.parse(output) as DotOutput);
}

/** A size below which no layout of the sketch can stay: its ranks behind one another, the fullest of them side by side. */
export function leastSize(sketch: Sketch): { readonly width: number; readonly height: number } {
	const { members, thickness } = ranksOf(sketch);
	const right = sketch.direction === 'right';
	const side = (each: Box | Tag) => (right ? each.height : each.width) + 2 * CLEARANCE + sketch.sideGap;
	const itemOf = (name: string) => (name.startsWith('n') ? sketch.boxes : sketch.tags)[Number(name.slice(1))];
	const sides = members.map((names) =>
		names.reduce((sum, name) => sum + side(itemOf(name) as Box | Tag), -sketch.sideGap),
	);
	const along = thickness.reduce((sum, each) => sum + each, 0) + sketch.rankGap * (members.length - 1);
	const across = Math.max(0, ...sides);
	return right ? { width: along, height: across } : { width: across, height: along };
}

/** Lines keep this far from boxes and texts: dot lets them touch what it places. */
const CLEARANCE = 2;

interface DotOutput {
	readonly bb: string;
	readonly objects: readonly { readonly name: string; readonly pos?: string }[];
	readonly edges: readonly { readonly tail: number; readonly head: number; readonly pos?: string }[];
}

interface Ranks {
	readonly box: ReadonlyMap<string, number>;
	readonly tag: readonly number[];
	readonly members: readonly (readonly string[])[];
	/** Of each rank, how far it reaches along the levels: all its boxes or tags are laid out as thick as the thickest. */
	readonly thickness: readonly number[];
}

function ranksOf({ boxes, tags, direction }: Sketch): Ranks {
	const levels = [...new Set(boxes.map((each) => each.node.level))].sort((a, b) => a - b);
	const box = new Map(boxes.map((each) => [each.node.id, 2 * levels.indexOf(each.node.level)]));
	const degree = new Map<string, number>();
	for (const { link } of tags) for (const end of [link.from, link.to]) degree.set(end, (degree.get(end) ?? 0) + 1);
	const tag = tags.map(({ link }) => {
		const [from, to] = [box.get(link.from) as number, box.get(link.to) as number];
		const [low, high] = [Math.min(from, to), Math.max(from, to)];
		if (high - low <= 2) return low + 1;
		// A long line is told best beside the end where fewer lines meet.
		const [left, right] = from < to ? [link.from, link.to] : [link.to, link.from];
		return (degree.get(right) ?? 0) <= (degree.get(left) ?? 0) ? high - 1 : low + 1;
	});
	const members: string[][] = Array.from({ length: Math.max(0, ...box.values(), ...tag) + 1 }, () => []);
	for (const [index, each] of boxes.entries()) members[box.get(each.node.id) as number]?.push(`n${index}`);
	for (const [index, rank] of tag.entries()) members[rank]?.push(`t${index}`);
	const along = (each: Box | Tag) => (direction === 'right' ? each.width : each.height);
	const thickness = members.map(() => 0);
	const raise = (rank: number, by: number) => {
		thickness[rank] = Math.max(thickness[rank] ?? 0, by);
	};
	for (const each of boxes) raise(box.get(each.node.id) as number, along(each));
	for (const [index, rank] of tag.entries()) raise(rank, along(tags[index] as Tag));
	return { box, tag, members, thickness };
}

function dotOf(sketch: Sketch, ranks: Ranks): string {
	const right = sketch.direction === 'right';
	const [enter, leave] = right ? ['w', 'e'] : ['n', 's'];
	const index = new Map(sketch.boxes.map((box, i) => [box.node.id, i]));
	const thick = (rank: number | undefined) => ranks.thickness[rank ?? 0] ?? 0;
	const lines = [
		`digraph{rankdir=${right ? 'LR' : 'TB'};nodesep=${inch(sketch.sideGap)};ranksep=${inch(sketch.rankGap)}`,
		'node[shape=box,fixedsize=true,label=""];edge[arrowhead=none]',
		...sketch.boxes.map((box, i) => `n${i}[${sizeOf(box, thick(ranks.box.get(box.node.id)), right)}]`),
		...sketch.tags.map((tag, i) => `t${i}[${sizeOf(tag, thick(ranks.tag[i]), right)}]`),
		...ranks.members.map((_, rank) => `r${rank}[width=0.01,height=0.01,style=invis]`),
		`${ranks.members.map((_, rank) => `r${rank}`).join('->')}[style=invis,weight=0]`,
		...ranks.members.map((names, rank) => `{rank=same;r${rank};${names.join(';')}}`),
	];
	for (const [i, { link }] of sketch.tags.entries()) {
		for (const end of [link.from, link.to]) {
			// dot draws every line from the lower rank to the higher; which way the money goes is for the painter.
			const node = `n${index.get(end)}`;
			const first = (ranks.box.get(end) as number) < (ranks.tag[i] as number);
			const [tail, head] = first ? [node, `t${i}`] : [`t${i}`, node];
			lines.push(`${tail}:${leave}->${head}:${enter}[weight=4]`);
		}
	}
	return `${lines.join(';\n')}}`;
}

function sizeOf({ width, height }: Box | Tag, thickness: number, right: boolean): string {
	const [wide, high] = right ? [thickness, height + 2 * CLEARANCE] : [width + 2 * CLEARANCE, thickness];
	return `width=${inch(wide)},height=${inch(high)}`;
}

function placedOf(sketch: Sketch, ranks: Ranks, output: DotOutput): Placed {
	const [, top = 0, width = 0, bottom = 0] = output.bb.split(',').map(Number);
	const places = new Map(
		output.objects.flatMap(({ name, pos }) => (pos === undefined ? [] : [[name, pointOf(pos)] as const])),
	);
	const curves = new Map<string, Curve>();
	for (const edge of output.edges) {
		const [tail, head] = [output.objects[edge.tail]?.name ?? '', output.objects[edge.head]?.name ?? ''];
		if (edge.pos !== undefined) curves.set(`${tail} ${head}`, edge.pos.split(' ').map(pointOf));
	}
	const index = new Map(sketch.boxes.map((box, i) => [box.node.id, i]));
	const curve = (tag: number, end: string, arriving: boolean): Curve => {
		const node = `n${index.get(end)}`;
		const [box, text] = [ranks.box.get(end) as number, ranks.tag[tag] as number];
		const [low, high] = box < text ? [node, `t${tag}`] : [`t${tag}`, node];
		const drawn =
			Math.abs(box - text) === 1
				? shortCurve(placeOf(places, low), placeOf(places, high), Math.min(box, text), ranks, sketch.direction)
				: curves.get(`${low} ${high}`);
		if (drawn === undefined) throw new RangeError(`dot left out a line of t${tag}`);
		return (low === node) === arriving ? drawn : drawn.toReversed();
	};
	return {
		width,
		height: Math.abs(bottom - top),
		boxes: sketch.boxes.map((box, i) => ({ box, ...placeOf(places, `n${i}`) })),
		tags: sketch.tags.map((tag, i) => ({
			tag,
			...placeOf(places, `t${i}`),
			before: curve(i, tag.link.from, true),
			after: curve(i, tag.link.to, false),
			through:
				sketch.direction === 'right' && !tag.stops && ranks.box.get(tag.link.from) !== ranks.box.get(tag.link.to),
		})),
		ranks: ranks.members.length,
		widestRank: Math.max(...ranks.members.map((names) => names.length)),
	};
}

/**
 * Between neighbouring ranks lies nothing: a plain S from edge to edge. dot, squeezed into a narrow gap, swirls there
 * and runs into what it has placed.
 */
function shortCurve(from: Point, to: Point, rank: number, { thickness }: Ranks, direction: Direction): Curve {
	const [before, after] = [(thickness[rank] ?? 0) / 2, (thickness[rank + 1] ?? 0) / 2];
	if (direction === 'right') {
		const [start, end] = [from.x + before, to.x - after];
		const middle = (start + end) / 2;
		return [
			{ x: start, y: from.y },
			{ x: middle, y: from.y },
			{ x: middle, y: to.y },
			{ x: end, y: to.y },
		];
	}
	const [start, end] = [from.y + before, to.y - after];
	const middle = (start + end) / 2;
	return [
		{ x: from.x, y: start },
		{ x: from.x, y: middle },
		{ x: to.x, y: middle },
		{ x: to.x, y: end },
	];
}

function placeOf(places: ReadonlyMap<string, Point>, name: string): Point {
	const place = places.get(name);
	if (place === undefined) throw new RangeError(`dot left out ${name}`);
	return place;
}

function pointOf(text: string): Point {
	const [x = 0, y = 0] = text.split(',').map(Number);
	return { x, y };
}

function inch(points: number): string {
	return (points / 72).toFixed(4);
}
