import { handleOf } from '../../ledger/account.ts';
import { formatDay } from '../../ledger/time.ts';
import { maskAccount } from '../mask.ts';
import { clip, textWidth } from '../text-width.ts';
import { visible } from '../visible.ts';
import { type Words, word } from '../words.ts';
import { type Amounts, averageRate, plainRate, thousands } from './amounts.ts';
import type { ChartGraph, ChartLink, ChartNode, Decimals, NodeSums, Sum } from './graph.ts';
import { type Look, lookOf, STYLES } from './look.ts';

/** Type size and line pitch before the sheet is scaled, in points. */
export const FONT = 8;
export const PITCH = 9.8;
/** Colour band at the left of a box. */
export const BAND = 7;

/** Before the words that say why an account's history is not whole. */
export const GAP_MARK = '▲';

const NAME_MAX = FONT * 11;
const TAG_MAX = FONT * 20;

/** A box with its text, sized before it has a place. */
export interface Box {
	readonly node: ChartNode;
	readonly look: Look;
	readonly lines: readonly string[];
	readonly width: number;
	readonly height: number;
}

/** The text of a line: above it amounts, below it dates and means. */
export interface Tag {
	readonly link: ChartLink;
	readonly above: readonly string[];
	readonly below: readonly string[];
	readonly width: number;
	readonly height: number;
}

/** What texts are made with. */
export interface Pen {
	readonly words: Words;
	readonly amounts: Amounts;
	readonly decimals: Decimals;
	readonly offsetMinutes: number;
	readonly common: Common;
	/** A chain case: accounts and hops, no people. */
	readonly chain: boolean;
}

/** What all boxes or lines of a chart have in common: said once in the notes instead of at each. */
export interface Common {
	readonly network?: string;
	readonly medium?: string;
}

/** Spares a chain case a network and a medium at each of its accounts and lines. */
export function commonOf(graph: ChartGraph): Common {
	const networks = new Set(graph.nodes.map((node) => maskAccount(node.note).network));
	const media = new Set(graph.links.flatMap((link) => link.media));
	const [network = ''] = networks;
	const [medium = ''] = media;
	return {
		...(networks.size === 1 && network !== '' ? { network } : {}),
		...(media.size === 1 && medium !== '' ? { medium } : {}),
	};
}

/** How a box is set: a line for each fact, fewer for crowded columns, or the fewest for sheets that run downwards. */
export interface BoxSetting {
	readonly flat: boolean;
	readonly oneLineFlows: boolean;
	/** The column holds one role only, which its heading names. */
	readonly roleInHeading: boolean;
}

export function boxOf(node: ChartNode, sums: NodeSums, setting: BoxSetting, pen: Pen): Box {
	const { name, account } = namesOf(node, setting, pen);
	const flows = [flowText(pen.words.inflow, sums.inflow, pen), flowText(pen.words.outflow, sums.outflow, pen)].flat();
	const head = setting.flat ? [joined([name, account])] : [name, account];
	const lines = [...head, ...(setting.oneLineFlows ? [joined(flows)] : flows), gapText(node, pen.words)]
		.filter((text) => text !== '')
		.map(visible);
	const look = lookOf(node);
	const slack = STYLES[look].outline === 'hexagon' || STYLES[look].outline === 'pill' ? 10 : 4;
	const width = Math.max(...lines.map((line, index) => textWidth(line, FONT) * (index === 0 ? 1.05 : 1)));
	return { node, look, lines, width: width + BAND + 6 + slack, height: lines.length * PITCH + 5 };
}

function namesOf(node: ChartNode, setting: BoxSetting, { words, common }: Pen): { name: string; account: string } {
	const role = node.role === '' || (setting.flat && setting.roleInHeading) ? '' : word(words.roles, node.role);
	if (node.folded) {
		const people = node.kind === 'person' ? words.othersPeople(node.members) : words.othersAccounts(node.members);
		return { name: role === '' ? people : words.withRole(people, role), account: '' };
	}
	const { network, handle } = maskAccount(node.note);
	const plain = network === '' || network === common.network || setting.flat;
	const masked = joined([plain ? '' : word(words.networks, network), handle]);
	const more = node.members > 1 ? ` ${words.membersOf(node.members)}` : '';
	// A nameless account is labelled by its own handle: shown once, masked.
	if (node.label === '' || (network !== '' && node.label === handleOf(node.note)))
		return { name: `${masked}${more}`, account: '' };
	const name = clip(visible(node.label), FONT, NAME_MAX);
	return { name: role === '' ? name : words.withRole(name, role), account: clip(`${masked}${more}`, FONT, NAME_MAX) };
}

/** Why a chain did not show all of it, by the word of each outcome. */
function gapText({ gaps }: ChartNode, words: Words): string {
	const said = gaps.map((gap) => (gap === 'not-visible' ? words.partNotVisible : word(words.outcomes, gap)));
	return said.length === 0 ? '' : GAP_MARK + said.join(words.separator);
}

function joined(texts: readonly string[]): string {
	return texts.filter((text) => text !== '').join(' ');
}

function flowText(sign: string, sums: readonly Sum[], pen: Pen): string[] {
	const texts = sums.slice(0, 2).map((sum) => `${sign}${pen.amounts.sum(sum)}`);
	return sums.length > 2 ? [...texts, `${sign}… +${sums.length - 2}`] : texts;
}

export interface TagSetting {
	/** On both sides of the line in more or fewer lines, or stacked where the line stops for its text. */
	readonly lines: 'roomy' | 'flat' | 'stacked';
	/** An arrow where money goes against the reading order or within one level; else ''. */
	readonly against: string;
}

export function tagOf(link: ChartLink, setting: TagSetting, pen: Pen): Tag {
	const { words, amounts } = pen;
	const number = setting.against + words.numbers(link.numbers[0] ?? 0, link.numbers.length);
	const amount = amounts.amount(link.amount, link.asset);
	const count = words.times(thousands(link.count));
	const media = link.media.filter((medium) => medium !== pen.common.medium).map((medium) => word(words.media, medium));
	const mark = words.statusMark[link.status];
	const means = mark === undefined ? media.join(words.separator) : words.withRole(media.join(words.separator), mark);
	const days = daysText(link.first, link.last, pen);
	const stacked = setting.lines === 'stacked';
	const rate = rateText(link, pen);
	const [above, below] =
		setting.lines === 'roomy'
			? [
					[`${number} ${count}`, amount, ...yuanText(link, pen), ...tracedText(link, pen)],
					[days, joined([means, rate])],
				]
			: [
					[`${number} ${amount}/${count}`, ...(stacked ? [] : tracedText(link, pen))],
					[joined([...yuanText(link, pen), rate]), joined([...(stacked ? tracedText(link, pen) : []), days, means])],
				];
	return setTag(link, stacked, above, below);
}

function setTag(link: ChartLink, stacked: boolean, above: readonly string[], below: readonly string[]): Tag {
	const shown = (lines: readonly string[]) =>
		lines.filter((line) => line !== '').map((line) => clip(visible(line), FONT, TAG_MAX));
	const [upper, lower] = [shown(above), shown(below)];
	const count = stacked ? upper.length + lower.length : 2 * Math.max(upper.length, lower.length);
	const width = Math.max(...[...upper, ...lower].map((line) => textWidth(line, FONT)));
	return { link, above: upper, below: lower, width: width + 6, height: count * PITCH + 2 };
}

/** Yuan that came for coins. A link in yuan prints them as its amount. */
function yuanText(link: ChartLink, { amounts }: Pen): string[] {
	return link.yuan === undefined || link.asset === 'CNY' ? [] : [amounts.amount(link.yuan, 'CNY')];
}

function rateText(link: ChartLink, { words, decimals }: Pen): string {
	if (link.yuan === undefined) return '';
	if (link.rate !== undefined) return words.rateOf(plainRate(link.rate));
	if (link.asset === 'CNY' || link.amount === 0n) return '';
	return words.averageRate(averageRate(link.yuan, link.amount, decimals.get(link.asset) ?? 0));
}

/** In a chain case the traced part is what the chart is about; among people it is a column of schedule 2. */
function tracedText(link: ChartLink, { chain, words, amounts }: Pen): string[] {
	return !chain || link.traced === link.amount ? [] : [words.traced(amounts.amount(link.traced, link.asset))];
}

function daysText(first: number, last: number, { words, offsetMinutes }: Pen): string {
	const [from, until] = [formatDay(first, offsetMinutes), formatDay(last, offsetMinutes)];
	if (from === until) return from;
	return `${from}${words.until}${from.slice(0, 4) === until.slice(0, 4) ? until.slice(5) : until}`;
}
