import type { Findings } from '../../findings/schema.ts';
import { sayIncomplete, type Words, word } from '../words.ts';
import { type Amounts, thousands } from './amounts.ts';
import type { Pen } from './boxes.ts';
import { chainNotes } from './chain-notes.ts';
import type { Fitted } from './fit.ts';
import type { ChartNode } from './graph.ts';
import { isChainOnly } from './levels.ts';

/** What is incomplete, one by one, on the chart; schedule 7 has it all. */
const INCOMPLETE_MAX = 3;

/** The notes under a chart, the most important first: what it rests on, what it assumes, what it leaves out. */
export function notesOf(findings: Findings, fitted: Fitted, foldAbove: number, pen: Pen): string[] {
	const { words, amounts } = pen;
	const { notes } = words;
	const coins = findings.flow.links.some((link) => link.asset !== 'CNY');
	const cashOuts = findings.flow.links.some((link) => link.yuan !== undefined);
	const marks = [...amounts.marked].map(([name, network]) => `${name} ${network}`);
	const common = [
		...(pen.common.network === undefined ? [] : [word(words.networks, pen.common.network)]),
		...(pen.common.medium === undefined ? [] : [word(words.media, pen.common.medium)]),
	];
	return [
		...(fitted.sheet.paper === 'A3' ? [] : [notes.largerSheet(fitted.sheet.paper)]),
		sourcesNote(findings, words),
		notes.policy(word(words.policies, findings.parameters['trace.policy'] ?? '')),
		foldNote(findings, fitted, foldAbove, words, amounts),
		...gapNotes(findings, fitted.folded.graph.nodes, words),
		...(marks.length === 0 ? [] : [notes.marks(marks.join(words.separator))]),
		...(common.length === 0 ? [] : [notes.common(common.join(words.separator))]),
		...(coins ? [(cashOuts ? notes.conversion : '') + notes.rounding] : []),
		notes.balances + chanceNote(findings, words),
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

function foldNote(
	findings: Findings,
	{ folded, plan, thinned }: Fitted,
	foldAbove: number,
	words: Words,
	amounts: Amounts,
): string {
	const { notes } = words;
	const before = findings.flow.folded;
	const earlier = before.nodes + before.links === 0 ? '' : notes.foldedBefore(before.nodes, before.links, before.limit);
	if (folded.boxes === 0) return notes.foldNone(plan.limit) + earlier;
	const by = plan.by === 'parent' ? notes.foldByParent : notes.foldByLevel;
	const asSet = isChainOnly(folded.graph.nodes) || (plan.by === 'parent' && plan.limit === foldAbove);
	const tightened = asSet ? '' : notes.foldTightened(foldAbove);
	const sums = folded.inner.sums.map((sum) => amounts.sum(sum)).join(words.separator);
	const inner = folded.inner.links === 0 ? '' : notes.foldInner(folded.inner.links, sums);
	const thinnedSums = thinned.left.sums.map((sum) => amounts.sum(sum)).join(words.separator);
	const left = thinned.left.links === 0 ? '' : notes.thinned(thinned.left.links, thinnedSums);
	return by(plan.limit, folded.boxes, folded.hiddenNodes, folded.hiddenMembers) + tightened + inner + left + earlier;
}

function chanceNote(findings: Findings, words: Words): string {
	const { unrelated, fitting } = findings.chance;
	return unrelated === 0 ? '' : words.notes.chance(thousands(fitting), thousands(unrelated));
}
