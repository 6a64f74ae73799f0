import { INK } from '../chart/paint-links.ts';
import { element, textLine } from '../svg.ts';
import { textWidth } from '../text-width.ts';
import { fitted } from './fitted.ts';
import type { Area } from './sheet.ts';

/** How a series is filled: told apart in grey too, the dark one first. */
export type Fill = 'dark' | 'hatched' | 'dotted' | 'pale' | 'hollow';

export interface Series {
	/** '' where the title says it. */
	readonly label: string;
	readonly fill: Fill;
	/** One for each bar of the calendar. */
	readonly values: readonly bigint[];
}

/** One panel: bars on one scale. */
export interface Panel {
	readonly title: string;
	/** What stands at the right of the title: sums and the highest bar. */
	readonly remark: string;
	/** Stacked on one another, or side by side where sums of different sources may not be added. */
	readonly kind: 'stacked' | 'beside';
	readonly series: readonly Series[];
	/** Drawn instead of bars where there are none. */
	readonly empty: string;
	tick(value: bigint): string;
}

/** Left of the bars: the scale. */
export const SCALE_WIDTH = 66;
const SIZE = 6.5;
const HEAD = 13;

const COLOURS: Readonly<Record<Fill, string>> = {
	dark: '#0072B2',
	hatched: '#E69F00',
	dotted: '#56B4E9',
	pale: '#F0E442',
	hollow: '#FFFFFF',
};
const TEXTURES: Partial<Record<Fill, string>> = { hatched: 'M0 4L4 0', dotted: 'M1.5 2H2.5' };

export function barPatterns(): string {
	const patterns = Object.entries(TEXTURES).map(([fill, d]) =>
		element('pattern', { id: `bar-${fill}`, width: 4, height: 4, patternUnits: 'userSpaceOnUse' }, [
			element('path', { d, stroke: '#000000', 'stroke-width': 0.7, fill: 'none' }),
		]),
	);
	return element('defs', {}, patterns);
}

/** A panel with its title, its scale and its bars. */
export function paintPanel(panel: Panel, area: Area): string {
	const { title, remark, series, kind, empty } = panel;
	const drawn = series.filter(({ values }) => values.some((value) => value > 0n));
	const legend = legendOf(drawn, area.x + SCALE_WIDTH + textWidth(title, 7.5) * 1.06 + 12, area.y + 8);
	const room = area.x + area.width - legend.end - 8;
	const head = [
		textLine(title, area.x + SCALE_WIDTH, area.y + 8, 7.5, { bold: true }),
		...legend.parts,
		textLine(fitted(remark, SIZE, room), area.x + area.width, area.y + 8, SIZE, { anchor: 'end' }),
	];
	const plot = {
		x: area.x + SCALE_WIDTH,
		y: area.y + HEAD,
		width: area.width - SCALE_WIDTH,
		height: area.height - HEAD,
	};
	const base = { x1: plot.x, x2: plot.x + plot.width, stroke: INK, 'stroke-width': 0.7 };
	const floor = element('line', { ...base, y1: plot.y + plot.height, y2: plot.y + plot.height });
	if (drawn.length === 0) {
		const text = textLine(empty, plot.x + plot.width / 2, plot.y + plot.height / 2 + 2, SIZE, { anchor: 'middle' });
		return element('g', { class: 'panel' }, [...head, floor, text]);
	}
	const top = topOf(highest(drawn, kind));
	const ticks = top === 1n ? [0n, top] : [0n, top / 2n, top];
	const scale = ticks.flatMap((tick) => {
		const y = plot.y + plot.height * (1 - ratio(tick, top));
		const grid = { ...base, stroke: '#BBBBBB', 'stroke-width': 0.4, y1: y, y2: y };
		return [
			...(tick === 0n ? [] : [element('line', grid)]),
			textLine(panel.tick(tick), plot.x - 4, y + 2.3, SIZE, { anchor: 'end' }),
		];
	});
	const bars = kind === 'stacked' ? stacked(drawn, top, plot) : beside(drawn, top, plot);
	return element('g', { class: 'panel' }, [...head, ...scale, ...bars, floor]);
}

function legendOf(series: readonly Series[], left: number, y: number) {
	let x = left;
	const parts = series.flatMap(({ label, fill }) => {
		if (label === '') return [];
		const box = paintBar(fill, { x, y: y - 5.5, width: 8, height: 6.5 });
		const text = textLine(label, x + 11, y, SIZE);
		x += 11 + textWidth(label, SIZE) + 10;
		return [...box, text];
	});
	return { parts, end: x };
}

function stacked(series: readonly Series[], top: bigint, plot: Area): string[] {
	const count = series[0]?.values.length ?? 1;
	const step = plot.width / count;
	const width = Math.max(0.8, Math.min(step * 0.8, 14));
	const below = new Array<bigint>(count).fill(0n);
	return series.flatMap(({ fill, values }) =>
		values.flatMap((value, i) => {
			if (value <= 0n) return [];
			const under = below[i] as bigint;
			below[i] = under + value;
			const y = plot.y + plot.height * (1 - ratio(under + value, top));
			const x = plot.x + step * i + (step - width) / 2;
			return paintBar(fill, { x, y, width, height: plot.height * ratio(value, top) });
		}),
	);
}

function beside(series: readonly Series[], top: bigint, plot: Area): string[] {
	const step = plot.width / (series[0]?.values.length ?? 1);
	const width = Math.max(0.4, Math.min((step * 0.84) / series.length, 8));
	return series.flatMap(({ fill, values }, s) =>
		values.flatMap((value, i) => {
			if (value <= 0n) return [];
			const height = plot.height * ratio(value, top);
			const x = plot.x + step * i + (step - width * series.length) / 2 + width * s;
			return paintBar(fill, { x, y: plot.y + plot.height - height, width, height });
		}),
	);
}

function paintBar(fill: Fill, { x, y, width, height }: Area): string[] {
	const box = { x, y, width, height };
	const line = { stroke: INK, 'stroke-width': Math.min(0.4, width / 6) };
	const layers = [element('rect', { ...box, fill: COLOURS[fill], ...line })];
	if (TEXTURES[fill] !== undefined && width >= 2.5) layers.push(element('rect', { ...box, fill: `url(#bar-${fill})` }));
	return layers;
}

function highest(series: readonly Series[], kind: Panel['kind']): bigint {
	const sums = (series[0]?.values ?? []).map((_, i) => {
		const values = series.map(({ values: own }) => own[i] as bigint);
		if (kind === 'stacked') return values.reduce((sum, value) => sum + (value > 0n ? value : 0n), 0n);
		return largest(values);
	});
	return largest(sums);
}

function largest(values: readonly bigint[]): bigint {
	let most = 0n;
	for (const value of values) if (value > most) most = value;
	return most;
}

/** The next 1, 2, 4, 6 or 8 times a power of ten: a scale that can be halved by eye. */
function topOf(value: bigint): bigint {
	const power = 10n ** BigInt(Math.max(0, value.toString().length - 1));
	return [1n, 2n, 4n, 6n, 8n, 10n].map((times) => times * power).find((top) => top >= value) as bigint;
}

/** To six digits: enough for a picture, and no float holds money. */
function ratio(part: bigint, whole: bigint): number {
	return Number((part * 1_000_000n) / whole) / 1_000_000;
}
