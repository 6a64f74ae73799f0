import { thousands } from '../../ledger/money.ts';
import { formatDay } from '../../ledger/time.ts';
import { INK } from '../chart/paint-links.ts';
import type { PackageInput } from '../package/part.ts';
import { element, textLine } from '../svg.ts';
import { barPatterns, type Fill, type Panel, paintPanel, SCALE_WIDTH, type Series } from './bars.ts';
import { type DaySums, daySums, type Measure } from './day-sums.ts';
import { type Calendar, calendarOf } from './days.ts';
import { type Pen, penOf, plain } from './pen.ts';
import { type Area, blankSheet } from './sheet.ts';

type Input = Pick<PackageInput, 'findings' | 'rows' | 'figureTransfers' | 'leadDays' | 'terms'>;

/** More panels would be too flat to read. */
const PANELS_MAX = 5;
const AXIS = 14;
const GAP = 9;

/** 图6: coins and yuan that came in, pay and costs that went out, and leads, by day; A4, on more sheets where there are many assets. */
export function timelineSheets(input: Input): readonly string[] {
	const pen = penOf(input);
	const sums = daySums(input);
	const calendar = calendarOf(daysOf(input, sums));
	const panels = panelsOf(sums, calendar, pen);
	const pages = Math.max(1, Math.ceil(panels.length / PANELS_MAX));
	return Array.from({ length: pages }, (_, page) => {
		const own = panels.slice(page * PANELS_MAX, (page + 1) * PANELS_MAX);
		return sheetOf(own, calendar, pen.own.page(pen.own.chart('6'), page + 1, pages), pen);
	});
}

function daysOf({ findings }: Input, sums: ReadonlyMap<Measure, DaySums>): string[] {
	const { from, until, offsetMinutes } = findings.case;
	const period = [from, until].flatMap((each) => (each === undefined ? [] : [formatDay(each, offsetMinutes)]));
	return [...period, ...[...sums.values()].flatMap(({ byDay }) => [...byDay.keys()])];
}

function panelsOf(sums: ReadonlyMap<Measure, DaySums>, calendar: Calendar, pen: Pen): Panel[] {
	const { timeline } = pen.own;
	const make = (kind: Panel['kind'], title: string, measures: readonly Measure[], unit: Unit): Panel => {
		const series = measures.map((measure, i): Series => {
			const fill = measure === 'consistent' ? 'hollow' : (FILLS[i % FILLS.length] as Fill);
			return { label: labelOf(measure, pen), fill, values: valuesOf(sums.get(measure), calendar) };
		});
		const shown = series.length === 1 ? series.map((each) => ({ ...each, label: '' })) : series;
		return {
			title,
			kind,
			series: shown,
			remark: remarkOf(measures, sums, unit, pen),
			empty: timeline.empty,
			tick: unit.tick,
		};
	};
	const coins = [...sums.keys()].filter((measure) => measure.startsWith('coins ')).sort();
	const bySymbol = new Map<string, Measure[]>();
	for (const measure of coins) {
		const symbol = pen.findings.assets.find(({ id }) => id === assetOf(measure))?.symbol ?? assetOf(measure);
		bySymbol.set(symbol, [...(bySymbol.get(symbol) ?? []), measure]);
	}
	const yuan = unitOf(2, pen.words.yuan);
	const work = [
		make('stacked', timeline.pay, ['wages', 'commissions', 'bonuses', 'rounding', 'consistent'], yuan),
		make('stacked', timeline.costs, ['operating'], yuan),
		make('beside', timeline.leads, ['reported', 'joined', 'paid'], unitOf(0, '')),
	];
	return [
		...[...bySymbol].map(([symbol, measures]) =>
			make(
				'stacked',
				timeline.coins(symbol),
				measures,
				unitOf(pen.decimals(assetOf(measures[0] as Measure)), ` ${symbol}`),
			),
		),
		make('stacked', timeline.yuan, ['inflow'], yuan),
		// A case of wallets alone has nobody who worked.
		...(pen.people.size === 0 ? [] : work),
	];
}

const FILLS: readonly Fill[] = ['dark', 'hatched', 'dotted', 'pale'];

interface Unit {
	readonly text: (value: bigint) => string;
	readonly tick: (value: bigint) => string;
}

function unitOf(decimals: number, unit: string): Unit {
	const least = unit === '' || decimals !== 2 ? 0 : 2;
	return { text: (value) => plain(value, decimals, least) + unit, tick: (value) => plain(value, decimals) };
}

function labelOf(measure: Measure, { own, symbol, words }: Pen): string {
	if (measure.startsWith('coins ')) return symbol(assetOf(measure));
	const { kinds } = own.timeline;
	return measure in kinds ? kinds[measure as keyof typeof kinds] : words.unknown;
}

function assetOf(measure: Measure): string {
	return measure.slice('coins '.length);
}

function valuesOf(sums: DaySums | undefined, calendar: Calendar): bigint[] {
	const values = new Array<bigint>(calendar.bins.length).fill(0n);
	for (const [day, amount] of sums?.byDay ?? []) {
		const index = calendar.indexOf(day);
		values[index] = (values[index] as bigint) + amount;
	}
	return values;
}

/** Sums in all; of leads each for itself; what is only consistent is in none. */
function remarkOf(measures: readonly Measure[], sums: ReadonlyMap<Measure, DaySums>, unit: Unit, pen: Pen): string {
	const { timeline } = pen.own;
	const counted = measures.filter((measure) => measure !== 'consistent' && sums.has(measure));
	if (counted.length === 0) return '';
	if (measures.includes('reported'))
		return counted.map((each) => `${labelOf(each, pen)} ${thousands(Number(sums.get(each)?.sum))}`).join('　');
	const total = counted.reduce((sum, measure) => sum + (sums.get(measure)?.sum ?? 0n), 0n);
	return timeline.sum(unit.text(total));
}

function sheetOf(panels: readonly Panel[], calendar: Calendar, number: string, pen: Pen): string {
	const { own, words, findings } = pen;
	const sizes = { day: own.timeline.perDay, week: own.timeline.perWeek, month: own.timeline.perMonth };
	const { cutOff } = findings.evidence;
	const sheet = blankSheet(findings, words, {
		orientation: 'landscape',
		title: own.title.timeline(findings.case.name),
		lead: sizes[calendar.size],
		number,
		unit: words.unitMixed,
		looks: undefined,
		notes: [
			own.timeline.note,
			own.notes.sources(
				String(findings.evidence.files.length),
				cutOff === undefined ? words.unknown : formatDay(cutOff, findings.case.offsetMinutes),
			),
		],
	});
	const { area } = sheet;
	const height = (area.height - AXIS) / panels.length - GAP;
	const tops = panels.map((_, i) => area.y + 4 + (height + GAP) * i);
	const painted = panels.map((panel, i) => paintPanel(panel, { ...area, y: tops[i] as number, height }));
	const bottom = (tops.at(-1) ?? area.y) + height;
	return sheet.svg([barPatterns(), ...painted, paintAxis(calendar, { ...area, y: bottom })]);
}

/** Days under the bars: the first and every month, as many as have room. */
function paintAxis({ bins, size }: Calendar, { x, y, width }: Pick<Area, 'x' | 'y' | 'width'>): string {
	const step = (width - SCALE_WIDTH) / Math.max(1, bins.length);
	let free = x + SCALE_WIDTH - 30;
	const parts = bins.flatMap(({ first }, i) => {
		const left = x + SCALE_WIDTH + step * i;
		const monthly =
			i === 0 || first.endsWith('-01') || size === 'month' || (size === 'week' && Number(first.slice(8)) <= 7);
		const often = size === 'day' && bins.length <= 124 && /-(11|21)$/.test(first);
		if ((!monthly && !often) || left < free || left + 22 > x + width) return [];
		free = left + 50;
		const tick = { x1: left + step / 2, x2: left + step / 2, y1: y, y2: y + 3, stroke: INK, 'stroke-width': 0.6 };
		return [element('line', tick), textLine(first, left + step / 2, y + 10, 6.5, { anchor: 'middle' })];
	});
	return element('g', { class: 'axis' }, parts);
}
