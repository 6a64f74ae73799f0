import { choicesOf } from '../../findings/todo/choices.ts';
import type { Todo } from '../../findings/todo/item.ts';
import type { DecisionAct } from '../../ledger/decision.ts';
import type { Language } from '../../reports/words.ts';
import { word, wordsOf } from '../../reports/words.ts';
import { ACT_WORDS, actWord } from '../../sources/decision-words.ts';
import { DECIDABLE_KINDS } from './kinds.ts';

/** What a cell 决定 says. */
export interface ChosenWord {
	readonly act: DecisionAct;
	/** Id of one of the point's options; '' where none is named. */
	readonly option: string;
	/** '' but for `kind`. */
	readonly kind: string;
}

/** The texts that the cell 决定 of a point offers: `确认`, `性质=借款`, `驳回 a12…（演示乙）`. */
export function choiceWords(point: Todo, language: Language): string[] {
	return choicesOf(point).flatMap(({ act, on }) => {
		const said = actWord(act, language);
		if (on === 'option') return (point.options ?? []).map(({ subject, label }) => `${said} ${subject}（${label}）`);
		if (act === 'kind') return DECIDABLE_KINDS.map((kind) => `${said}=${word(wordsOf(language).kinds, kind)}`);
		return [said];
	});
}

/** No choice is longer. */
const LENGTH_MAX = 1000;

/** Reads the cell, however it was typed: full-width letters and signs, blanks, either language. Undefined: none of ours. */
export function chosenIn(cell: string): ChosenWord | undefined {
	if (cell.length > LENGTH_MAX) return undefined;
	const text = cell.normalize('NFKC').trim();
	const match = /^(\p{L}+)\s*[=:]?\s*(.*)$/u.exec(text);
	const act = ACT_WORDS.get((match?.[1] ?? '').toLowerCase());
	const rest = (match?.[2] ?? '').trim();
	if (act === undefined) return undefined;
	if (act === 'kind') {
		const kind = KINDS_BY_WORD.get(rest.toLowerCase());
		return kind === undefined ? undefined : { act, option: '', kind };
	}
	if (rest === '') return { act, option: '', kind: '' };
	const option = /^([ac][0-9a-f]{16}o?)(?![0-9a-z])/.exec(rest)?.[1];
	return option === undefined ? undefined : { act, option, kind: '' };
}

const KINDS_BY_WORD: ReadonlyMap<string, string> = new Map(
	DECIDABLE_KINDS.flatMap((kind) => [
		[kind, kind] as const,
		...(['zh', 'en'] as const).map((l) => [word(wordsOf(l).kinds, kind).toLowerCase(), kind] as const),
	]),
);
