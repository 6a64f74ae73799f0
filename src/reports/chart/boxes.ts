import { handleOf } from '../../ledger/account.ts';
import { thousands } from '../../ledger/money.ts';
import { formatDay } from '../../ledger/time.ts';
import { maskAccount } from '../mask.ts';
import { clip, textWidth } from '../text-width.ts';
import { visible } from '../visible.ts';
import { type Words, word } from '../words.ts';
import type { ChartWords } from '../words-charts-zh.ts';
import { type Amounts, averageRate, plainRate } from './amounts.ts';
import type { FoldPlan } from './fold.ts';
import {
	type ChartGraph,
	type ChartLink,
	type ChartNode,
	COST,
	type Decimals,
	type NodeSums,
	type Sum,
} from './graph.ts';
import { type Look, lookOf, STYLES } from './look.ts';

/** Type size and line pitch before the sheet is scaled, in points. */
export const FONT = 8;
export const PITCH = 9.8;
/** Colour band at the left of a box. */
export const BAND = 7;

/** Outlines that cut into the right end of a box. */
const ROUND_ENDS = new Set(['hexagon', 'pill', 'notched']);

/** Before the words that say why an account's history is not whole. */
export const GAP_MARK = '▲';

const NAME_MAX = FONT * 11;
const TAG_MAX = FONT * 20;
const TAG_MAX_DENSE = FONT * 30;
const BESIDE_MAX = FONT * 24;

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
	/** The line stops for its text, instead of running through between two lines of it. */
	readonly stops: boolean;
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
	readonly chartWords: ChartWords;
	/** Node -> number of the chart that shows its other dealings. */
	readonly see: ReadonlyMap<string, string>;
	/** Node -> further lines of its box: what stands beside the chart. */
	readonly beside: ReadonlyMap<string, readonly string[]>;
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
	/** All of it in one line; `short`: without role, account and counts. */
	readonly dense: FoldPlan['dense'];
	/** The column holds one role only, which its heading names. */
	readonly roleInHeading: boolean;
}

export function boxOf(node: ChartNode, sums: NodeSums, setting: BoxSetting, pen: Pen): Box {
	const lines = linesOf(node, sums, setting, pen)
		.filter((text) => text !== '')
		.map(visible);
	const look = lookOf(node);
	const slack = ROUND_ENDS.has(STYLES[look].outline) ? 10 : 4;
	const width = Math.max(
		...lines.map((line, index) => textWidth(line, FONT) * (index === 0 && lines.length > 1 ? 1.05 : 1)),
	);
	return {
		node,
		look,
		lines,
		width: width + BAND + 6 + slack,
		height: lines.length * PITCH + (setting.dense === undefined ? 5 : 1.8),
	};
}

function linesOf(node: ChartNode, sums: NodeSums, setting: BoxSetting, pen: Pen): string[] {
	const { chartWords, words } = pen;
	const { name, account } = namesOf(node, setting, pen);
	const number = pen.see.get(node.id);
	const short = setting.dense === 'short';
	const flows = [
		flowText(words.inflow, sums.inflow, short, pen),
		flowText(words.outflow, sums.outflow, short, pen),
	].flat();
	const beside = (pen.beside.get(node.id) ?? []).map((text) => clip(visible(text), FONT, BESIDE_MAX));
	const gap = gapText(node, words);
	if (setting.dense !== undefined) {
		const see = number === undefined ? '' : chartWords.number(number);
		return [joined([name, short ? '' : account, see, ...flows, ...beside, gap])];
	}
	const see = number === undefined ? '' : setting.flat ? chartWords.number(number) : chartWords.see(number);
	const head = setting.flat ? [joined([name, account, see])] : [name, account];
	const tail = setting.flat ? [] : [see];
	return [...head, ...(setting.oneLineFlows ? [joined(flows)] : flows), ...beside, gap, ...tail];
}

function namesOf(node: ChartNode, setting: BoxSetting, pen: Pen): { name: string; account: string } {
	const { words, common, chartWords } = pen;
	const role = node.role === '' || (setting.flat && setting.roleInHeading) ? '' : word(words.roles, node.role);
	if (node.crew !== undefined)
		return { name: node.crew.map((each) => crewText(each, pen)).join(words.separator), account: '' };
	if (node.folded && node.kind === COST) return { name: chartWords.costBox(node.members), account: '' };
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
	const plainName = role === '' || setting.dense === 'short';
	return { name: plainName ? name : words.withRole(name, role), account: clip(`${masked}${more}`, FONT, NAME_MAX) };
}

function crewText({ role, members }: { role: string; members: number }, { words, chartWords }: Pen): string {
	return role === '' ? chartWords.crewOther(members) : chartWords.crew(word(words.roles, role), members);
}

/** Why a chain did not show all of it, by the word of each outcome. */
function gapText({ gaps }: ChartNode, words: Words): string {
	const said = gaps.map((gap) => (gap === 'not-visible' ? words.partNotVisible : word(words.outcomes, gap)));
	return said.length === 0 ? '' : GAP_MARK + said.join(words.separator);
}

function joined(texts: readonly string[]): string {
	return texts.filter((text) => text !== '').join(' ');
}

function flowText(sign: string, sums: readonly Sum[], short: boolean, { amounts }: Pen): string[] {
	const text = (sum: Sum) => (short ? amounts.amount(sum.amount, sum.asset) : amounts.sum(sum));
	const texts = sums.slice(0, 2).map((sum) => `${sign}${text(sum)}`);
	return sums.length > 2 ? [...texts, `${sign}… +${sums.length - 2}`] : texts;
}

export interface TagSetting {
	/** On both sides of the line in more or fewer lines, stacked where the line stops for its text, or in one line of it. */
	readonly lines: 'roomy' | 'flat' | 'stacked' | 'full' | 'short';
	/** An arrow where money goes against the reading order or within one level; else ''. */
	readonly against: string;
}

export function tagOf(link: ChartLink, { lines, against }: TagSetting, pen: Pen): Tag {
	const { words, amounts } = pen;
	const number = against + words.numbers(link.numbers[0] ?? 0, link.numbers.length);
	const amount = amounts.amount(link.amount, link.asset);
	const count = words.times(thousands(link.count));
	const means = meansOf(link, pen);
	const days = daysText(link.first, link.last, pen);
	const rate = rateText(link, pen);
	const [yuan, traced] = [yuanText(link, pen), tracedText(link, pen)];
	if (lines === 'roomy') {
		const above = [`${number} ${count}`, amount, ...yuan, ...traced];
		return setTag(link, false, above, [days, joined([means, rate])], TAG_MAX);
	}
	const head = `${number} ${amount}/${count}`;
	if (lines === 'flat')
		return setTag(link, false, [head, ...traced], [joined([...yuan, rate]), joined([days, means])], TAG_MAX);
	if (lines === 'stacked')
		return setTag(link, true, [head], [joined([...yuan, rate]), joined([...traced, days, means])], TAG_MAX);
	const more = lines === 'full' ? [...yuan, rate, days, means] : [...yuan, markOf(link, pen)];
	return setTag(link, false, [joined([head, ...more])], [], TAG_MAX_DENSE);
}

/** By which means it was paid, and what is less than documented about it. */
function meansOf(link: ChartLink, pen: Pen): string {
	const { words, common } = pen;
	const media = link.media.filter((medium) => medium !== common.medium).map((medium) => word(words.media, medium));
	const mark = markOf(link, pen);
	const means = media.join(words.separator);
	return mark === '' ? means : means === '' ? mark : words.withRole(means, mark);
}

function markOf(link: ChartLink, { words, chartWords }: Pen): string {
	const marks = [words.statusMark[link.status], chartWords.gradeMark[link.grade]];
	return marks.filter((mark) => mark !== undefined).join(words.separator);
}

function setTag(link: ChartLink, stops: boolean, above: readonly string[], below: readonly string[], max: number): Tag {
	const shown = (lines: readonly string[]) =>
		lines.filter((line) => line !== '').map((line) => clip(visible(line), FONT, max));
	const [upper, lower] = [shown(above), shown(below)];
	const oneSided = stops || lower.length + upper.length === 1;
	const count = oneSided ? upper.length + lower.length : 2 * Math.max(upper.length, lower.length);
	const width = Math.max(...[...upper, ...lower].map((line) => textWidth(line, FONT)));
	return { link, stops, above: upper, below: lower, width: width + 6, height: count * PITCH + (count === 1 ? 0.8 : 2) };
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
