import type { Findings } from '../../findings/schema.ts';
import { thousands } from '../../ledger/money.ts';
import { sayIncomplete, type Words, word } from '../words.ts';
import type { Pen } from './boxes.ts';
import { chainNotes } from './chain-notes.ts';
import type { Fitted } from './fit.ts';
import { type ChartNode, COST, type Sum } from './graph.ts';

/** What is incomplete, one by one, on the chart; schedule 7 has it all. */
const INCOMPLETE_MAX = 3;

/** The notes under the overview, the most important first: what it rests on, what it assumes, what it leaves out. */
export function notesOf(findings: Findings, fitted: Fitted, foldAbove: number, pen: Pen): string[] {
	const { words } = pen;
	return [
		...sheetNote(fitted, pen),
		sourcesNote(findings, words),
		words.notes.policy(word(words.policies, findings.parameters['trace.policy'] ?? '')),
		foldNote(findings, fitted, foldAbove, pen),
		...gapNotes(findings, fitted.folded.graph.nodes, words),
		...denseNote(fitted, pen),
		...amountNotes(fitted, pen),
		words.notes.balances + chanceNote(findings, words),
	];
}

/** Said where the paper is larger than an office prints on. */
export function sheetNote({ sheet }: Fitted, { words }: Pen): string[] {
	return sheet.paper === 'A3' || sheet.paper === 'A4' ? [] : [words.notes.largerSheet(sheet.paper)];
}

/** Said where boxes and lines are cut down to one line of text. */
export function denseNote({ plan }: Fitted, { chartWords }: Pen): string[] {
	return plan.dense === undefined ? [] : [chartWords.notes.dense(plan.dense === 'short')];
}

/** How amounts are printed: marks of networks, what all lines have in common, conversion and rounding. */
export function amountNotes({ folded }: Fitted, { words, amounts, common }: Pen): string[] {
	const { notes } = words;
	const { links } = folded.graph;
	const coins = links.some((link) => link.asset !== 'CNY');
	const cashOuts = links.some((link) => link.yuan !== undefined);
	const marks = coins ? [...amounts.marked].map(([name, network]) => `${name} ${network}`) : [];
	const shared = [
		...(common.network === undefined ? [] : [word(words.networks, common.network)]),
		...(common.medium === undefined ? [] : [word(words.media, common.medium)]),
	];
	return [
		...(marks.length === 0 ? [] : [notes.marks(marks.join(words.separator))]),
		...(shared.length === 0 ? [] : [notes.common(shared.join(words.separator))]),
		...(coins ? [(cashOuts ? notes.conversion : '') + notes.rounding] : []),
	];
}

/** What files and chains did not fully give: also what a sheet says on which nothing could be drawn. */
export function gapNotes(findings: Findings, nodes: readonly ChartNode[], words: Words): string[] {
	// Of chains each history is named once, in a note of its own.
	const files = findings.incomplete.filter(({ code }) => !code.startsWith('chain-'));
	const sentences = files.slice(0, INCOMPLETE_MAX).map((each) => sayIncomplete(findings.case.language, each));
	const more = files.length - sentences.length;
	return [
		...(sentences.length === 0 ? [] : [words.notes.incomplete(sentences.join(words.stop), files.length, more)]),
		...chainNotes(findings, nodes, words),
	];
}

function sourcesNote(findings: Findings, words: Words): string {
	const { files, rows } = findings.evidence;
	const counts = new Map<string, number>();
	for (const file of files) counts.set(file.source, (counts.get(file.source) ?? 0) + 1);
	const kinds = [...counts].map(([source, count]) => words.filesOf(sourceWord(source, words), count));
	return words.notes.sources(thousands(files.length), thousands(rows.total), kinds.join(words.separator));
}

/** The case's own mappings (`mapped:<name>`) have the case's own names: no word of ours. */
function sourceWord(source: string, words: Words): string {
	return words.sources[source] ?? source.replace(/^mapped:/, '');
}

function foldNote(findings: Findings, { folded, plan, thinned }: Fitted, foldAbove: number, pen: Pen): string {
	const { words, chartWords } = pen;
	const { notes } = words;
	const before = findings.flow.folded;
	const earlier = before.nodes + before.links === 0 ? '' : notes.foldedBefore(before.nodes, before.links, before.limit);
	if (folded.boxes === 0) return notes.foldNone(foldAbove) + earlier;
	const sums = (list: readonly Sum[]) => list.map((sum) => pen.amounts.sum(sum)).join(words.separator);
	const boxes = folded.graph.nodes.filter((node) => node.folded && node.kind !== COST);
	const [teams, others] = [boxes.filter(({ crew }) => crew), boxes.filter(({ crew }) => !crew)];
	const members = (nodes: readonly ChartNode[]) => nodes.reduce((sum, node) => sum + node.members, 0);
	const { inner, boxes: all, hiddenNodes, hiddenMembers } = folded;
	const told =
		plan.teams === undefined
			? [(plan.by === 'parent' ? notes.foldByParent : notes.foldByLevel)(plan.limit, all, hiddenNodes, hiddenMembers)]
			: [
					...(teams.length === 0 ? [] : [chartWords.notes.teams(teams.length, members(teams))]),
					...(others.length === 0 ? [] : [chartWords.notes.heads(plan.limit, others.length, members(others))]),
				];
	return [
		...told,
		inner.links === 0 ? '' : notes.foldInner(inner.links, sums(inner.sums)),
		thinned.left.links === 0 ? '' : notes.thinned(thinned.left.links, sums(thinned.left.sums)),
		thinned.costs.links === 0 ? '' : chartWords.notes.costs(thinned.costs.links, sums(thinned.costs.sums)),
		thinned.across.links === 0 ? '' : chartWords.notes.across(thinned.across.links, sums(thinned.across.sums)),
		earlier,
	].join('');
}

function chanceNote(findings: Findings, words: Words): string {
	const { unrelated, fitting } = findings.chance;
	return unrelated === 0 ? '' : words.notes.chance(thousands(fitting), thousands(unrelated));
}
