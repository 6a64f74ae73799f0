import type { Findings, FindingsPerson } from '../../findings/schema.ts';
import { thousands } from '../../ledger/money.ts';
import { clip } from '../text-width.ts';
import { wordsOf } from '../words.ts';
import type { Pen } from './boxes.ts';
import type { Chart } from './chart.ts';
import { inOrder, joinedLevels } from './columns.ts';
import type { Attempt, Fitted } from './fit.ts';
import type { FoldPlan } from './fold.ts';
import { type ChartGraph, COST, decimalsOf, type NodeSums, type Sum, sumsOf } from './graph.ts';
import { amountNotes, denseNote, gapNotes, sheetNote } from './notes.ts';
import { A3, A4, LARGE_SHEETS } from './sheet.ts';

/** What a chart of a part of the case is made from. */
export interface Detail {
	readonly number: string;
	readonly name: string;
	readonly title: string;
	readonly part: ChartGraph;
	/** Whose figures stand under it. */
	readonly people: readonly FindingsPerson[];
	/** Names of people who belong here and have no dealing on it. */
	readonly idle?: readonly string[];
	readonly more?: readonly string[];
	/** Node -> further lines of its box. */
	readonly lines?: ReadonlyMap<string, string>;
}

const IDLE_MAX = 8;
const NAME_MAX = 7 * 20;

/** A chart of a part of the case, person by person, on the smallest sheet that holds it. */
export function detailChart(findings: Findings, graph: ChartGraph, detail: Detail, see: Chart['see']): Chart {
	const { title } = detail;
	const part = inOrder(joinedLevels(detail.part), decimalsOf(findings));
	return {
		number: detail.number,
		name: detail.name,
		title: `${findings.case.name}${wordsOf(findings.case.language).colon}${title}`,
		graph: part,
		attempts: attemptsOf(part),
		see,
		beside: (pen) => besideOf(graph, part, detail, see, pen),
		notes: (of, fitted, pen) => notesOf(of, detail, fitted, pen),
	};
}

/** Nobody folded on A4, then on A3, then in one line each; only then are the smallest payees of a payer folded. */
function attemptsOf(part: ChartGraph): Attempt[] {
	const all = Number.POSITIVE_INFINITY;
	const plain: FoldPlan = { by: 'parent', limit: all };
	const most = part.nodes.length;
	const limits = [60, 50, 40, 32, 26, 20, 15, 11, 8, 6, 5, 4, 3, 2].filter((limit) => limit < most);
	const folded = limits.map((limit): FoldPlan => ({ by: 'parent', limit, dense: 'full' }));
	return [
		{ sheet: A4, plan: plain },
		{ sheet: A4, plan: { ...plain, dense: 'full' } },
		{ sheet: A3, plan: plain },
		{ sheet: A3, plan: { ...plain, dense: 'full' } },
		...[A3, ...LARGE_SHEETS].flatMap((sheet) => folded.map((plan): Attempt => ({ sheet, plan }))),
		{ sheet: LARGE_SHEETS.at(-1) ?? A3, plan: { by: 'level', limit: 2 } },
	];
}

/** Of people who have dealings with others than those drawn, their sums; of the rest, what the detail says. */
function besideOf(
	graph: ChartGraph,
	part: ChartGraph,
	{ lines }: Detail,
	see: Chart['see'],
	pen: Omit<Pen, 'beside'>,
): Pen['beside'] {
	const [whole, drawn] = [sumsOf(graph), sumsOf(part)];
	const beside = new Map<string, string[]>();
	for (const { id, kind } of part.nodes) {
		const line = lines?.get(id);
		const told = line === undefined ? [] : [line];
		if ((kind === 'person' || kind === COST || kind === 'overseas') && !see.has(id)) {
			const text = outsideText(whole.get(id), drawn.get(id), pen);
			if (text !== '') told.push(pen.chartWords.outside(text));
		}
		if (told.length > 0) beside.set(id, told);
	}
	return beside;
}

function outsideText(whole: NodeSums | undefined, drawn: NodeSums | undefined, pen: Omit<Pen, 'beside'>): string {
	const texts = (sign: string, all: readonly Sum[] = [], here: readonly Sum[] = []) =>
		all.flatMap(({ asset, amount, count }) => {
			const shown = here.find((sum) => sum.asset === asset);
			const left = { asset, amount: amount - (shown?.amount ?? 0n), count: count - (shown?.count ?? 0) };
			return left.count === 0 ? [] : [`${sign}${pen.amounts.sum(left)}`];
		});
	const { inflow, outflow, separator } = pen.words;
	return [...texts(inflow, whole?.inflow, drawn?.inflow), ...texts(outflow, whole?.outflow, drawn?.outflow)].join(
		separator,
	);
}

function notesOf(findings: Findings, detail: Detail, fitted: Fitted, pen: Pen): string[] {
	const { words, chartWords } = pen;
	const { files, rows } = findings.evidence;
	const { idle = [], more = [] } = detail;
	const names = idle
		.slice(0, IDLE_MAX)
		.map((name) => clip(name, 7, NAME_MAX))
		.join(words.separator);
	const outside = pen.beside.size > 0 || fitted.placed.boxes.some(({ box }) => pen.see.has(box.node.id));
	return [
		...sheetNote(fitted, pen),
		...detail.people.map((person) => figuresNote(person, pen)),
		...(idle.length === 0 ? [] : [chartWords.notes.idle(idle.length, names, Math.max(0, idle.length - IDLE_MAX))]),
		...more,
		chartWords.notes.sources(thousands(files.length), thousands(rows.total)),
		foldedText(fitted, pen),
		...(outside ? [chartWords.notes.outside] : []),
		...denseNote(fitted, pen),
		...amountNotes(fitted, pen),
		words.notes.balances,
		...gapNotes(findings, fitted.folded.graph.nodes, words),
	];
}

function foldedText({ folded, plan }: Fitted, { words, chartWords, amounts }: Pen): string {
	const { boxes, hiddenNodes, hiddenMembers, inner } = folded;
	if (boxes === 0) return chartWords.notes.foldNone;
	const sums = inner.sums.map((sum) => amounts.sum(sum)).join(words.separator);
	const { foldByParent, foldByLevel, foldInner } = words.notes;
	const text = (plan.by === 'parent' ? foldByParent : foldByLevel)(plan.limit, boxes, hiddenNodes, hiddenMembers);
	return text + (inner.links === 0 ? '' : foldInner(inner.links, sums));
}

/** What schedule 4 says of a person, beside the lines: they are sums over all dealings, not only those drawn. */
function figuresNote({ name, figures, coins }: FindingsPerson, { words, chartWords, amounts }: Pen): string {
	const { notes } = chartWords;
	const yuan = (figure: string) => amounts.amount(BigInt(figures[figure]?.value ?? '0'), 'CNY');
	const received = coins.map(({ asset, received: amount, count }) =>
		amounts.sum({ asset, amount: BigInt(amount), count }),
	);
	const told = [
		...(received.length === 0 ? [] : [notes.coins(received.join(words.separator))]),
		notes.received(yuan('received')),
		notes.passedOn(yuan('passed-on')),
		notes.kept(yuan('kept')),
		...(BigInt(figures.operating?.value ?? '0') === 0n ? [] : [notes.operating(yuan('operating'))]),
	];
	return notes.figures(clip(name, 7, NAME_MAX), told.join(words.separator));
}
