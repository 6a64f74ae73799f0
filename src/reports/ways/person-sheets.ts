import { BigNumber } from 'bignumber.js';
import { formatDay } from '../../ledger/time.ts';
import type { Look } from '../chart/look.ts';
import { paintShape } from '../chart/paint-boxes.ts';
import { INK } from '../chart/paint-links.ts';
import type { PersonWay } from '../person-way.ts';
import { element, textLine, tooltip } from '../svg.ts';
import { textWidth } from '../text-width.ts';
import { word } from '../words.ts';
import { fitted } from './fitted.ts';
import { type Ladder, type Link, ladderOf, type Rung } from './ladder.ts';
import type { Pen } from './pen.ts';
import { shareTable } from './share-table.ts';
import { type Area, blankSheet, SMALL } from './sheet.ts';
import { stroke } from './strokes.ts';

const RUNG_WIDTH = 212;
const RUNG_HEIGHT = 25;
/** From one account to the next: the tighter where the way then stays on one sheet. */
const PITCHES = [54, 47] as const;
const TEXT_GAP = 14;
const LINE = 8.8;

/**
 * One admissible way to a payment of one person, on as many A4 sheets as its steps need: every account and step with
 * amount, time, grade and rows, then what every policy says of the payment and what the other ways come to.
 *
 * @param number of the chart: `5-12`
 */
export function personSheets(way: PersonWay, number: string, pen: Pen): readonly string[] {
	const ladder = ladderOf(way, pen);
	const table = shareTable(way, pen);
	const others = othersLines(way, pen);
	const below = table.height + LINE * others.length + 6;
	const head = payLines(way, pen);
	const looks = ladder.rungs.map(({ look }) => look);
	const alone = blank(way, number, pen, looks);
	const room = alone.area.height - LINE * head.length - 18;
	const pitch = PITCHES.find((each) => pagesOf(ladder.links.length, room, below, each).length === 1) ?? PITCHES[0];
	const cuts = pagesOf(ladder.links.length, room, below, pitch);
	return cuts.map(([from, until], page) => {
		const last = page === cuts.length - 1;
		const paged = pen.own.page(number, page + 1, cuts.length);
		const sheet = cuts.length === 1 ? alone : blank(way, paged, pen, looks, page > 0, !last);
		const { area } = sheet;
		const lines = head.map((text, i) => textLine(fitted(text, 7.5, area.width), area.x, area.y + 8 + LINE * i, 7.5));
		const top = area.y + LINE * head.length + 8;
		const drawn = paintLadder(ladder, from, until, pitch, { ...area, y: top });
		if (!last) return sheet.svg([...lines, ...drawn]);
		const under = top + (until - from) * pitch + RUNG_HEIGHT + 10;
		return sheet.svg([
			...lines,
			...drawn,
			table.paint({ ...area, y: under }),
			...others.map((text, i) => textLine(text, area.x, under + table.height + LINE * (i + 1) - 2, SMALL)),
		]);
	});
}

/** Links of each page: as many as fit, those of the last with the table under them. */
function pagesOf(links: number, room: number, below: number, pitch: number): readonly (readonly [number, number])[] {
	const stepsIn = (height: number) => Math.max(1, Math.floor((height - RUNG_HEIGHT - 12) / pitch));
	const [whole, withTable] = [stepsIn(room), stepsIn(room - below)];
	const cuts: [number, number][] = [];
	let from = 0;
	while (links - from > withTable) {
		const until = Math.min(from + whole, links - 1);
		cuts.push([from, until]);
		from = until;
	}
	return [...cuts, [from, links]];
}

function blank(way: PersonWay, number: string, pen: Pen, looks: readonly Look[], continued = false, continues = false) {
	const { own, words, findings } = pen;
	const person = pen.people.get(way.person);
	const role = person === undefined || person.role === '' ? '' : word(words.roles, person.role);
	const policy = word(words.policies, way.policy);
	const { cutOff } = findings.evidence;
	const day = cutOff === undefined ? words.unknown : formatDay(cutOff, findings.case.offsetMinutes);
	return blankSheet(findings, words, {
		orientation: 'portrait',
		title: own.title.way(
			person === undefined
				? way.person
				: own.person(
						person.name,
						[role, person.group].filter((each) => each !== ''),
					),
		),
		lead: way.steps.length === 0 ? own.noWay(policy) : own.rule(policy),
		number: own.chart(number),
		unit: words.unitMixed,
		looks,
		notes: [
			...(continued ? [own.notes.continued] : []),
			...(continues ? [own.notes.continues] : []),
			own.choice,
			own.shares.poisonNote,
			own.notes.sources(String(findings.evidence.files.length), day) + own.notes.clipped,
		],
	});
}

function payLines({ payment, amount, measure, steps }: PersonWay, pen: Pen): string[] {
	const { own, words } = pen;
	const kind = payment.kind === '' ? '' : word(words.kinds, payment.kind);
	const told = own.payment(pen.time(payment.instant), pen.amount(payment.amount, payment.asset), kind);
	if (steps.length === 0) return [told];
	const percent = percentOf(amount, payment.amount);
	const part = (measure === 'exact' ? own.byThisWay : own.atMost)(pen.amount(amount, payment.asset), percent);
	return [`${told}${words.stop}${part}`];
}

function othersLines({ others, payment, steps }: PersonWay, pen: Pen): string[] {
	const { shares } = pen.own;
	if (steps.length === 0) return [];
	const sum = pen.amount(others.amount, payment.asset);
	if (others.count === undefined) return [shares.uncounted(sum)];
	return [others.count === 0 ? shares.noOthers : shares.others(others.count, sum)];
}

/** One decimal, cut and never rounded up: less than all is never 100.0. */
function percentOf(part: bigint, whole: bigint): string {
	return new BigNumber(part.toString()).times(100).div(whole.toString()).toFixed(1, BigNumber.ROUND_DOWN);
}

function paintLadder(
	{ rungs, links }: Ladder,
	from: number,
	until: number,
	pitch: number,
	{ x, y, width }: Area,
): string[] {
	const top = (index: number) => y + (index - from) * pitch;
	const middle = x + RUNG_WIDTH / 2;
	const arrows: string[] = [];
	const texts: string[] = [];
	for (let i = from; i < until; i++) {
		const link = links[i] as Link;
		const [start, end] = [top(i) + RUNG_HEIGHT, top(i + 1)];
		arrows.push(stroke({ x: middle, y: start + 1 }, { x: middle, y: end - 1 }, link.grade));
		texts.push(paintLink(link, x, (start + end) / 2, width));
	}
	const boxes = rungs.slice(from, until + 1).map((rung, i) => paintRung(rung, x, top(from + i)));
	return [element('g', { class: 'lines' }, arrows), ...boxes, ...texts];
}

function paintRung({ look, name, account }: Rung, x: number, y: number): string {
	const left = x + 17;
	const room = RUNG_WIDTH - 17 - 9;
	// An address of Ethereum has room at 6 points.
	const size = textWidth(account, 6.5) > room ? 6 : 6.5;
	return element('g', { class: 'node' }, [
		tooltip(`${name} ${account}`),
		...paintShape(look, { x, y, width: RUNG_WIDTH, height: RUNG_HEIGHT }, 1),
		textLine(fitted(name, 8, room, true), left, y + 10.5, 8, { bold: true }),
		textLine(fitted(account, size, room), left, y + 20, size),
	]);
}

/** The step's number beside its arrow, what is known of it at the right of the ladder. */
function paintLink({ label, lines }: Link, x: number, middle: number, width: number): string {
	const left = x + RUNG_WIDTH + TEXT_GAP;
	const first = middle - ((lines.length - 1) * LINE) / 2 + 2.6;
	const room = width - RUNG_WIDTH - TEXT_GAP;
	const reach = (lines.length * LINE) / 2;
	const guide = {
		x1: left - 6,
		x2: left - 6,
		y1: middle - reach,
		y2: middle + reach,
		stroke: INK,
		'stroke-width': 0.5,
	};
	return element('g', { class: 'link' }, [
		element('line', guide),
		...(label === '' ? [] : [textLine(label, x + RUNG_WIDTH / 2 + 8, middle + 2, SMALL)]),
		...lines.map((line, i) =>
			textLine(fitted(line, SMALL, room, i === 0), left, first + LINE * i, SMALL, { bold: i === 0 }),
		),
	]);
}
