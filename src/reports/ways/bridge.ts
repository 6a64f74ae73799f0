import { formatDay } from '../../ledger/time.ts';
import { plainRate } from '../chart/amounts.ts';
import { INK } from '../chart/paint-links.ts';
import type { LedgerRow } from '../ledger-row.ts';
import type { PackageInput } from '../package/part.ts';
import { element, textLine, tooltip } from '../svg.ts';
import { textWidth } from '../text-width.ts';
import { word } from '../words.ts';
import { type Block, type Bridge, bridgeOf, type Section } from './bridge-blocks.ts';
import {
	type BridgePage,
	boxHeight,
	HEADING,
	LEG,
	type PlacedBlock,
	type PlacedHeading,
	pagesOf,
} from './bridge-pages.ts';
import { fitted } from './fitted.ts';
import { type Pen, penOf } from './pen.ts';
import { type Area, blankSheet } from './sheet.ts';
import { stroke } from './strokes.ts';

/** Of the drawing's width, what each side's boxes take. */
const SIDE = 0.36;
const SIZE = 6.5;

/**
 * 图7: the cash-out bridge, coins on the left, yuan on the right, matches between, what found no other side alone; A4, as
 * many sheets as it takes. None where the case has neither.
 */
export function bridgeSheets(input: Pick<PackageInput, 'findings' | 'rows' | 'terms'>): readonly string[] {
	const pen = penOf(input);
	const bridge = bridgeOf(input.findings, input.rows);
	if (bridge.sections.length === 0) return [];
	// A page number takes no line of its own: the room is the same on every sheet.
	const room = blank(bridge, pen.own.page(pen.own.chart('7'), 888, 888), pen).area.height - HEADING;
	const pages = pagesOf(bridge.sections, room);
	return pages.map((page, i) => {
		const sheet = blank(bridge, pen.own.page(pen.own.chart('7'), i + 1, pages.length), pen);
		return sheet.svg(paintPage(page, sheet.area, pen));
	});
}

function blank({ undrawn }: Bridge, number: string, pen: Pen) {
	const { own, words, findings } = pen;
	const { cutOff } = findings.evidence;
	const day = cutOff === undefined ? words.unknown : formatDay(cutOff, findings.case.offsetMinutes);
	return blankSheet(findings, words, {
		orientation: 'portrait',
		title: own.title.bridge(findings.case.name),
		lead: own.bridge.lead,
		number,
		unit: words.unitMixed,
		looks: [],
		notes: [
			own.bridge.note,
			own.bridge.times,
			...(undrawn === 0 ? [] : [own.bridge.undrawn(undrawn)]),
			own.notes.sources(String(findings.evidence.files.length), day),
		],
	});
}

function paintPage({ headings, blocks }: BridgePage, area: Area, pen: Pen): string[] {
	const { bridge } = pen.own;
	const y = area.y + HEADING;
	const right = area.x + area.width * (1 - SIDE);
	return [
		textLine(bridge.left, area.x, area.y + 10, 8, { bold: true }),
		textLine(bridge.right, right, area.y + 10, 8, { bold: true }),
		...headings.map((heading) => paintHeading(heading, { ...area, y: y + heading.top }, pen)),
		...blocks.flatMap((block) => paintBlock(block, { ...area, y: y + block.top }, pen)),
	];
}

function paintHeading({ section, continued }: PlacedHeading, { x, y, width }: Area, pen: Pen): string {
	const person = pen.people.get(section.party);
	const role = person === undefined || person.role === '' ? [] : [word(pen.words.roles, person.role)];
	const name = person === undefined ? pen.own.bridge.nobody : pen.own.person(person.name, role);
	const text = continued ? pen.own.bridge.continued(name) : `${name}${pen.words.colon}${sumsOf(section, pen)}`;
	return element('g', { class: 'heading' }, [
		element('rect', { x, y, width, height: HEADING - 4, fill: '#EEEEEE' }),
		textLine(fitted(text, 7, width - 8, true), x + 4, y + 9.4, 7, { bold: true }),
	]);
}

/** What is matched and settled, and how many legs are not. */
function sumsOf({ blocks }: Section, pen: Pen): string {
	const coins = new Map<string, bigint>();
	let [yuan, openCoins, openYuan] = [0n, 0, 0];
	for (const block of blocks) {
		if (!isSettled(block)) {
			openCoins += block.coins.length;
			openYuan += block.yuan.length;
			continue;
		}
		const { match } = block;
		if (match?.side !== 'sold') continue;
		coins.set(match.asset, (coins.get(match.asset) ?? 0n) + BigInt(match.quantity));
		yuan += BigInt(match.fen);
	}
	const sold = [...coins].map(([asset, amount]) => pen.amount(amount, asset)).join(pen.words.separator);
	const { bridge } = pen.own;
	const matched = sold === '' ? bridge.noneMatched : bridge.matched(sold, pen.amount(yuan, 'CNY'));
	return matched + pen.words.stop + bridge.open(openCoins, openYuan);
}

/** Of an address only its ends have room beside a name; schedule 9 names the transfer. */
function shortened(account: string): string {
	const characters = [...account];
	return characters.length <= 36 ? account : `${characters.slice(0, 16).join('')}…${characters.slice(-8).join('')}`;
}

function isSettled({ match }: Block): boolean {
	return match?.status === 'accepted' || match?.status === 'confirmed';
}

function paintBlock({ block, height, continued }: PlacedBlock, { x, y, width }: Area, pen: Pen): string[] {
	const side = width * SIDE;
	const middle = y + height / 2;
	const solid = isSettled(block);
	const bought = block.match?.side === 'bought';
	const left = paintLegs(block.coins, { x, y: middle, width: side }, bought ? 'in' : 'out', solid, pen);
	const right = paintLegs(
		block.yuan,
		{ x: x + width - side, y: middle, width: side },
		bought ? 'out' : 'in',
		solid,
		pen,
	);
	const gap = { x: x + side, y: middle, width: width - 2 * side };
	return [...left, ...right, ...paintMiddle(block, continued, gap, pen)];
}

/** Legs in one box. Dashed where they count as no cash-out. */
function paintLegs(
	rows: readonly LedgerRow[],
	{ x, y, width }: Omit<Area, 'height'>,
	way: 'in' | 'out',
	solid: boolean,
	pen: Pen,
): string[] {
	if (rows.length === 0) return [];
	const height = boxHeight(rows.length);
	const top = y - height / 2;
	const frame = { x, y: top, width, height, fill: '#FFFFFF', stroke: INK, 'stroke-width': 0.8 };
	const texts = rows.flatMap((row, i) => {
		const base = top + 2 + LEG * i;
		const amount = pen.amount(row.amount, row.asset);
		const time = pen.time(row.instant);
		const room = width - 14 - textWidth(time, SIZE);
		const size = Math.max(6, Math.min(7, (7 * room) / (textWidth(amount, 7) * 1.06)));
		const [account, name] = way === 'out' ? [row.payeeAccount, row.payee] : [row.payerAccount, row.payer];
		const other = `${way === 'out' ? '→' : '←'} ${name === '' || name === account ? pen.own.unknownHolder : name}　${pen.account(shortened(account))}`;
		return [
			textLine(time, x + 4, base + 8, SIZE),
			textLine(amount, x + width - 4, base + 8, size, { anchor: 'end', bold: true }),
			textLine(fitted(other, 6, width - 8), x + 4, base + 16.5, 6),
		];
	});
	return [
		element('g', { class: 'node' }, [
			tooltip(rows.map(({ id }) => id).join(' ')),
			element('rect', { ...frame, 'stroke-dasharray': solid ? undefined : '3 2' }),
			...texts,
		]),
	];
}

function paintMiddle({ match, coins, yuan }: Block, continued: boolean, gap: Omit<Area, 'height'>, pen: Pen): string[] {
	const { own, words } = pen;
	const label = (text: string, x: number, y: number, anchor?: 'middle' | 'end') =>
		textLine(fitted(text, SIZE, gap.width - 10), x, y, SIZE, anchor === undefined ? {} : { anchor });
	if (match === undefined || continued) {
		const text = match === undefined ? own.bridge.unmatched : own.bridge.before;
		const alone =
			coins.length === 0 ? label(text, gap.x + gap.width - 6, gap.y + 2.3, 'end') : label(text, gap.x + 6, gap.y + 2.3);
		return [element('g', { class: 'link' }, [alone])];
	}
	const ends = [
		{ x: gap.x + 2, y: gap.y },
		{ x: gap.x + gap.width - 2, y: gap.y },
	] as const;
	const [from, to] = match.side === 'sold' ? ends : [ends[1], ends[0]];
	const rate = [
		own.bridge.rate(plainRate(match.rate)),
		...(match.band === undefined ? [] : [own.bridge.band(match.band.min, match.band.max)]),
	];
	const state = [
		word(words.grades, match.grade),
		word(words.statuses, match.status),
		...(match.pairing === 'open' ? [own.bridge.pairing] : []),
		...(match.rivals.length === 0 ? [] : [own.bridge.rivals(match.rivals.length)]),
	];
	const middle = gap.x + gap.width / 2;
	const lines = coins.length > 0 && yuan.length > 0 ? [stroke(from, to, match.grade)] : [];
	return [
		element('g', { class: 'lines' }, lines),
		element('g', { class: 'link' }, [
			label(rate.join('　'), middle, gap.y - 3.5, 'middle'),
			label(state.join('　'), middle, gap.y + 9, 'middle'),
		]),
	];
}
