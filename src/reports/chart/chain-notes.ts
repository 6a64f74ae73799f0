import type { Findings } from '../../findings/schema.ts';
import { thousands } from '../../ledger/money.ts';
import { maskAccount } from '../mask.ts';
import { clip } from '../text-width.ts';
import { type Words, word } from '../words.ts';
import type { ChartNode } from './graph.ts';

/** Histories that are not whole, named on the chart; schedule 7 has all. */
const NAMED_MAX = 3;
const REASON_MAX = 150;

type History = Findings['chains']['histories'][number];

/** How completely the chains were answered, each outcome by its own word, and which histories are not whole: those of drawn accounts first. */
export function chainNotes({ chains }: Findings, nodes: readonly ChartNode[], words: Words): string[] {
	const { histories, vanished } = chains;
	if (histories.length === 0) return [];
	const drawn = new Map(nodes.filter(({ folded }) => !folded).map((node) => [node.note, node.label]));
	const open = histories.filter(({ state }) => state === 'incomplete');
	const named = [
		...open.filter(({ account }) => drawn.has(account)),
		...open.filter(({ account }) => !drawn.has(account)),
	];
	const shown = named.slice(0, NAMED_MAX).map((history) => gapText(history, drawn.get(history.account) ?? '', words));
	const counts = [...countsOf(histories)].map(
		([outcome, count]) => `${word(words.outcomes, outcome)} ${thousands(count)}`,
	);
	return [
		words.notes.chains(counts.join(words.separator), shown.join(words.stop), open.length - shown.length) +
			(vanished.length === 0 ? '' : words.notes.vanished(thousands(vanished.length))),
	];
}

/** Histories by outcome: whole ones first, then by the reasons why others are not. */
function countsOf(histories: readonly History[]): Map<string, number> {
	const counts = new Map<string, number>();
	const add = (outcome: string) => counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
	for (const { state } of histories) if (state === 'complete') add(state);
	for (const { state } of histories) if (state === 'empty') add(state);
	const outcomes = histories.flatMap(({ open }) => [...new Set(open.map(({ outcome }) => outcome))]);
	for (const outcome of outcomes.sort()) add(outcome);
	return counts;
}

function gapText({ account, history, open }: History, label: string, words: Words): string {
	const { handle } = maskAccount(account);
	const name = label === '' || account.endsWith(label) ? handle : words.withRole(label, handle);
	const outcomes = [...new Set(open.map(({ outcome }) => word(words.outcomes, outcome)))].join(words.separator);
	// Why nobody shows it is the program's own remark, not an answer that was received.
	const said = open.find(({ outcome, reason }) => outcome !== 'not-visible' && reason !== '');
	const reason = clip(said?.reason ?? '', 7, REASON_MAX);
	const what = `${name} ${word(words.histories, history)}${words.colon}${outcomes}`;
	return reason === '' ? what : words.withRole(what, reason);
}
